"""Whole øre, and the one rounding rule."""

from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.money import divide_rounded, sum_ore


@pytest.mark.parametrize(
    "x, d, rounded", [(7, 2, 4), (-7, 2, -4), (1, 3, 0), (2, 3, 1), (0, 5, 0), (10, 4, 3), (-1, 2, -1)]
)
def test_rounds_half_away_from_zero(x, d, rounded):
    assert divide_rounded(x, d) == rounded


@given(st.integers(), st.integers(1, 10**6))
def test_rounding_agrees_with_exact_fractions(x, d):
    nearest = floor(abs(Fraction(x, d)) + Fraction(1, 2))
    assert divide_rounded(x, d) == (nearest if x >= 0 else -nearest)


@given(st.integers(), st.integers(1))
def test_a_line_and_its_reversal_sum_to_zero(x, d):
    assert divide_rounded(x, d) + divide_rounded(-x, d) == 0


@pytest.mark.parametrize("divisor", [0, -1])
def test_a_divisor_is_positive(divisor):
    with pytest.raises(AssertionError):
        divide_rounded(1, divisor)


def test_an_amount_that_is_not_stated_adds_nothing():
    assert sum_ore([100, None, -30]) == 70
