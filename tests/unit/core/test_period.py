"""Dates: half-open inside, inclusive as printed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.period import Period, calendar_year, danish_date, find_day, find_years


def test_a_calendar_year():
    year = calendar_year(2019)
    assert (year.start, year.last_day, year.days) == (date(2019, 1, 1), date(2019, 12, 31), 365)


@pytest.mark.parametrize("year, days", [(2019, 365), (2020, 366), (1900, 365), (2000, 366)])
def test_a_leap_year_has_a_day_more(year, days):
    assert calendar_year(year).days == days


@given(st.dates(date(1900, 1, 1)), st.integers(1, 3650))
def test_the_last_day_is_inside(start, days):
    period = Period(start, date.fromordinal(min(start.toordinal() + days, date.max.toordinal())))
    assert (period.end - period.last_day).days == min(1, max(period.days, 1))


def test_a_period_does_not_end_before_it_starts():
    with pytest.raises(AssertionError):
        Period(date(2020, 1, 2), date(2020, 1, 1))


@pytest.mark.parametrize(
    "text, day",
    [
        ("Opnået besparelse pr. 31.12.2019", date(2019, 12, 31)),
        ("1.2.2016", date(2016, 2, 1)),
        ("Status Ultimo 2019", date(2019, 12, 31)),
        ("29.02.2020", date(2020, 2, 29)),
        ("31.02.2019", None),
        ("29.02.2019", None),
        ("0.0.2019", None),
        ("09.08.17", None),
        ("2019", None),
        ("", None),
    ],
)
def test_finds_the_day_a_text_states(text, day):
    assert find_day(text) == day


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_day_printed_is_found_again(day):
    assert find_day(f"pr. {danish_date(day)}, ") == day


@pytest.mark.parametrize(
    "text, years", [("Budget 2018-2021", (2018, 2021)), ("1.2018", (2018,)), ("12018", ()), ("", ())]
)
def test_finds_years_in_order(text, years):
    assert find_years(text) == years
