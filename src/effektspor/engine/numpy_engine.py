"""The engine of the product: prefix sums over columns, exact in whole øre."""

from collections.abc import Sequence
from operator import attrgetter

import numpy as np

from effektspor.core.grants.cells import CostRow, GrantRow
from effektspor.core.period import Period
from effektspor.engine.amounts import whole_dtype
from effektspor.engine.blocks import blocks_of
from effektspor.engine.columns import GrantColumns, Ints, columns_of, of_groups
from effektspor.engine.cost_cells import CostCells
from effektspor.engine.horizon import Horizon, horizon_of
from effektspor.engine.person_cells import GrantCells, PersonCells
from effektspor.engine.whole_month import Whole

# Of 17 kinds (all alike, 4 lengths, 12 numbers) and 8 bytes each: a quarter of a gigabyte.
MOST_CELLS = 2_000_000


def cost_rows(rows: Sequence[GrantRow], period: Period, by: tuple[str, ...]) -> list[CostRow]:
    """Return what `core.grants.cells.cost_rows` returns."""
    return rows_of_columns(columns_of(rows, by), period)


def rows_of_columns(columns: GrantColumns, period: Period) -> list[CostRow]:
    """Return cost, person days, citizens and grants by month and group, in that order.

    Very many groups are taken some at a time, as each needs a cell for each month and each kind of month.
    """
    horizon = horizon_of(period)
    groups, at_a_time = len(columns.groups), max(MOST_CELLS // horizon.width, 1)
    parts = [of_groups(columns, first, first + at_a_time) for first in range(0, groups, at_a_time)]
    rows = [row for part in parts for row in _rows(part, horizon)]
    return rows if len(parts) <= 1 else sorted(rows, key=attrgetter("month", "group"))


def _rows(columns: GrantColumns, horizon: Horizon) -> list[CostRow]:
    cost, persons, grants = _cost(columns, horizon), PersonCells(columns, horizon), GrantCells(columns, horizon)
    for block in blocks_of(columns, horizon):
        cost.add(block)
        persons.add(block)
        grants.add(block)
    return rows_of_cells(columns, horizon, (cost.ore(), *persons.counts(), grants.counts()))


def rows_of_cells(columns: GrantColumns, horizon: Horizon, cells: Sequence[Whole]) -> list[CostRow]:
    """Return a row for each month and group with a grant, by month first; the cells after the horizon are left out."""
    month, group = np.nonzero(cells[-1][:, :-1].T)
    names = [str(each) for each in horizon.months]
    found = zip(month.tolist(), group.tolist(), *(each[group, month].tolist() for each in cells), strict=True)
    return [CostRow(names[at], columns.groups[code], *figures) for at, code, *figures in found]


def cost_of_columns(columns: GrantColumns, period: Period) -> Whole:
    """Return cost alone, in øre by group and month."""
    horizon = horizon_of(period)
    cost = _cost(columns, horizon)
    for block in blocks_of(columns, horizon):
        cost.add(block)
    return cost.ore()[:, :-1]


def persons_of_columns(columns: GrantColumns, period: Period) -> tuple[Ints, ...]:
    """Return person days, citizens and grants alone, each by group and month."""
    horizon = horizon_of(period)
    persons, grants = PersonCells(columns, horizon), GrantCells(columns, horizon)
    for block in blocks_of(columns, horizon):
        persons.add(block)
        grants.add(block)
    return tuple(cells[:, :-1] for cells in (*persons.counts(), grants.counts()))


def _cost(columns: GrantColumns, horizon: Horizon) -> CostCells:
    return CostCells(len(columns.groups), horizon, whole_dtype(columns))
