"""Columns that are years, the unit their amounts are in, and a row's amounts in øre."""

import re
from collections.abc import Mapping

from effektspor.core.document import Row, Table
from effektspor.core.number import Number
from effektspor.core.unit import KRONE, MILLION, THOUSAND, Unit, find_unit
from effektspor.core.year_amounts import YearAmounts

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)")
# "01.2026", "pr. 31.12.2026" and "2026-2029" are no year's column.
_NOT_A_YEAR = re.compile(r"\d[./-]\s*(?:19|20)\d\d|(?:19|20)\d\d\s*[-–/]\s*(?:19|20)?\d\d|pr\.\s*\d", re.IGNORECASE)
# Amounts this large in a table that names no unit are kroner: nobody prints hundreds of millions in thousands.
LARGE = 100_000
# Amounts this small with decimals are millions: nobody prints a part of a thousand.
SMALL = 1_000

Years = Mapping[int, int]


def year_in(name: str) -> int | None:
    """Return the one year that a head names: 2026 of "2026", "BO 2026" and "Budget 2026"."""
    years = set(_YEAR.findall(name))
    return int(years.pop()) if len(years) == 1 and not _NOT_A_YEAR.search(name) else None


def year_columns(table: Table) -> dict[int, int]:
    """Return the year of each column that is one, by column; none where two columns are of the same year."""
    found = {at: year for at, name in enumerate(table.columns) if (year := year_in(name))}
    return found if len(set(found.values())) == len(found) else {}


def unit_of(table: Table) -> Unit | None:
    """Return the unit that a table states for its columns, or None where it states none or several."""
    stated = {find_unit(text) for at in range(len(table.columns)) if (text := table.unit_of(at))}
    return stated.pop() if len(stated) == 1 else None


def likely_unit(tables: tuple[Table, ...]) -> tuple[Unit, str]:
    """Return the unit that tables without one are likely to be in, and in Danish why."""
    figures = [cell.number for table in tables for row in table.rows for cell in row.cells if cell.number]
    if any(abs(figure.value) >= LARGE for figure in figures):
        return KRONE, "fordi beløbene er så store"
    if any(figure.decimals for figure in figures) and all(abs(figure.value) < SMALL for figure in figures):
        return MILLION, "fordi beløbene er små og har decimaler"
    return THOUSAND, "som forslag plejer at være"


def amounts_of(row: Row, years: Years, unit: Unit, part: int = 0, sign: int = 1) -> YearAmounts:
    """Return a row's amounts by year in øre; of cells that stack several, the given part.

    A lone value beside stacks belongs to the first part.
    """
    read = {year: _number(row, column, part) for column, year in years.items()}
    return YearAmounts.of({year: None if each is None else sign * unit.to_ore(each) for year, each in read.items()})


def step_of(row: Row, years: Years, unit: Unit) -> int:
    """Return what one of the last printed digit of a row's coarsest amount is, in øre; 0 for no amount."""
    numbers = [number for column in years for number in row.cells[column].numbers if number and number.digits]
    return max((unit.step_ore(number) for number in numbers), default=0)


def stacked_parts(row: Row, years: Years) -> int:
    """Return how many figures the cells of a row stack; 1 where each has one."""
    return max((len(row.cells[column].numbers) for column in years), default=1) or 1


def _number(row: Row, column: int, part: int) -> Number | None:
    numbers = row.cells[column].numbers
    return numbers[part] if part < len(numbers) else None
