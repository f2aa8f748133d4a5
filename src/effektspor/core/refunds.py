"""The state's refund of a citizen's high cost (særligt dyre enkeltsager, SEL § 176), month by month.

BEK 1485 of 6.12.2023 § 3: the cost of each month is held against 1/12 of the yearly limits.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise

from effektspor.core.money import divide_rounded


@dataclass(frozen=True, slots=True)
class RefundBand:
    """What the state refunds of the yearly cost above a limit, up to the limit of the next band."""

    above_ore: int
    pct: Fraction


def refunds_by_month_ore(costs_ore: Sequence[int], bands: Sequence[RefundBand]) -> list[int]:
    """Return the refund of each month of one year, from one citizen's refundable cost of each month.

    The caller has taken out user payment, other refunds and objectively financed cost, and spread what is paid once
    over the twelve months. What is refunded of the year so far is rounded by R, so that the months sum to the year's.
    """
    assert [band.above_ore for band in bands] == sorted({band.above_ore for band in bands}), "limits rise"
    so_far = accumulate((_exact_ore(cost, bands) for cost in costs_ore), initial=Fraction(0))
    rounded = [divide_rounded(each.numerator, each.denominator) for each in so_far]
    return [after - before for before, after in pairwise(rounded)]


def refund_ore(costs_ore: Iterable[int], bands: Sequence[RefundBand]) -> int:
    """Return the refund of one year from the refundable cost of each month."""
    return sum(refunds_by_month_ore(list(costs_ore), bands))


def _exact_ore(cost_ore: int, bands: Sequence[RefundBand]) -> Fraction:
    """A month's refund: each band adds what its percentage is above that of the band below."""
    below = [Fraction(0), *(band.pct for band in bands)]
    added = ((Fraction(band.above_ore, 12), band.pct - under) for band, under in zip(bands, below, strict=False))
    return sum((max(cost_ore - limit, Fraction(0)) * pct / 100 for limit, pct in added), Fraction(0))
