"""The laws of cost: it adds up over any split, a reversal is nothing, and whole months are what they are called."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.grants.cost import cost_ore, line_cost_ore, whole_month_ore
from effektspor.core.grants.month import Month, months_of
from effektspor.core.grants.price_line import LineKind, PriceLine, PriceUnit
from effektspor.core.period import Period, calendar_year
from tests.unit.core.grants.lines import LINES, PERIODS, running_lines


def day_price(ore=195_000, start=date(2026, 1, 1), end=None):
    return PriceLine(ore, PriceUnit.DAY, 1, start, end)


def test_a_day_price_costs_its_days():
    assert line_cost_ore(day_price(), calendar_year(2026)) == 71_175_000


@given(LINES, PERIODS, st.integers(0, 1000))
def test_cost_adds_up_over_any_split(line, period, at):
    split = min(period.start + timedelta(days=at), period.end)
    parts = line_cost_ore(line, Period(period.start, split)) + line_cost_ore(line, Period(split, period.end))
    assert parts == line_cost_ore(line, period)


@given(LINES, PERIODS)
def test_a_line_and_its_reversal_are_nothing(line, period):
    assert cost_ore([line, replace(line, amount_ore=-line.amount_ore)], period) == 0


@given(LINES, PERIODS)
def test_a_quantity_of_nothing_costs_nothing(line, period):
    assert line_cost_ore(replace(line, quantity=0), period) == 0


@given(LINES, PERIODS)
def test_nothing_is_paid_outside_the_lines_days(line, period):
    end = line.end or date.max
    outside = period.end <= line.start or period.start >= end
    assert not outside or line_cost_ore(line, period) == 0


@given(running_lines(), st.integers(2024, 2026), st.integers(1, 12))
def test_a_line_that_runs_all_month_costs_its_whole_month(line, year, number):
    month = Month(year, number)
    runs = replace(line, start=month.start, end=month.next.start)
    assert line_cost_ore(runs, month.period) == whole_month_ore(runs, month)


@given(st.integers(-(10**9), 10**9), st.integers(2024, 2027))
def test_twelve_months_are_the_year(amount, year):
    line = PriceLine(amount, PriceUnit.YEAR, 1, date(year, 1, 1), None)
    assert sum(whole_month_ore(line, Month(year, number)) for number in range(1, 13)) == amount


@given(LINES)
def test_attended_days_and_one_offs_cost_their_amount(line):
    if not line.runs:
        whole = Period(line.start, line.end)
        assert line_cost_ore(line, whole) == line.amount_ore * line.quantity


def test_cost_is_the_sum_of_the_lines():
    assert cost_ore([day_price(100), day_price(23)], Period(date(2026, 1, 1), date(2026, 1, 3))) == 246


@pytest.mark.parametrize("unit", [PriceUnit.ONCE, PriceUnit.ATTENDANCE])
def test_what_does_not_run_has_no_whole_month(unit):
    line = PriceLine(100, unit, 1, date(2026, 1, 1), date(2026, 1, 2))
    with pytest.raises(AssertionError, match="whole month"):
        whole_month_ore(line, Month(2026, 1))


@pytest.mark.parametrize(
    ("unit", "start", "end", "why"),
    [
        (PriceUnit.DAY, date(2026, 1, 2), date(2026, 1, 1), "does not end before"),
        (PriceUnit.ONCE, date(2026, 1, 2), date(2026, 1, 4), "its one day"),
        (PriceUnit.ONCE, date(2026, 1, 2), None, "its one day"),
        (PriceUnit.ATTENDANCE, date(2026, 1, 2), None, "one month"),
        (PriceUnit.ATTENDANCE, date(2026, 1, 2), date(2026, 2, 2), "one month"),
        (PriceUnit.ATTENDANCE, date(2026, 1, 2), date(2026, 1, 2), "one month"),
    ],
)
def test_a_line_that_cannot_be_is_refused(unit, start, end, why):
    with pytest.raises(AssertionError, match=why):
        PriceLine(100, unit, 1, start, end)


def test_attended_days_may_fill_their_month():
    assert PriceLine(100, PriceUnit.ATTENDANCE, 20, date(2026, 1, 1), date(2026, 2, 1)).end == date(2026, 2, 1)


def test_only_base_lines_that_are_not_paid_once_make_a_person():
    assert day_price().makes_person
    assert not replace(day_price(), kind=LineKind.ADDON).makes_person
    assert not PriceLine(1, PriceUnit.ONCE, 1, date(2026, 1, 1), date(2026, 1, 2)).makes_person


def test_months_of_an_empty_period_are_none():
    assert list(months_of(Period(date(2026, 1, 1), date(2026, 1, 1)))) == []
    assert [str(month) for month in months_of(Period(date(2025, 12, 31), date(2026, 1, 2)))] == ["2025-12", "2026-01"]
