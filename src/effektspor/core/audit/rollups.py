"""Equations of an overview: rows that repeat or add up the sums of the tables before it.

A row of an overview names a table ("Borgere med handicap" ↔ the table of that title), or what the tables before it
all end with ("Nettoeffektivisering"). Either is believed only where it holds in most of the years.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from effektspor.core.audit.equations import CellId, Equation, Kind, Structure, equation, number_at
from effektspor.core.audit.grand_totals import explains_itself, grand_totals
from effektspor.core.audit.pairs import unit_at
from effektspor.core.document import RowKind, Table
from effektspor.core.number import Number
from effektspor.core.unit import Unit, find_unit_span

_ASIDE = re.compile(r"\s*\([^()]*\)|\bi ?alt\b|[^\wæøå]+", re.IGNORECASE)
_ASIDE_ONLY = re.compile(r"\([^()]*\)")
_NUMBERED = re.compile(r"^[\W_]*(?:tabel|bilag|tab\.)\s*\d+\w?\s*[.:·–-]?\s*", re.IGNORECASE)
_BEFORE_UNIT = re.compile(r"[\s,(–-]*(?:\b(?:beløb|tal|hele|i)\s*)*$", re.IGNORECASE)
# An overview of more tables than this is not one that anybody adds up by hand.
_LEAST_TABLES, _MOST_TABLES = 2, 60
_LEAST_DIGITS = 5


_Sum = tuple[Table, int]


class Rollup(NamedTuple):
    """A row of an overview and the rows that it repeats or adds up, by their tables."""

    overview: Table
    row: int
    parts: tuple[tuple[Table, int], ...]


def rollup_equations(tables: Sequence[Table]) -> Iterator[Equation]:
    """Yield what each table's rows say of the tables before it, where their units agree.

    A row that its own rows give in every year is never accused because other tables give it in some of them.
    """
    for rollup in (*rollups_of(tables), *_of_whole_catalogue(tables)):
        if _agree({unit_of_table(rollup.overview), *(unit_of_table(table) for table, _ in rollup.parts)}):
            stated = _believed(rollup)
            if all(each.holds for each in stated) or not explains_itself(rollup.overview, rollup.row):
                yield from stated


def _of_whole_catalogue(tables: Sequence[Table]) -> Iterator[Rollup]:
    """Yield the catalogue's own sum where it is called something else than its groups' sums."""
    for overview, index, parts in grand_totals(tables):
        if _stem(overview.rows[index].label) not in {_stem(table.rows[at].label) for table, at in parts}:
            yield Rollup(overview, index, parts)


def rollup_clashes(tables: Sequence[Table]) -> Iterator[tuple[Table, Table]]:
    """Yield an overview and a table it adds up, where the same figures are printed under two different units."""
    for rollup in rollups_of(tables):
        own = unit_of_table(rollup.overview)
        stating = [table for table, _ in rollup.parts if unit_of_table(table)]
        theirs = {unit_of_table(table) for table in stating}
        if own and len(theirs) == 1 and own not in theirs and _repeats(rollup):
            yield rollup.overview, stating[0]


def rollups_of(tables: Sequence[Table]) -> Iterator[Rollup]:
    """Yield what may be an overview's row and its parts; tables are looked up, not gone through again."""
    titles = _by_title(tables)
    ending = _by_last_row(tables)
    for at, overview in enumerate(tables):
        named = _named_tables(overview, titles) or _tables_in_order(overview, tables[:at])
        yield from named
        yield from _added_tables(at, overview, ending, first=bool(named))


def _by_title(tables: Sequence[Table]) -> dict[str, list[_Sum]]:
    """Return the last sum of each table by the table's title, and each sub-total by its own name."""
    found: dict[str, list[_Sum]] = {}
    for table in tables:
        last = _last_sum(table)
        if table.caption and last is not None:
            found.setdefault(_title_stem(table.caption), []).append((table, last))
        for index, row in enumerate(table.rows):
            if row.kind.sums and not row.empty and index != last:
                found.setdefault(_stem(row.label), []).append((table, index))
    return found


def _by_last_row(tables: Sequence[Table]) -> dict[str, list[tuple[int, _Sum]]]:
    """Return every row that a table may end with by its name, each with the place of its table among the tables."""
    found: dict[str, list[tuple[int, _Sum]]] = {}
    for at, table in enumerate(tables):
        for index, row in enumerate(table.rows):
            if row.kind is not RowKind.HEADING and not row.empty:
                found.setdefault(_stem(row.label), []).append((at, (table, index)))
    return found


