"""Number × unit price, and full-time staff, before and after."""

import re
from collections.abc import Iterator

from effektspor.core.document import Row, Table
from effektspor.core.number import Number
from effektspor.core.proposals.details import StaffChange, UnitPrice
from effektspor.ingest.proposals.economy import is_stated_sum

_PRICE = re.compile(r"pris|takst", re.IGNORECASE)
_CHANGE = re.compile(r"ændring|forskel|difference|\+/-", re.IGNORECASE)
_UNNAMED = re.compile(r"kolonne \d+")
_BEFORE_AND_AFTER, _WITH_CHANGE = 2, 3


def read_unit_prices(table: Table) -> Iterator[UnitPrice]:
    """Yield a table's rows: the first number and price are before the proposal, the second after it."""
    prices = [at for at, name in enumerate(table.columns) if _PRICE.search(name)]
    quantities = [at for at in range(len(table.columns)) if at not in prices]
    for row in table.rows:
        if not row.empty and not is_stated_sum(row):
            before, after = (_at(row, quantities, each) for each in (0, 1))
            price_before, price_after = (_at(row, prices, each) for each in (0, 1))
            yield UnitPrice(row.label, before, price_before, after, price_after, table.unit or "1.000 kr.")


def _at(row: Row, columns: list[int], index: int) -> Number | None:
    return row.cells[columns[index]].number if index < len(columns) else None


def read_staff(table: Table) -> list[StaffChange] | None:
    """Return a table's rows, or None where it cannot be told which column is before, after and the change."""
    columns = _staff_columns(table)
    if columns is None:
        return None
    before, after, change = columns
    rows = [row for row in table.rows if not row.empty and not is_stated_sum(row)]
    return [StaffChange(row.label, _one(row, before), _one(row, after), _one(row, change)) for row in rows]


def _staff_columns(table: Table) -> tuple[int | None, int | None, int | None] | None:
    named = [at for at, name in enumerate(table.columns) if _CHANGE.search(name)]
    others = [at for at in range(len(table.columns)) if at not in named]
    if len(named) == 1 and len(others) <= _BEFORE_AND_AFTER:
        return others[0] if others else None, others[1] if len(others) > 1 else None, named[0]
    if not named and len(table.columns) == _WITH_CHANGE and all(map(_is_difference, table.rows)):
        return 0, 1, 2
    if not named and len(table.columns) == _BEFORE_AND_AFTER and not all(map(_UNNAMED.fullmatch, table.columns)):
        return 0, 1, None
    return None


def _is_difference(row: Row) -> bool:
    """Three columns whose heads are lost are before, after and change where the figures say so."""
    before, after, change = (cell.number for cell in row.cells)
    return row.empty or (None not in (before, after, change) and _minus(after, before) == _value(change))


def _minus(first: Number | None, second: Number | None) -> object:
    return _value(first) - _value(second)


def _value(number: Number | None):  # type: ignore[no-untyped-def]
    return number.value if number else 0


def _one(row: Row, column: int | None) -> Number | None:
    return None if column is None else row.cells[column].number
