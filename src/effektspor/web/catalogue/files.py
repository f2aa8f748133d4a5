"""A catalogue's shown rows as a list for CSV and Excel: texts as texts, amounts as exact numbers in 1.000 kr."""

from effektspor.core.number import Number
from effektspor.core.proposals.catalogue import RowPurpose
from effektspor.core.unit import THOUSAND
from effektspor.reports.listing import Column, Listing
from effektspor.web.catalogue.page import CataloguePage, ShownEntry

_BEFORE = (Column("Målgruppe", 32), Column("Nr.", 10), Column("Udgave", 18), Column("Forslag", 60),
           Column("Tæller som", 22), Column("Styringsområde", 20))  # fmt: skip
_AFTER = (Column("Mod business case", 22), Column("Grund", 44), Column("Beslutning", 18), Column("Besluttet den", 14),
          Column("Åbne fejl", 12))  # fmt: skip
_PURPOSES = {RowPurpose.NET: "Nettoeffektivisering", RowPurpose.INVESTMENT: "Investeringsbehov",
             RowPurpose.OTHER: "Andet"}  # fmt: skip
_YEAR_WIDTH = 12
# An øre is a hundred-thousandth of 1.000 kr.
_MOST_DECIMALS = 5


def listing_of(page: CataloguePage) -> Listing:
    """Return the rows that are shown, with the sums left to whoever reckons on."""
    years = [Column(f"{year} (1.000 kr., {page.price_level})", _YEAR_WIDTH) for year in page.years]
    rows = tuple(_cells(page, shown) for group in page.groups for shown in group.rows)
    return Listing("Katalog", (*_BEFORE, *years, *_AFTER), rows)


def _cells(page: CataloguePage, shown: ShownEntry) -> tuple[str | Number, ...]:
    amounts = (shown.entry.row.amounts.at(year) for year in page.years)
    figures = ("" if ore is None else _exact(ore) for ore in amounts)
    return *_texts_before(shown), *figures, *_texts_after(shown)


def _exact(ore: int) -> Number:
    """The amount with as many decimals as it needs."""
    decimals = next(at for at in range(_MOST_DECIMALS + 1) if ore * 10**at % THOUSAND.ore == 0)
    return THOUSAND.to_number(ore, decimals)


def _texts_before(shown: ShownEntry) -> tuple[str, ...]:
    row = shown.entry.row
    return (shown.entry.group, row.code, row.revision, row.title, _PURPOSES[row.purpose], row.control_area)


def _texts_after(shown: ShownEntry) -> tuple[str, ...]:
    entry = shown.entry
    decided = f"{entry.decision.decided_on:%d.%m.%Y}" if entry.decision else ""
    errors = ", ".join(error.finding.code for error in entry.errors)
    return entry.standing.verdict.danish, "; ".join(shown.why), shown.decision, decided, errors
