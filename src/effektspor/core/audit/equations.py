"""What a paper's figures say of each other: equations between cells, which hold or fail.

Every reader of structure (sums, row totals, differences, flows, twins, catalogue and case) states equations; a fault is
then told by what it breaks, and a repair by what it mends.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from effektspor.core.audit.counts import is_counted
from effektspor.core.document import Table
from effektspor.core.number import Number


class CellId(NamedTuple):
    """A cell of an amount column: its table's id, and its row and column, 0-based."""

    table: str
    row: int
    column: int


class Kind(StrEnum):
    """What states an equation."""

    SUM = "sum"
    ROW_TOTAL = "row_total"
    DIFFERENCE = "difference"
    FLOW = "flow"
    TWIN = "twin"
    CATALOGUE = "catalogue"
    ROLLUP = "rollup"


@dataclass(frozen=True, slots=True)
class Equation:
    """`result` = Σ sign × part; `residual` is what is printed minus what the parts give. All cells share one unit.

    `group` names the structure that states it, the same in every column (or row) in which that structure is tested;
    `certain` is whether the structure holds in most of them.
    """

    kind: Kind
    result: CellId
    parts: tuple[tuple[CellId, int], ...]
    residual: Fraction
    bound: Fraction
    group: str
    certain: bool = True

    @property
    def holds(self) -> bool:
        return abs(self.residual) <= self.bound

    @property
    def cells(self) -> tuple[CellId, ...]:
        return (self.result, *(cell for cell, _ in self.parts))

    def change_of(self, cell: CellId) -> Fraction:
        """Return what must be added to one of its cells for the equation to hold, all others unchanged."""
        if cell == self.result:
            return -self.residual
        sign = next(sign for part, sign in self.parts if part == cell)
        return self.residual * sign


def number_at(tables: Mapping[str, Table], cell: CellId) -> Number | None:
    """Return the first figure of a cell, or None where it has none."""
    return tables[cell.table].rows[cell.row].cells[cell.column].number


class Structure(NamedTuple):
    """What states an equation: its kind, its name in every column, and whether it holds in most of them."""

    kind: Kind
    group: str
    certain: bool = True


def equation(
    tables: Mapping[str, Table], stated_by: Structure, result: CellId, parts: tuple[tuple[CellId, int], ...]
) -> Equation | None:
    """Return the equation between the figures of some cells, or None where it cannot be tested.

    An empty part adds nothing; a result without a figure, or a part that could not be read, makes no equation. The
    bound is half a unit of the last printed digit of every figure, the result's included; what is counted is exact.
    """
    stated = number_at(tables, result)
    if stated is None or any(_unread(tables, cell) for cell, _ in parts):
        return None
    printed = tuple((cell, sign) for cell, sign in parts if number_at(tables, cell))
    figures = [(number, sign) for cell, sign in printed if (number := number_at(tables, cell))]
    given = sum((number.value * sign for number, sign in figures), Fraction(0))
    counted = is_counted(tables[result.table], result.row, result.column)
    bound = Fraction(0) if counted else sum((number.half_unit for number, _ in figures), stated.half_unit)
    return Equation(stated_by.kind, result, printed, stated.value - given, bound, stated_by.group, stated_by.certain)


def _unread(tables: Mapping[str, Table], cell: CellId) -> bool:
    return tables[cell.table].rows[cell.row].cells[cell.column].unread
