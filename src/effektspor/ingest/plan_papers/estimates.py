"""A table of follow-up rounds → estimates: rounds down the rows and years across, or rounds across."""

from collections.abc import Iterator
from datetime import date

from effektspor.core.audit.words import listed, quoted
from effektspor.core.document import Row, RowKind, Table
from effektspor.core.plans.rounds import Estimates, FollowUpRound
from effektspor.core.year_amounts import YearAmounts
from effektspor.ingest.plan_papers.amounts import TableAmounts
from effektspor.ingest.plan_papers.context import PlanReading
from effektspor.ingest.plan_papers.round_names import RoundName, basis_in, round_in
from effektspor.ingest.plan_papers.telling import cannot_read, note
from effektspor.ingest.plan_papers.told import tell_of
from effektspor.ingest.plan_papers.words import DIFFERENCE, full_label, only_year, year_columns

_LEAST_ROUNDS = 2
_KIND = "skøn fra flere opfølgninger"


def read_estimates(reading: PlanReading) -> tuple[Estimates, ...]:
    """Return the estimates of a paper; a row of rounds with no year columns is told, and not read."""
    found: list[Estimates] = []
    for table in reading.free_tables:
        estimates = list(_read(reading, table))
        if estimates:
            reading.placed.add(table.id)
            found += estimates
    return tuple(found)


def _read(reading: PlanReading, table: Table) -> Iterator[Estimates]:
    year = only_year(table.caption or "")
    rows = [(row, round_in(full_label(row), year)) for row in _filled(table)]
    if sum(name is not None for _, name in rows) >= _LEAST_ROUNDS:
        yield from _down(reading, table, rows, year)
        return
    heads = {at: name for at, head in enumerate(table.columns) if (name := _round_head(head, year))}
    if len(heads) >= _LEAST_ROUNDS:
        yield from _across(reading, table, heads)


def _filled(table: Table) -> list[Row]:
    return [row for row in table.rows if row.kind is not RowKind.HEADING and not row.empty]


def _round_head(head: str, year: int | None) -> RoundName | None:
    return None if DIFFERENCE.search(head) else round_in(head, year)


def _down(
    reading: PlanReading, table: Table, rows: list[tuple[Row, RoundName | None]], year: int | None
) -> Iterator[Estimates]:
    columns = year_columns(table)
    if not columns:
        lack, repair = "ingen kolonne er et år", "Skriv et år over hver kolonne med beløb."
        reading.findings.append(cannot_read(table, reading.named(table), _KIND, lack, repair))
        return
    amounts = reading.amounts(table, columns.values(), _KIND)
    if amounts is None:
        return
    named = [(row, name or basis_in(full_label(row), year)) for row, name in rows]
    _tell_unnamed(reading, table, [row for row, name in named if name is None and not row.kind.sums])
    rounds = [_round(name, amounts.by_year(row, columns)) for row, name in named if name]
    yield tell_of(reading, table, Estimates(reading.title(table), amounts.printed, in_order(rounds)))


def _tell_unnamed(reading: PlanReading, table: Table, rows: list[Row]) -> None:
    if rows:
        labels = listed([quoted(row.label) for row in rows])
        places = [row.place for row in rows[1:]]
        words = {"table": reading.named(table), "rows": labels}
        reading.findings.append(note("PLA-004", rows[0].place, words, table, places))


def _across(reading: PlanReading, table: Table, heads: dict[int, RoundName]) -> Iterator[Estimates]:
    """Rounds across: the rows are years of one thing, or each row is a thing estimated again and again."""
    amounts = reading.amounts(table, heads, _KIND)
    if amounts is None:
        return
    rows = _filled(table)
    years = [only_year(row.label) if not row.kind.sums else None for row in rows]
    if rows and all(years):
        by_round = {at: {y: amounts.ore(row, at) for y, row in zip(years, rows, strict=True) if y} for at in heads}
        rounds = [_round(name, YearAmounts.of(by_round[at])) for at, name in heads.items()]
        yield Estimates(reading.title(table), amounts.printed, in_order(rounds))
        return
    for row in rows:
        if rounds := _rounds_of_row(row, heads, amounts):
            yield Estimates(row.label, amounts.printed, in_order(rounds))


def _rounds_of_row(row: Row, heads: dict[int, RoundName], amounts: TableAmounts) -> list[FollowUpRound]:
    """A row's figures are of the year that its rounds follow up on; a round that names no year says nothing of any."""
    stated = [(name, name.year, amounts.ore(row, at)) for at, name in heads.items()]
    return [
        _round(name, YearAmounts.of({year: ore})) for name, year, ore in stated if year is not None and ore is not None
    ]


def _round(name: RoundName, amounts: YearAmounts) -> FollowUpRound:
    return FollowUpRound(name.label, name.year, name.number, amounts, name.as_of)


def in_order(rounds: list[FollowUpRound]) -> tuple[FollowUpRound, ...]:
    """Return rounds from the oldest, by year and number or by day; else as the paper lists them."""
    numbered = [(each.year, each.number) for each in rounds if each.year and each.number]
    days = [each.as_of for each in rounds if each.as_of]
    keys: list[tuple[int, int]] | list[date] = numbered if len(numbered) == len(rounds) else days
    if len(keys) != len(rounds):
        return tuple(rounds)
    return tuple(rounds[at] for at in sorted(range(len(rounds)), key=keys.__getitem__))
