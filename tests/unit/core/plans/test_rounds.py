"""Estimates by round: what moved, and how the figures came to be."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.plans.cohorts import Adjustment, Cohort
from effektspor.core.plans.explained import explain_estimates
from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.plans.rounds import Estimates, FollowUpRound
from effektspor.core.unit import KRONE, MILLION, THOUSAND
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts
from tests.unit.core.plans.made import MIO, YEARS, mio

IN_MIO = PrintedAs(MILLION, decimals=1)
ROUNDS = (
    FollowUpRound("3. opfølgning 2015", 2015, 3, mio(y2014=24, y2015=73, y2016=122, y2017=122)),
    FollowUpRound("1. opfølgning 2016", 2016, 1, mio(y2014=24, y2015=73, y2016=125, y2017=136)),
    FollowUpRound("2. opfølgning 2016", 2016, 2, mio(y2014=24, y2015=73, y2016=125, y2017=136)),
    FollowUpRound("3. opfølgning 2016", 2016, 3, mio(y2014=24, y2015=73, y2016=136, y2017=160)),
)
ESTIMATES = Estimates("Bruttobesparelse", IN_MIO, ROUNDS)
TOLD = replace(
    ESTIMATES,
    cohorts=(
        Cohort("7 borgere i 2014", 2014, mio(y2014=24, y2015=48), 7),
        Cohort("10 borgere i 2015", 2015, mio(y2015=25, y2016=56), 10),
        Cohort("Et bofællesskab", 2016, mio(y2016=18)),
    ),
    adjustments=(
        Adjustment(2016, 1, mio(y2016=3, y2017=14)),
        Adjustment(2016, 2, unchanged=True),
        Adjustment(2016, 3, mio(y2016=11, y2017=24)),
    ),
)


def test_what_moved_between_the_last_two_rounds_is_one_call():
    moved = ESTIMATES.last_moved(2016)
    assert moved.danish(IN_MIO) == "2. opfølgning 2016 sagde 12,5, 3. opfølgning 2016 sagde 13,6"
    assert moved.difference_ore == 11 * MIO // 10


def test_the_latest_round_and_each_rounds_estimate_of_a_year():
    assert ESTIMATES.latest is ROUNDS[-1]
    assert ESTIMATES.years == (2014, 2015, 2016, 2017)
    assert [ore // (MIO // 10) for _, ore in ESTIMATES.of_year(2017)] == [122, 136, 136, 160]
    assert [moved.difference_ore * 10 // MIO for moved in ESTIMATES.moved(2017)] == [14, 0, 24]


def test_a_round_that_says_nothing_of_a_year_is_skipped_and_not_zero():
    silent = replace(ROUNDS[2], amounts=ROUNDS[2].amounts.within([2014]))
    estimates = replace(ESTIMATES, rounds=(*ROUNDS[:2], silent, ROUNDS[3]))
    assert estimates.of_year(2016)[2] == (silent, None)
    assert [(m.before.label, m.after.label) for m in estimates.moved(2016)] == [
        ("3. opfølgning 2015", "1. opfølgning 2016"),
        ("1. opfølgning 2016", "3. opfølgning 2016"),
    ]
    assert estimates.last_moved(2019) is None


def test_no_rounds_have_no_latest_and_nothing_moved():
    empty = Estimates("Tom", IN_MIO, ())
    assert (empty.latest, empty.years, empty.last_moved(2016), explain_estimates(empty)) == (None, (), None, ())


def test_the_figures_are_explained_by_cohorts_and_adjustments():
    told = {(each.round_label[:7], each.year): each.danish(IN_MIO) for each in explain_estimates(TOLD)}
    assert told["3. opfø", 2017] == "13,6 + 2,4 = 16,0"
    explained = [each.danish(IN_MIO) for each in explain_estimates(TOLD) if each.round_label != "2. opfølgning 2016"]
    assert explained == [
        "2,4 = 2,4",
        "4,8 + 2,5 = 7,3",
        "4,8 + 5,6 + 1,8 = 12,2",
        "4,8 + 5,6 + 1,8 = 12,2",
        "12,2 + 0,3 = 12,5",
        "12,2 + 1,4 = 13,6",
        "12,5 + 1,1 = 13,6",
        "13,6 + 2,4 = 16,0",
    ]
    assert all(each.agrees for each in explain_estimates(TOLD))


def test_an_adjustment_that_does_not_give_the_table_keeps_both_figures():
    told = replace(TOLD, adjustments=(Adjustment(2016, 3, mio(y2016=21)),))
    (explained,) = [each for each in explain_estimates(told) if each.round_label == "3. opfølgning 2016"]
    assert not explained.agrees
    assert (explained.computed_ore, explained.stated_ore) == (146 * MIO // 10, 136 * MIO // 10)


def test_a_minus_stands_as_one():
    told = replace(TOLD, adjustments=(Adjustment(2016, 3, mio(y2016=-5)),))
    assert explain_estimates(told)[-1].danish(IN_MIO) == "12,5 − 0,5 = 12,0"


def test_the_asked_unit_is_beside_the_stated_figures_and_changes_none():
    stated = Estimates("Bruttobesparelse", PrintedAs(THOUSAND, 1, asked_unit=MILLION), ROUNDS)
    asked = stated.in_asked_unit()
    assert stated.printed.asked and not asked.printed.asked and asked.printed.unit == MILLION
    assert asked.rounds[0].amounts.at(2014) == 1000 * stated.rounds[0].amounts.at(2014)
    assert ESTIMATES.in_asked_unit() is ESTIMATES


def test_a_cohort_counts_from_its_first_year_and_stays_at_its_last():
    cohort = Cohort("7 borgere", 2014, mio(y2014=24, y2015=48))
    assert [cohort.level_ore(year) for year in (2013, 2014, 2015, 2019)] == [
        None, 24 * MIO // 10, 48 * MIO // 10, 48 * MIO // 10,
    ]  # fmt: skip


def test_an_adjustment_that_is_not_told_is_none_and_unchanged_is_zero():
    assert Adjustment(2016, 1, mio(y2016=3)).at(2017) is None
    assert Adjustment(2016, 1, unchanged=True).at(2017) == 0


@given(st.lists(YEARS, max_size=5), st.integers(2000, 2040))
def test_the_moves_of_a_year_add_up_to_the_whole_way(series, year):
    rounds = tuple(FollowUpRound(f"{at}. opfølgning 2020", 2020, at, each) for at, each in enumerate(series))
    estimates = Estimates("Skøn", PrintedAs(KRONE), rounds)
    said = [ore for _, ore in estimates.of_year(year) if ore is not None]
    moved = estimates.moved(year)
    assert len(moved) == max(len(said) - 1, 0)
    assert sum(each.difference_ore for each in moved) == (said[-1] - said[0] if said else 0)


@given(YEARS, YEARS)
def test_adjusting_a_round_by_what_moved_explains_the_next(before, after):
    moved = {y: after.at(y) - ore for y, ore in before.pairs if after.at(y) is not None}
    rounds = (FollowUpRound("BO1", 2020, 1, before), FollowUpRound("BO2", 2020, 2, after))
    adjustments = (Adjustment(2020, 2, YearAmounts.of(moved)),)
    explained = explain_estimates(Estimates("Skøn", PrintedAs(KRONE), rounds, adjustments=adjustments))
    assert {each.year for each in explained} == set(moved)
    assert all(each.computed_ore == each.stated_ore for each in explained)


def test_nothing_stated_is_explained_by_nothing():
    rounds = (FollowUpRound("BO1", 2020, 1, NOTHING_STATED), FollowUpRound("BO2", 2020, 2, mio(y2020=1)))
    assert explain_estimates(replace(TOLD, rounds=rounds)) == ()
