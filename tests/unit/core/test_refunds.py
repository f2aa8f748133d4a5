"""Refund of a citizen's high cost, per month against 1/12 of the yearly limits."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.refunds import RefundBand, refund_ore, refunds_by_month_ore

KRONER = 100
OF_2022 = [
    RefundBand(above * KRONER, Fraction(pct)) for above, pct in ((860_000, 25), (1_680_000, 50), (2_120_000, 75))
]


@pytest.mark.parametrize(
    "per_month, months, refund, why",
    [
        (200_000, 12, 635_000, "all year: 25 pct. of 820.000, 50 pct. of 440.000, 75 pct. of 280.000"),
        (200_000, 6, 317_500, "half a year is half of it; on a yearly basis it would be 85.000"),
        (70_000, 12, 0, "840.000 a year is below the first limit"),
        (100_000, 12, 85_000, "25 pct. of 340.000"),
        (140_000, 12, 205_000, "up to the second limit: 25 pct. of 820.000"),
        (-5_000, 12, 0, "a correction below nothing gives no refund"),
    ],
)
def test_the_refund_of_a_year(per_month, months, refund, why):
    costs = [per_month * KRONER] * months + [0] * (12 - months)
    assert refund_ore(costs, OF_2022) == refund * KRONER, why


def test_one_dear_month_is_refunded():
    assert refunds_by_month_ore([0, 100_000 * KRONER, 0], OF_2022) == [0, 708_333, 0]


def test_no_bands_refund_nothing():
    assert refund_ore([10**9], []) == 0


def test_limits_rise():
    with pytest.raises(AssertionError):
        refund_ore([1], OF_2022[::-1])


@given(st.lists(st.integers(0, 10**9), max_size=12))
def test_months_sum_to_the_year_within_half_an_ore_of_the_plain_reference(costs):
    limits = [Fraction(band.above_ore, 12) for band in OF_2022] + [Fraction(10**12)]
    exact = sum(
        max(min(Fraction(cost), upper) - lower, 0) * band.pct / 100
        for cost in costs
        for band, lower, upper in zip(OF_2022, limits, limits[1:], strict=False)
    )
    assert abs(sum(refunds_by_month_ore(costs, OF_2022)) - exact) <= Fraction(1, 2)
