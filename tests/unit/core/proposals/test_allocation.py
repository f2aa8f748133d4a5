"""Sharing between committees: no øre is lost."""

from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.number import Number
from effektspor.core.proposals.allocation import allocate, keys_sum_pct, share_of_budget_pct
from effektspor.core.year_amounts import YearAmounts, sum_years
from tests.unit.core.proposals.made import years

KEYS = st.lists(st.builds(Number, st.integers(1, 9999), st.just(2)), min_size=1, max_size=5)
AMOUNTS = st.dictionaries(st.integers(2018, 2030), st.integers(-(10**12), 10**12), max_size=5).map(YearAmounts.of)


def test_a_third_and_two_thirds() -> None:
    keys = [Number(33), Number(67)]
    assert allocate(years(2019, -2100), keys) == [years(2019, -693), years(2019, -1407)]
    assert keys_sum_pct(keys) == 100


@given(AMOUNTS, KEYS)
def test_the_parts_of_every_year_sum_to_it(total: YearAmounts, keys: list[Number]) -> None:
    assert sum_years(allocate(total, keys)) == total


@given(AMOUNTS, KEYS)
def test_a_reversal_reverses_every_part(total: YearAmounts, keys: list[Number]) -> None:
    assert allocate(-total, keys) == [-part for part in allocate(total, keys)]


def test_a_share_of_a_budget() -> None:
    assert round(float(share_of_budget_pct(-4_500, 12_200)), 1) == 36.9
