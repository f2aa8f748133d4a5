"""Rows that are one row less another: the net of what is saved and what is invested, both printed without a sign."""

import re
from collections.abc import Iterator
from itertools import permutations

from effektspor.core.audit.believing import Proposed, believed_down
from effektspor.core.audit.equations import Equation, Kind
from effektspor.core.document import RowKind, Table

_LESS = re.compile(
    r"netto|resultat|til rådighed|\brest\b|mangler|manko|differen|afvig|forskel|balance|merforbrug", re.IGNORECASE
)
# Two columns that hold, with figures of three digits or more, are no chance; one may fail.
_LEAST, _LEAST_DIGITS = 2, 3
# Rows further above are not what a net is drawn from.
_NEAR = 4


def subtracted_equations(table: Table, explained: set[int]) -> Iterator[Equation]:
    """Yield, for each row called a net, a rest or a difference that no sum explains, the two rows that give it."""
    for index, row in enumerate(table.rows):
        if index not in explained and not row.empty and _LESS.search(row.label):
            yield from _less(table, index)


def _less(table: Table, index: int) -> list[Equation]:
    above = [at for at in range(index) if table.rows[at].kind is not RowKind.PART and not table.rows[at].empty]
    pairs = (((one, 1), (other, -1)) for one, other in permutations(above[-_NEAR:], 2))
    tried = [believed_down(table, Proposed(Kind.DIFFERENCE, index, parts), least=_LEAST) for parts in pairs]
    best = max(tried, key=lambda found: sum(each.holds for each in found), default=[])
    return best if best and _is_no_chance(table, best) else []


def _is_no_chance(table: Table, found: list[Equation]) -> bool:
    figures = set()
    for each in found:
        printed = [number for cell in each.cells if (number := table.rows[cell.row].cells[cell.column].number)]
        if each.holds and sum(len(str(abs(number.digits))) >= _LEAST_DIGITS for number in printed) > 1:
            figures.add(tuple(number.digits for number in printed))
    return len(figures) >= _LEAST and sum(not each.holds for each in found) <= 1
