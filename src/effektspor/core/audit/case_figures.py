"""The amounts that a proposal prints in its tables, in øre, with what rounding may have moved each."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from effektspor.core.audit.cases import Case
from effektspor.core.audit.pairs import unit_at
from effektspor.core.document import Table
from effektspor.core.number import Number

# A table whose figures are all hundreds is printed in hundreds; no table is printed in more than thousands.
_STEPS = (1000, 100, 10)
_LEAST_FIGURES = 2


class CaseFigure(NamedTuple):
    """A figure of a money column: where it stands, its amount and half of the step it is rounded to."""

    table: Table
    row: int
    column: int
    number: Number
    ore: Fraction
    half_ore: Fraction

    @property
    def label(self) -> str:
        return self.table.rows[self.row].label


def figures_of(case: Case) -> Iterator[CaseFigure]:
    """Yield every amount but 0 in the tables of a case that state a unit of money."""
    for table in case.tables:
        yield from figures_in(table)


def figures_in(table: Table) -> Iterator[CaseFigure]:
    """Yield every amount but 0 of a table; a cell that stacks values has one for each."""
    units = [unit_at(table, column) for column in range(len(table.columns))]
    step = printed_step(table)
    for index, row in enumerate(table.rows):
        for column, (cell, unit) in enumerate(zip(row.cells, units, strict=True)):
            for number in cell.numbers if unit else ():
                if unit and number and number.digits:
                    yield CaseFigure(
                        table,
                        index,
                        column,
                        number,
                        number.value * unit.ore,
                        max(step / 2, number.half_unit) * unit.ore,
                    )


def printed_step(table: Table) -> Fraction:
    """Return what a table's figures are rounded to: one of the last digit, or a hundred where all are hundreds."""
    numbers = [number for row in table.rows for cell in row.cells for number in cell.numbers if number]
    decimals = max((number.decimals for number in numbers), default=0)
    values = {abs(number.digits) for number in numbers if number.digits}
    if decimals or len(values) < _LEAST_FIGURES:
        return Fraction(1, 10**decimals)
    return Fraction(next((step for step in _STEPS if all(value % step == 0 for value in values)), 1))
