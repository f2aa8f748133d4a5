"""What a change saves: this year, in a full year and as carry-over; gross, replacement, rebound and net (DESIGN §4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from effektspor.core.effects.change import Change, Evidence
from effektspor.core.effects.touched import Role, sum_role_ore
from effektspor.core.effects.worlds import Undone
from effektspor.core.grants.month import months_of, overlap
from effektspor.core.period import Period, calendar_year


@dataclass(frozen=True, slots=True)
class Amounts:
    """A change's effect in a period, in øre: what fell away, what came instead, and what came back (after its cap)."""

    gross_ore: int
    replacement_ore: int
    rebound_ore: int

    @property
    def net_ore(self) -> int:
        return self.gross_ore - self.replacement_ore - self.rebound_ore

    def __add__(self, other: "Amounts") -> "Amounts":
        return Amounts(
            self.gross_ore + other.gross_ore,
            self.replacement_ore + other.replacement_ore,
            self.rebound_ore + other.rebound_ore,
        )


NOTHING = Amounts(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Effect:
    """A change's effect; the carry-over is net, and 0 unless the change takes effect in the year asked for."""

    change: Change
    in_year: Amounts
    full_year: Amounts
    carry_over_ore: int
    evidence: Evidence


def effect_of(undone: Undone, year: int, evidence: Evidence) -> Effect:
    """Return a change's effect with `year` as the year asked for."""
    change = undone.change
    if change.kind.is_stated:
        return _stated_effect(change, year, evidence)
    full = full_year_of(change.effective_on)
    after = overlap(full, calendar_year(change.effective_on.year + 1))
    in_effective_year = change.effective_on.year == year
    carried = amounts_in(undone, after).net_ore if after and in_effective_year else 0
    return Effect(change, amounts_in(undone, calendar_year(year)), amounts_in(undone, full), carried, evidence)


def amounts_in(undone: Undone, period: Period) -> Amounts:
    """Return a change's effect in a period: month by month, so that rebound has its cap and periods add up."""
    return sum((_in_month(undone, part) for part in _months(period)), start=NOTHING)


def full_year_of(effective_on: date) -> Period:
    """Return the year from the day a change takes effect: from 29 February to 1 March."""
    try:
        return Period(effective_on, effective_on.replace(year=effective_on.year + 1))
    except ValueError:
        return Period(effective_on, date(effective_on.year + 1, 3, 1))


def _months(period: Period) -> Iterable[Period]:
    return (part for month in months_of(period) if (part := overlap(month.period, period)))


def _in_month(undone: Undone, part: Period) -> Amounts:
    gross = sum_role_ore(undone.touched, Role.GROSS, part)
    replacement = -sum_role_ore(undone.touched, Role.REPLACEMENT, part)
    came_back = sum(days.cost_ore(part) for days in undone.rebound)
    return Amounts(gross, replacement, max(0, min(came_back, gross - replacement)))


def _stated_effect(change: Change, year: int, evidence: Evidence) -> Effect:
    """A stated amount counts in its year; its full year is the following year's amount, else the year's own."""
    own = change.ore_by_year.get(change.effective_on.year, 0)
    full = change.ore_by_year.get(change.effective_on.year + 1, own)
    in_year = Amounts(change.ore_by_year.get(year, 0), 0, 0)
    carried = full - own if change.effective_on.year == year else 0
    return Effect(change, in_year, Amounts(full, 0, 0), carried, evidence)
