"""Equations of an overview: rows that repeat or add up the sums of the tables before it.

A row of an overview names a table ("Borgere med handicap" ↔ the table of that title), or what the tables before it
all end with ("Nettoeffektivisering"). Either is believed only where it holds in most of the years.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from effektspor.core.audit.equations import CellId, Equation, Kind, Structure, equation
from effektspor.core.document import Row, RowKind, Table
from effektspor.core.unit import find_unit

_ASIDE = re.compile(r"\([^()]*\)|\bi ?alt\b|[^\wæøå]+", re.IGNORECASE)
# An overview of more tables than this is not one that anybody adds up by hand.
_LEAST_TABLES, _MOST_TABLES = 2, 60


def rollup_equations(tables: Sequence[Table]) -> Iterator[Equation]:
    """Yield what each table's rows say of the tables before it; tables are looked up, not gone through again."""
    named: dict[str, Table] = {}
    ending: dict[str, list[tuple[Table, int]]] = {}
    for overview in tables:
        yield from _named_tables(overview, named)
        yield from _added_tables(overview, ending)
        if overview.caption:
            named[_stem(overview.caption)] = overview
        for index, row in enumerate(overview.rows):
            if _may_end(row):
                ending.setdefault(_stem(row.label), []).append((overview, index))


def _named_tables(overview: Table, named: Mapping[str, Table]) -> Iterator[Equation]:
    """Rows that carry the titles of tables repeat their last sums; one such row alone may be chance."""
    found = ((index, named.get(_stem(row.label))) for index, row in enumerate(overview.rows))
    pairs = [(index, table) for index, table in found if table and _same_unit(table, overview)]
    if len(pairs) < _LEAST_TABLES:
        return
    for index, table in pairs:
        if sums := [at for at, row in enumerate(table.rows) if row.kind.sums]:
            yield from _believed(overview, index, [(table, sums[-1])])


def _added_tables(overview: Table, ending: Mapping[str, list[tuple[Table, int]]]) -> Iterator[Equation]:
    """A row called what several tables end with is the sum of those."""
    for index, row in enumerate(overview.rows):
        stem = _stem(row.label)
        parts = [(table, at) for table, at in ending.get(stem, ()) if _same_unit(table, overview)]
        single = len({table.id for table, _ in parts}) == len(parts)
        if stem and single and _LEAST_TABLES <= len(parts) <= _MOST_TABLES:
            yield from _believed(overview, index, parts)


def _may_end(row: Row) -> bool:
    return row.kind is not RowKind.HEADING and not row.empty


def _believed(overview: Table, index: int, parts: Sequence[tuple[Table, int]]) -> list[Equation]:
    tables = {table.id: table for table, _ in parts} | {overview.id: overview}
    stated_by = Structure(Kind.ROLLUP, f"rollup:{overview.id}:{index}")
    stated = []
    for column, name in enumerate(overview.columns):
        cells = [CellId(table.id, at, table.columns.index(name)) for table, at in parts if name in table.columns]
        one = equation(tables, stated_by, CellId(overview.id, index, column), tuple((cell, 1) for cell in cells))
        if one and len(cells) == len(parts):
            stated.append(one)
    holding = sum(each.holds for each in stated)
    return [replace(each, certain=False) for each in stated] if holding * 2 > len(stated) else []


def _same_unit(one: Table, other: Table) -> bool:
    """Tables that state different units are not compared; one that states none is taken to follow its neighbours."""
    units = find_unit(one.unit or ""), find_unit(other.unit or "")
    return None in units or units[0] == units[1]


def _stem(label: str | None) -> str:
    return _ASIDE.sub("", label or "").casefold()