def _named_tables(overview: Table, titles: Mapping[str, list[_Sum]]) -> list[Rollup]:
    """Rows that carry the titles of tables repeat their last sums; one such row alone may be chance."""
    found = []
    for index, row in enumerate(overview.rows):
        others = [one for one in titles.get(_stem(row.label), ()) if one[0] is not overview]
        if len(others) == 1 and row.kind is not RowKind.HEADING:
            found.append(Rollup(overview, index, (others[0],)))
    return found if len(found) >= _LEAST_TABLES else []


def _tables_in_order(overview: Table, before: Sequence[Table]) -> list[Rollup]:
    """Rows that repeat the last sums of the tables right above, one each, in their order; one of them may differ."""
    plain = [index for index, row in enumerate(overview.rows) if row.kind is RowKind.ROW and not row.empty]
    last = [(table, at) for table in before[-len(plain) :] if (at := _last_sum(table)) is not None] if plain else []
    if len(last) != len(plain) or len(plain) < _LEAST_TABLES + 1:
        return []
    rollups = [Rollup(overview, index, (part,)) for index, part in zip(plain, last, strict=True)]
    return rollups if sum(_repeats(rollup) for rollup in rollups) >= len(rollups) - 1 else []


def _last_sum(table: Table) -> int | None:
    return next((at for at in reversed(range(len(table.rows))) if table.rows[at].kind.sums), None)


def _added_tables(
    at: int, overview: Table, ending: Mapping[str, list[tuple[int, _Sum]]], *, first: bool
) -> Iterator[Rollup]:
    """A row called what several tables end with is the sum of those before it; of those after an overview put first."""
    for index, row in enumerate(overview.rows):
        stem = _stem(row.label)
        named = ending.get(stem, [])
        parts = [one for place, one in named if place < at] or [one for place, one in named if first and place > at]
        single = len({table.id for table, _ in parts}) == len(parts)
        if stem and single and _LEAST_TABLES <= len(parts) <= _MOST_TABLES:
            yield Rollup(overview, index, tuple(parts))


def _believed(rollup: Rollup) -> list[Equation]:
    stated = _stated(rollup)
    tables = {table.id: table for table, _ in rollup.parts} | {rollup.overview.id: rollup.overview}
    # That nothing and nothing is nothing says little of which tables a row is the sum of.
    telling = [each for each in stated if any(_is_amount(number_at(tables, cell)) for cell in each.cells)]
    holding = sum(each.holds for each in telling)
    return [replace(each, certain=False) for each in stated] if holding * 2 > len(telling) else []


def _is_amount(number: Number | None) -> bool:
    return number is not None and number.digits != 0


def _stated(rollup: Rollup) -> list[Equation]:
    overview, index, parts = rollup
    tables = {table.id: table for table, _ in parts} | {overview.id: overview}
    stated_by = Structure(Kind.ROLLUP, f"rollup:{overview.id}:{index}")
    stated = []
    for column, name in enumerate(overview.columns):
        cells = [CellId(table.id, at, table.columns.index(name)) for table, at in parts if name in table.columns]
        one = equation(tables, stated_by, CellId(overview.id, index, column), tuple((cell, 1) for cell in cells))
        if one and len(cells) == len(parts):
            stated.append(one)
    return stated


def _repeats(rollup: Rollup) -> bool:
    """Whether a rollup holds in every column, and on enough digits that they do not meet by chance."""
    stated = _stated(rollup)
    figures = (rollup.overview.rows[rollup.row].cells[each.result.column].number for each in stated)
    digits = {abs(number.digits) for number in figures if number}
    return (
        bool(stated)
        and all(each.holds for each in stated)
        and sum(len(str(one)) for one in digits if one) >= _LEAST_DIGITS
    )


def unit_of_table(table: Table) -> Unit | None:
    """Return the unit that all columns of a table share, or None where they state none or several."""
    units = {unit_at(table, column) for column in range(len(table.columns))}
    return units.pop() if len(units) == 1 else None


def _agree(units: Collection[Unit | None]) -> bool:
    """Tables that state different units are not compared; one that states none is taken to follow its neighbours."""
    return len({unit for unit in units if unit}) < 2


def _title_stem(caption: str) -> str:
    """Return what a title says beside its number and its unit: "Tabel 2. Bostøtte, 1.000 kr." is about bostøtte."""
    numbered = _NUMBERED.sub("", _ASIDE_ONLY.sub(" ", caption))
    unit = find_unit_span(numbered)
    return _stem(_BEFORE_UNIT.sub("", numbered[: unit[1]]) if unit else numbered)


def _stem(label: str | None) -> str:
    return _ASIDE.sub("", label or "").casefold()
