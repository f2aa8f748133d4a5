"""The plan as a value: sums both ways, and status by rule."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.plans.plan import Measure, MeasureStatus, Plan, PlanSum, StatedTotals, status_of
from effektspor.core.unit import MILLION, THOUSAND

KR = 100


def measure(target, realised, number="1"):
    return Measure(number, "Tiltag", target, realised)


def plan(*measures, **changes):
    return Plan(**{"title": "Plan", "measures": measures, "unit": THOUSAND, "decimals": 0, **changes})


def test_the_sums_of_a_plan():
    sums = plan(measure(1000, 900), measure(-300, -300), measure(500, 100)).realised
    assert (sums.gross.shown_ore, sums.investment.shown_ore, sums.net.shown_ore) == (1000, -300, 700)


@pytest.mark.parametrize(
    "target, realised, status",
    [
        (1000, 1000, "Nået"),
        (1000, 950, "Nået"),
        (1000, 949, "Nået delvist"),
        (1000, 500, "Nået delvist"),
        (1000, 499, "Ikke nået"),
        (1000, 0, "Ikke nået"),
        (1000, None, "Ikke opgjort"),
        (None, 500, "Uden mål"),
        (0, 500, "Uden mål"),
        (-1500, -1500, "Gennemført"),
        (-1500, 0, "Ikke sat i værk"),
        (-1500, None, "Ikke opgjort"),
    ],
)
def test_status_by_rule(target, realised, status):
    assert measure(target, realised).status.danish == status


@given(st.integers(1, 10**9), st.integers(0, 10**9))
def test_more_realised_is_never_a_worse_status(target, realised):
    order = [MeasureStatus.NOT_MET, MeasureStatus.PARTLY, MeasureStatus.MET]
    assert order.index(status_of(target, realised)) <= order.index(status_of(target, realised + 1))


@pytest.mark.parametrize(
    "target, realised, difference", [(100, 70, -30), (-150, -150, 0), (None, 5, None), (5, None, None)]
)
def test_the_difference_is_realised_minus_target(target, realised, difference):
    assert measure(target, realised).difference_ore == difference


@pytest.mark.parametrize(
    "stated, agrees, shown, rounded",
    [(None, True, 1087, False), (1088, True, 1088, True), (1087, True, 1087, False), (1093, False, 1087, False)],
)
def test_a_stated_sum_is_shown_where_it_holds(stated, agrees, shown, rounded):
    sum_ = PlanSum(computed_ore=1087, stated_ore=stated, bound_ore=5)
    assert (sum_.agrees, sum_.shown_ore, sum_.rounded) == (agrees, shown, rounded)


def test_each_figure_and_the_sum_may_be_half_a_step_off():
    sums = plan(measure(None, 1_000_000), measure(None, 2_000_000), unit=MILLION, decimals=2).realised
    assert sums.net.bound_ore == 3 * 5_000 * KR


def test_the_plan_is_met_by_its_net():
    met = plan(measure(1000, 960), stated_realised=StatedTotals(net_ore=960))
    assert (met.status, plan(measure(1000, 100)).status) == (MeasureStatus.MET, MeasureStatus.NOT_MET)


def test_savings_and_investments_part_the_measures():
    both = plan(measure(1, 1, "1"), measure(-1, 0, "2"))
    assert ([one.number for one in both.savings], [one.number for one in both.investments]) == (["1"], ["2"])


@pytest.mark.parametrize("as_of, year", [(date(2019, 12, 31), 2019), (None, None)])
def test_the_year_of_a_plan_is_that_of_its_day(as_of, year):
    assert plan(as_of=as_of).year == year


AMOUNTS = st.none() | st.integers(-(10**9), 10**9)


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS)))
def test_gross_and_investment_are_the_net(pairs):
    sums = plan(*(measure(*pair) for pair in pairs)).target
    assert sums.gross.computed_ore + sums.investment.computed_ore == sums.net.computed_ore


@pytest.mark.parametrize(
    "target, realised, investment",
    [(1000, -50, False), (-1500, -1500, True), (-1500, None, True), (None, -5, True), (None, 5, False)],
)
def test_the_target_says_whether_a_measure_is_an_investment(target, realised, investment):
    assert measure(target, realised).investment is investment


# Beside target and realised


def test_what_is_expected_has_its_own_sums_and_decides_no_status():
    expecting = replace(measure(1000, 100), expected_ore=1000)
    whole = plan(expecting, measure(500, 500, "2"), stated_expected=StatedTotals(net_ore=1000))
    assert whole.expected.net.computed_ore == whole.expected.net.stated_ore == 1000
    assert expecting.status is MeasureStatus.NOT_MET


def test_a_measure_knows_nothing_that_it_is_not_told():
    plain = measure(1000, 100)
    assert (plain.expected_ore, plain.proposal, plain.owner, plain.indicators) == (None, None, "", ())
    assert not plain.targets and plan(plain).convention is None
