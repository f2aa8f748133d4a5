"""Equations of one structure, in every row or in every column of a table, believed where enough of them hold."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from effektspor.core.audit.additive import is_ratio
from effektspor.core.audit.equations import CellId, Equation, Kind, Structure, equation
from effektspor.core.document import Table

# Positions with a sign: columns of a row, or rows of a column.
Parts = tuple[tuple[int, int], ...]


class Proposed(NamedTuple):
    """A structure before it is tested: a column (or row) and the columns (or rows) it would be made of."""

    kind: Kind
    result: int
    parts: Parts


def believed_along(table: Table, proposed: Proposed, rows: Iterable[int], *, least: int) -> list[Equation]:
    """Return a column's equations in those rows, where at least `least` of them hold and no more fail; else none."""
    stated_by = Structure(proposed.kind, f"{proposed.kind}:{table.id}:{proposed.result}")
    added = (index for index in rows if not is_ratio(table.rows[index].label))
    return _believed(table, (_stated(table, stated_by, _along(index, proposed)) for index in added), least)


def believed_down(table: Table, proposed: Proposed, *, least: int) -> list[Equation]:
    """Return a row's equations in every column that is no ratio, where at least `least` hold and no more fail."""
    stated_by = Structure(proposed.kind, f"{proposed.kind}-down:{table.id}:{proposed.result}")
    columns = (column for column, name in enumerate(table.columns) if not is_ratio(name))
    return _believed(table, (_stated(table, stated_by, _down(column, proposed)) for column in columns), least)


def _along(row: int, proposed: Proposed) -> Sequence[tuple[int, int, int]]:
    return [(row, proposed.result, 1), *((row, column, sign) for column, sign in proposed.parts)]


def _down(column: int, proposed: Proposed) -> Sequence[tuple[int, int, int]]:
    return [(proposed.result, column, 1), *((row, column, sign) for row, sign in proposed.parts)]


def _stated(table: Table, stated_by: Structure, cells: Sequence[tuple[int, int, int]]) -> Equation | None:
    (result, column, _), *parts = cells
    if not any(table.rows[row].cells[at].number for row, at, _ in parts):
        return None
    signed = tuple((CellId(table.id, row, at), sign) for row, at, sign in parts)
    stated = equation({table.id: table}, stated_by, CellId(table.id, result, column), signed)
    if stated is None:
        return None
    # Persons and places are counted, not rounded.
    counted = stated_by.kind is Kind.FLOW and table.unit_of(column) is None
    return replace(stated, bound=Fraction(0) if counted else stated.bound * _added_rows(table, stated))


def _added_rows(table: Table, stated: Equation) -> int:
    """A paper may add up rounded rows: each figure of a sum's row then carries the rounding of them all."""
    result = stated.result.row
    along_a_sum = table.rows[result].kind.sums and all(cell.row == result for cell, _ in stated.parts)
    if stated.kind is not Kind.DIFFERENCE or not along_a_sum:
        return 1
    return 1 + sum(not row.kind.sums and not row.empty for row in table.rows)


def _believed(table: Table, tried: Iterable[Equation | None], least: int) -> list[Equation]:
    stated = [each for each in tried if each]
    telling = [each for each in stated if _tells(table, each)]
    holding = sum(each.holds for each in telling)
    failing = len(telling) - holding
    if holding < least or holding < failing:
        return []
    return [replace(each, certain=holding > failing) for each in stated]


def _tells(table: Table, stated: Equation) -> bool:
    """A row in which at most one figure is not 0 would fit almost any structure; a column called total is believed."""
    figures = (table.rows[cell.row].cells[cell.column].number for cell, _ in stated.parts)
    least = 0 if stated.kind is Kind.ROW_TOTAL else 1
    return sum(1 for number in figures if number and number.digits) > least or not stated.holds
