"""Tables and labels of a proposal that are another proposal's: its own first table does not know them.

A proposal that was written over another may keep a table of it. That two have a "Sagsbehandler" is no sign of that.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from effektspor.core.audit.case_lines import StatedEconomy, economy_of
from effektspor.core.audit.cases import Case
from effektspor.core.audit.labels import is_generic, label_key, same_label, stems
from effektspor.core.audit.pairs import has_one_figure_a_cell, year_columns
from effektspor.core.audit.reprints import names_case
from effektspor.core.document import Row, RowKind, Table

_Years = Mapping[str, Fraction]
# A label of fewer words may be called the same in two proposals by chance.
_LEAST_WORDS = 2


class Copied(NamedTuple):
    """A row that another case's first table knows and its own does not; `whole`: all of its table is the other's."""

    case: Case
    table: Table
    at: int
    other: Case
    source: Row
    whole: bool

    @property
    def row(self) -> Row:
        return self.table.rows[self.at]


@dataclass(frozen=True)
class KnownCase:
    """A proposal with the economy it begins with, read once to be held against the others."""

    case: Case
    economy: StatedEconomy

    @cached_property
    def lines(self) -> Mapping[str, list[Row]]:
        """The rows of the first table by the beginning of their label."""
        found: dict[str, list[Row]] = {}
        for row in self.economy.table.rows:
            if row.kind is not RowKind.HEADING and not row.empty:
                found.setdefault(label_key(row.label), []).append(row)
        return found

    def called(self, label: str) -> Row | None:
        return next((row for row in self.lines.get(label_key(label), ()) if same_label(row.label, label)), None)

    def having(self, figures: _Years) -> list[Row]:
        """Return the rows of the first table that have these figures in the years both know, where that is any."""
        rows = (row for rows in self.lines.values() for row in rows)
        return [row for row in rows if _agree(figures, amounts_of(self.economy.table, row))]

    @property
    def further(self) -> tuple[Table, ...]:
        return tuple(table for table in self.case.tables if table is not self.economy.table)


def copied(cases: tuple[Case, ...]) -> Iterator[Copied]:
    """Yield the copied rows, one for each table: the first that shows it."""
    known = [KnownCase(case, economy) for case in cases if case.title is not None and (economy := economy_of(case))]
    by_label: dict[str, list[KnownCase]] = {}
    for each in known:
        for key in each.lines:
            by_label.setdefault(key, []).append(each)
    for own in known:
        for table in own.further:
            found = (_copied_row(own, table, index, by_label) for index in range(len(table.rows)))
            yield from [first for first in [next((each for each in found if each), None)] if first]


def amounts_of(table: Table, row: Row) -> _Years:
    """Return a row's figures but 0 by year."""
    numbers = {year: row.cells[column].number for year, column in year_columns(table).items()}
    return {year: number.value for year, number in numbers.items() if number and number.digits}


def _copied_row(own: KnownCase, table: Table, index: int, by_label: Mapping[str, list[KnownCase]]) -> Copied | None:
    row = table.rows[index]
    if not _may_be_copied(row) or own.called(row.label):
        return None
    figures = amounts_of(table, row)
    others = [other for other in by_label.get(label_key(row.label), ()) if other is not own and other.called(row.label)]
    if len(others) != 1 or not figures or _says_again(own, table, row):
        return None
    source = others[0].called(row.label)
    assert source is not None, "found by its label"
    theirs = amounts_of(others[0].economy.table, source)
    same, elsewhere = figures == theirs, own.having(figures)
    if same and not elsewhere and _is_whole(table, others[0]) and not names_case(own.case, table, others[0].case):
        return Copied(own.case, table, index, others[0].case, source, whole=True)
    if not same and len(elsewhere) == 1 and _is_missing(table, elsewhere[0]):
        return Copied(own.case, table, index, others[0].case, source, whole=False)
    return None


def _may_be_copied(row: Row) -> bool:
    return (
        row.kind is RowKind.ROW
        and has_one_figure_a_cell(row)
        and not is_generic(row.label)
        and len(stems(row.label)) >= _LEAST_WORDS
    )


def _says_again(own: KnownCase, table: Table, row: Row) -> bool:
    """Whether a further table of the case has the row too: then it is the case's own."""
    return any(
        other is not table and any(same_label(row.label, each.label) for each in other.rows) for other in own.further
    )


def _is_whole(table: Table, other: KnownCase) -> bool:
    """Whether every row of a table is a row of one of the other case's tables, with its figures."""
    rows = [row for row in table.rows if row.kind is not RowKind.HEADING and not row.empty]
    return any(all(_stands_in(table, row, theirs) for row in rows) for theirs in other.case.tables)


def _stands_in(table: Table, row: Row, theirs: Table) -> bool:
    figures = amounts_of(table, row)
    return any(same_label(row.label, each.label) and amounts_of(theirs, each) == figures for each in theirs.rows)


def _is_missing(table: Table, line: Row) -> bool:
    """Whether the line whose figures a row has is not in the row's table by its own name."""
    return line.kind is RowKind.ROW and not any(same_label(line.label, each.label) for each in table.rows)


def _agree(figures: _Years, other: _Years) -> bool:
    shared = figures.keys() & other.keys()
    return bool(shared) and figures == {year: other[year] for year in shared}
