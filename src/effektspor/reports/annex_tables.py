"""The tables of a catalogue's annex: a table for each group, and what all come to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from effektspor.core.document import Paragraph, Row, RowKind, Table
from effektspor.core.finding import Place
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.catalogue import Catalogue, CatalogueGroup, CatalogueRow, RowPurpose
from effektspor.core.proposals.change_line import sum_lines
from effektspor.core.proposals.printed.amounts import exact_decimals, year_cells
from effektspor.core.unit import THOUSAND, Unit
from effektspor.core.year_amounts import YearAmounts, sum_years
from effektspor.reports.sentence import one_line

INVESTMENT, NET = "Investeringsbehov fra investeringspuljer", "Nettoeffektivisering (service)"
_SIGNS = "Note til alle tabeller: Besparelser er angivet med negativt (−) fortegn."
_OTHER = "Note: Nettoeffektiviseringen er service alene; rækker på andre styringsområder tæller ikke med i den."
_NO_LEVEL = "Note: Papiret siger ikke prisniveau."
_AREAS = "Varige ændringer pr. styringsområde"
_AREAS_NOTE = "Note: Regnet af hele forslagene, også de andele, der hører til andre udvalg."


@dataclass(frozen=True, slots=True)
class AnnexStyle:
    """How an annex prints its amounts; `notes` are what else is to be said under what all groups come to."""

    unit: Unit = THOUSAND
    price_level: str | None = None
    notes: tuple[str, ...] = ()


class AnnexTables:
    """The tables of a catalogue, all with the same years and decimals."""

    def __init__(self, catalogue: Catalogue, style: AnnexStyle, cases: Sequence[BusinessCase]) -> None:
        self._catalogue, self._style = catalogue, style
        self._areas = _by_area([case for case in cases if case.code in catalogue.codes])
        sums = [each for pair in _sums(catalogue) for each in pair if each]
        amounts = [*(row.amounts for row in catalogue.rows), *sums, *(total for _, total in self._areas)]
        self._years = tuple(sorted({year for each in amounts for year in each.years}))
        self._decimals = exact_decimals(style.unit, amounts)

    def meta(self) -> str:
        codes, groups = len(self._catalogue.codes), len(self._catalogue.groups)
        return f"{codes} forslag i {groups} {'gruppe' if groups == 1 else 'grupper'} · besparelser er minus"

    def _notes(self) -> Iterator[Paragraph]:
        yield Paragraph(Place(), _SIGNS)
        if any(row.purpose is RowPurpose.OTHER for row in self._catalogue.rows):
            yield Paragraph(Place(), _OTHER)
        if not self._style.price_level and not any("prisniveau" in note for note in self._style.notes):
            yield Paragraph(Place(), _NO_LEVEL)
        yield from (Paragraph(Place(), one_line(note)) for note in self._style.notes)

    def groups(self) -> Iterator[Table]:
        for group in self._catalogue.groups:
            yield self._table(one_line(group.target_group), tuple(self._group_rows(group)))

    def summaries(self) -> Iterator[Table]:
        whole = self._catalogue
        rows = self._sums(whole.rows, whole.stated_investment or whole.investment, whole.stated_net or whole.net)
        yield replace(self._table("I alt", tuple(rows)), footnotes=tuple(self._notes()))
        if self._areas:
            areas = [self._row(area, amounts) for area, amounts in self._areas]
            total = self._row("I alt", sum_years(amounts for _, amounts in self._areas), RowKind.TOTAL)
            table = self._table(_AREAS, (*areas, total))
            yield replace(table, footnotes=(Paragraph(Place(), _AREAS_NOTE),))

    def with_captions(self, tables: Sequence[Table]) -> Iterator[str | Table]:
        """A caption stands in the text as well, as a reader meets it."""
        for table in tables:
            yield table.caption or ""
            yield table
            yield from (note.text for note in table.footnotes)

    def _group_rows(self, group: CatalogueGroup) -> Iterator[Row]:
        for row in group.rows:
            number = f"{row.code} – [{row.revision}]" if row.revision else row.code
            yield replace(self._row(label_of(row), row.amounts), number=one_line(number))
        yield from self._sums(group.rows, group.stated_investment or group.investment, group.stated_net or group.net)

    def _sums(self, rows: Sequence[CatalogueRow], investment: YearAmounts, net: YearAmounts) -> Iterator[Row]:
        """Nothing but investments has no net."""
        if any(row.purpose is RowPurpose.INVESTMENT for row in rows):
            yield self._row(INVESTMENT, investment)
        if net or not investment:
            yield self._row(NET, net, RowKind.NET)

    def _row(self, label: str, amounts: YearAmounts, kind: RowKind = RowKind.ROW) -> Row:
        return Row(Place(), one_line(label), year_cells(amounts, self._years, self._style.unit, self._decimals), kind)

    def _table(self, caption: str, rows: tuple[Row, ...]) -> Table:
        years = tuple(str(year) for year in self._years)
        return Table("", Place(), years, rows, caption, self._style.unit.name, self._style.price_level)


def label_of(row: CatalogueRow) -> str:
    """Return a row's title with what it is, where that is not the service the catalogue is about."""
    title = one_line(row.title)
    if row.purpose is RowPurpose.INVESTMENT:
        return title if "investeringsbehov" in title.casefold() else f"{title} – investeringsbehov"
    if row.purpose is RowPurpose.OTHER and row.control_area.casefold() not in title.casefold():
        return f"{title}: {row.control_area}"
    return title


def _sums(catalogue: Catalogue) -> Iterator[tuple[YearAmounts | None, YearAmounts | None]]:
    yield catalogue.stated_net or catalogue.net, catalogue.stated_investment or catalogue.investment
    for group in catalogue.groups:
        yield group.stated_net or group.net, group.stated_investment or group.investment


def _by_area(cases: Sequence[BusinessCase]) -> list[tuple[str, YearAmounts]]:
    """The permanent changes of each control area, in the order the cases name them."""
    lines = [line for case in cases for line in case.permanent_lines]
    areas = dict.fromkeys(line.control_area for line in lines)
    return [(area, sum_lines(line for line in lines if line.control_area == area)) for area in areas]
