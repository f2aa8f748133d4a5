"""The rows of sums on the page of a catalogue: what the shown rows come to, and what the paper prints of the same."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from effektspor.app.ports import ListedFinding
from effektspor.core.proposals.catalogue import Catalogue
from effektspor.core.year_amounts import YearAmounts, sum_years
from effektspor.web.catalogue.entries import Entry, Known
from effektspor.web.catalogue.figures import (
    AreaFigures,
    GroupFigures,
    Sums,
    in_thousands,
    is_rounding,
    printed_step_ore,
    years_that_differ,
)

NET_WORDS, INVESTMENT_WORDS = "Nettoeffektivisering", "Investeringsbehov fra investeringspuljer"


@dataclass(frozen=True, slots=True)
class AmountRow:
    """A row of amounts, one a year; `errors` are those open in the tables it comes from, `anchor` what it opens."""

    label: str
    cells: tuple[str, ...] = ()
    css: str = ""
    anchor: str = ""
    errors: tuple[ListedFinding, ...] = ()


def cells_of(amounts: YearAmounts, years: Sequence[int]) -> tuple[str, ...]:
    """Return the amounts of those years in 1.000 kr. as they are printed, "" where none is stated."""
    return tuple(in_thousands(amounts.at(year)) for year in years)


def group_rows(groups: Sequence[GroupFigures], sums: Sums, years: Sequence[int], known: Known) -> tuple[AmountRow, ...]:
    """Return each group's net with a link to its rows, and what they come to."""
    rows = [
        AmountRow(group.target_group, cells_of(group.sums.net, years), anchor=f"#{anchor_of_group(at)}",
                  errors=table_errors(group, known))
        for at, group in _placed(groups)
    ]  # fmt: skip
    errors = tuple(dict.fromkeys(error for row in rows for error in row.errors))
    return (*rows, *_sum_rows(AmountRow("I alt", css="sum", errors=errors), sums.net, sums.stated_net, years))


def investment_rows(groups: Sequence[GroupFigures], sums: Sums, years: Sequence[int]) -> tuple[AmountRow, ...]:
    """Return the investment need of each group that has one, and what they come to; nothing where none has."""
    rows = [
        AmountRow(group.target_group, cells_of(group.sums.investment, years), anchor=f"#{anchor_of_group(at)}")
        for at, group in _placed(groups)
        if group.sums.investment
    ]
    if not rows:
        return ()
    return (*rows, *_sum_rows(AmountRow("I alt", css="sum"), sums.investment, sums.stated_investment, years))


def _sum_rows(
    row: AmountRow, computed: YearAmounts, stated: YearAmounts | None, years: Sequence[int]
) -> list[AmountRow]:
    """A sum with its cells, and what the paper prints of it."""
    rows = [replace(row, cells=cells_of(computed, years))]
    if stated is not None:
        words = "trykt i papiret" if years_that_differ(computed, stated) else "trykt i papiret, det samme"
        rows.append(AmountRow(words, cells_of(stated, years), "part"))
    return rows


def area_rows(areas: Sequence[AreaFigures], years: Sequence[int], shown: Sequence[Entry]) -> tuple[AmountRow, ...]:
    """Return each control area with its two kinds of lines, and what they come to; nothing without a case."""
    rows = [row for area in areas for row in _area(area, years, _case_errors(shown, area.codes))]
    if not rows:
        return ()
    errors = _case_errors(shown, [code for area in areas for code in area.codes])
    whole = sum_years(area.total for area in areas)
    return (*rows, AmountRow("I alt", cells_of(whole, years), "sum", errors=errors))


def _case_errors(shown: Sequence[Entry], codes: Collection[str]) -> tuple[ListedFinding, ...]:
    """The open errors in the tables of those cases, each once."""
    entries = [entry for entry in shown if entry.row.code in codes]
    found = (error for entry in entries for error in entry.errors if error.finding.table in entry.row.case_table_ids)
    return tuple(dict.fromkeys(found))


def _area(area: AreaFigures, years: Sequence[int], errors: tuple[ListedFinding, ...]) -> list[AmountRow]:
    """A control area; the kinds of lines it has stand under it."""
    rows = [AmountRow(area.control_area, cells_of(area.total, years), "sub", errors=errors)]
    if area.permanent:
        rows.append(AmountRow("varige ændringer", cells_of(area.permanent, years), "part"))
    if area.implementation:
        rows.append(AmountRow("implementering", cells_of(area.implementation, years), "part"))
    return rows


def _if_other(computed: YearAmounts, stated: YearAmounts | None) -> YearAmounts | None:
    return stated if years_that_differ(computed, stated) else None


def table_errors(group: GroupFigures, known: Known) -> tuple[ListedFinding, ...]:
    """Return the open errors in the table that lists a group."""
    return tuple(error for error in known.errors if error.finding.table == group.table_id)


def _placed(groups: Sequence[GroupFigures]) -> list[tuple[int, GroupFigures]]:
    return [(group.entries[0].group_at, group) for group in groups]


def anchor_of_group(group_at: int) -> str:
    """Return where a group's rows stand on the page."""
    return f"gruppe-{group_at + 1}"


def sum_notes(
    catalogue: Catalogue, groups: Sequence[GroupFigures], sums: Sums, years: Sequence[int], known: Known
) -> tuple[str, ...]:
    """Say where the paper prints another sum than its rows give, and whether rounding can be why."""
    step_ore = printed_step_ore(catalogue)
    # Where our own checks found an error in the table, rounding is not why.
    steps = [(group, 0 if table_errors(group, known) else step_ore) for group in groups]
    placed = [(f"{group.target_group}: ", group.sums, step) for group, step in steps]
    return tuple(
        _note(f"{place}{words}", computed, stated, is_rounding(computed, stated, part.row_count, step))
        for place, part, step in (*placed, ("I alt: ", sums, step_ore))
        for words, computed, stated in _both(part)
        if stated is not None and set(years_that_differ(computed, stated)) & set(years)
    )


def _both(sums: Sums) -> tuple[tuple[str, YearAmounts, YearAmounts | None], ...]:
    return (
        (NET_WORDS.lower(), sums.net, sums.stated_net),
        ("investeringsbehov", sums.investment, sums.stated_investment),
    )


def _note(words: str, computed: YearAmounts, stated: YearAmounts, rounded: bool) -> str:
    parts = [
        f"{in_thousands(stated.at(year))} i {year}, hvor rækkerne giver {in_thousands(computed.at(year) or 0)}"
        for year in years_that_differ(computed, stated)
    ]
    rounding = " Forskellen kan være afrunding." if rounded else ""
    return f"{words} er trykt som {'; '.join(parts)}.{rounding}"


def rows_under(group: GroupFigures, years: Sequence[int], errors: tuple[ListedFinding, ...]) -> tuple[AmountRow, ...]:
    """Return the sums under a group's rows: its investment need where it has one, and its net."""
    sums = group.sums
    parts = [(INVESTMENT_WORDS, sums.investment, sums.stated_investment)] if sums.investment else []
    parts.append((NET_WORDS, sums.net, sums.stated_net))
    return tuple(
        row
        for words, computed, stated in parts
        for row in _sum_rows(AmountRow(words, css="sub", errors=errors), computed, _if_other(computed, stated), years)
    )
