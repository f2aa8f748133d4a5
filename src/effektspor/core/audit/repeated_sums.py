"""Sums that no word names, known from another table of the paper where a row of that name adds up the rows above it.

"Investeringsbehov fra investeringspuljer" under "Investeringsbehov, igangsættelse": in one table it could be chance.
"""

from collections.abc import Iterator, Sequence

from effektspor.core.audit.equations import CellId, Equation, Kind, Structure, equation
from effektspor.core.audit.explanation import Explanation, test_parts
from effektspor.core.audit.labels import label_key
from effektspor.core.document import RowKind, Table

_LEAST_LETTERS = 8


def repeated_sum_equations(tables: Sequence[Table]) -> Iterator[Equation]:
    """Yield the sums of rows that begin with the same word as they do, where a row of that name is one elsewhere."""
    by_name: dict[str, list[tuple[Table, Explanation]]] = {}
    for table in tables:
        for found in _sums_of_one_word(table):
            by_name.setdefault(label_key(table.rows[found.row].label), []).append((table, found))
    for named in by_name.values():
        whole = {table.id for table, found in named if found.holds}
        for table, found in named:
            if whole - {table.id} and len(found.failing) <= 1:
                yield from _equations(table, found)


def _sums_of_one_word(table: Table) -> Iterator[Explanation]:
    """Yield each plain row against the run of rows right above it that begin with its first word."""
    words = [row.label.split()[0].strip(",:.").casefold() if row.label.split() else "" for row in table.rows]
    for index, row in enumerate(table.rows):
        first = index
        while first and words[first - 1] == words[index] and table.rows[first - 1].kind is RowKind.ROW:
            first -= 1
        named = first < index and row.kind is RowKind.ROW and len(words[index]) >= _LEAST_LETTERS
        if named and (found := test_parts(table, index, tuple(range(first, index)))):
            yield found


def _equations(table: Table, found: Explanation) -> Iterator[Equation]:
    stated_by = Structure(Kind.SUM, f"repeated:{table.id}:{found.row}", certain=False)
    for column in sorted(found.holding + found.failing):
        parts = tuple((CellId(table.id, part, column), 1) for part in found.parts)
        if stated := equation({table.id: table}, stated_by, CellId(table.id, found.row, column), parts):
            yield stated
