"""The payback that a proposal's own lines give, by the ways payback is counted.

The way of the catalogues is calendar years until the cumulated, discounted effect is no longer a cost. Other papers
print what is laid out divided by what a year saves, so that silences where the words are not the catalogues' own.
"""

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from effektspor.core.audit.case_lines import CaseLine, StatedEconomy
from effektspor.core.audit.payback_words import PrintedPayback
from effektspor.core.number import Number
from effektspor.core.proposals.payback import LONGEST_YEARS, payback_years

RATES_PCT = (Fraction(3), Fraction(0))
_BEYOND = 10**6


class ComputedPayback(NamedTuple):
    """The years at a rate: as the figures stand, and the least and most that their rounding allows; None is never."""

    rate_pct: Fraction
    years: int | None
    least: int | None
    most: int | None

    def allows(self, years: Number | None) -> bool:
        low, high = (_BEYOND if bound is None else bound for bound in (self.least, self.most))
        return low <= (_BEYOND if years is None else years.value) <= high


def computed_paybacks(
    economy: StatedEconomy, scope: str, rates_pct: Sequence[Fraction] = RATES_PCT
) -> tuple[ComputedPayback, ...]:
    """Return the payback of an economy at each rate; none where the lines do not say what is laid out and saved."""
    permanent = _in_scope(economy, scope)
    sign = _direction(economy)
    return tuple(_at_rate(economy, permanent, sign, rate) for rate in rates_pct) if sign else ()


def is_allowed(economy: StatedEconomy, printed: PrintedPayback, rates_pct: Sequence[Fraction] = RATES_PCT) -> bool:
    """Whether a printed payback comes out by any way it may have been counted."""
    found = [each for scope in printed.scopes for each in computed_paybacks(economy, scope, rates_pct)]
    if not found or any(each.allows(printed.years) for each in found):
        return True
    return not printed.strict and any(_is_quotient(economy, scope, printed.years) for scope in printed.scopes)


def _in_scope(economy: StatedEconomy, scope: str) -> tuple[CaseLine, ...]:
    """A table that names no control areas is of one."""
    if scope == "total" or not economy.has_areas:
        return economy.permanent
    return tuple(line for line in economy.permanent if line.service)


def _direction(economy: StatedEconomy) -> int:
    """Return the sign of a cost, or 0 where nothing is laid out, or where the signs do not tell saving from cost."""
    laid_out = sum(economy.sums(economy.beginning))
    permanent = sum(economy.sums(economy.permanent))
    if laid_out * permanent > 0 and not _costs_more(economy):
        return 0
    return 0 if laid_out * permanent == 0 else 1 if laid_out > 0 else -1


def _costs_more(economy: StatedEconomy) -> bool:
    """Whether the permanent change is a cost beyond doubt: it has both signs, and one sum adds it to what is laid out.

    A table that prints savings and investments alike with plus has no such sum.
    """
    values = [sum(economy.sums((line,)), Fraction(0)) for line in economy.permanent]
    return min(values) < 0 < max(values) and economy.prints_sum_of_all


def _at_rate(economy: StatedEconomy, permanent: tuple[CaseLine, ...], sign: int, rate_pct: Fraction) -> ComputedPayback:
    lines = (*permanent, *economy.beginning)
    flows = [value * sign for value in economy.sums(lines)]
    repeated = economy.sums(permanent)[-1] * sign
    moved, last = economy.bounds(lines), economy.bounds(permanent)[-1]

    def years(shift: int) -> int | None:
        shifted = [_ore(economy, flow + shift * bound) for flow, bound in zip(flows, moved, strict=True)]
        return payback_years(shifted, _ore(economy, repeated + shift * last), rate_pct)

    plain = years(0)
    return ComputedPayback(rate_pct, plain, *_near(plain, years(-1), years(1)))


def _near(years: int | None, least: int | None, most: int | None) -> tuple[int | None, int | None]:
    """Return the bounds, but no further than a year or a tenth away: all figures are not rounded to the same side."""
    if years is None:
        return least if least is not None and least > LONGEST_YEARS // 2 else None, None
    room = max(1, years // 10)
    low, high = (_BEYOND if bound is None else bound for bound in (least, most))
    return max(low, years - room), min(high, years + room)


def _ore(economy: StatedEconomy, value: Fraction) -> int:
    return math.floor(value * economy.unit.ore)


def _is_quotient(economy: StatedEconomy, scope: str, years: Number | None) -> bool:
    """Whether the years are what is laid out divided by a year's saving, rounded to the nearest or up.

    Never rounded down: after three years an investment of 3,75 years' savings is not paid back.
    """
    laid_out = abs(sum(economy.sums(economy.beginning), Fraction(0)))
    saved = [abs(value) for value in economy.sums(_in_scope(economy, scope)) if value]
    if years is None or not saved:
        return False
    quotients = (laid_out / saved[-1], laid_out * len(saved) / sum(saved, Fraction(0)))
    up = years.half_unit if years.decimals else Fraction(1)
    return any(-years.half_unit <= years.value - quotient <= up for quotient in quotients)
