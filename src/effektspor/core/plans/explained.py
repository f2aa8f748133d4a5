"""How the figures of an estimate came to be: cohorts that count on, and what each round added."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from effektspor.core.money import sum_ore
from effektspor.core.number import MINUS
from effektspor.core.plans.cohorts import Adjustment
from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.plans.rounds import Estimates, FollowUpRound


@dataclass(frozen=True, slots=True)
class EstimateTerm:
    """One part of an explained figure, in øre."""

    label: str
    ore: int


@dataclass(frozen=True, slots=True)
class ExplainedEstimate:
    """A round's figure of a year as the sum of its terms; `stated_ore` is what the table prints, both in øre."""

    round_label: str
    year: int
    terms: tuple[EstimateTerm, ...]
    stated_ore: int
    bound_ore: int

    @property
    def computed_ore(self) -> int:
        return sum_ore(term.ore for term in self.terms)

    @property
    def agrees(self) -> bool:
        return abs(self.computed_ore - self.stated_ore) <= self.bound_ore

    def danish(self, printed: PrintedAs) -> str:
        """Return "12,2 + 0,3 = 12,5", the sum being what the terms give."""
        first, *rest = (term.ore for term in self.terms)
        added = "".join(f" {MINUS if ore < 0 else '+'} {printed.danish(abs(ore))}" for ore in rest)
        return f"{printed.danish(first)}{added} = {printed.danish(self.computed_ore)}"


def explain_estimates(estimates: Estimates) -> tuple[ExplainedEstimate, ...]:
    """Return each figure that the text tells the parts of: the first round by cohorts, the later by adjustments.

    Where the check asks about the table's unit, the table is taken in the asked one, since the text is in it.
    """
    asked = estimates.in_asked_unit()
    return (*_by_cohorts(asked), *_by_adjustments(asked))


def _by_cohorts(estimates: Estimates) -> Iterator[ExplainedEstimate]:
    for first in estimates.rounds[:1]:
        for year, stated_ore in first.amounts.pairs:
            told = [(cohort.label, cohort.level_ore(year)) for cohort in estimates.cohorts]
            terms = tuple(EstimateTerm(label, ore) for label, ore in told if ore is not None)
            if terms:
                yield _explained(estimates, first, year, terms, stated_ore)


def _by_adjustments(estimates: Estimates) -> Iterator[ExplainedEstimate]:
    for before, after in pairwise(estimates.rounds):
        adjustment = _adjustment_of(estimates, after)
        for year, stated_ore in after.amounts.pairs if adjustment else ():
            base_ore, added_ore = before.amounts.at(year), adjustment.at(year) if adjustment else None
            if base_ore is not None and added_ore is not None:
                terms = (EstimateTerm(before.label, base_ore), EstimateTerm(after.label, added_ore))
                yield _explained(estimates, after, year, terms, stated_ore)


def _adjustment_of(estimates: Estimates, of: FollowUpRound) -> Adjustment | None:
    return next((each for each in estimates.adjustments if (each.year, each.number) == (of.year, of.number)), None)


def _explained(
    estimates: Estimates, of: FollowUpRound, year: int, terms: tuple[EstimateTerm, ...], stated_ore: int
) -> ExplainedEstimate:
    return ExplainedEstimate(of.label, year, terms, stated_ore, estimates.printed.bound_ore(len(terms)))
