"""Amounts that are a share of the table's sum, by the percentage their row prints: an allocation between committees."""

from collections.abc import Iterator
from fractions import Fraction
from math import gcd

from effektspor.core.document import Relation, RelationKind, Row, Table
from effektspor.core.number import Number, parse_number


def share_relations(table: Table) -> tuple[Relation, ...]:
    """Return each shared amount against the sum it is a share of, where most of them hold; else none."""
    total = next((index for index in reversed(range(len(table.rows))) if table.rows[index].kind.sums), None)
    if total is None:
        return ()
    found = tuple(_shares(table, total))
    return found if 2 * sum(each.holds for each in found) > len(found) else ()


def _shares(table: Table, total: int) -> Iterator[Relation]:
    steps = [_step(table, column) for column in range(len(table.columns))]
    for index, row in enumerate(table.rows):
        key = _percentage(row)
        for column, cell in enumerate(row.cells):
            whole = table.rows[total].cells[column].number
            if index != total and key and cell.number and whole:
                holds = _is_share(cell.number, key, whole, steps[column])
                yield Relation(RelationKind.SHARE, (index, column), ((total, column),), holds)


def _step(table: Table, column: int) -> Fraction:
    """Return what a column's figures are rounded to: one of the last digit, or a hundred where all are hundreds."""
    numbers = [number for row in table.rows if (number := row.cells[column].number)]
    most = max((number.decimals for number in numbers), default=0)
    return Fraction(gcd(*(number.digits * 10 ** (most - number.decimals) for number in numbers)), 10**most)


def _percentage(row: Row) -> Number | None:
    return parse_number(row.key_pct.rstrip(" %")) if row.key_pct else None


def _is_share(part: Number, key: Number, whole: Number, step: Fraction) -> bool:
    """Within what the rounding of all three may move: half a step of the part and the whole, and of the percentage."""
    share = abs(key.value) / 100
    bound = step / 2 * (1 + share) + abs(whole.value) * key.half_unit / 100
    return abs(part.value - whole.value * key.value / 100) <= bound
