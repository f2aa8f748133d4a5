"""Days of lines that a change touched: those it ended, which would have run on, and those that came in their place."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from effektspor.core.grants.cost import line_cost_ore
from effektspor.core.grants.price_line import PriceLine
from effektspor.core.period import Period


class Role(StrEnum):
    """What days are to a change: of a grant that fell away, that came instead, or of a price that was changed."""

    GROSS = "gross"
    REPLACEMENT = "replacement"


@dataclass(frozen=True, slots=True)
class Days:
    """The days `[start, end)` of one line of a grant, whose `end` of None is open, at the line's price."""

    grant_id: str
    line: PriceLine
    start: date
    end: date | None

    def cost_ore(self, period: Period) -> int:
        """Return what these days cost in a period, in øre."""
        if not self.line.runs:
            return self._of_the_line_ore(period)
        return line_cost_ore(replace(self.line, start=self.start, end=self.end), period)

    def _of_the_line_ore(self, period: Period) -> int:
        """What is paid once or by attendance is spread over the whole line, whichever of its days are asked for."""
        start = max(self.start, period.start)
        end = period.end if self.end is None else min(self.end, period.end)
        return line_cost_ore(self.line, Period(start, end)) if start < end else 0


@dataclass(frozen=True, slots=True)
class Touched:
    """Days with a sign: +1 would have been paid without the change, −1 are paid because of it."""

    days: Days
    sign: int
    role: Role

    def effect_ore(self, period: Period) -> int:
        return self.sign * self.days.cost_ore(period)


def sum_role_ore(touched: Iterable[Touched], role: Role, period: Period) -> int:
    """Return a role's part of world before minus world after in a period, in øre."""
    return sum(each.effect_ore(period) for each in touched if each.role is role)
