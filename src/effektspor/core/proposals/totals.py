"""What a business case comes to: computed from its lines, never copied from its paper."""

from dataclasses import dataclass
from fractions import Fraction

from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.change_line import sum_lines
from effektspor.core.proposals.payback import Payback, compute_payback
from effektspor.core.year_amounts import YearAmounts


@dataclass(frozen=True, slots=True)
class CaseTotals:
    """The sums of a case in øre by year; `by_area` is permanent change and implementation per control area.

    `gross` is the saving lines alone (minus), `cost` the permanent lines that cost (plus).
    """

    permanent: YearAmounts
    implementation: YearAmounts
    total: YearAmounts
    gross: YearAmounts
    cost: YearAmounts
    by_area: tuple[tuple[str, YearAmounts], ...]


def compute_totals(case: BusinessCase) -> CaseTotals:
    """Return the sums of a case's lines."""
    permanent, implementation = sum_lines(case.permanent_lines), sum_lines(case.implementation_lines)
    areas = dict.fromkeys(line.control_area for line in case.lines)
    return CaseTotals(
        permanent=permanent,
        implementation=implementation,
        total=permanent + implementation,
        gross=sum_lines(line for line in case.permanent_lines if _saves(line.amounts)),
        cost=sum_lines(line for line in case.permanent_lines if not _saves(line.amounts)),
        by_area=tuple((area, sum_lines(line for line in case.lines if line.control_area == area)) for area in areas),
    )


def payback_of(case: BusinessCase, rate_pct: Fraction | int) -> Payback | None:
    """Return a case's payback at a rate in per cent a year, both ways; None where nothing is laid out."""
    totals = compute_totals(case)
    service = sum_lines(line for line in case.permanent_lines if line.is_service)
    return compute_payback(totals.permanent, service, totals.implementation, Fraction(rate_pct))


def cash_flow(case: BusinessCase) -> YearAmounts:
    """Return a case's impact by year, from its first year with a flow; a year between that states nothing is 0."""
    total = compute_totals(case).total
    flowing = [year for year, ore in total.pairs if ore]
    if not flowing:
        return YearAmounts()
    return YearAmounts.of({year: total.at(year) or 0 for year in range(flowing[0], total.years[-1] + 1)})


def _saves(amounts: YearAmounts) -> bool:
    return sum(ore for _, ore in amounts.pairs) < 0
