"""Which cells a total is the sum of: explained by candidate sums, the most natural first.

A label such as "I alt" is only a hint. An explanation that holds in every column ends the matter; unusual ones
(a row left out) may silence, never accuse.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from effektspor.core.document import Relation, RelationKind, Row, RowKind, Table

# Prices, shares and averages of rows are not added up, so a sum in such a column explains nothing.
_NOT_ADDED = re.compile(r"pris|takst|gennemsnit|gns\b|pct|procent|%|andel|nøgle", re.IGNORECASE)


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


def explain_totals(table: Table) -> tuple[Explanation, ...]:
    """Return the best explanation of each sum row that has one; a sum that nothing explains is left out."""
    found = (_explain(table, index) for index, row in enumerate(table.rows) if row.kind.sums)
    return tuple(explanation for explanation in found if explanation)


def relations_of(table: Table) -> tuple[Relation, ...]:
    """Return how the table's sums are explained, cell by cell, as the command and the page show it."""
    return tuple(
        Relation(RelationKind.SUM, (found.row, column), _positions(table, found, column), column in found.holding)
        for found in explain_totals(table)
        for column in sorted(found.holding + found.failing)
    )


def parts_sum(table: Table, parts: tuple[int, ...], column: int) -> Fraction:
    """Return the exact sum of the first figures of some rows in a column; an empty cell adds nothing."""
    numbers = (table.rows[part].cells[column].number for part in parts)
    return sum((number.value for number in numbers if number), Fraction(0))


def rounding_bound(table: Table, parts: tuple[int, ...], column: int, total: int) -> Fraction:
    """Return how far a printed sum may differ from its printed rows: half a unit of each figure, the sum's included."""
    numbers = [table.rows[index].cells[column].number for index in (*parts, total)]
    return sum((number.half_unit for number in numbers if number), Fraction(0))


def _explain(table: Table, total: int) -> Explanation | None:
    natural = [explanation for parts in _candidates(table.rows, total) if (explanation := _test(table, total, parts))]
    best = next((explanation for explanation in natural if explanation.holds), None)
    if best or not natural:
        return best
    unusual = (_test(table, total, parts) for explanation in natural for parts in _one_left_out(explanation.parts))
    silencing = next((explanation for explanation in unusual if explanation and explanation.holds), None)
    return silencing or _nearest(natural)


def _nearest(natural: list[Explanation]) -> Explanation | None:
    """The most natural explanation that holds somewhere; one that holds nowhere explains nothing."""
    somewhere = [explanation for explanation in natural if explanation.holding]
    return max(somewhere, key=lambda explanation: len(explanation.holding), default=None)


def _candidates(rows: tuple[Row, ...], total: int) -> Iterator[tuple[int, ...]]:
    """Yield the rows a sum may be made of: since the last heading or sum, all, the sums above, last sum and since."""
    above = [index for index in range(total) if rows[index].kind is not RowKind.PART and not rows[index].empty]
    plain = [index for index in above if not rows[index].kind.sums]
    sums = [index for index in above if rows[index].kind.sums]
    since = [index for index in plain if index > _last_break(rows, total)]
    last = [sums[-1], *(index for index in plain if index > sums[-1])] if sums else []
    yield from dict.fromkeys(tuple(parts) for parts in (since, plain, sums, last) if parts)


def _last_break(rows: tuple[Row, ...], total: int) -> int:
    breaks = [index for index in range(total) if rows[index].kind.sums or rows[index].kind is RowKind.HEADING]
    return breaks[-1] if breaks else -1


def _one_left_out(parts: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    return (tuple(part for part in parts if part != left_out) for left_out in parts if len(parts) > 1)


def _test(table: Table, total: int, parts: tuple[int, ...]) -> Explanation | None:
    columns = [column for column in range(len(table.columns)) if _testable(table, total, parts, column)]
    failing = tuple(column for column in columns if not _adds_up(table, total, parts, column))
    # Zeros add up whatever the rows are, so they are no evidence that these are the rows.
    holding = tuple(column for column in columns if column not in failing and _says_something(table, parts, column))
    return Explanation(total, parts, holding, failing) if holding or failing else None


def _testable(table: Table, total: int, parts: tuple[int, ...], column: int) -> bool:
    cells = [table.rows[part].cells[column] for part in parts]
    certain = not any(cell.unread for cell in cells) and any(cell.number for cell in cells)
    added = not _NOT_ADDED.search(table.columns[column])
    return added and certain and table.rows[total].cells[column].number is not None


def _adds_up(table: Table, total: int, parts: tuple[int, ...], column: int) -> bool:
    stated = table.rows[total].cells[column].number
    assert stated is not None, "only a stated total is tested"
    return abs(parts_sum(table, parts, column) - stated.value) <= rounding_bound(table, parts, column, total)


def _says_something(table: Table, parts: tuple[int, ...], column: int) -> bool:
    return any(number and number.digits for number in (table.rows[part].cells[column].number for part in parts))


def _positions(table: Table, found: Explanation, column: int) -> tuple[tuple[int, int], ...]:
    return tuple((part, column) for part in found.parts if table.rows[part].cells[column].number is not None)
