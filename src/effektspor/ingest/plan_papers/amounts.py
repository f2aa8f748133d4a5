"""A table's amounts in øre, and how the table prints them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median_high

from effektspor.core.document import Row, Table
from effektspor.core.number import Number
from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.unit import KRONE, Unit, find_unit
from effektspor.core.year_amounts import YearAmounts

# Ten million of 1.000 kr. is more than a plan holds; smaller figures are in kr. where each of them ends in 000.
_SURELY_KRONER, _KRONER_FROM, _THOUSAND = 10_000_000, 10_000, 1000


@dataclass(frozen=True, slots=True)
class TableAmounts:
    """The amount columns of a table with the unit of each; `printed` is how it prints them."""

    printed: PrintedAs
    units: Mapping[int, Unit]

    def ore(self, row: Row, column: int) -> int | None:
        """Return the amount of a cell in øre; None where nothing is stated, or nothing certain."""
        number = row.cells[column].number
        unit = self.units.get(column)
        return unit.to_ore(number) if number and unit else None

    def by_year(self, row: Row, columns: Mapping[int, int]) -> YearAmounts:
        """Return a row's amounts by year, given the column of each year."""
        return YearAmounts.of({year: self.ore(row, column) for year, column in columns.items()})


def amounts_of(table: Table, columns: Iterable[int], asked_unit: Unit | None = None) -> TableAmounts | None:
    """Return the amounts of some columns; None where no unit is stated and the figures cannot tell it."""
    wanted = tuple(columns)
    stated = {column: unit for column in wanted if (unit := find_unit(table.unit_of(column) or ""))}
    numbers = [number for row in table.rows for column in wanted if (number := row.cells[column].number)]
    units = stated or dict.fromkeys(wanted, _unit_of_size(numbers))
    first = next((unit for unit in units.values() if unit), None)
    if first is None:
        return None
    decimals = max((number.decimals for number in numbers), default=0)
    printed = PrintedAs(first, decimals, table.price_level, bool(stated), asked_unit)
    return TableAmounts(printed, {column: units.get(column) or first for column in wanted})


def _unit_of_size(numbers: Iterable[Number]) -> Unit | None:
    sizes = [abs(number.value) for number in numbers if number.digits]
    if not sizes or median_high(sizes) < _KRONER_FROM:
        return None
    return KRONE if max(sizes) >= _SURELY_KRONER or all(size % _THOUSAND == 0 for size in sizes) else None
