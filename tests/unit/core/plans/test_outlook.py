"""The outlook of a budget: each sum both ways, and the order of subtraction as a setting."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.plans.outlook import (
    BudgetOutlook,
    DifferenceOrder,
    MeasureGroup,
    MeasureGroupKind,
    OutlookLine,
    differences,
)
from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.plans.year_sums import NamedAmounts, YearSums
from effektspor.core.unit import KRONE
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts
from tests.unit.core.plans.made import YEARS

KR = 100
BUDGET_FIRST, EXPECTED_FIRST = DifferenceOrder.CORRECTED_MINUS_EXPECTED, DifferenceOrder.EXPECTED_MINUS_CORRECTED


def kr(first_year, *amounts):
    return YearAmounts(tuple((first_year + at, amount * KR) for at, amount in enumerate(amounts)))


def group(kind, *lines, total=NOTHING_STATED):
    return MeasureGroup(kind.danish, kind, tuple(NamedAmounts(label, amounts) for label, amounts in lines), total)


OUTLOOK = BudgetOutlook(
    "Budget 2018-2021",
    PrintedAs(KRONE),
    (
        OutlookLine("Botilbud", kr(2018, 129_669_904), kr(2018, 133_872_000, 133_872_000)),
        OutlookLine("Bostøtte", kr(2018, 9_223_250), kr(2018, 11_152_000, 11_152_000)),
    ),
    stated_total=OutlookLine("I alt", kr(2018, 138_893_154), kr(2018, 145_024_000, 145_024_000)),
    groups=(
        group(MeasureGroupKind.CATALOGUE, ("Kørsel", kr(2018, 2_094_000, 2_869_000))),
        group(MeasureGroupKind.OTHER, ("Bostøtte", kr(2018, 186_000, 372_000)), ("Video", kr(2018, 130_000, 390_000))),
    ),
    stated_measures=kr(2018, 2_410_000, 3_631_000),
    stated_budget=kr(2018, 142_614_000, 141_393_000),
    stated_budget_difference=kr(2018, -3_720_846, -2_499_846),
    base_year=2018,
)


def test_expected_less_the_measures_is_the_estimated_budget():
    assert OUTLOOK.expected.shown == kr(2018, 145_024_000, 145_024_000)
    assert OUTLOOK.measures.computed == kr(2018, 2_410_000, 3_631_000)
    assert OUTLOOK.estimated_budget.computed == kr(2018, 142_614_000, 141_393_000)
    assert OUTLOOK.budget_difference.computed == kr(2018, -3_720_846, -2_499_846)
    sums = (OUTLOOK.corrected, OUTLOOK.expected, OUTLOOK.measures, OUTLOOK.estimated_budget, OUTLOOK.budget_difference)
    assert all(each.agrees and each.computed == each.stated for each in sums)


def test_a_line_is_held_against_the_year_that_states_both():
    assert OUTLOOK.lines[0].difference(BUDGET_FIRST).computed == kr(2018, 129_669_904 - 133_872_000)
    assert OUTLOOK.lines[0].difference(EXPECTED_FIRST).computed == kr(2018, 133_872_000 - 129_669_904)


def test_the_order_turns_every_sign_and_no_meaning():
    turned = replace(OUTLOOK, order=EXPECTED_FIRST)
    assert turned.budget_difference.computed == -OUTLOOK.budget_difference.computed
    assert turned.difference.computed == -OUTLOOK.difference.computed
    for outlook in (OUTLOOK, turned):
        assert {outlook.order.meaning(ore) for _, ore in outlook.budget_difference.computed.pairs} == {"Merforbrug"}


@pytest.mark.parametrize("order", DifferenceOrder)
def test_the_label_carries_the_meaning(order):
    assert order.meaning(order.difference_ore(corrected_ore=100, expected_ore=90)) == "Mindreforbrug"
    assert order.meaning(order.difference_ore(corrected_ore=90, expected_ore=100)) == "Merforbrug"
    assert order.meaning(0) == "Balance"


def test_a_stated_budget_that_does_not_follow_is_kept_and_not_shown():
    wrong = replace(OUTLOOK, stated_budget=kr(2018, 142_641_000, 141_393_000))
    assert wrong.estimated_budget.differing_years == (2018,)
    assert wrong.estimated_budget.stated.at(2018) == 142_641_000 * KR
    assert wrong.estimated_budget.shown.at(2018) == 142_614_000 * KR


def test_without_measures_nothing_is_estimated():
    bare = replace(OUTLOOK, groups=(), stated_measures=NOTHING_STATED, stated_budget=NOTHING_STATED)
    assert bare.measures.shown == bare.estimated_budget.computed == NOTHING_STATED
    assert bare.budget_difference.computed == NOTHING_STATED


def test_the_summary_stands_in_where_the_groups_are_missing():
    rows = (NamedAmounts("Katalog", kr(2018, 2_094_000)), NamedAmounts("Øvrige", kr(2018, 316_000)))
    assert replace(OUTLOOK, groups=(), stated_estimate=rows).measures.computed == kr(2018, 2_410_000)


def test_a_budget_without_a_base_has_no_difference():
    lines = tuple(replace(line, corrected=NOTHING_STATED) for line in OUTLOOK.lines)
    bare = replace(OUTLOOK, lines=lines, stated_total=None, base_year=None)
    assert bare.base_budget_ore is None and bare.budget_difference.computed == NOTHING_STATED


@given(YEARS, YEARS, st.sampled_from(DifferenceOrder))
def test_a_difference_is_of_the_years_that_state_both(corrected, expected, order):
    found = differences(corrected, expected, order)
    assert set(found.years) == set(corrected.years) & set(expected.years)
    other = next(each for each in DifferenceOrder if each is not order)
    assert differences(corrected, expected, other) == -found


@given(YEARS, YEARS, st.integers(0, 10**6))
def test_what_is_shown_is_stated_where_it_holds_and_computed_where_not(computed, stated, bound):
    sums = YearSums(computed, stated, bound)
    for year in {*computed.years, *stated.years}:
        if year in sums.differing_years:
            assert sums.shown.at(year) == computed.at(year)
        else:
            held = stated.at(year)
            assert sums.shown.at(year) == (computed.at(year) if held is None else held)
