"""Two rows in two tables, held against each other year by year."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from effektspor.core.audit.equations import CellId, Equation, Kind, Structure, equation, number_at
from effektspor.core.document import Row, Table
from effektspor.core.unit import Unit, find_unit

_YEAR = re.compile(r"(?:19|20)\d\d")
_Columns = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rows, an equation for each year in which both print a figure, and how many of them agree on more than 0."""

    one: tuple[str, int]
    other: tuple[str, int]
    equations: tuple[Equation, ...]
    agreeing: int

    @property
    def failing(self) -> int:
        return sum(not each.holds for each in self.equations)

    @property
    def whole(self) -> bool:
        """Whether the rows agree in every year, and on more than zeros."""
        return self.agreeing > 0 and not self.failing


def shared_years(one: Table, other: Table) -> _Columns:
    """Return the columns of the same year, first in one table, then in the other; none where the units differ."""
    return tuple(pair for pair in same_years(one, other) if _comparable(one, pair[0], other, pair[1]))


def same_years(one: Table, other: Table) -> _Columns:
    """Return the columns of the same year, whatever their units."""
    where = year_columns(other)
    return tuple((column, where[name]) for name, column in year_columns(one).items() if name in where)


def year_columns(table: Table) -> dict[str, int]:
    """Return the columns that are a year and nothing else."""
    return {name.strip(): column for column, name in enumerate(table.columns) if _YEAR.fullmatch(name.strip())}


def unit_at(table: Table, column: int) -> Unit | None:
    return find_unit(table.unit_of(column) or "")


def compare_rows(kind: Kind, tables: tuple[Table, Table], rows: tuple[int, int], columns: _Columns) -> Pair:
    """Return two rows as a pair; a year in which one of them prints nothing says nothing."""
    one, other = tables
    by_id = {one.id: one, other.id: other}
    cells = [(CellId(one.id, rows[0], first), CellId(other.id, rows[1], second)) for first, second in columns]
    printed = [pair for pair in cells if all(number_at(by_id, cell) for cell in pair)]
    group = f"{kind}:{one.id}:{rows[0]}:{other.id}:{rows[1]}"
    tried = [_equal(by_id, Structure(kind, group), pair) for pair in printed]
    agreeing = sum(each.holds and _tells(by_id, each) for each in tried)
    certain = 2 * agreeing >= len(tried)
    equations = [_equal(by_id, Structure(kind, group, certain), pair) for pair in printed]
    return Pair((one.id, rows[0]), (other.id, rows[1]), tuple(equations), agreeing)


def has_one_figure_a_cell(row: Row) -> bool:
    return all(len(cell.numbers) < 2 for cell in row.cells)


def _equal(tables: Mapping[str, Table], stated_by: Structure, pair: tuple[CellId, CellId]) -> Equation:
    stated = equation(tables, stated_by, pair[0], ((pair[1], 1),))
    assert stated is not None, "both print a figure"
    return stated


def _tells(tables: Mapping[str, Table], stated: Equation) -> bool:
    return any(number.digits for cell in stated.cells if (number := number_at(tables, cell)))


def _comparable(one: Table, first: int, other: Table, second: int) -> bool:
    """A unit or a price level that only one of the two states may be the same; two that differ are not compared."""
    units = {unit for unit in (unit_at(one, first), unit_at(other, second)) if unit}
    levels = {level for level in (one.price_level, other.price_level) if level}
    return len(units) < 2 and len(levels) < 2
