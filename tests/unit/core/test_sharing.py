"""Sharing whole øre: no øre lost, and the same answer every time."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from effektspor.core.sharing import rounded_parts, share_ore
from effektspor.core.variance.rounded_table import rounded_table


@pytest.mark.parametrize(
    "total_ore, keys, shares, why",
    [
        (100, [1, 1], [50, 50], "even"),
        (100, [1, 1, 1], [34, 33, 33], "of equal remainders the first"),
        (-100, [1, 1, 1], [-34, -33, -33], "a reversal is the opposite"),
        (100, [2, 1, 1], [50, 25, 25], "by key"),
        (10, [0, 3, 0], [0, 10, 0], "a key of 0 gets 0"),
        (2, [3, 3, 3, 1], [1, 1, 0, 0], "the largest remainders first"),
        (100, [3, -1], [150, -50], "a negative key takes back"),
        (0, [5, 7], [0, 0], "nothing to share"),
        (99, [Fraction(1, 3), Fraction(2, 3)], [33, 66], "keys are exact fractions"),
    ],
)
def test_shares_by_largest_remainder(total_ore, keys, shares, why):
    assert share_ore(total_ore, keys) == shares, why


@pytest.mark.parametrize("keys", [[], [0, 0], [1, -1]])
def test_there_is_something_to_share_by(keys):
    with pytest.raises(AssertionError):
        share_ore(100, keys)


@given(st.integers(), st.lists(st.integers(-1000, 1000), min_size=1, max_size=20))
def test_shares_sum_and_are_less_than_an_ore_off(total_ore, keys):
    assume(sum(keys))
    shares = share_ore(total_ore, keys)
    assert sum(shares) == total_ore
    assert all(abs(share - Fraction(total_ore * key, sum(keys))) < 1 for share, key in zip(shares, keys, strict=True))
    assert share_ore(-total_ore, keys) == [-share for share in shares]


def test_parts_without_a_whole_sum_are_our_mistake():
    with pytest.raises(AssertionError):
        rounded_parts([Fraction(1, 2)])


THIRD, HALF = Fraction(1, 3), Fraction(1, 2)


@pytest.mark.parametrize(
    "rows, columns, why",
    [
        ([[THIRD] * 3] * 3, [1, 1, 1], "by rows alone the first column would get all three"),
        ([[HALF, 0, HALF], [0, HALF, HALF]], [0, 1, 1], "the last column would get nothing of its whole øre"),
        ([[-THIRD, -THIRD, -THIRD], [1, 2, 3]], [0, 2, 3], "a row of its own"),
        ([], [], "no rows"),
    ],
)
def test_columns_are_less_than_an_ore_off(rows, columns, why):
    table = rounded_table(rows)
    assert [sum(column) for column in zip(*table, strict=True)] == columns, why


THIRDS = st.builds(Fraction, st.integers(-60, 60), st.sampled_from([1, 2, 3, 7]))


@given(st.lists(st.tuples(THIRDS, THIRDS, THIRDS), max_size=40))
def test_a_rounded_table_adds_up_both_ways(firsts):
    rows = [[*first, -sum(first)] for first in firsts]
    table = rounded_table(rows)
    assert all(sum(row) == 0 for row in table)
    for exact, rounded in zip(rows, table, strict=True):
        assert all(abs(cell - each) < 1 for cell, each in zip(rounded, exact, strict=True))
    for exact, rounded in zip(zip(*rows, strict=True), zip(*table, strict=True), strict=True):
        assert abs(sum(rounded) - sum(exact)) < 1
