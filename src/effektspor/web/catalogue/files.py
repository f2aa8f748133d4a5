"""A catalogue's shown rows as CSV and as an Excel sheet: texts as texts, amounts as numbers in 1.000 kr."""

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import BytesIO, StringIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from effektspor.core.proposals.catalogue import RowPurpose
from effektspor.core.unit import THOUSAND
from effektspor.reports.listing import Column
from effektspor.web.catalogue.page import CataloguePage, ShownEntry

_BEFORE = (Column("Målgruppe", 32), Column("Nr.", 10), Column("Udgave", 18), Column("Forslag", 60),
           Column("Tæller som", 22), Column("Styringsområde", 20))  # fmt: skip
_AFTER = (Column("Mod business case", 22), Column("Grund", 44), Column("Beslutning", 18), Column("Besluttet den", 14),
          Column("Åbne fejl", 12))  # fmt: skip
_PURPOSES = {RowPurpose.NET: "Nettoeffektivisering", RowPurpose.INVESTMENT: "Investeringsbehov",
             RowPurpose.OTHER: "Andet"}  # fmt: skip
_YEAR_WIDTH = 12
# What a spreadsheet would take for a formula when it opens a CSV file, tabulator and line break included.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_LONGEST_CELL = 32_767


def render_csv(page: CataloguePage) -> bytes:
    """Return the rows as Danish Excel opens them: semicolons, decimal commas, and UTF-8 that says so."""
    written = StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(column.head for column in _columns(page))
    for shown in _entries(page):
        amounts = ["" if each is None else f"{each}".replace(".", ",") for each in _amounts(shown, page.years)]
        writer.writerow([*_harmless(_texts_before(shown)), *amounts, *_harmless(_texts_after(shown))])
    return written.getvalue().encode("utf-8-sig")


def render_xlsx(page: CataloguePage) -> bytes:
    """Return the rows as a sheet whose head stays in sight and whose amounts can be summed; no text is a formula."""
    written = BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Katalog")
        columns = _columns(page)
        head = book.add_format({"bold": True, "bg_color": "#F5F5F5", "bottom": 1, "text_wrap": True})
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(0, place, column.head, head)
        text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        amount = book.add_format({"valign": "top", "num_format": "#,##0.###"})
        whole = book.add_format({"valign": "top", "num_format": "#,##0"})
        entries = _entries(page)
        for number, shown in enumerate(entries, start=1):
            amounts = _amounts(shown, page.years)
            _write_texts(sheet, number, 0, _texts_before(shown), text)
            for place, each in enumerate(amounts, start=len(_BEFORE)):
                if each is not None:
                    sheet.write_number(number, place, each, whole if each == int(each) else amount)
            _write_texts(sheet, number, len(_BEFORE) + len(amounts), _texts_after(shown), text)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(entries), len(columns) - 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    return written.getvalue()


def _columns(page: CataloguePage) -> tuple[Column, ...]:
    years = [Column(f"{year} (1.000 kr., {page.price_level})", _YEAR_WIDTH) for year in page.years]
    return (*_BEFORE, *years, *_AFTER)


def _entries(page: CataloguePage) -> list[ShownEntry]:
    return [row for group in page.groups for row in group.rows]


def _amounts(shown: ShownEntry, years: Iterable[int]) -> list[Decimal | None]:
    """Exact: an øre is a hundred-thousandth of 1.000 kr."""
    row = shown.entry.row
    return [None if (ore := row.amounts.at(year)) is None else _in_thousands(ore) for year in years]


def _in_thousands(ore: int) -> Decimal:
    amount = Decimal(ore) / THOUSAND.ore
    return amount.to_integral_value() if amount == amount.to_integral_value() else amount.normalize()


def _texts_before(shown: ShownEntry) -> tuple[str, ...]:
    row = shown.entry.row
    return (shown.entry.group, row.code, row.revision, row.title, _PURPOSES[row.purpose], row.control_area)


def _texts_after(shown: ShownEntry) -> tuple[str, ...]:
    entry = shown.entry
    decided = f"{entry.decision.decided_on:%d.%m.%Y}" if entry.decision else ""
    errors = ", ".join(error.finding.code for error in entry.errors)
    return entry.standing.verdict.danish, "; ".join(shown.why), shown.decision, decided, errors


def _write_texts(sheet: Worksheet, row: int, first: int, texts: Sequence[str], style: object) -> None:
    for place, each in enumerate(texts, start=first):
        sheet.write_string(row, place, each[:_LONGEST_CELL], style)


def _harmless(texts: Iterable[str]) -> list[str]:
    """A quote in front makes a cell text, as a person would type it."""
    return [f"'{text}" if text.startswith(_FORMULA) else text for text in texts]
