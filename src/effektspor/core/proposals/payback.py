"""Payback (tilbagebetalingstid), as Copenhagen prints it: discounted, in calendar years, for two kinds of economy.

Source: derived from the six figures printed in the catalogue of 2018; the rate is a dated rule (rules/diskontering).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from effektspor.core.year_amounts import YearAmounts

LONGEST_YEARS = 100
NEVER = "aldrig"
NO_INVESTMENT = "ingen investering"


@dataclass(frozen=True, slots=True)
class Payback:
    """Calendar years until an investment is paid back, the first included; None: not within 100 years.

    `service` counts the permanent changes in service and all implementation cost, capital included; `total` counts all.
    """

    service: int | None
    total: int | None


def payback_danish(years: int | None) -> str:
    """Return "6 år", or "aldrig"."""
    return NEVER if years is None else f"{years} år"


def compute_payback(
    permanent: YearAmounts, service: YearAmounts, implementation: YearAmounts, rate_pct: Fraction
) -> Payback | None:
    """Return the payback of a proposal by its flows in øre (cost +, saving −); None where nothing is laid out.

    `service` is the part of `permanent` that is service spending.
    """
    if not any(ore for _, ore in implementation.pairs):
        return None
    years = sorted(set(permanent.years) | set(implementation.years))
    return Payback(
        service=_years_of(service, implementation, years, rate_pct),
        total=_years_of(permanent, implementation, years, rate_pct),
    )


def _years_of(
    permanent: YearAmounts, implementation: YearAmounts, years: Sequence[int], rate_pct: Fraction
) -> int | None:
    flows = [(permanent.at(year) or 0) + (implementation.at(year) or 0) for year in range(years[0], years[-1] + 1)]
    return payback_years(flows, permanent.at(years[-1]) or 0, rate_pct)


def payback_years(flows_ore: Sequence[int], repeated_ore: int, rate_pct: Fraction) -> int | None:
    """Return how many calendar years pass until the discounted sum is no longer positive; None beyond 100 years.

    `flows_ore` are the printed years in order; years without a flow before the first are not counted, and the first
    is not discounted. `repeated_ore` is the permanent change of the last printed year, which every year after it has.
    """
    first = next((at for at, ore in enumerate(flows_ore) if ore), 0)
    printed = flows_ore[first:]
    cumulated, factor = Fraction(0), Fraction(1)
    for year in range(LONGEST_YEARS):
        cumulated += (printed[year] if year < len(printed) else repeated_ore) * factor
        if cumulated <= 0:
            return year + 1
        factor /= 1 + Fraction(rate_pct) / 100
    return None
