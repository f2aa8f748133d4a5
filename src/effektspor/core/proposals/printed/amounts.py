"""Amounts as a case's tables print them: exact in the case's unit, so that what is read back is equal."""

from collections.abc import Iterable, Sequence

from effektspor.core.document import Cell
from effektspor.core.number import Number
from effektspor.core.unit import Unit
from effektspor.core.year_amounts import YearAmounts

_MOST_DECIMALS = 9


def exact_decimals(unit: Unit, amounts: Iterable[YearAmounts]) -> int:
    """Return the fewest decimals that print every amount exactly in the unit."""
    all_ore = {ore for each in amounts for _, ore in each.pairs}
    enough = (n for n in range(_MOST_DECIMALS) if all((ore * 10**n) % unit.ore == 0 for ore in all_ore))
    return next(enough, _MOST_DECIMALS)


def year_cells(amounts: YearAmounts, years: Sequence[int], unit: Unit, decimals: int) -> tuple[Cell, ...]:
    """Return a cell per year; a year that is not stated is empty."""
    return tuple(amount_cell(amounts.at(year), unit, decimals) for year in years)


def amount_cell(ore: int | None, unit: Unit, decimals: int) -> Cell:
    return Cell() if ore is None else number_cell(unit.to_number(ore, decimals))


def number_cell(number: Number | None) -> Cell:
    return Cell() if number is None else Cell(number.danish(), (number,))
