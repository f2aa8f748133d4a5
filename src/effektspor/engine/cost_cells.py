"""Cost by group and month in prefix sums: work grows with lines and with cells, not with lines × months (DESIGN §4).

A line's cost in a month is R(a·j, L) − R(a·i, L), a its whole month. So a line is three things: minus the days before
its start in the month of its start, plus the days before its end in the month of its end, and a whole month in each
month from the one up to the other. The last is a step up and a step down, summed along the months afterwards: of one
height for months and hours a month, of one for each length of month for days and weeks, of twelve for years.
"""

from collections.abc import Iterator

import numpy as np

from effektspor.core.grants.price_line import PriceUnit
from effektspor.engine.blocks import Block
from effektspor.engine.columns import UNITS, Ints
from effektspor.engine.horizon import Horizon
from effektspor.engine.whole_month import Whole, first_days_ore, whole_month_ore

_DIRECT = (PriceUnit.ATTENDANCE, PriceUnit.ONCE)
_BY_LENGTH = (PriceUnit.DAY, PriceUnit.WEEK, PriceUnit.HOUR_WEEK)

# What months are told apart by, and its value: ("length", 31), ("number", 2), or ("", 0) for all alike.
_Kind = tuple[str, int]


class CostCells:
    """Sums of cost by group and month, to which blocks of lines are added."""

    def __init__(self, groups: int, horizon: Horizon, dtype: np.dtype[np.generic]) -> None:
        self._horizon, self._shape, self._dtype = horizon, (groups, horizon.width), dtype
        self._direct = self._zeros()
        self._steps: dict[_Kind, Whole] = {}

    def add(self, block: Block) -> None:
        amount_ore = block.of(block.columns.amount_ore).astype(self._dtype, copy=False)
        amount_ore = amount_ore * block.of(block.columns.quantity)
        units = block.of(block.columns.unit)
        first_cell = block.of(block.columns.group) * self._horizon.width
        for code, unit in enumerate(UNITS):
            of_unit = np.flatnonzero(units == code)
            picked = [each[of_unit] for each in (amount_ore, first_cell, block.start, block.end)]
            self._add_unit(unit, *picked)

    def ore(self) -> Whole:
        """Return cost in øre by group and month, with a last column to be left out."""
        ore = self._direct.reshape(self._shape)
        for kind, steps in self._steps.items():
            months = self._months_of(kind)
            ore[:, months] += np.cumsum(steps.reshape(self._shape), axis=1)[:, months]
        return ore

    def _add_unit(self, unit: PriceUnit, amount_ore: Whole, first_cell: Ints, start: Ints, end: Ints) -> None:
        start_cell = first_cell + self._horizon.month[start]
        if unit in _DIRECT:
            # Whole in one month, and so, as the horizon is one of whole months, whole inside it.
            np.add.at(self._direct, start_cell, amount_ore)
            return
        end_cell = first_cell + self._horizon.month[end]
        np.add.at(self._direct, *self._days_before(unit, amount_ore, end, end_cell))
        np.subtract.at(self._direct, *self._days_before(unit, amount_ore, start, start_cell))
        for kind in self._kinds(unit):
            if kind not in self._steps:
                self._steps[kind] = self._zeros()
            steps = self._steps[kind]
            whole_ore = whole_month_ore(unit, amount_ore, kind[1], kind[1])
            np.add.at(steps, start_cell, whole_ore)
            np.subtract.at(steps, end_cell, whole_ore)

    def _days_before(self, unit: PriceUnit, amount_ore: Whole, day: Ints, cell: Ints) -> tuple[Ints, Whole]:
        """The cells of the days that are no month's first, and what the days before them in the month cost."""
        horizon, offset = self._horizon, self._horizon.offset[day]
        chosen = np.flatnonzero(offset)
        month = horizon.month[day[chosen]]
        length, number = horizon.length[month], horizon.number[month]
        return cell[chosen], first_days_ore(unit, amount_ore[chosen], offset[chosen], length, number)

    def _kinds(self, unit: PriceUnit) -> Iterator[_Kind]:
        if unit in _BY_LENGTH:
            yield from (("length", each) for each in self._horizon.lengths)
        elif unit is PriceUnit.YEAR:
            yield from (("number", each) for each in self._horizon.numbers)
        else:
            yield "", 0

    def _months_of(self, kind: _Kind) -> Ints:
        told_apart_by, value = kind
        if not told_apart_by:
            return np.arange(len(self._horizon.months))
        of_months = self._horizon.length if told_apart_by == "length" else self._horizon.number
        return np.flatnonzero(of_months == value)

    def _zeros(self) -> Whole:
        return np.zeros(self._shape[0] * self._shape[1], dtype=self._dtype)
