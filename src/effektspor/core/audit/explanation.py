"""A sum row explained by the rows it may be the sum of: in which columns that holds, and by how much it fails."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from effektspor.core.audit.additive import looks_like_ratio, may_add
from effektspor.core.audit.counts import is_counted
from effektspor.core.document import Table
from effektspor.core.number import Number


@dataclass(frozen=True, slots=True)
class Explanation:
    """A sum row and the rows it is taken to be the sum of; `failing` are the columns in which it is not."""

    row: int
    parts: tuple[int, ...]
    holding: tuple[int, ...]
    failing: tuple[int, ...]

    @property
    def holds(self) -> bool:
        return bool(self.holding) and not self.failing


def test_parts(table: Table, total: int, parts: tuple[int, ...]) -> Explanation | None:
    """Return in which columns a row is, and is not, the sum of others; None where nothing can be tested."""
    columns = [column for column in range(len(table.columns)) if _testable(table, total, parts, column)]
    apart = [column for column in columns if not _adds_up(table, total, parts, column)]
    failing = tuple(column for column in apart if not looks_like_ratio(table, total, parts, column))
    # Zeros add up whatever the rows are, so they are no evidence that these are the rows.
    holding = tuple(column for column in columns if column not in apart and _says_something(table, parts, column))
    return Explanation(total, parts, holding, failing) if holding or failing else None


def _testable(table: Table, total: int, parts: tuple[int, ...], column: int) -> bool:
    cells = [table.rows[part].cells[column] for part in parts]
    certain = not any(cell.unread for cell in cells) and any(cell.number for cell in cells)
    added = may_add(table.columns[column])
    return added and certain and table.rows[total].cells[column].number is not None


def _adds_up(table: Table, total: int, parts: tuple[int, ...], column: int) -> bool:
    stated = table.rows[total].cells[column].number
    assert stated is not None, "only a stated total is tested"
    return abs(parts_sum(table, parts, column) - stated.value) <= rounding_bound(table, parts, column, total)


def _says_something(table: Table, parts: tuple[int, ...], column: int) -> bool:
    return any(number.digits for number in _numbers(table, parts, column))


def difference(table: Table, found: Explanation, column: int) -> Fraction:
    """Return the printed total minus what its rows give."""
    stated = table.rows[found.row].cells[column].number
    assert stated is not None, "only a stated total is tested"
    return stated.value - parts_sum(table, found.parts, column)


def causes(table: Table, found: Explanation) -> list[list[int]]:
    """Return the failing columns by cause: one cause shows as the same difference, but for rounding."""
    groups: list[list[int]] = []
    for column in found.failing:
        same = next((group for group in groups if _same_cause(table, found, group[0], column)), None)
        if same is None:
            groups.append([column])
        else:
            same.append(column)
    return groups


def parts_sum(table: Table, parts: tuple[int, ...], column: int) -> Fraction:
    """Return the exact sum of the first figures of some rows in a column; an empty cell adds nothing."""
    digits: dict[int, int] = {}
    for number in _numbers(table, parts, column):
        digits[number.decimals] = digits.get(number.decimals, 0) + number.digits
    return sum((Fraction(total, 10**decimals) for decimals, total in digits.items()), Fraction(0))


def rounding_bound(table: Table, parts: tuple[int, ...], column: int, total: int) -> Fraction:
    """Return how far a printed sum may differ from its printed rows: half a unit of each figure, the sum's included.

    What is counted is not rounded.
    """
    if is_counted(table, total, column):
        return Fraction(0)
    printed = Counter(number.decimals for number in _numbers(table, (*parts, total), column))
    return sum((Fraction(count, 2 * 10**decimals) for decimals, count in printed.items()), Fraction(0))


def _numbers(table: Table, rows: tuple[int, ...], column: int) -> Iterator[Number]:
    cells = (table.rows[row].cells[column] for row in rows)
    return (number for cell in cells if (number := cell.number))


def _same_cause(table: Table, found: Explanation, one: int, other: int) -> bool:
    apart = abs(difference(table, found, one) - difference(table, found, other))
    return apart <= sum(rounding_bound(table, found.parts, column, found.row) for column in (one, other))
