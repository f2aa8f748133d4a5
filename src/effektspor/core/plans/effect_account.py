"""The effect account (effektregnskab) of a measure: realised by year against its targets, and accumulated."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from effektspor.core.money import sum_ore
from effektspor.core.plans.plan import MeasureStatus, PlanSum, status_of
from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.plans.targets import NO_TARGETS, Targets, to_accumulated
from effektspor.core.plans.year_sums import YearSums
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts


@dataclass(frozen=True, slots=True)
class AccountYear:
    """One year in øre: its own figures, and those up to and with it. What is not stated is None."""

    year: int
    realised_ore: int | None
    target_ore: int | None
    realised_total_ore: int | None
    target_total_ore: int | None

    @property
    def difference_ore(self) -> int | None:
        """Realised minus target of the year."""
        if self.realised_ore is None or self.target_ore is None:
            return None
        return self.realised_ore - self.target_ore

    @property
    def status(self) -> MeasureStatus:
        return status_of(self.target_ore, self.realised_ore)


@dataclass(frozen=True, slots=True)
class EffectAccount:
    """Realised effect in øre by year, savings positive, beside its targets and the sum the paper prints.

    `label` is what the realised row is called; `code` and `title` say whose account it is. `stated_accumulated` is
    the row of realised effect, or of targets where nothing is realised, that the paper accumulates itself.
    """

    title: str
    printed: PrintedAs
    realised: YearAmounts
    targets: Targets = NO_TARGETS
    stated_sum_ore: int | None = None
    label: str = ""
    as_of: date | None = None
    code: str = ""
    stated_accumulated: YearAmounts = NOTHING_STATED

    @property
    def realised_sum(self) -> PlanSum:
        """All years' realised effect: computed, and as stated."""
        computed_ore = sum_ore(ore for _, ore in self.realised.pairs)
        return PlanSum(computed_ore, self.stated_sum_ore, self.printed.bound_ore(len(self.realised.pairs)))

    @property
    def target_sum(self) -> PlanSum | None:
        """All years' targets: computed, and as stated; None where no target is."""
        computed_ore = self.targets.computed_sum_ore
        if computed_ore is None:
            return None
        return PlanSum(computed_ore, self.targets.stated_sum_ore, self.printed.bound_ore(len(self.targets.years)))

    @property
    def accumulated(self) -> YearSums:
        """The effect up to and with each year, computed and as the paper accumulates it."""
        own = to_accumulated(self.realised) if self.realised else self.targets.accumulated
        return YearSums(own, self.stated_accumulated, self.printed.bound_ore(len(own.years)))

    @property
    def years(self) -> tuple[AccountYear, ...]:
        return tuple(self._years())

    @property
    def status(self) -> MeasureStatus:
        """All years' realised effect against all years' targets, by rule."""
        target = self.target_sum
        return status_of(target.shown_ore if target else None, self.realised_sum.shown_ore if self.realised else None)

    def _years(self) -> Iterator[AccountYear]:
        yearly, accumulated = self.targets.yearly, self.targets.accumulated
        realised = to_accumulated(self.realised)
        for year in sorted({*self.realised.years, *self.targets.years}):
            yield AccountYear(year, self.realised.at(year), yearly.at(year), realised.at(year), accumulated.at(year))
