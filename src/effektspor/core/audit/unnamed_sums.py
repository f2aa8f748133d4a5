"""Sums that no word names: the figures alone say that a row adds up others.

"Botilbud" over its offers, "Resultat" under income and expenses. A row is taken for a sum only where that holds in
columns that differ, with figures too long to meet by chance, and fails in one column at the most.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import accumulate
from math import gcd, prod

from effektspor.core.audit.explanation import Explanation, rounding_bound, test_parts
from effektspor.core.audit.totals import explain_totals
from effektspor.core.document import Row, RowKind, Table

_LEAST_COLUMNS = 2
_LEAST_ODDS = 1000
_Range = tuple[int, int]


def with_unnamed_sums(table: Table) -> Table:
    """Return the table with the rows that are sums by their figures alone marked as such."""
    added_up = [set(found.parts) for found in explain_totals(table) if len(found.holding) > len(found.failing)]
    search = _Search(table, added_up)
    # From below, so that a group's sum on top of it ends the group above.
    search.upwards()
    search.downwards()
    return replace(table, rows=tuple(_last_is_total(search.rows))) if search.found else table


class _Search:
    """The rows while they are marked, and sums of them up to each row, so that a range is added up in one step."""

    def __init__(self, table: Table, added_up: list[set[int]]) -> None:
        self._table = table
        self._added_up = added_up
        numbers = [number for row in table.rows for cell in row.cells if (number := cell.number)]
        self._decimals = max((number.decimals for number in numbers), default=0)
        self.rows = list(table.rows)
        self.found = False
        self._add_up()

    def upwards(self) -> None:
        """Mark the sums that stand on top of their rows."""
        end = len(self.rows)
        for index in reversed(range(len(self.rows))):
            self._mark(index, [(index + 1, end)])
            end = index if _breaks(self.rows[index]) else end

    def downwards(self) -> None:
        """Mark the sums of the rows since the last sum or heading, and of all rows above."""
        first = 0
        for index in range(len(self.rows)):
            self._mark(index, [(first, index), (0, index)])
            first = index + 1 if _breaks(self.rows[index]) else first

    def _mark(self, index: int, ranges: Iterable[_Range]) -> None:
        if not _is_plain(self.rows[index]) or not any(self._is_sum(index, each) for each in dict.fromkeys(ranges)):
            return
        self.rows[index] = replace(self.rows[index], kind=RowKind.SUBTOTAL)
        self.found = True
        self._add_up()

    def _add_up(self) -> None:
        columns = range(len(self._table.columns))
        plain = [_is_plain(row) for row in self.rows]
        self._counts = list(accumulate(plain, initial=0))
        self._sums = [
            list(accumulate((self._at(at, column) if plain[at] else 0 for at in range(len(plain))), initial=0))
            for column in columns
        ]

    def _at(self, row: int, column: int) -> int:
        number = self.rows[row].cells[column].number
        return int(number.digits * 10 ** (self._decimals - number.decimals)) if number else 0

    def _is_sum(self, index: int, each: _Range) -> bool:
        return self._nearly(index, each) and self._holds(index, each)

    def _nearly(self, index: int, each: _Range) -> bool:
        """A quick look: whether the range adds up to the row in as many columns as it must, whatever the rounding."""
        first, end = each
        count = self._counts[end] - self._counts[first]
        if count < 2:
            return False
        bound: int = (count + 1) * 10**self._decimals
        apart = (sums[end] - sums[first] - self._at(index, column) for column, sums in enumerate(self._sums))
        return sum(abs(difference) <= bound for difference in apart) >= _LEAST_COLUMNS

    def _holds(self, index: int, each: _Range) -> bool:
        parts = tuple(at for at in range(*each) if _is_plain(self.rows[at]))
        found = test_parts(self._table, index, parts)
        counted = any({index, *parts} <= others for others in self._added_up)
        return found is not None and not counted and _is_no_chance(self._table, found)


def _is_plain(row: Row) -> bool:
    return row.kind is RowKind.ROW and not row.empty


def _breaks(row: Row) -> bool:
    return bool(row.kind.sums) or row.kind is RowKind.HEADING


def _last_is_total(rows: list[Row]) -> Iterator[Row]:
    """A sum of all is the total; one that plain rows follow, which no word names, is of a part."""
    sums = [index for index, row in enumerate(rows) if row.kind in (RowKind.TOTAL, RowKind.SUBTOTAL)]
    for index, row in enumerate(rows):
        if index not in sums[-1:]:
            yield replace(row, kind=RowKind.SUBTOTAL) if row.kind is RowKind.TOTAL else row
        elif index == len(rows) - 1 or not any(_is_plain(below) for below in rows[index + 1 :]):
            yield replace(row, kind=RowKind.TOTAL)
        else:
            yield row


def _is_no_chance(table: Table, found: Explanation) -> bool:
    """Enough figures agree in columns that differ; in one column, or all alike, a sum is told but nobody accused."""
    telling = {_figures(table, found, column)[1:]: column for column in found.holding}
    different = [column for figures, column in telling.items() if sum(map(bool, figures)) > 1]
    odds = prod((_odds(table, found, column) for column in different), start=Fraction(1))
    if len(different) < _LEAST_COLUMNS:
        return not found.failing and len(found.holding) >= _LEAST_COLUMNS and odds >= _LEAST_ODDS
    return odds >= _LEAST_ODDS and len(found.failing) < min(2, len(found.holding))


def _odds(table: Table, found: Explanation, column: int) -> Fraction:
    """Return against how many to one a sum would agree by chance: its size in steps of what it is rounded to."""
    figures = _figures(table, found, column)
    total = table.rows[found.row].cells[column].number
    bound = rounding_bound(table, found.parts, column, found.row)
    step = max(2 * bound, Fraction(gcd(*figures), 10**total.decimals if total else 1))
    return max(Fraction(1), abs(total.value) / step) if total and step else Fraction(1)


def _figures(table: Table, found: Explanation, column: int) -> tuple[int, ...]:
    numbers = (table.rows[row].cells[column].number for row in (found.row, *found.parts))
    return tuple(number.digits if number else 0 for number in numbers)
