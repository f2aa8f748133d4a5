"""Whether the text at a table says the table's own figures in another unit than the table does."""

import re
from collections.abc import Iterator

from effektspor.core.audit.amounts import Amount, amounts_near, significant_digits
from effektspor.core.audit.cases import Case
from effektspor.core.audit.pairs import unit_at, year_columns
from effektspor.core.document import Row, Table
from effektspor.core.number import Number
from effektspor.core.unit import BILLION, KRONE, MILLION, THOUSAND, Unit, find_unit

_UNITS = (KRONE, THOUSAND, MILLION, BILLION)
# Two figures of two or three digits: fewer might meet by chance.
_LEAST_FIGURES, _LEAST_EACH, _LEAST_DIGITS = 2, 2, 5
_POINTS_AT_TABLE = re.compile(r"\btabel(?:len|lerne|let)?\b|\bovenfor\b|\bnedenfor\b|\bovenstående\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def unit_in_prose(case: Case, table: Table) -> tuple[Unit, list[Amount]] | None:
    """Return the one other unit in which a table says what the text says, and the amounts that show it."""
    stated = _unit_of(table)
    amounts = amounts_near(case, table) if stated else []
    if stated is None or any(_digits(table, stated, stated, amount) for amount in amounts):
        return None
    others = {unit: _only_in(table, stated, unit, amounts) for unit in _UNITS if unit != stated}
    enough = [(unit, found) for unit, found in others.items() if found]
    return enough[0] if len(enough) == 1 else None


def _unit_of(table: Table) -> Unit | None:
    """The table's unit, or the one that all its columns state."""
    columns = {unit_at(table, column) for column in range(len(table.columns))}
    return find_unit(table.unit or "") or (columns.pop() if len(columns) == 1 else None)


def _only_in(table: Table, stated: Unit, unit: Unit, amounts: list[Amount]) -> list[Amount]:
    """Return the amounts that are figures of the table in a unit, where they are enough not to meet by chance."""
    digits = {amount: max(found) for amount in amounts if (found := _digits(table, stated, unit, amount))}
    telling = {amount: count for amount, count in digits.items() if count >= _LEAST_EACH}
    many = len(telling) >= _LEAST_FIGURES and sum(telling.values()) >= _LEAST_DIGITS
    return list(telling) if many else [amount for amount in telling if _is_the_sum(table, unit, amount)]


def _is_the_sum(table: Table, unit: Unit, amount: Amount) -> bool:
    """Whether a sentence points at the table and names a year, and the amount is the table's last sum in that year."""
    columns = year_columns(table)
    years = [year for year in _YEAR.findall(amount.text) if year in columns]
    if len(years) != 1 or not _POINTS_AT_TABLE.search(amount.text):
        return False
    last = next((row for row in reversed(table.rows) if row.kind.sums), None)
    figure = last.cells[columns[years[0]]].number if last else None
    return figure is not None and amount.is_figure(figure, unit)


def _digits(table: Table, stated: Unit, unit: Unit, amount: Amount) -> list[int]:
    """Return how much each figure that is the amount says, were the table in a unit."""
    columns = [column for column in range(len(table.columns)) if unit_at(table, column) == stated]
    return [
        min(significant_digits(number), significant_digits(amount.number))
        for number in _numbers(table.rows, columns)
        if number.digits and amount.is_figure(number, unit)
    ]


def _numbers(rows: tuple[Row, ...], columns: list[int]) -> Iterator[Number]:
    return (number for row in rows for column in columns if (number := row.cells[column].number))
