"""A proposal's money by year: what flows, what it comes to with and without interest, and the chart that draws it."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from effektspor.core.number import rounded_number
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.payback import LONGEST_YEARS, Payback
from effektspor.core.proposals.totals import compute_totals
from effektspor.core.unit import Unit

# A few years past the day it is paid back, so that the line is seen to go on down.
_YEARS_AFTER, _FEWEST_YEARS, _MOST_YEARS = 2, 4, 40


@dataclass(frozen=True, slots=True)
class FlowYear:
    """One year in whole øre: what flows (cost plus, saving minus), and the sums so far; `printed` by the case."""

    year: int
    flow_ore: int
    plain_sum_ore: int
    discounted_sum_ore: int
    printed: bool


@dataclass(frozen=True, slots=True)
class CashFlow:
    """The years from the first with a flow until a little after it is paid back, at a rate in per cent a year."""

    years: tuple[FlowYear, ...]
    rate_pct: Fraction
    unit: Unit

    @property
    def paid_back(self) -> FlowYear | None:
        """The first year in which the discounted sum is no longer positive."""
        return next((each for each in self.years if each.discounted_sum_ore <= 0), None)


def compute_cash_flow(case: BusinessCase, rate_pct: Fraction, payback: Payback | None = None) -> CashFlow:
    """Return a case's flow by year; after its own years the permanent change of its last year goes on.

    With a payback it goes on until a little after that, and no longer than 40 years.
    """
    printed, repeated_ore = _printed(case)
    count = max(len(printed), _FEWEST_YEARS)
    if payback:
        paid = payback.total if payback.total is not None else LONGEST_YEARS
        count = min(max(count, paid + _YEARS_AFTER), _MOST_YEARS)
    flows = [*printed, *[repeated_ore] * (count - len(printed))] if printed else []
    return CashFlow(tuple(_summed(_first_year(case), flows, len(printed), rate_pct)), rate_pct, case.unit)


def _printed(case: BusinessCase) -> tuple[list[int], int]:
    """The flows from the first that is not 0 to the last year stated, and what every year after it has."""
    totals = compute_totals(case)
    years = totals.total.years
    flowing = [year for year, ore in totals.total.pairs if ore]
    if not flowing:
        return [], 0
    flows = [totals.total.at(year) or 0 for year in range(flowing[0], years[-1] + 1)]
    return flows, totals.permanent.at(years[-1]) or 0


def _first_year(case: BusinessCase) -> int:
    return next((year for year, ore in compute_totals(case).total.pairs if ore), 0)


def _summed(first_year: int, flows: list[int], printed: int, rate_pct: Fraction) -> Iterator[FlowYear]:
    """The sums are exact, and rounded to whole øre where they are told."""
    plain, discounted, factor = 0, Fraction(0), Fraction(1)
    for at, flow in enumerate(flows):
        plain += flow
        discounted += flow * factor
        factor /= 1 + rate_pct / 100
        yield FlowYear(first_year + at, flow, plain, rounded_number(discounted, 0).digits, at < printed)
