"""Tables of staff before, after and the change between them, one or a few rows: what no other check is sure of."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from effektspor.core.audit.pairs import has_one_figure_a_cell
from effektspor.core.document import Row, RowKind, Table
from effektspor.core.number import Number

_STAFF = re.compile(r"personale|årsværk|\båv\b|stilling|medarbejder|\bansat|normering", re.IGNORECASE)
_CHANGE = re.compile(r"ændring|forskel|differen|\+/[-–−]", re.IGNORECASE)


class ChangedStaff(NamedTuple):
    """A row whose change is not what lies between before and after."""

    table: Table
    at: int
    before: Number
    after: Number
    change: Number

    @property
    def row(self) -> Row:
        return self.table.rows[self.at]


def wrong_changes(table: Table) -> list[ChangedStaff]:
    """Return the rows of a table of staff whose change is wrong; none where all are counted the other way round."""
    found = list(_changes(table)) if _is_of_staff(table) else []
    return [each for each in found if not _holds(each)] if not all(_is_turned(each) for each in found) else []


def _is_of_staff(table: Table) -> bool:
    """The title or the heads say so; a row that is called for staff may be its pay."""
    is_change = [_CHANGE.search(name) is not None for name in table.columns]
    return is_change == [False, False, True] and any(
        _STAFF.search(text) for text in (table.caption or "", *table.columns)
    )


def _changes(table: Table) -> Iterator[ChangedStaff]:
    for index, row in enumerate(table.rows):
        numbers = [cell.number for cell in row.cells]
        if row.kind is not RowKind.HEADING and has_one_figure_a_cell(row):
            before, after, change = numbers
            if before and after and change:
                yield ChangedStaff(table, index, before, after, change)


def _holds(each: ChangedStaff) -> bool:
    bound = each.before.half_unit + each.after.half_unit + each.change.half_unit
    counted = not (each.before.decimals or each.after.decimals or each.change.decimals)
    return abs(each.after.value - each.before.value - each.change.value) <= (0 if counted else bound)


def _is_turned(each: ChangedStaff) -> bool:
    return each.before.value - each.after.value == each.change.value
