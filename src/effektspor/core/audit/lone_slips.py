"""A sum that holds in no column, in a table of one year or with the same slip in all: told by the slip alone.

Only where one slip of one row, or of the sum, repairs every column, and no other does; and only a slip that figures
of that length hardly meet by chance. A turned sign is one only against all other rows: papers print income and costs
without a sign.
"""

from collections.abc import Iterable

from effektspor.core.audit.explanation import Explanation, difference, rounding_bound
from effektspor.core.audit.slips import Slip, slip_between
from effektspor.core.document import Table

_Repair = tuple[int, Slip]
_LEAST_SWAPPED = 4
# What a wrong zero moves must be that many times what rounding may.
_CLEAR_OF_ROUNDING = 50


def one_slip(table: Table, natural: Iterable[Explanation]) -> Explanation | None:
    """Return the explanation that one slip repairs in all its columns, where there is exactly one such repair."""
    failing = {found.parts: found for found in natural if not found.holding and len(found.parts) > 1}
    repaired = [(found, repairs) for found in failing.values() if (repairs := _repairs(table, found))]
    return repaired[0][0] if len(repaired) == 1 and len(repaired[0][1]) == 1 else None


def _repairs(table: Table, found: Explanation) -> set[_Repair]:
    """Return the rows, each with the slip that in every failing column turns the right figure into the printed one."""
    in_columns = [_repairs_in(table, found, column) for column in found.failing]
    return set.intersection(*in_columns) if in_columns else set()


def _repairs_in(table: Table, found: Explanation, column: int) -> set[_Repair]:
    apart = difference(table, found, column)
    bound = rounding_bound(table, found.parts, column, found.row)
    changes = [(found.row, -apart), *((part, apart) for part in found.parts)]
    repairs = set()
    for row, change in changes:
        number = table.rows[row].cells[column].number
        slip = slip_between(number, number.value + change, bound) if number else None
        swapped = slip is Slip.TRANSPOSED and number is not None and len(str(abs(number.digits))) >= _LEAST_SWAPPED
        turned = slip is Slip.SIGN and _is_alone(table, found, row, column)
        if slip and (swapped or ((slip is Slip.SCALE or turned) and abs(apart) > _CLEAR_OF_ROUNDING * bound)):
            repairs.add((row, slip))
    return repairs


def _is_alone(table: Table, found: Explanation, row: int, column: int) -> bool:
    """Whether a part has another sign than all other parts and the sum."""
    figures = {at: table.rows[at].cells[column].number for at in (found.row, *found.parts)}
    negative = {at: number.digits < 0 for at, number in figures.items() if number and number.digits}
    own = negative.pop(row, None)
    return row != found.row and len(negative) > 2 and all(other is not own for other in negative.values())
