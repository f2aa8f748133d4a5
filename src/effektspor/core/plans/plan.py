"""The economic plan as a value: what the paper states and what follows from its measures are both kept."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from effektspor.core.money import sum_ore
from effektspor.core.plans.convention import Convention
from effektspor.core.plans.targets import NO_TARGETS, Targets
from effektspor.core.unit import Unit

MET_PCT, PARTLY_PCT = 95, 50


class MeasureStatus(StrEnum):
    """How far a measure has come, by rule: realised against target."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"
    CARRIED_OUT = "carried_out"
    NOT_STARTED = "not_started"
    NOT_REPORTED = "not_reported"
    UNKNOWN = "unknown"

    @property
    def danish(self) -> str:
        return _DANISH[self]


_DANISH = {
    MeasureStatus.MET: "Nået",
    MeasureStatus.PARTLY: "Nået delvist",
    MeasureStatus.NOT_MET: "Ikke nået",
    MeasureStatus.CARRIED_OUT: "Gennemført",
    MeasureStatus.NOT_STARTED: "Ikke sat i værk",
    MeasureStatus.NOT_REPORTED: "Ikke opgjort",
    MeasureStatus.UNKNOWN: "Uden mål",
}


@dataclass(frozen=True, slots=True)
class ProposalReference:
    """The revision of a proposal that a measure was adopted from; revisions are numbered from 1."""

    code: str
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of a plan (tiltag). Savings are positive øre; an investment measure is negative in both columns.

    `target_ore` is of the plan's year and `targets` of every year; `expected_ore` is what it is expected to come to at
    year end. The status is realised against target, never what is expected.
    """

    number: str
    title: str
    target_ore: int | None
    realised_ore: int | None
    status_text: str = ""
    expected_ore: int | None = None
    targets: Targets = NO_TARGETS
    owner: str = ""
    indicators: tuple[str, ...] = ()
    proposal: ProposalReference | None = None
    control_area: str = ""

    @property
    def investment(self) -> bool:
        """Whether the measure is meant to cost money so that others can save it.

        A measure that was to save and has cost instead is a saving that failed, not an investment.
        """
        if self.target_ore:
            return self.target_ore < 0
        return (self.realised_ore or 0) < 0

    @property
    def difference_ore(self) -> int | None:
        """Realised minus target; None where either is not stated."""
        if self.target_ore is None or self.realised_ore is None:
            return None
        return self.realised_ore - self.target_ore

    @property
    def status(self) -> MeasureStatus:
        """Met from 95 pct. of the target, partly from 50; an investment is carried out when something is spent."""
        if not self.investment:
            return status_of(self.target_ore, self.realised_ore)
        if self.realised_ore is None:
            return MeasureStatus.NOT_REPORTED
        return MeasureStatus.CARRIED_OUT if self.realised_ore else MeasureStatus.NOT_STARTED


def status_of(target_ore: int | None, realised_ore: int | None) -> MeasureStatus:
    """Return the status of a realised saving against its target, both in øre; a share is read of savings only."""
    if target_ore is None or target_ore <= 0:
        return MeasureStatus.UNKNOWN
    if realised_ore is None:
        return MeasureStatus.NOT_REPORTED
    if realised_ore * 100 >= target_ore * MET_PCT:
        return MeasureStatus.MET
    return MeasureStatus.PARTLY if realised_ore * 100 >= target_ore * PARTLY_PCT else MeasureStatus.NOT_MET


@dataclass(frozen=True, slots=True)
class PlanSum:
    """A sum both ways: computed from the measures, and as the paper prints it, if it does.

    `bound_ore` is how far the two may differ by rounding alone: half a step of each figure, the sum's included.
    """

    computed_ore: int
    stated_ore: int | None
    bound_ore: int

    @property
    def agrees(self) -> bool:
        return self.stated_ore is None or abs(self.stated_ore - self.computed_ore) <= self.bound_ore

    @property
    def shown_ore(self) -> int:
        """The stated sum where it holds, since its paper summed unrounded figures; else what the measures give."""
        return self.stated_ore if self.stated_ore is not None and self.agrees else self.computed_ore

    @property
    def rounded(self) -> bool:
        """Whether the shown measures do not add to the shown sum to the digit, so that a note is due."""
        return self.shown_ore != self.computed_ore


@dataclass(frozen=True, slots=True)
class ColumnTotals:
    """The sums of one column of a plan: gross (the savings), investment (the investments), net (all measures)."""

    gross: PlanSum
    investment: PlanSum
    net: PlanSum


@dataclass(frozen=True, slots=True)
class StatedTotals:
    """The sums a paper prints for one column, in øre; None where it does not. Investment is negative."""

    net_ore: int | None = None
    gross_ore: int | None = None
    investment_ore: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan's status on a day. `unit` and `decimals` are how its paper prints amounts.

    `convention` is how its targets count an effect that lasts; None where the paper does not say.
    """

    title: str
    measures: tuple[Measure, ...]
    unit: Unit
    decimals: int
    as_of: date | None = None
    price_level: str | None = None
    stated_target: StatedTotals = StatedTotals()
    stated_realised: StatedTotals = StatedTotals()
    note: str = ""
    stated_expected: StatedTotals = StatedTotals()
    convention: Convention | None = None

    @property
    def year(self) -> int | None:
        return self.as_of.year if self.as_of else None

    @property
    def target(self) -> ColumnTotals:
        return self._totals(lambda measure: measure.target_ore, self.stated_target)

    @property
    def realised(self) -> ColumnTotals:
        return self._totals(lambda measure: measure.realised_ore, self.stated_realised)

    @property
    def expected(self) -> ColumnTotals:
        """What the measures are expected to come to at year end; a measure without an expectation adds nothing."""
        return self._totals(lambda measure: measure.expected_ore, self.stated_expected)

    @property
    def status(self) -> MeasureStatus:
        """The whole plan's status: net realised against net target."""
        return status_of(self.target.net.shown_ore, self.realised.net.shown_ore)

    @property
    def savings(self) -> tuple[Measure, ...]:
        return tuple(measure for measure in self.measures if not measure.investment)

    @property
    def investments(self) -> tuple[Measure, ...]:
        return tuple(measure for measure in self.measures if measure.investment)

    def _totals(self, amount_of: Callable[[Measure], int | None], stated: StatedTotals) -> ColumnTotals:
        savings = [amount for measure in self.savings if (amount := amount_of(measure)) is not None]
        investments = [amount for measure in self.investments if (amount := amount_of(measure)) is not None]
        return ColumnTotals(
            gross=self._sum(savings, stated.gross_ore),
            investment=self._sum(investments, stated.investment_ore),
            net=self._sum(savings + investments, stated.net_ore),
        )

    def _sum(self, amounts_ore: list[int], stated_ore: int | None) -> PlanSum:
        half_step_ore = self.unit.ore // (2 * 10**self.decimals)
        return PlanSum(sum_ore(amounts_ore), stated_ore, (len(amounts_ore) + 1) * half_step_ore)
