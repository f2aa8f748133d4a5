"""What the page of a catalogue shows: its sums, its rows and what can be chosen among them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from effektspor.app.ports import ListedFinding
from effektspor.core.proposals.catalogue import RowPurpose
from effektspor.core.proposals.overlap import Overlap
from effektspor.core.proposals.ties import TieVerdict
from effektspor.core.year_amounts import YearAmounts
from effektspor.reports.sentence import Segment
from effektspor.web.catalogue.asked import BY_CODE, BY_TITLE, CatalogueFilter, decision_word
from effektspor.web.catalogue.chart import render_net_svg
from effektspor.web.catalogue.choices import Choice, choices_of
from effektspor.web.catalogue.entries import Entry, Known, Standing, entries_of, matching
from effektspor.web.catalogue.figures import (
    GroupFigures,
    Sums,
    area_figures,
    group_figures,
    in_thousands,
    total_figures,
)
from effektspor.web.catalogue.sentence import catalogue_sentence, chart_sentence
from effektspor.web.catalogue.sources import Source
from effektspor.web.catalogue.sum_rows import (
    AmountRow,
    anchor_of_group,
    area_rows,
    cells_of,
    group_rows,
    investment_rows,
    rows_under,
    sum_notes,
    table_errors,
)

# The mark of each verdict, as templates/symbols.html and the stylesheet name it.
_TIES: Mapping[TieVerdict, tuple[str, str]] = {
    TieVerdict.EQUAL: ("m-afgjort", "afgjort"), TieVerdict.SHARE: ("m-note", "note"),
    TieVerdict.FAULT: ("m-fejl", "fejl"), TieVerdict.UNCLEAR: ("m-afklares", "afklares"),
    TieVerdict.NO_CASE: ("s-ikke", "afgjort"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """A column of years: `address` sorts by it, `sorted` says that it does."""

    label: str
    address: str
    sorted: bool


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """A proposal's row: its amounts as printed, and its tie as a mark, a word and the reason."""

    entry: Entry
    cells: tuple[str, ...]
    symbol: str
    css: str
    why: tuple[str, ...]

    @property
    def purpose(self) -> str:
        """What the row counts as, where it is not the net: "Investeringsbehov"."""
        row = self.entry.row
        if row.purpose is RowPurpose.INVESTMENT:
            return "Investeringsbehov"
        return f"{row.control_area}, tæller ikke i nettoeffektiviseringen" if row.purpose is RowPurpose.OTHER else ""

    @property
    def decision(self) -> str:
        return decision_word(self.entry.decided)


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A target group with its rows and the sums under them; `anchor` is where it stands in the table of rows."""

    target_group: str
    anchor: str
    rows: tuple[ShownEntry, ...]
    sums: tuple[AmountRow, ...]
    errors: tuple[ListedFinding, ...]


@dataclass(frozen=True, slots=True)
class CataloguePage:
    source: Source
    asked: CatalogueFilter
    total: int
    shown: int
    years: tuple[int, ...]
    heads: tuple[Head, ...]
    price_level: str
    sentence: tuple[Segment, ...]
    group_sums: tuple[AmountRow, ...]
    investments: tuple[AmountRow, ...]
    areas: tuple[AmountRow, ...]
    groups: tuple[ShownGroup, ...]
    notes: tuple[str, ...]
    overlaps: tuple[Overlap, ...]
    drawn: tuple[GroupFigures, ...]
    drawn_years: tuple[int, ...]
    chart_sentence: str
    choices: Mapping[str, tuple[Choice, ...]]
    cases_shown: int
    tie_counts: tuple[tuple[TieVerdict, str, str, int], ...]

    @property
    def chart(self) -> str:
        """The chart, drawn where it is shown: a file of the rows needs none."""
        return render_net_svg(self.drawn, self.drawn_years, self.chart_sentence)

    @property
    def sign(self) -> str:
        """The unit, the price level and the sign, as every head says them."""
        return f"1.000 kr., {self.price_level}; besparelser er minus"


def catalogue_page(source: Source, known: Known, asked: CatalogueFilter) -> CataloguePage:
    """Return the page: every sum on it is of the rows that are shown."""
    entries = entries_of(source, known)
    shown = matching(entries, asked)
    whole = not asked.narrows
    years = (asked.year,) if asked.year else source.catalogue.years
    groups = group_figures(source.catalogue, shown, whole=whole)
    sums = total_figures(source.catalogue, shown, whole=whole)
    in_view = Sums(sums.net.within(years), sums.investment.within(years))
    told = chart_sentence(groups, in_view.net) if groups else ""
    codes = {entry.row.code for entry in shown}
    return CataloguePage(
        source=source,
        asked=asked,
        total=len(entries),
        shown=len(shown),
        years=years,
        heads=tuple(_head(str(year), asked) for year in years),
        price_level=price_words(entries, source.catalogue.price_level),
        sentence=catalogue_sentence(in_view, len(codes), len(groups), "Kataloget" if whole else "De viste rækker"),
        group_sums=group_rows(groups, sums, years, known),
        investments=investment_rows(groups, sums, years),
        areas=area_rows(area_figures(shown), years, shown),
        groups=tuple(_shown_group(group, years, known) for group in groups),
        notes=sum_notes(source.catalogue, groups, sums, years, known),
        overlaps=tuple(dict.fromkeys(overlap for entry in shown for overlap in entry.overlaps)),
        drawn=groups,
        drawn_years=_drawn_years(in_view.net),
        chart_sentence=told,
        choices=choices_of(entries, source.catalogue.years, asked),
        cases_shown=len({entry.row.code for entry in shown if entry.case}),
        tie_counts=_tie_counts(shown),
    )


def price_words(entries: Sequence[Entry], stated: str = "") -> str:
    """Return "2018-priser" where the cases agree; without one that says a level, what the catalogue states."""
    levels = sorted({entry.case.price_level for entry in entries if entry.case and entry.case.price_level})
    levels = levels or [stated] * bool(stated)
    if not levels:
        return "prisniveau ikke oplyst"
    return f"{'- og '.join(levels)}-priser"


def _head(year: str, asked: CatalogueFilter) -> Head:
    return Head(year, asked.sorted_by(year), asked.sort == year)


def _drawn_years(net: YearAmounts) -> tuple[int, ...]:
    """A year in which nothing is promised is said by the tables, not drawn."""
    return tuple(year for year, ore in net.pairs if ore)


def _shown_group(group: GroupFigures, years: Sequence[int], known: Known) -> ShownGroup:
    errors = table_errors(group, known)
    rows = rows_under(group, years, errors)
    shown = tuple(_shown_entry(entry, years) for entry in group.entries)
    return ShownGroup(group.target_group, anchor_of_group(group.entries[0].group_at), shown, rows, errors)


def _shown_entry(entry: Entry, years: Sequence[int]) -> ShownEntry:
    symbol, css = _TIES[entry.standing.verdict]
    return ShownEntry(entry, cells_of(entry.row.amounts, years), symbol, css, why_of(entry.standing))


def why_of(standing: Standing) -> tuple[str, ...]:
    """Return why a row differs from its case: the reason, or each year with both figures in 1.000 kr."""
    faults = [
        f"{year}: katalog {in_thousands(row_ore) or 'intet'}, forslag {in_thousands(case_ore) or 'intet'}"
        for year, row_ore, case_ore in standing.faults
    ]
    reason = standing.reason[:1].upper() + standing.reason[1:]
    return tuple(part for part in (reason, *faults) if part)


def _tie_counts(shown: Sequence[Entry]) -> tuple[tuple[TieVerdict, str, str, int], ...]:
    counts = [(verdict, sum(entry.standing.verdict is verdict for entry in shown)) for verdict in TieVerdict]
    return tuple((verdict, *_TIES[verdict], count) for verdict, count in counts if count)


def sort_heads(asked: CatalogueFilter) -> tuple[Head, Head]:
    """Return the two heads of text that rows can be sorted by."""
    heads = [Head(label, asked.sorted_by(key), asked.sort == key) for label, key in (("Nr.", BY_CODE),
                                                                                    ("Forslag", BY_TITLE))]  # fmt: skip
    return heads[0], heads[1]
