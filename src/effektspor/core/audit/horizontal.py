"""Equations along the rows: a column that is the total or the difference of the others.

A word in the head only proposes; the rows decide. A structure is believed when it holds in at least as many rows as it
fails in, and in more than could be chance.
"""

import re
from collections.abc import Iterator
from itertools import combinations, permutations

from effektspor.core.audit.additive import is_ratio
from effektspor.core.audit.believing import Parts, Proposed, believed_along
from effektspor.core.audit.equations import Equation, Kind
from effektspor.core.audit.flows import stock_rows
from effektspor.core.document import RowKind, Table

_TOTAL = re.compile(
    r"^(?:i alt|samlet|sum|total|hele perioden|(?:hele )?året|hele (?:19|20)\d\d)\b|\b(?:i alt|total)\b", re.IGNORECASE
)
_DIFFERENCE = re.compile(
    r"differen|forskel|afvig|ændring|\bmod\b|merforbrug|mindreforbrug|mer-|rest\b|mangler|manko|udestår", re.IGNORECASE
)
_UNNAMED = re.compile(r"kolonne \d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
# A relation that no word names must hold in this many rows, and fail in one at the most.
_LEAST_ROWS, _LEAST_DIGITS, _MOST_COLUMNS = 4, 3, 10


def row_total_equations(table: Table) -> list[Equation]:
    """Return, for a column called a total, each row's total against the years (or all columns) before it."""
    for column, name in enumerate(table.columns):
        if _TOTAL.search(name) and (parts := _added_before(table, column)):
            stocks = stock_rows(table)
            rows = [row for row in range(len(table.rows)) if row not in stocks]
            return believed_along(table, Proposed(Kind.ROW_TOTAL, column, parts), rows, least=1)
    return []


def _added_before(table: Table, total: int) -> Parts:
    """The years before a total column, else all columns before it; one column is no sum."""
    if any(_UNNAMED.fullmatch(name) for name in table.columns[:total]):
        # A head that was not read in full may hide a year, or a column that is none.
        return ()
    before = [column for column in range(total) if _may_add(table, column, total)]
    years = [column for column in before if _YEAR.search(table.columns[column])]
    chosen = years if len(years) > 1 else before
    return tuple((column, 1) for column in chosen) if len(chosen) > 1 else ()


def _may_add(table: Table, column: int, total: int) -> bool:
    name = table.columns[column]
    other = is_ratio(name) or _DIFFERENCE.search(name) or _TOTAL.search(name)
    return not other and table.unit_of(column) == table.unit_of(total)


def difference_equations(table: Table) -> list[Equation]:
    """Return, for each column called a difference, each row's against the two columns that give it most often."""
    columns = [column for column, name in enumerate(table.columns) if _DIFFERENCE.search(name)]
    return [each for column in columns if len(table.columns) > 2 for each in _difference_in(table, column)]


def _difference_in(table: Table, column: int) -> list[Equation]:
    rows = _rows_of_difference(table, column)
    proposed = [Proposed(Kind.DIFFERENCE, column, parts) for parts in _pairs(table, column)]
    # The pair that holds most often, also where it says little; only then whether it says enough.
    held = [_holding(believed_along(table, each, rows, least=0)) for each in proposed]
    if not proposed or held.count(max(held)) > 1:
        # Either way round fits as well: the paper does not say which is subtracted.
        return []
    return believed_along(table, proposed[held.index(max(held))], rows, least=2)


def _holding(equations: list[Equation]) -> int:
    return sum(each.holds for each in equations)


def _rows_of_difference(table: Table, column: int) -> list[int]:
    """All rows; but where some print no difference (more and less use stand in two columns), the sums are not one."""
    plain = [row for row in table.rows if row.kind is RowKind.ROW and not row.empty]
    whole = all(row.cells[column].number for row in plain)
    return [index for index, row in enumerate(table.rows) if whole or not row.kind.sums]


def _pairs(table: Table, difference: int) -> Iterator[Parts]:
    """Every two other columns of the same unit, either way round: which is subtracted is the paper's choice."""
    others = [column for column in _of_same_unit(table, difference) if column != difference]
    return (((one, 1), (other, -1)) for one, other in permutations(others, 2))


def _of_same_unit(table: Table, column: int) -> list[int]:
    """The columns of a column's unit; one that states none may be of any, since a head often says it over the first."""
    own = table.unit_of(column)
    units = [table.unit_of(other) for other in range(len(table.columns))]
    return [other for other, unit in enumerate(units) if own is None or unit is None or unit == own]


def unnamed_equations(table: Table, told: set[int]) -> Iterator[Equation]:
    """Yield, for columns that no word names and nothing tells yet, the two that they are the sum or difference of.

    "Korrigeret" is the adopted and what was added, "Manglende" the target less what is reached. Years are no such
    columns: that one year is twice another is how savings are phased in.
    """
    columns = [column for column, name in enumerate(table.columns) if not (_YEAR.search(name) or is_ratio(name))]
    if not 3 <= len(columns) <= _MOST_COLUMNS:
        return
    for column in columns:
        others = [other for other in columns if other != column and table.unit_of(other) == table.unit_of(column)]
        if column not in told and (found := _found_in(table, column, others)):
            told |= {column, *(cell.column for cell, _ in found[0].parts)}
            yield from found


def _found_in(table: Table, column: int, others: list[int]) -> list[Equation]:
    sums = [((one, 1), (other, 1)) for one, other in combinations(others, 2)]
    differences = [((one, 1), (other, -1)) for one, other in permutations(others, 2)]
    for parts in (*sums, *differences):
        proposed = Proposed(Kind.DIFFERENCE, column, parts)
        found = believed_along(table, proposed, range(len(table.rows)), least=_LEAST_ROWS)
        if found and _is_no_chance(table, found):
            return found
    return []


def _is_no_chance(table: Table, found: list[Equation]) -> bool:
    """Enough rows with long and different figures hold, and no more than one fails."""
    digits = set()
    for each in found:
        figures = [table.rows[cell.row].cells[cell.column].number for cell in each.cells]
        long = all(number and len(str(abs(number.digits))) >= _LEAST_DIGITS - 1 for number in figures)
        if each.holds and len(figures) > 2 and long:
            digits.add(tuple(number.digits for number in figures if number))
    return len(digits) >= _LEAST_ROWS and sum(not each.holds for each in found) <= 1
