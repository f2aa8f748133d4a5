"""Amounts by year: what is not stated is not 0."""

from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.year_amounts import YearAmounts, sum_years

AMOUNTS = st.dictionaries(st.integers(2000, 2030), st.integers(), max_size=6).map(YearAmounts.of)


def test_a_year_that_is_not_stated_is_none() -> None:
    amounts = YearAmounts.of({2019: 5, 2018: None, 2020: 0})
    assert (amounts.at(2018), amounts.at(2019), amounts.at(2020)) == (None, 5, 0)
    assert (amounts.years, amounts.last_ore) == ((2019, 2020), 0)


@given(st.lists(AMOUNTS, max_size=4))
def test_a_sum_is_of_what_is_stated(parts: list[YearAmounts]) -> None:
    total = sum_years(parts)
    assert set(total.years) == {year for part in parts for year in part.years}
    for year in total.years:
        assert total.at(year) == sum(part.at(year) or 0 for part in parts)


@given(AMOUNTS)
def test_a_reversal_sums_to_nothing(amounts: YearAmounts) -> None:
    assert all(ore == 0 for _, ore in (amounts + -amounts).pairs)
