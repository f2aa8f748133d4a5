"""Tables of one proposal that say the same again: the overview and the table behind it.

Rows are twins when they are called the same and agree in most of their common years; that they are called the same is
not enough, for a budget and its forecast, or two offers, have the same rows.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import combinations

from effektspor.core.audit.cases import Case
from effektspor.core.audit.equations import Equation, Kind
from effektspor.core.audit.explanation import Explanation
from effektspor.core.audit.labels import is_generic, label_key, same_label, stems
from effektspor.core.audit.pairs import Pair, compare_rows, has_one_figure_a_cell, shared_years
from effektspor.core.audit.totals import explain_totals
from effektspor.core.document import RowKind, Table

# Whole words: a title such as "Ungeindsats" or "Budgetreduktion" names a measure, no control area and no version.
_AREA = re.compile(r"\b(?:service|overførs(?:el|ler)|anlæg|efterspørgsels\w*|finansier\w*)\b", re.IGNORECASE)
# Words of the version or the measure a table shows: tables that differ in them are compared, not repeated.
_VERSION = re.compile(
    r"\b(?:budget(?:tet)?|\w*regnskab\w*|\w*forbrug|forvent\w*|korriger\w*|oprindelig\w*|vedtage\w*|skøn\w*|estimat\w*|før|efter"
    r"|tidligere|alternativ\w*|scenari\w*|brutto\w*|netto\w*|antal|\w*pris(?:er|en)?(?<!-priser)|årsværk|pct|procent"
    r"|\w*fordeling\w*|\w*opfølgning(?:en)?|kvartal\w*)\b",
    re.IGNORECASE,
)


# Rows that stand in more tables than this are how the paper's tables are built, not one row said again.
_MOST_TABLES = 4
# In a case of more tables, only those that share a row are held against each other.
_FEW_TABLES = 30


def twin_equations(case: Case) -> Iterator[Equation]:
    """Yield the equations between the rows of a case's tables that say the same."""
    named = case.title is not None
    tables = [Repeated(table) for table in case.tables]
    for one, other in candidates(tables, every=named and len(tables) <= _FEW_TABLES):
        for pair in twins_of(tables[one], tables[other], named=named):
            yield from pair.equations


def candidates(tables: list["Repeated"], *, every: bool) -> list[tuple[int, int]]:
    """Return the pairs of tables that may be twins: those that share a row, or all where there are few."""
    if every:
        return list(combinations(range(len(tables)), 2))
    where: dict[str, list[int]] = {}
    for index, table in enumerate(tables):
        for key in table.by_key:
            where.setdefault(key, []).append(index)
    sharing = (found for found in where.values() if len(found) <= _MOST_TABLES)
    return sorted({pair for found in sharing for pair in combinations(found, 2)})


class Repeated:
    """A table, and what is read out of it once to hold it against many others."""

    def __init__(self, table: Table) -> None:
        self.table = table

    @cached_property
    def by_key(self) -> dict[str, list[int]]:
        rows: dict[str, list[int]] = {}
        for index, row in enumerate(self.table.rows):
            if row.kind is not RowKind.HEADING and not row.empty and has_one_figure_a_cell(row):
                rows.setdefault(label_key(row.label), []).append(index)
        return rows

    @cached_property
    def sums(self) -> tuple[Explanation, ...]:
        return explain_totals(self.table)


def twins_of(one: Repeated, other: Repeated, *, named: bool) -> list[Pair]:
    """Return the rows that say the same in two tables of a case, their totals included; `named`: one proposal's."""
    columns = shared_years(one.table, other.table)
    if not columns or _differ_in_kind(one.table, other.table):
        return []
    tables = (one.table, other.table)
    called = [compare_rows(Kind.TWIN, tables, rows, columns) for rows in called_the_same(one, other)]
    twins = _believed([pair for pair in called if pair.equations], one.table, named)
    totals = [compare_rows(Kind.TWIN, tables, rows, columns) for rows in _totals(one, other, twins, named)]
    return twins + [pair for pair in totals if pair.agreeing >= max(1, pair.failing)]


