"""Person days, citizens and grants by group and month: unions of days, then the same prefix sums as for cost."""

import numpy as np

from effektspor.core.grants.price_line import PriceUnit
from effektspor.engine.blocks import Block
from effektspor.engine.columns import CODE_OF_UNIT, GrantColumns, Ints
from effektspor.engine.horizon import Horizon
from effektspor.engine.intervals import Intervals, Packing, Union
from effektspor.engine.whole_month import Whole

_ONCE = CODE_OF_UNIT[PriceUnit.ONCE]


class PersonCells:
    """Person days and citizens by group and month, to which blocks of lines are added."""

    def __init__(self, columns: GrantColumns, horizon: Horizon) -> None:
        self._groups, self._horizon = len(columns.groups), horizon
        self._packing = Packing.of(_owners(columns.citizen, self._groups), horizon.days)
        self._packed: list[Whole] = []

    def add(self, block: Block) -> None:
        """Add the days of base lines other than once, which are a person's."""
        columns = block.columns
        chosen = np.flatnonzero((block.of(columns.base) != 0) & (block.of(columns.unit) != _ONCE))
        line = block.line[chosen]
        owner = columns.citizen[line] * self._groups + columns.group[line]
        self._packed.append(self._packing.pack(Intervals(owner, block.start[chosen], block.end[chosen])))

    def counts(self) -> tuple[Ints, Ints]:
        """Return person days and citizens by group and month, with a last column to be left out."""
        days, citizens = DaySums(self._groups, self._horizon), Levels(self._groups, self._horizon)
        union_of_days, union_of_months = Union(self._packing.bits), Union(self._packing.bits)
        for ordered in self._packing.ordered(self._packed):
            parts = union_of_days.new_parts(ordered)
            days.add(parts)
            citizens.add(union_of_months.new_parts(months_with(parts, self._horizon)))
        return days.sums(), citizens.sums()


class GrantCells:
    """How many grants have a line in the month, by group and month."""

    def __init__(self, columns: GrantColumns, horizon: Horizon) -> None:
        self._groups, self._horizon = len(columns.groups), horizon
        self._packing = Packing.of(_owners(columns.grant, self._groups), horizon.width)
        self._packed: list[Whole] = []

    def add(self, block: Block) -> None:
        owner = block.of(block.columns.grant) * self._groups + block.of(block.columns.group)
        self._packed.append(self._packing.pack(months_with(Intervals(owner, block.start, block.end), self._horizon)))

    def counts(self) -> Ints:
        """Return grants by group and month, with a last column to be left out."""
        grants, union = Levels(self._groups, self._horizon), Union(self._packing.bits)
        for ordered in self._packing.ordered(self._packed):
            grants.add(union.new_parts(ordered))
        return grants.sums()


class Levels:
    """How many intervals of months run in each month, by group; the group is the owner's last figure."""

    def __init__(self, groups: int, horizon: Horizon) -> None:
        self.shape = groups, horizon.width
        self._steps = np.zeros(groups * horizon.width, dtype=np.int64)

    def add(self, months: Intervals) -> tuple[Ints, Ints]:
        """Add intervals, and return the cells in which they start and end."""
        groups, width = self.shape
        first_cell = months.owner % max(groups, 1) * width
        start_cell, end_cell = first_cell + months.start, first_cell + months.end
        np.add.at(self._steps, start_cell, 1)
        np.subtract.at(self._steps, end_cell, 1)
        return start_cell, end_cell

    def sums(self) -> Ints:
        return np.cumsum(self._steps.reshape(self.shape), axis=1)


class DaySums:
    """How many days of intervals lie in each month, by group.

    Whole months, less the days before the start in its month, plus those before the end in its month.
    """

    def __init__(self, groups: int, horizon: Horizon) -> None:
        self._horizon, self._whole = horizon, Levels(groups, horizon)
        self._direct = np.zeros(groups * horizon.width, dtype=np.int64)

    def add(self, days: Intervals) -> None:
        month, offset = self._horizon.month, self._horizon.offset
        start_cell, end_cell = self._whole.add(Intervals(days.owner, month[days.start], month[days.end]))
        np.add.at(self._direct, end_cell, offset[days.end])
        np.subtract.at(self._direct, start_cell, offset[days.start])

    def sums(self) -> Ints:
        days = self._direct.reshape(self._whole.shape)
        days += self._whole.sums() * np.append(self._horizon.length, 0)
        return days


def months_with(days: Intervals, horizon: Horizon) -> Intervals:
    """Return the months that have one of the days, as intervals in the same order."""
    return Intervals(days.owner, horizon.month[days.start], horizon.month[days.end - 1] + 1)


def _owners(codes: Ints, groups: int) -> int:
    return (int(codes.max(initial=0)) + 1) * groups
