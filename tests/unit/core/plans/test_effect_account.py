"""The effect account: realised against target, each year and in all."""

from dataclasses import replace

from hypothesis import given

from effektspor.core.plans.effect_account import EffectAccount
from effektspor.core.plans.plan import MeasureStatus
from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.plans.targets import NO_TARGETS, Targets
from effektspor.core.unit import KRONE, MILLION
from effektspor.core.year_amounts import NOTHING_STATED
from tests.unit.core.plans.made import MIO, YEARS, mio

ACCOUNT = EffectAccount(
    "Styrket opfølgning",
    PrintedAs(MILLION, decimals=1),
    mio(y2020=41, y2021=58),
    Targets(mio(y2020=20, y2021=30), stated_sum_ore=7 * MIO),
    stated_sum_ore=99 * MIO // 10,
)


def test_realised_adds_up_and_the_target_keeps_both_sums():
    assert ACCOUNT.realised_sum.computed_ore == ACCOUNT.realised_sum.stated_ore == 99 * MIO // 10
    assert (ACCOUNT.target_sum.computed_ore, ACCOUNT.target_sum.stated_ore) == (5 * MIO, 7 * MIO)
    assert ACCOUNT.realised_sum.agrees and not ACCOUNT.target_sum.agrees
    assert ACCOUNT.status is MeasureStatus.MET


def test_each_year_stands_with_the_years_before_it():
    first, second = ACCOUNT.years
    assert (first.realised_ore, first.realised_total_ore) == (41 * MIO // 10, 41 * MIO // 10)
    assert (second.realised_total_ore, second.target_total_ore) == (99 * MIO // 10, 5 * MIO)
    assert (second.difference_ore, second.status) == (28 * MIO // 10, MeasureStatus.MET)


def test_a_year_that_is_not_stated_is_none_and_not_zero():
    (first, second) = replace(ACCOUNT, realised=mio(y2020=41)).years
    assert (second.realised_ore, second.realised_total_ore, second.difference_ore) == (None, None, None)
    assert second.status is MeasureStatus.NOT_REPORTED and first.difference_ore is not None


def test_an_account_without_targets_or_effect_has_no_status_to_give():
    assert replace(ACCOUNT, targets=NO_TARGETS).target_sum is None
    assert replace(ACCOUNT, targets=NO_TARGETS).status is MeasureStatus.UNKNOWN
    assert replace(ACCOUNT, realised=NOTHING_STATED, stated_sum_ore=None).status is MeasureStatus.NOT_REPORTED


@given(YEARS, YEARS)
def test_the_last_year_with_a_figure_carries_the_sum(realised, targets):
    account = EffectAccount("Konto", PrintedAs(KRONE), realised, Targets(targets))
    totals = [year.realised_total_ore for year in account.years if year.realised_total_ore is not None]
    assert (totals[-1] if totals else 0) == account.realised_sum.computed_ore
    assert {year.year for year in account.years} == {*realised.years, *targets.years}
