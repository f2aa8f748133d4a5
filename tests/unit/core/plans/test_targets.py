"""Targets by year: yearly and accumulated are two ways to say the same, and so are level and new effect."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.plans.convention import Convention, told_as
from effektspor.core.plans.targets import NO_TARGETS, Accumulation, SumReading, Targets, to_accumulated, to_yearly
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts
from tests.unit.core.plans.made import MIO, YEARS, mio


def test_targets_of_two_years_that_a_paper_sums_to_seven():
    targets = Targets(mio(y2020=20, y2021=30), said=Accumulation.ACCUMULATED, stated_sum_ore=7 * MIO)
    assert targets.yearly == mio(y2020=20, y2021=30)
    assert targets.accumulated == mio(y2020=20, y2021=50)
    assert (targets.computed_sum_ore, targets.stated_sum_ore) == (5 * MIO, 7 * MIO)
    assert targets.sum_readings() == (SumReading.LEVELS_ADDED,)


def test_accumulated_targets_are_taken_apart():
    targets = Targets(mio(y2020=20, y2021=50), Accumulation.ACCUMULATED)
    assert (targets.yearly, targets.accumulated) == (mio(y2020=20, y2021=30), mio(y2020=20, y2021=50))
    assert targets.computed_sum_ore == 5 * MIO


def test_a_sum_may_be_off_by_its_bound_and_no_more():
    targets = Targets(mio(y2020=20, y2021=30), stated_sum_ore=5 * MIO + 10)
    assert targets.sum_readings(bound_ore=10) == (SumReading.YEARS_ADDED,)
    assert targets.sum_readings(bound_ore=9) == ()


def test_no_targets_have_no_sum():
    assert NO_TARGETS.computed_sum_ore is None and not NO_TARGETS and NO_TARGETS.sum_readings() == ()


@given(YEARS, st.sampled_from(Accumulation))
def test_both_ways_of_counting_tell_the_same(amounts, accumulation):
    targets = Targets(amounts, accumulation)
    assert to_yearly(targets.accumulated) == targets.yearly
    assert to_accumulated(targets.yearly) == targets.accumulated
    assert targets.computed_sum_ore == (sum(ore for _, ore in targets.yearly.pairs) if amounts else None)


# Conventions


def test_a_cohort_counts_every_year_as_level_and_once_as_new_effect():
    level = mio(y2014=24, y2015=73, y2016=122, y2017=122)
    assert told_as(level, Convention.LEVEL, Convention.NEW) == mio(y2014=24, y2015=49, y2016=49, y2017=0)


@given(YEARS, st.sampled_from(Convention), st.sampled_from(Convention))
def test_there_and_back_is_what_was_given(amounts, stated, wanted):
    assert told_as(told_as(amounts, stated, wanted), wanted, stated) == amounts


@given(YEARS)
def test_the_level_of_a_year_is_all_new_effect_until_it(level):
    new = told_as(level, Convention.LEVEL, Convention.NEW)
    assert new.years == level.years
    for year, ore in level.pairs:
        assert sum(each for of, each in new.pairs if of <= year) == ore


@pytest.mark.parametrize("convention", Convention)
def test_nothing_stated_is_nothing_in_every_convention(convention):
    assert told_as(NOTHING_STATED, Convention.NEW, convention) == YearAmounts()


@pytest.mark.parametrize("word", [*Accumulation, *SumReading, *Convention])
def test_every_word_is_danish(word):
    assert word.danish and word.danish != word.value
