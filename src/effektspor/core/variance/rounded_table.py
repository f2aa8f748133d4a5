"""A table of exact fractions as whole øre that add up both ways.

Each row is rounded by itself, by largest remainder, so a row keeps its sum. That may leave a column an øre or more from
its exact sum. Then an øre is moved, inside rows, from a column that has too much to one that has too little, only
between a cell that was rounded up and one that was rounded down. As long as a column is a whole øre off there is such a
way: the exact table itself is a way of sharing, and where some exact sharing exists a whole one does (the theorem of
controlled rounding, Bacharach 1966).
"""

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple, TypeVar

from effektspor.core.sharing import rounded_parts

_Errors = list[list[Fraction]]
_Amount = TypeVar("_Amount", int, Fraction)


class _Step(NamedTuple):
    """An øre from one column to another, in one row."""

    row: int
    giver: int
    taker: int


def rounded_table(rows: Sequence[Sequence[Fraction]]) -> list[list[int]]:
    """Return rows with whole sums as whole øre: every row keeps its sum, every column is under one øre from its own.

    Every cell is less than one øre from its exact value, and one that is whole stays.
    """
    table = [rounded_parts(row) for row in rows]
    errors = [[cell - part for cell, part in zip(*pair, strict=True)] for pair in zip(table, rows, strict=True)]
    columns = [sum(column, Fraction(0)) for column in zip(*errors, strict=True)]
    while steps := _repair(errors, columns):
        for row, giver, taker in steps:
            _move(table[row], giver, taker)
            _move(errors[row], giver, taker)
            _move(columns, giver, taker)
    return table


def _move(amounts: list[_Amount], giver: int, taker: int) -> None:
    amounts[giver] -= 1
    amounts[taker] += 1


def _repair(errors: _Errors, columns: Sequence[Fraction]) -> list[_Step]:
    """Return the steps that bring a column an øre nearer, none where no column is a whole øre off."""
    if max(columns, default=0) >= 1:
        return _way(errors, [columns.index(max(columns))], [at for at, error in enumerate(columns) if error < 0])
    if min(columns, default=0) <= -1:
        return _way(errors, [at for at, error in enumerate(columns) if error > 0], [columns.index(min(columns))])
    return []


def _way(errors: _Errors, givers: Sequence[int], takers: Collection[int]) -> list[_Step]:
    """Return the shortest way from a column that gives to one that takes; the first of equally short ones."""
    ways: dict[int, list[_Step]] = {giver: [] for giver in givers}
    queue = deque(givers)
    while (column := queue.popleft()) not in takers:
        for step in _steps(errors, column):
            if step.taker not in ways:
                ways[step.taker] = [*ways[column], step]
                queue.append(step.taker)
    return ways[column]


def _steps(errors: _Errors, giver: int) -> Iterator[_Step]:
    """Yield the øre a column can give: where it was rounded up in a row, and another column down."""
    for row, parts in enumerate(errors):
        if parts[giver] > 0:
            yield from (_Step(row, giver, taker) for taker, error in enumerate(parts) if error < 0)
