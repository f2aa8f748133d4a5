"""Follow-up rounds: what one thing was expected to come to, estimated again and again."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from effektspor.core.money import divide_rounded
from effektspor.core.plans.cohorts import Adjustment, Cohort
from effektspor.core.plans.convention import Convention
from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.unit import Unit
from effektspor.core.year_amounts import YearAmounts


@dataclass(frozen=True, slots=True)
class FollowUpRound:
    """One follow-up (budgetopfølgning) and its estimate in øre by year; `label` is as printed.

    `year` and `number` are None where the label names none, as "Regnskab 2015" has no number.
    """

    label: str
    year: int | None
    number: int | None
    amounts: YearAmounts
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """What a year's estimate moved from one round to the next, in øre."""

    year: int
    before: FollowUpRound
    after: FollowUpRound
    before_ore: int
    after_ore: int

    @property
    def difference_ore(self) -> int:
        return self.after_ore - self.before_ore

    def danish(self, printed: PrintedAs) -> str:
        """Return "2. opfølgning 2016 sagde 12,5, 3. opfølgning 2016 sagde 13,6"."""
        before, after = printed.danish(self.before_ore), printed.danish(self.after_ore)
        return f"{self.before.label} sagde {before}, {self.after.label} sagde {after}"


@dataclass(frozen=True, slots=True)
class Estimates:
    """Successive estimates of one thing, the rounds in order, savings positive.

    `cohorts` and `adjustments` are what the text around the table tells of how the figures came to be; they are in
    their own unit, so that they may contradict the table's (see `PrintedAs.asked_unit`).
    """

    title: str
    printed: PrintedAs
    rounds: tuple[FollowUpRound, ...]
    convention: Convention | None = None
    cohorts: tuple[Cohort, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()

    @property
    def years(self) -> tuple[int, ...]:
        """Every year that any round states."""
        return tuple(sorted({year for each in self.rounds for year in each.amounts.years}))

    @property
    def latest(self) -> FollowUpRound | None:
        return self.rounds[-1] if self.rounds else None

    def of_year(self, year: int) -> tuple[tuple[FollowUpRound, int | None], ...]:
        """Return what each round said of a year, in øre; None where it said nothing."""
        return tuple((each, each.amounts.at(year)) for each in self.rounds)

    def moved(self, year: int) -> tuple[Moved, ...]:
        """Return each step of a year's estimate, from every round that states it to the next that does."""
        said = [(each, ore) for each, ore in self.of_year(year) if ore is not None]
        return tuple(Moved(year, a, b, a_ore, b_ore) for (a, a_ore), (b, b_ore) in pairwise(said))

    def last_moved(self, year: int) -> Moved | None:
        """Return the newest step of a year's estimate, also of 0; None where fewer than two rounds state it."""
        return steps[-1] if (steps := self.moved(year)) else None

    def in_asked_unit(self) -> "Estimates":
        """Return the figures as they would be in the unit the check asks about; the same where it asks none."""
        asked = self.printed.asked_unit
        if asked is None:
            return self
        rounds = tuple(replace(each, amounts=_in_unit(each.amounts, self.printed.unit, asked)) for each in self.rounds)
        return replace(self, rounds=rounds, printed=replace(self.printed, unit=asked, asked_unit=None))


def _in_unit(amounts: YearAmounts, stated: Unit, asked: Unit) -> YearAmounts:
    return YearAmounts(tuple((year, divide_rounded(ore * asked.ore, stated.ore)) for year, ore in amounts.pairs))