def _differ_in_kind(one: Table, other: Table) -> bool:
    """Whether the captions name two control areas, or two versions."""
    captions = (one.caption or "", other.caption or "")
    areas = [{area.casefold() for area in _AREA.findall(caption)} for caption in captions]
    versions = [{word.casefold() for word in _VERSION.findall(caption)} for caption in captions]
    return (all(areas) and areas[0].isdisjoint(areas[1])) or versions[0] != versions[1]


def called_the_same(one: Repeated, other: Repeated) -> list[tuple[int, int]]:
    """Pair the rows that are called the same; a name that stands twice in a table is nobody's."""
    found = [
        (first, second)
        for key in one.by_key.keys() & other.by_key.keys()
        for first in one.by_key[key]
        for second in other.by_key[key]
        if same_label(one.table.rows[first].label, other.table.rows[second].label)
    ]
    firsts, seconds = Counter(pair[0] for pair in found), Counter(pair[1] for pair in found)
    return sorted(pair for pair in found if firsts[pair[0]] == seconds[pair[1]] == 1)


def _believed(called: list[Pair], table: Table, named: bool) -> list[Pair]:
    """Return the pairs that are twins; where most pairs differ, the tables are not."""
    generic = {pair.one: is_generic(table.rows[pair.one[1]].label) for pair in called}
    whole = [pair for pair in called if pair.whole and not generic[pair.one]]
    if len(called) - len(whole) > max(1, len(whole)):
        return []
    return [
        pair
        for pair in called
        if _is_twin(pair, sum(other is not pair for other in whole), alone=named and not generic[pair.one])
    ]


def _is_twin(pair: Pair, others: int, *, alone: bool) -> bool:
    """A name that says little, or a case the paper does not name, needs another pair of the two tables that agrees."""
    if not alone and not others:
        return False
    if not pair.agreeing:
        # What stands in one year only can agree in none; then the rest of the two tables must.
        return pair.failing == 1 and others > 1
    return pair.agreeing > pair.failing or (pair.agreeing == pair.failing and others > 0) or others > 1


def _totals(one: Repeated, other: Repeated, twins: list[Pair], named: bool) -> list[tuple[int, int]]:
    """Return the totals that say the same: of rows that are all twins, or of one control area and the same change."""
    matching = [
        (found.row, total.row)
        for total in other.sums
        if total.row == _last_sum(other.table)
        for found in one.sums
        if _same_parts(found, total, twins) or (named and _same_area(one.table, found, other.table, total))
    ]
    known = {(pair.one[1], pair.other[1]) for pair in twins}
    return matching if len(matching) == 1 and matching[0] not in known else []


def _last_sum(table: Table) -> int | None:
    return next((index for index in reversed(range(len(table.rows))) if table.rows[index].kind.sums), None)


def _same_parts(found: Explanation, total: Explanation, rows: list[Pair]) -> bool:
    twins = {pair.one[1]: pair.other[1] for pair in rows}
    return {twins.get(part) for part in found.parts} == set(total.parts)


def _same_area(one: Table, found: Explanation, other: Table, total: Explanation) -> bool:
    """Whether all rows of a total are of the one control area that the other table is about."""
    areas = {one.rows[part].category for part in found.parts}
    area = areas.pop() if len(areas) == 1 else None
    told = f"{other.caption or ''} {other.rows[total.row].label}"
    changes = [stems(text) - stems(area or "") for text in (_telling(one.rows[found.row].label), _telling(told))]
    return bool(area) and str(area).casefold() in told.casefold() and not changes[0].isdisjoint(changes[1])


def _telling(text: str) -> str:
    """What is left of a total's name when the words of every total are taken away."""
    return re.sub(r"\b(?:samle\w*|total\w*|i alt|sum|tabelt?|forslag\w*|økonomi\w*)\b", " ", text, flags=re.IGNORECASE)
