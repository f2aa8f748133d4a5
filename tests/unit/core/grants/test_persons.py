"""Person days are the union of days with a base line."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.grants.persons import average_price_ore, full_year_persons, person_days
from effektspor.core.grants.price_line import LineKind, PriceLine, PriceUnit
from effektspor.core.period import Period
from tests.unit.core.grants.lines import LINES, PERIODS

YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))


def base(first, last, kind=LineKind.BASE):
    return PriceLine(100, PriceUnit.DAY, 1, first, last, kind)


def test_overlapping_lines_count_a_day_once():
    lines = [base(date(2026, 1, 1), date(2026, 1, 11)), base(date(2026, 1, 6), date(2026, 1, 16))]
    assert person_days(lines, YEAR) == 15


def test_an_add_on_makes_no_person():
    assert person_days([base(date(2026, 1, 1), None, LineKind.ADDON)], YEAR) == 0


def test_an_open_line_goes_on_to_the_end_of_the_period():
    assert person_days([base(date(2026, 12, 31), None)], YEAR) == 1


def test_full_year_persons_are_days_over_the_days_of_the_year():
    assert full_year_persons(366, 2028) == 1
    assert full_year_persons(73, 2026) == Fraction(1, 5)


def test_an_average_price_needs_a_person():
    assert average_price_ore(1000, Fraction(1, 4)) == 4000
    assert average_price_ore(1000, Fraction(0)) is None


@given(st.lists(LINES, max_size=5), PERIODS)
def test_person_days_are_the_days_on_which_a_base_line_runs(lines, period):
    days = [period.start + timedelta(days=number) for number in range(period.days)]
    running = [line for line in lines if line.kind is LineKind.BASE and line.unit is not PriceUnit.ONCE]
    covered = [day for day in days if any(one.start <= day and (one.end is None or day < one.end) for one in running)]
    assert person_days(lines, period) == len(covered)
