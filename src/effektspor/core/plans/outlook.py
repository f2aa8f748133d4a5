"""The outlook of a budget: corrected against expected, less the measures, is the estimated budget."""

from dataclasses import dataclass
from enum import StrEnum

from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.plans.year_sums import NamedAmounts, YearSums, summed
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts, sum_years


class DifferenceOrder(StrEnum):
    """Which of two figures is subtracted from which; the label says over- or underspend, never the sign alone."""

    CORRECTED_MINUS_EXPECTED = "corrected_minus_expected"
    EXPECTED_MINUS_CORRECTED = "expected_minus_corrected"

    @property
    def danish(self) -> str:
        return {
            "corrected_minus_expected": "korrigeret minus forventet: minus er merforbrug",
            "expected_minus_corrected": "forventet minus korrigeret: minus er mindreforbrug",
        }[self.value]

    def difference_ore(self, corrected_ore: int, expected_ore: int) -> int:
        """Return the difference in this order, in øre."""
        return corrected_ore - expected_ore if self is self.CORRECTED_MINUS_EXPECTED else expected_ore - corrected_ore

    def meaning(self, difference_ore: int) -> str:
        """Return what a difference in this order is: Merforbrug, Mindreforbrug or Balance."""
        overspend_ore = -difference_ore if self is self.CORRECTED_MINUS_EXPECTED else difference_ore
        return "Merforbrug" if overspend_ore > 0 else "Mindreforbrug" if overspend_ore else "Balance"


@dataclass(frozen=True, slots=True)
class OutlookLine:
    """A line of the budget in øre by year: corrected (korrigeret), expected (forventet), and the stated difference."""

    label: str
    corrected: YearAmounts
    expected: YearAmounts
    stated_difference: YearAmounts = NOTHING_STATED

    def difference(self, order: DifferenceOrder, bound_ore: int = 0) -> YearSums:
        """Return the difference of the years that state both, computed and stated."""
        return YearSums(differences(self.corrected, self.expected, order), self.stated_difference, bound_ore)


class MeasureGroupKind(StrEnum):
    CATALOGUE = "catalogue"
    OTHER = "other"

    @property
    def danish(self) -> str:
        return {"catalogue": "Katalog", "other": "Øvrige tiltag"}[self.value]


@dataclass(frozen=True, slots=True)
class MeasureGroup:
    """Measures that the outlook counts on, savings positive in øre by year, with the total the paper prints."""

    title: str
    kind: MeasureGroupKind
    lines: tuple[NamedAmounts, ...]
    stated_total: YearAmounts = NOTHING_STATED

    def total(self, printed: PrintedAs) -> YearSums:
        return summed((line.amounts for line in self.lines), self.stated_total, printed.bound_ore(len(self.lines)))


@dataclass(frozen=True, slots=True)
class BudgetOutlook:
    """A budget's lines with what is expected, the measures against it, and what is then left.

    `stated_estimate` are the rows of the paper's own summary of measures and `stated_measures` their total;
    `stated_budget` is its estimated budget, `stated_budget_difference` that against the corrected budget of
    `base_year`. Measures are kept with savings positive; `savings_are_minus` is how the paper prints them.
    """

    title: str
    printed: PrintedAs
    lines: tuple[OutlookLine, ...]
    stated_total: OutlookLine | None = None
    order: DifferenceOrder = DifferenceOrder.CORRECTED_MINUS_EXPECTED
    groups: tuple[MeasureGroup, ...] = ()
    stated_estimate: tuple[NamedAmounts, ...] = ()
    stated_measures: YearAmounts = NOTHING_STATED
    stated_budget: YearAmounts = NOTHING_STATED
    stated_budget_difference: YearAmounts = NOTHING_STATED
    base_year: int | None = None
    savings_are_minus: bool = False

    @property
    def years(self) -> tuple[int, ...]:
        """The years that something is expected of, or budgeted."""
        return tuple(sorted({*self.corrected.shown.years, *self.expected.shown.years}))

    @property
    def corrected(self) -> YearSums:
        stated = self.stated_total.corrected if self.stated_total else NOTHING_STATED
        return summed((line.corrected for line in self.lines), stated, self._bound(len(self.lines)))

    @property
    def expected(self) -> YearSums:
        stated = self.stated_total.expected if self.stated_total else NOTHING_STATED
        return summed((line.expected for line in self.lines), stated, self._bound(len(self.lines)))

    @property
    def difference(self) -> YearSums:
        """The totals' difference, in the outlook's order."""
        computed = differences(self.corrected.shown, self.expected.shown, self.order)
        stated = self.stated_total.stated_difference if self.stated_total else NOTHING_STATED
        return YearSums(computed, stated, self._bound(2))

    @property
    def measures(self) -> YearSums:
        """All measures together, from their groups or, without any, from the paper's summary."""
        parts = [group.total(self.printed).shown for group in self.groups]
        parts = parts or [row.amounts for row in self.stated_estimate]
        return summed(parts, self.stated_measures, self._bound(len(parts)))

    @property
    def estimated_budget(self) -> YearSums:
        """Expected minus the measures, in the years something is expected; without measures of a year, none."""
        measures = self.measures.shown
        reduced = sum_years((self.expected.shown, -measures)).within(self.expected.shown.years)
        return YearSums(reduced.within(measures.years), self.stated_budget, self._bound(2))

    @property
    def base_budget_ore(self) -> int | None:
        """The corrected budget that the estimated one is held against: that of `base_year`, else the last stated."""
        corrected = self.corrected.shown
        return corrected.last_ore if self.base_year is None else corrected.at(self.base_year)

    @property
    def budget_difference(self) -> YearSums:
        """The estimated budget against the corrected one, in the outlook's order."""
        base_ore, budget = self.base_budget_ore, self.estimated_budget.shown
        if base_ore is None:
            return YearSums(NOTHING_STATED, self.stated_budget_difference)
        computed = YearAmounts(tuple((y, self.order.difference_ore(base_ore, ore)) for y, ore in budget.pairs))
        return YearSums(computed, self.stated_budget_difference, self._bound(2))

    def _bound(self, count: int) -> int:
        return self.printed.bound_ore(count)


def differences(corrected: YearAmounts, expected: YearAmounts, order: DifferenceOrder) -> YearAmounts:
    """Return the difference of every year that states both, in øre."""
    wanted = expected.as_dict()
    both = ((year, ore, wanted[year]) for year, ore in corrected.pairs if year in wanted)
    return YearAmounts(tuple((year, order.difference_ore(a, b)) for year, a, b in both))
