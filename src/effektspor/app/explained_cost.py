"""Use case: how the cost of a month and group comes about, down to the days of each line."""

from collections.abc import Iterable
from dataclasses import dataclass

from effektspor.core.grants.cells import GrantRow
from effektspor.core.grants.cost import line_cost_ore, whole_month_ore
from effektspor.core.grants.month import Month, within
from effektspor.core.grants.persons import days_of
from effektspor.core.period import Period


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """A line's days in a month, what it costs in them, and in a whole month where it has such an amount."""

    row: GrantRow
    days: Period
    whole_ore: int | None
    cost_ore: int


@dataclass(frozen=True, slots=True)
class ExplainedGrant:
    """A grant's lines in a month, in the order of the file."""

    grant_id: str
    lines: tuple[ExplainedLine, ...]

    @property
    def cost_ore(self) -> int:
        return sum(line.cost_ore for line in self.lines)


@dataclass(frozen=True, slots=True)
class ExplainedCell:
    """The grants of a month and group, and each citizen's days with a base line."""

    grants: tuple[ExplainedGrant, ...]
    days_by_citizen: tuple[tuple[str, int], ...]

    @property
    def cost_ore(self) -> int:
        return sum(grant.cost_ore for grant in self.grants)


def explain_cell(rows: Iterable[GrantRow], month: Month) -> ExplainedCell:
    """Return how the cost of a month comes about from the rows of one group, grants by their id."""
    lines = [line for row in rows if (line := _line(row, month))]
    by_grant: dict[str, list[ExplainedLine]] = {}
    for line in lines:
        by_grant.setdefault(line.row.grant_id, []).append(line)
    grants = tuple(ExplainedGrant(grant_id, tuple(own)) for grant_id, own in sorted(by_grant.items()))
    return ExplainedCell(grants, _person_days(lines))


def _line(row: GrantRow, month: Month) -> ExplainedLine | None:
    days = within(month.period, row.line.start, row.line.end)
    if days is None:
        return None
    whole_ore = whole_month_ore(row.line, month) if row.line.runs else None
    return ExplainedLine(row, days, whole_ore, line_cost_ore(row.line, month.period))


def _person_days(lines: Iterable[ExplainedLine]) -> tuple[tuple[str, int], ...]:
    """By citizen the union of the days: two lines on the same day are one day."""
    days: dict[str, set[object]] = {}
    for line in lines:
        if line.row.line.makes_person:
            days.setdefault(line.row.citizen, set()).update(days_of(line.row.line, line.days))
    return tuple((citizen, len(own)) for citizen, own in sorted(days.items()))
