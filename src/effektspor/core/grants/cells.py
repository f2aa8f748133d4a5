"""Cost by month and group: the reference that every engine is held to, line by line and month by month."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from effektspor.core.grants.cost import line_cost_ore
from effektspor.core.grants.month import Month, months_of, within
from effektspor.core.grants.persons import days_of
from effektspor.core.grants.price_line import PriceLine
from effektspor.core.period import Period


@dataclass(frozen=True, slots=True)
class GrantRow:
    """A price line as a file has it: its line there, what each column says (defaults filled in), and its values."""

    place_line: int
    texts: Mapping[str, str]
    line: PriceLine

    @property
    def grant_id(self) -> str:
        return self.texts["grant_id"]

    @property
    def citizen(self) -> str:
        return self.texts["citizen"]


@dataclass(frozen=True, slots=True, order=True)
class CostRow:
    """A month and group: cost in øre, person days, unique citizens with such a day, and grants with a line in it."""

    month: str
    group: tuple[str, ...]
    cost_ore: int
    person_days: int
    citizens: int
    grants: int


@dataclass(slots=True)
class _Cell:
    cost_ore: int = 0
    grants: set[str] = field(default_factory=set)
    days: dict[str, set[date]] = field(default_factory=dict)


def cost_rows(rows: Iterable[GrantRow], period: Period, by: Sequence[str]) -> list[CostRow]:
    """Return cost by calendar month and by what the columns `by` say, in the order of month and group.

    A period of whole months. Every kind is added as it stands. A month without a line of the group has no row; a line
    that costs 0 has. Person days are the union of a citizen's days with a base line in the group.
    """
    cells: dict[tuple[Month, tuple[str, ...]], _Cell] = {}
    for row in rows:
        group = tuple(row.texts[name] for name in by)
        days = within(period, row.line.start, row.line.end)
        for month in () if days is None else months_of(days):
            _add(cells.setdefault((month, group), _Cell()), row, month)
    return sorted(_row(month, group, cell) for (month, group), cell in cells.items())


def _add(cell: _Cell, row: GrantRow, month: Month) -> None:
    cell.cost_ore += line_cost_ore(row.line, month.period)
    cell.grants.add(row.grant_id)
    if row.line.makes_person:
        cell.days.setdefault(row.citizen, set()).update(days_of(row.line, month.period))


def _row(month: Month, group: tuple[str, ...], cell: _Cell) -> CostRow:
    person_days = sum(len(days) for days in cell.days.values())
    return CostRow(str(month), group, cell.cost_ore, person_days, len(cell.days), len(cell.grants))
