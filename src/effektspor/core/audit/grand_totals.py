"""The sum of a whole catalogue: under its last group or in a table of its own, called as the catalogue likes.

Its label differs from the groups' own ("Netto i alt" in each, "Total nettoeffekt" at the end), so it is known by where
it stands: below at least two tables that list proposals, each with its sum.
"""

import re
from collections.abc import Iterator, Sequence

from effektspor.core.audit.codes import code_of_row, number_of_row
from effektspor.core.audit.explanation import test_parts
from effektspor.core.audit.totals import explain_totals
from effektspor.core.document import RowKind, Table

# "I alt", "Samlet effekt", "Alle forslag", "Total nettoeffekt", "Netto for hele kataloget"
_NAMES_ALL = re.compile(r"\bi alt\b|\bsamlet|\bsum\b|\btotal|\balle\b|\bhele\b|\bnetto", re.IGNORECASE)
_LEAST_GROUPS = 2

_Sum = tuple[Table, int]


def grand_totals(tables: Sequence[Table]) -> Iterator[tuple[Table, int, tuple[_Sum, ...]]]:
    """Yield the rows that may be the sum of all groups before them: table, row and the groups' sums."""
    groups: list[_Sum] = []
    for table in tables:
        own = _last_sum(table, len(table.rows))
        for index, row in enumerate(table.rows):
            last = _last_sum(table, index) if _lists_proposals(table) else None
            parts = (*groups, *([(table, last)] if last is not None else []))
            named = row.kind is not RowKind.HEADING and not row.empty and _NAMES_ALL.search(row.label)
            if named and len(parts) >= _LEAST_GROUPS and not _is_a_groups(table, index):
                yield table, index, parts
        if own is not None and _lists_proposals(table):
            groups.append((table, own))


def explains_itself(table: Table, index: int) -> bool:
    """Whether a row's own table gives it in every year: then no other table has to."""
    return any(found.row == index and found.holds for found in explain_totals(table))


def _is_a_groups(table: Table, index: int) -> bool:
    """The first sum of a table that lists proposals is the group's, whatever it is called."""
    return _lists_proposals(table) and _last_sum(table, index) is None


def _lists_proposals(table: Table) -> bool:
    return any(_code(table, at) for at in range(len(table.rows)))


def _last_sum(table: Table, before: int) -> int | None:
    sums = (at for at in reversed(range(before)) if table.rows[at].kind.sums and not table.rows[at].empty)
    return next(sums, None) if any(row.kind.sums for row in table.rows) else _unnamed_sum(table, before)


def _unnamed_sum(table: Table, before: int) -> int | None:
    """A group may end with a row that no word names ("Resultat"): the only one without a code, and the others' sum."""
    plain = [at for at, row in enumerate(table.rows) if row.kind is RowKind.ROW and not row.empty]
    without = [at for at in plain if not _code(table, at)]
    if len(without) != 1 or without[0] != plain[-1] or without[0] >= before:
        return None
    found = test_parts(table, without[0], tuple(plain[:-1]))
    return without[0] if found and found.holds else None


def _code(table: Table, at: int) -> str | None:
    return code_of_row(table.rows[at]) or number_of_row(table.rows[at])
