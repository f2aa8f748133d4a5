"""Sums that no word names: the figures alone say that a row adds up others.

"Botilbud" over its offers, "Resultat" under income and expenses. A row is taken for a sum only where that holds in
columns that differ, with figures too long to meet by chance, and fails in one column at the most.
"""

from collections.abc import Iterator
from dataclasses import replace

from effektspor.core.audit.totals import Explanation, explain_totals, rows_below, test_parts
from effektspor.core.document import Row, RowKind, Table

_LEAST_COLUMNS = 2
_LEAST_DIGITS = 3


def with_unnamed_sums(table: Table) -> Table:
    """Return the table with the rows that are sums by their figures alone marked as such."""
    added_up = [found for found in explain_totals(table) if found.holds]
    rows = list(table.rows)
    for index in range(len(rows)):
        found = _unnamed_sum(replace(table, rows=tuple(rows)), index)
        if found and not any({index, *found.parts} <= set(other.parts) for other in added_up):
            rows[index] = replace(rows[index], kind=RowKind.SUBTOTAL)
    return replace(table, rows=tuple(_last_is_total(rows))) if rows != list(table.rows) else table


def _last_is_total(rows: list[Row]) -> Iterator[Row]:
    sums = [index for index, row in enumerate(rows) if row.kind in (RowKind.TOTAL, RowKind.SUBTOTAL)]
    for index, row in enumerate(rows):
        if index in sums:
            last = index == sums[-1] and index > 0 and not _goes_on(rows, index)
            yield replace(row, kind=RowKind.TOTAL if last else RowKind.SUBTOTAL)
        else:
            yield row


def _goes_on(rows: list[Row], index: int) -> bool:
    """Whether plain rows stand below: then the sum is one of a part."""
    return rows[index].kind is RowKind.SUBTOTAL and any(
        row.kind is RowKind.ROW and not row.empty for row in rows[index + 1 :]
    )


def _unnamed_sum(table: Table, index: int) -> Explanation | None:
    row = table.rows[index]
    if row.kind is not RowKind.ROW or row.empty:
        return None
    tested = (test_parts(table, index, parts) for parts in _candidates(table.rows, index))
    return next((found for found in tested if found and _is_no_chance(table, found)), None)


def _candidates(rows: tuple[Row, ...], index: int) -> Iterator[tuple[int, ...]]:
    """The plain rows above since the last heading or sum, all plain rows above, and the rows below a first row."""
    plain = [at for at in range(index) if rows[at].kind is RowKind.ROW and not rows[at].empty]
    breaks = [at for at in range(index) if rows[at].kind.sums or rows[at].kind is RowKind.HEADING]
    yield tuple(at for at in plain if at > max(breaks, default=-1))
    yield tuple(plain)
    if not plain or max(breaks, default=-1) == index - 1:
        yield from rows_below(rows, index)


def _is_no_chance(table: Table, found: Explanation) -> bool:
    telling = {column: _figures(table, found, column) for column in found.holding}
    different = {figures[1:]: figures for figures in telling.values() if sum(map(bool, figures[1:])) > 1}
    long = [figures for figures in different.values() if len(str(abs(figures[0])).rstrip("0")) >= _LEAST_DIGITS]
    return len(long) >= _LEAST_COLUMNS and len(found.failing) < min(2, len(found.holding))


def _figures(table: Table, found: Explanation, column: int) -> tuple[int, ...]:
    numbers = (table.rows[row].cells[column].number for row in (found.row, *found.parts))
    return tuple(number.digits if number else 0 for number in numbers)
