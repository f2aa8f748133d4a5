"""A change of cost as p/l, quantity, mix and price: tables a controller can read, in 1.000 kr."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.number import parse_number
from effektspor.core.variance.figures import GroupFigures, VarianceTerms
from effektspor.core.variance.variance import compute_variance

ORE_PER_THOUSAND = 100_000


def thousands(text):
    """Return a printed amount in 1.000 kr. as øre."""
    return int(parse_number(text).value * ORE_PER_THOUSAND)


def groups_of(text, pl_pct="0"):
    """Return the groups of a table: group | persons before | price before | persons now | price now."""
    factor = 1 + parse_number(pl_pct).value / 100
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return [
        GroupFigures(tuple(key.split("/")), *figures(before, price), *figures(now, new_price), factor)
        for key, before, price, now, new_price in rows
    ]


def figures(persons, price):
    count = parse_number(persons).value
    return count, int(count * thousands(price))


def drawn(terms):
    """Return terms as a controller reads them: p/l, quantity, mix, price in 1.000 kr."""
    ore = (terms.price_level_ore, terms.quantity_ore, terms.mix_ore, terms.price_ore)
    return [float(Fraction(each, ORE_PER_THOUSAND)) for each in ore]


TWO_HOMES = """
    § 107 | 40 | 700 | 46 | 720
    § 108 | 60 | 900 | 58 | 930
"""


def test_each_group_has_its_share_of_each_term():
    variance = compute_variance(groups_of(TWO_HOMES))
    # § 107: 40 of 100 persons of the 4 more, at 700; 46 where 41,6 would keep the mix; 46 × 20 dearer.
    assert {group.key: drawn(group.terms) for group in variance.groups} == {
        ("§ 107",): [0, 1_120, 3_080, 920],
        ("§ 108",): [0, 2_160, -3_960, 1_740],
    }


@pytest.mark.parametrize(
    "table, of_group, terms, why",
    [
        ("A | 10 | 100 | 10 | 100", "A", [0, 0, 0, 0], "nothing changed"),
        ("A | 10 | 100 | 12 | 100", "A", [0, 200, 0, 0], "one group has no mix"),
        ("A | 10 | 100 | 10 | 110", "A", [0, 0, 0, 100], "the same persons, dearer"),
        ("A | 10 | 100 | 10 | 100\nB | 0 | 0 | 2 | 150", "B", [0, 0, 200, 100], "new: its parent's price"),
        ("A/x | 4 | 100 | 4 | 100\nA/y | 0 | 0 | 1 | 90\nB | 4 | 50 | 4 | 50", "A/y", [0, 0, 100, -10], "new in A"),
        ("A | 8 | 100 | 8 | 100\nB | 2 | 50 | 0 | 0", "B", [0, -20, -80, 0], "gone: no price term"),
        ("A | 0 | 0 | 2 | 150\nB | 0 | 0 | 1 | 50", "A", [0, 300, 0, 0], "nobody before: all is quantity"),
        ("A | 4 | 100 | 0 | 0", "A", [0, -400, 0, 0], "nobody now"),
        ("A | 0 | 0 | 0 | 0", "A", [0, 0, 0, 0], "nobody at all"),
    ],
)  # fmt: skip
def test_groups_come_and_go(table, of_group, terms, why):
    variance = compute_variance(groups_of(table))
    assert drawn(variance.under(*of_group.split("/"))) == terms, why


def test_cost_that_no_person_explains_is_price():
    late_bill = GroupFigures(("A",), Fraction(0), 30_00, Fraction(0), 50_00)
    assert compute_variance([late_bill]).total == VarianceTerms(0, 0, 0, 20_00)


def test_full_year_persons_are_days_of_the_year():
    half = GroupFigures(("A",), Fraction(365, 365), 365_00, Fraction(183, 366), 200_00)
    assert compute_variance([half]).total == VarianceTerms(0, -182_50, 0, 17_50)


def test_a_part_is_the_sum_of_its_groups():
    variance = compute_variance(groups_of("A/x | 4 | 100 | 5 | 100\nA/y | 4 | 80 | 4 | 90\nB | 4 | 50 | 4 | 50"))
    assert variance.under("A").change_ore == thousands("140")
    assert variance.under() == variance.total


def test_no_groups_have_no_variance():
    assert compute_variance([]).total == VarianceTerms(0, 0, 0, 0)


def test_a_group_stands_once():
    with pytest.raises(AssertionError):
        compute_variance(groups_of("A | 1 | 1 | 1 | 1\nA | 1 | 1 | 1 | 1"))


PERSONS = st.one_of(st.just(Fraction(0)), st.builds(Fraction, st.integers(0, 400 * 366), st.sampled_from([365, 366])))
COSTS_ORE = st.integers(-(10**9), 10**12)
KEYS = st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map(tuple)
FACTORS = st.builds(Fraction, st.integers(9_000, 11_000), st.just(10_000))
GROUPS = st.lists(
    st.builds(GroupFigures, KEYS, PERSONS, COSTS_ORE, PERSONS, COSTS_ORE, FACTORS),
    max_size=12,
    unique_by=lambda group: group.key,
)


@given(GROUPS)
def test_terms_sum_exactly_for_each_group_and_in_all(groups):
    variance = compute_variance(groups)
    changes = [group.cost_now_ore - group.cost_before_ore for group in groups]
    assert [group.terms.change_ore for group in variance.groups] == changes
    assert variance.total.change_ore == sum(changes)


@given(GROUPS)
def test_quantity_in_all_is_the_average_price_of_the_persons_more(groups):
    before = sum(group.persons_before for group in groups)
    now = sum(group.persons_now for group in groups)
    if before:
        cost_ore = sum(group.base_ore for group in groups if group.persons_before)
        exact = (now - before) * Fraction(cost_ore) / before
        assert abs(compute_variance(groups).total.quantity_ore - exact) < 1


@given(GROUPS)
def test_a_group_whose_price_is_the_same_has_no_price_term(groups):
    same = [
        GroupFigures(each.key, each.persons_before, each.cost_before_ore, each.persons_before * 2, each.base_ore * 2)
        for each in groups
        if each.persons_before and each.price_factor == 1
    ]
    assert all(group.terms.price_ore == 0 for group in compute_variance(same).groups)


@given(GROUPS)
def test_the_order_of_groups_changes_no_exact_term(groups):
    forth, back = compute_variance(groups), compute_variance(groups[::-1])
    for one in forth.groups:
        other = next(group.terms for group in back.groups if group.key == one.key)
        assert abs(one.terms.quantity_ore - other.quantity_ore) <= 1
        assert one.terms.price_level_ore == other.price_level_ore
