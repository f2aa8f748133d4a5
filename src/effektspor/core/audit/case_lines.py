"""A proposal's table of its whole economy: which lines are permanent changes and which are what it costs to begin."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from effektspor.core.audit.case_figures import printed_step
from effektspor.core.audit.cases import Case
from effektspor.core.audit.pairs import has_one_figure_a_cell, unit_at, year_columns
from effektspor.core.document import Row, RowKind, Table
from effektspor.core.unit import Unit

_BEGINNING = re.compile(
    r"implementer|invester|engangs|etabler|opstart|anlægs|omstillingsudgift|midlertidig|forbigående", re.IGNORECASE
)
_PERMANENT = re.compile(r"\bvarig|\bdrift|effektiviser|\bbespar|gevinst|permanent|løbende", re.IGNORECASE)
_CAPITAL = re.compile(r"\banlæg", re.IGNORECASE)
_SERVICE = re.compile(r"\bservice", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A line of a proposal's economy, which no other line is a part of."""

    index: int
    row: Row
    beginning: bool

    @property
    def service(self) -> bool:
        return _SERVICE.search(self.row.category or "") is not None


@dataclass(frozen=True, slots=True)
class StatedEconomy:
    """The lines of a proposal's first table; `years` are its columns of years, in order."""

    table: Table
    unit: Unit
    years: Mapping[str, int]
    lines: tuple[CaseLine, ...]

    @property
    def permanent(self) -> tuple[CaseLine, ...]:
        return tuple(line for line in self.lines if not line.beginning)

    @property
    def beginning(self) -> tuple[CaseLine, ...]:
        return tuple(line for line in self.lines if line.beginning)

    @property
    def has_areas(self) -> bool:
        """Whether the permanent lines all name their control area."""
        return bool(self.permanent) and all(line.row.category for line in self.permanent)

    def sums(self, lines: tuple[CaseLine, ...]) -> tuple[Fraction, ...]:
        """Return what some lines add up to in each year, in the table's unit."""
        return tuple(sum((_value(line.row, column) for line in lines), Fraction(0)) for column in self.years.values())

    @property
    def years_with_flow(self) -> tuple[str, ...]:
        """The years from the first that has an amount."""
        having = {year for line in self.lines for year, column in self.years.items() if _value(line.row, column)}
        return tuple(year for year in self.years if year >= min(having, default="")) if having else ()

    def is_sum(self, row: Row, lines: tuple[CaseLine, ...]) -> bool:
        """Whether a row is what some lines add up to, in every year it prints."""
        figures = [row.cells[column].number for column in self.years.values()]
        given = zip(self.sums(lines), self.bounds(lines), strict=True)
        return all(
            figure is None or abs(figure.value - value) <= bound + figure.half_unit
            for figure, (value, bound) in zip(figures, given, strict=True)
        )

    @property
    def prints_sum_of_all(self) -> bool:
        """Whether a sum of the table adds up all its lines, with their signs."""
        sums = [row for row in self.table.rows if row.kind.sums and not row.empty]
        return any(self.is_sum(row, self.lines) for row in sums)

    def bounds(self, lines: tuple[CaseLine, ...]) -> tuple[Fraction, ...]:
        """Return what rounding may have moved each of those sums: half a step for each figure that is not 0."""
        half = printed_step(self.table) / 2
        return tuple(half * sum(_value(line.row, column) != 0 for line in lines) for column in self.years.values())


def economy_of(case: Case) -> StatedEconomy | None:
    """Return the economy that a case begins with: its first table of years and money with a sum."""
    for table in case.tables:
        if (economy := economy_in(table)) and any(row.kind.sums for row in table.rows):
            return economy
    return None


def whole_economy_of(case: Case) -> StatedEconomy | None:
    """Return the economy a case begins with, and with it what a table of its own says is laid out.

    Only a table of the same years and unit whose lines are all laid out once; its lines are read by the same columns.
    """
    first = economy_of(case)
    if first is None or first.beginning:
        return first
    others = (other for table in case.tables if table is not first.table and (other := economy_in(table)))
    laid_out = [each for each in others if not each.permanent and (each.unit, each.years) == (first.unit, first.years)]
    return replace(first, lines=first.lines + laid_out[0].lines) if len(laid_out) == 1 else first


def economy_in(table: Table) -> StatedEconomy | None:
    """Return the lines of a table of years, or None where it is not one in one unit of money."""
    years = dict(sorted(year_columns(table).items()))
    units = {unit_at(table, column) for column in years.values()}
    unit = units.pop() if len(units) == 1 else None
    lines = tuple(_lines(table)) if years and unit else ()
    return StatedEconomy(table, unit, years, lines) if unit and lines else None


def names_a_beginning(label: str) -> bool:
    """Whether a label says that an amount is laid out once, to begin."""
    return _BEGINNING.search(label) is not None


def _lines(table: Table) -> Iterator[CaseLine]:
    """Yield the lines with the part they stand in: the heading above says, else the sum below, else their name."""
    heading: str | None = None
    for index, row in enumerate(table.rows):
        if row.kind is RowKind.HEADING:
            heading = row.label if _names_a_part(row.label) else heading
        elif row.kind is RowKind.ROW and not row.empty and has_one_figure_a_cell(row):
            yield CaseLine(index, row, _is_beginning(table, index, heading))


def _names_a_part(label: str) -> bool:
    return bool(_BEGINNING.search(label) or _PERMANENT.search(label) or _CAPITAL.search(label))


def _is_beginning(table: Table, index: int, heading: str | None) -> bool:
    row = table.rows[index]
    if heading is not None:
        return _says_beginning(heading)
    below = next((other.label for other in table.rows[index + 1 :] if other.kind.sums), "")
    if _PERMANENT.search(below) and not _BEGINNING.search(below):
        return False
    if _BEGINNING.search(below):
        return True
    return _BEGINNING.match(row.label.strip()) is not None or _CAPITAL.search(row.category or "") is not None


def _says_beginning(heading: str) -> bool:
    """ "Varige ændringer" is permanent whatever else it names; "Driftsinvesteringer" is not."""
    if re.search(r"\bvarig", heading, re.IGNORECASE):
        return False
    return bool(_BEGINNING.search(heading) or _CAPITAL.search(heading))


def _value(row: Row, column: int) -> Fraction:
    number = row.cells[column].number
    return number.value if number else Fraction(0)
