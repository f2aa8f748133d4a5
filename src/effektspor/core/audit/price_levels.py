"""Amounts of two price levels in one sum: between the cases of a catalogue, and between the tables of a case."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from effektspor.core.audit.cases import Case
from effektspor.core.audit.labels import is_generic
from effektspor.core.audit.listed_totals import ListedCase, listed_cases
from effektspor.core.audit.pairs import same_years
from effektspor.core.audit.twins import Repeated, called_the_same
from effektspor.core.document import RowKind, Table

_FEWEST = 2


class MixedLevel(NamedTuple):
    """A row of a catalogue whose case is stated in another price level than what it is added up with."""

    listed: ListedCase
    level: str
    usual: str
    catalogues_own: bool


class RepeatedLevel(NamedTuple):
    """A table that repeats rows of its case's first table as they stand, under another price level."""

    table: Table
    first: Table


def mixed_levels(cases: tuple[Case, ...]) -> Iterator[MixedLevel]:
    """Yield the rows that stand in a catalogue's sum unconverted: the case's own figures, in the rarer level."""
    by_catalogue: dict[str, list[ListedCase]] = {}
    for listed in listed_cases(cases):
        by_catalogue.setdefault(listed.catalogue.id, []).append(listed)
    levels = [listed.table.price_level for group in by_catalogue.values() for listed in group]
    for group in by_catalogue.values():
        if any(row.kind.sums for row in group[0].catalogue.rows):
            yield from _mixed(group, levels)


def _mixed(group: Sequence[ListedCase], levels: Sequence[str | None]) -> Iterator[MixedLevel]:
    """The catalogue's own level decides, else what most of its cases have, else most of the paper's."""
    own = group[0].catalogue.price_level
    usual = own or _usual([each.table.price_level for each in group]) or _usual(levels)
    for each in group:
        level = each.table.price_level
        if usual and level and level != usual and each.repeats:
            yield MixedLevel(each, level, usual, own is not None)


def _usual(levels: Sequence[str | None]) -> str | None:
    known = Counter(level for level in levels if level).most_common(_FEWEST)
    several = known and known[0][1] >= _FEWEST and (len(known) == 1 or known[0][1] > known[1][1])
    return known[0][0] if several else None


def repeated_levels(case: Case) -> Iterator[RepeatedLevel]:
    """Yield the tables of a proposal that say its first table's rows again in another price level, unchanged."""
    first = next((table for table in case.tables if table.price_level), None)
    for table in case.tables if first and case.title is not None else ():
        if first and table.price_level and table.price_level != first.price_level and _repeats(first, table):
            yield RepeatedLevel(table, first)


def _repeats(first: Table, table: Table) -> bool:
    """Whether the rows that are called the same are the same in every year; one that is converted is not."""
    called = [pair for pair in called_the_same(Repeated(first), Repeated(table)) if _tells(first, table, pair)]
    return bool(called) and all(_is_same(first, table, pair) for pair in called)


def _tells(first: Table, table: Table, pair: tuple[int, int]) -> bool:
    row = first.rows[pair[0]]
    figures = [row.cells[column].number for column, _ in same_years(first, table)]
    return (
        row.kind is not RowKind.HEADING and not is_generic(row.label) and any(each and each.digits for each in figures)
    )


def _is_same(first: Table, table: Table, pair: tuple[int, int]) -> bool:
    return all(
        first.rows[pair[0]].cells[one].number == table.rows[pair[1]].cells[other].number
        for one, other in same_years(first, table)
    )
