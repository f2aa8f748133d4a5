"""Which cells a total is the sum of: explained by candidate sums, the most natural first.

A label such as "I alt" is only a hint. An explanation that holds in every column ends the matter; unusual ones
(rows left out, one category, one sign) may silence, never accuse.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import chain, combinations

from effektspor.core.audit.explanation import Explanation, causes, difference, parts_sum, rounding_bound, test_parts
from effektspor.core.audit.lone_slips import one_slip
from effektspor.core.document import Row, RowKind, Table

# In longer tables only one row is left out, and only to silence: the pairs grow with the square of the rows.
_MANY_ROWS = 60
_BUDGET = re.compile(r"\bbudget", re.IGNORECASE)


# Several readers of structure ask of the same table; a paper has some hundreds of tables at the most.
@lru_cache(maxsize=1024)
def explain_totals(table: Table) -> tuple[Explanation, ...]:
    """Return the best explanation of each sum row that has one; a sum that nothing explains is left out."""
    found: dict[int, Explanation] = {}
    for index, row in enumerate(table.rows):
        if row.kind.sums and (explanation := _explain(table, index, found.keys())):
            found[index] = explanation
    return tuple(found.values())


def _explain(table: Table, total: int, confirmed: Collection[int]) -> Explanation | None:
    candidates = _candidates(table.rows, total, confirmed)
    natural = [explanation for parts in candidates if (explanation := test_parts(table, total, parts))]
    best = next((explanation for explanation in natural if explanation.holds), None)
    if best or not natural:
        return best
    accusing = _nearest(table, natural) or one_slip(table, natural)
    if not accusing and max(len(found.parts) for found in natural) > _MANY_ROWS:
        return None
    others = chain(_of_one_kind(table.rows, natural), *(_left_out(table, explanation) for explanation in natural))
    unusual = [explanation for parts in others if (explanation := test_parts(table, total, parts))]
    # In one column almost any sum can be made of some rows: it may silence, but it explains nothing.
    least = 1 if accusing else 2
    holds = next((found for found in unusual if found.holds and len(found.holding) >= least), None)
    return holds or (None if accusing and _fits_better(unusual, accusing) else accusing)


def _fits_better(unusual: list[Explanation], accusing: Explanation) -> bool:
    """Where another reading fails in fewer columns, it is not certain enough which rows the sum is made of."""
    return any(len(found.failing) < len(accusing.failing) and len(found.holding) > 1 for found in unusual)


def _nearest(table: Table, natural: list[Explanation]) -> Explanation | None:
    """The explanation that accuses: of those that hold somewhere, and not too few, the one that holds in most."""
    accusing = [explanation for explanation in natural if _accuses(table, explanation)]
    return max(accusing, key=lambda explanation: len(explanation.holding), default=None)


def _accuses(table: Table, found: Explanation) -> bool:
    # That one row equals the total in one column is too easily a coincidence; so is a sum with a fault in every other.
    least = 2 if len(found.parts) == 1 else 1
    return len(found.holding) >= max(least, len(causes(table, found)) - 1)


def _candidates(rows: tuple[Row, ...], total: int, confirmed: Collection[int]) -> Iterator[tuple[int, ...]]:
    """Yield the rows a sum may be made of, where words say which rows are sums and where the figures do."""
    above = [index for index in range(total) if rows[index].kind is not RowKind.PART and not rows[index].empty]
    hinted = [index for index in above if rows[index].kind.sums]
    headings = [index for index in range(total) if rows[index].kind is RowKind.HEADING]
    known = [index for index in hinted if index in confirmed]
    natural = chain(_natural(above, hinted, headings), _natural(above, known, headings), rows_below(rows, total))
    special = chain(_of_the_totals_sign(rows, total, above), _new_budget(rows, total, above))
    yield from dict.fromkeys(chain(natural, special))


def _of_the_totals_sign(rows: tuple[Row, ...], total: int, above: list[int]) -> list[tuple[int, ...]]:
    """A net of savings often leaves out what is invested to get them: rows of the other sign."""
    plain = [index for index in above if not rows[index].kind.sums]
    same = tuple(index for index in plain if _sign(rows[index]) == _sign(rows[total]))
    return [same] if rows[total].kind is RowKind.NET and 1 < len(same) < len(plain) else []


def _new_budget(rows: tuple[Row, ...], total: int, above: list[int]) -> list[tuple[int, ...]]:
    """A new budget is what there was and the change: the first row and the one just above."""
    return [(above[0], above[-1])] if len(above) > 2 and _BUDGET.search(rows[total].label) else []


def rows_below(rows: tuple[Row, ...], total: int) -> list[tuple[int, ...]]:
    """Return the rows that a sum on top of them would be made of: those down to the next sum or heading."""
    below = range(total + 1, len(rows))
    end = next((at for at in below if rows[at].kind.sums or rows[at].kind is RowKind.HEADING), len(rows))
    parts = [index for index in range(total + 1, end) if rows[index].kind is not RowKind.PART and not rows[index].empty]
    return [tuple(parts)] if len(parts) > 1 else []


def _natural(above: list[int], sums: list[int], headings: list[int]) -> Iterator[tuple[int, ...]]:
    """Yield the rows since the last heading or sum, all rows, the sums above, and the last sum with the rows since."""
    listed = set(sums)
    plain = [index for index in above if index not in listed]
    last_break = max([*sums, *headings], default=-1)
    since = [index for index in plain if index > last_break]
    last = [sums[-1], *(index for index in plain if index > sums[-1])] if sums else []
    return (tuple(parts) for parts in (since, plain, sums, last) if parts)


def _of_one_kind(rows: tuple[Row, ...], natural: list[Explanation]) -> Iterator[tuple[int, ...]]:
    """Yield the rows of one category, of one last word ("Besparelse" under each committee), or of one sign."""
    parts = max((explanation.parts for explanation in natural), key=len)
    for key in (_category, _last_word, _sign):
        groups: dict[str, list[int]] = {}
        for part in parts:
            groups.setdefault(key(rows[part]), []).append(part)
        yield from (tuple(group) for group in groups.values() if len(group) < len(parts))


def _category(row: Row) -> str:
    return row.category or ""


def _last_word(row: Row) -> str:
    return "".join(row.label.split()[-1:]).casefold()


def _sign(row: Row) -> str:
    numbers = [number for cell in row.cells if (number := cell.number)]
    most = max((number.decimals for number in numbers), default=0)
    return "+" if sum(number.digits * 10 ** (most - number.decimals) for number in numbers) > 0 else "-"


def _left_out(table: Table, found: Explanation) -> Iterator[tuple[int, ...]]:
    """Yield the parts without the one row, or the two, that make up the difference in a failing column."""
    most = min(2 if len(found.parts) <= _MANY_ROWS else 1, len(found.parts) - 1)
    for column in found.failing:
        excess, bound = -difference(table, found, column), rounding_bound(table, found.parts, column, found.row)
        for out in chain(*(combinations(found.parts, size) for size in range(1, most + 1))):
            if abs(parts_sum(table, out, column) - excess) <= bound:
                yield tuple(part for part in found.parts if part not in out)
