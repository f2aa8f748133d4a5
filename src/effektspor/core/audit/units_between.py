"""Tables of one case whose same rows differ by exactly a change of unit."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from effektspor.core.audit.cases import Case
from effektspor.core.audit.pairs import same_years, unit_at
from effektspor.core.audit.rollups import rollup_clashes, unit_of_table
from effektspor.core.audit.twins import Repeated, called_the_same, candidates
from effektspor.core.document import Table
from effektspor.core.unit import find_unit

_FACTORS = tuple(Fraction(factor) ** sign for factor in (1000, 1_000_000) for sign in (1, -1))
_LEAST_FIGURES = 2


class UnitClash(NamedTuple):
    """A table, the other that has its rows, and what the first one's amounts are of the other's."""

    table: Table
    other: Table
    factor: Fraction


def clashes_in(case: Case) -> Iterator[UnitClash]:
    """Yield the pairs of tables; first the one whose unit fewer tables of the case have, else the later."""
    tables = [Repeated(table) for table in case.tables]
    usual = Counter(find_unit(table.unit or "") for table in case.tables)
    for one, other in candidates(tables, every=False):
        if factor := _factor(tables[one], tables[other]):
            first, second = tables[one].table, tables[other].table
            rarer = usual[find_unit(first.unit or "")] < usual[find_unit(second.unit or "")]
            yield UnitClash(first, second, factor) if rarer else UnitClash(second, first, 1 / factor)
    yield from _in_overviews(case)


def _in_overviews(case: Case) -> Iterator[UnitClash]:
    """An overview that repeats or adds up the figures of tables with another unit than its own."""
    for overview, part in rollup_clashes(case.tables):
        units = unit_of_table(overview), unit_of_table(part)
        if units[0] and units[1]:
            yield UnitClash(overview, part, Fraction(units[0].ore, units[1].ore))


def _factor(one: Repeated, other: Repeated) -> Fraction | None:
    """Return what the first table's amounts are of the other's, where that is a change of unit in every figure."""
    figures = list(_figures(one, other))
    if len({abs(first) for first, _ in figures}) < _LEAST_FIGURES:
        return None
    return next((factor for factor in _FACTORS if all(first == second * factor for first, second in figures)), None)


def _figures(one: Repeated, other: Repeated) -> Iterator[tuple[Fraction, Fraction]]:
    """Yield the figures of the rows that are called the same, in øre, year by year; zeros say nothing."""
    for first, second in called_the_same(one, other):
        for left, right in same_years(one.table, other.table):
            figures = (_ore(one.table, first, left), _ore(other.table, second, right))
            if figures[0] and figures[1]:
                yield figures[0], figures[1]


def _ore(table: Table, row: int, column: int) -> Fraction | None:
    number, unit = table.rows[row].cells[column].number, unit_at(table, column)
    return number.value * unit.ore if number and unit else None
