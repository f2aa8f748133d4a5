"""Rows that detail the row above them: "heraf …", or lines with a dash under a row that they add up to."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from effektspor.core.audit.explanation import Explanation, test_parts
from effektspor.core.document import Row, RowKind, Table

_DASHED = re.compile(r"^[-–•·]\s*\w")
# A row and its details agree by chance in one column, hardly in two; then one may fail.
_LEAST_COLUMNS = 2


def with_details(table: Table) -> Table:
    """Return the table with the dashed lines that add up to the row above them marked as parts of it."""
    rows = list(table.rows)
    for parent, details in _runs(table.rows, _is_dashed):
        found = test_parts(table, parent, details)
        if found and len(found.failing) < max(1, min(2, len(found.holding))):
            rows[details[0] : details[-1] + 1] = [replace(table.rows[at], kind=RowKind.PART) for at in details]
    return replace(table, rows=tuple(rows))


def explain_details(table: Table) -> Iterator[Explanation]:
    """Yield the rows that their parts add up to in full, and no more than one column in which they do not."""
    for parent, details in _runs(table.rows, _is_part):
        found = test_parts(table, parent, details) if len(details) > 1 else None
        different = {_figures(table, found, column) for column in found.holding} if found else set()
        if found and (found.holds or (len(different) >= _LEAST_COLUMNS and len(found.failing) == 1)):
            yield found


def _runs(rows: tuple[Row, ...], wanted: Callable[[Row], bool]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each plain row with the run of wanted rows right under it."""
    index = 0
    while index < len(rows):
        end = index + 1
        while end < len(rows) and wanted(rows[end]):
            end += 1
        if end > index + 1 and not wanted(rows[index]) and not rows[index].empty:
            yield index, tuple(range(index + 1, end))
        index = end


def _is_dashed(row: Row) -> bool:
    return row.kind is RowKind.ROW and not row.empty and bool(_DASHED.match(row.label))


def _is_part(row: Row) -> bool:
    return row.kind is RowKind.PART and not row.empty


def _figures(table: Table, found: Explanation, column: int) -> tuple[int, ...]:
    numbers = (table.rows[row].cells[column].number for row in (found.row, *found.parts))
    return tuple(number.digits if number else 0 for number in numbers)
