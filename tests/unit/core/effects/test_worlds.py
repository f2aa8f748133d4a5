"""Effects are differences of worlds: random chains of changes against the plain reference of days."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.effects.change import Change, ChangeKind
from effektspor.core.effects.effect import amounts_in
from effektspor.core.effects.register import register_of
from effektspor.core.effects.worlds import undo_changes
from effektspor.core.grants.grant import Grant, GrantStatus
from effektspor.core.grants.price_line import LineKind, PriceLine, PriceUnit
from effektspor.core.period import Period
from tests.unit.core.effects.days import world_cost_ore, worlds_by_days

HORIZON = Period(date(2026, 1, 1), date(2027, 7, 1))
MONTHS = [date(2026, 1, 1), date(2026, 3, 1), date(2026, 3, 16), date(2026, 7, 1), date(2026, 12, 31), date(2027, 2, 1)]
UNITS = st.sampled_from([PriceUnit.DAY, PriceUnit.WEEK, PriceUnit.MONTH, PriceUnit.YEAR, PriceUnit.HOUR_WEEK])


@st.composite
def grants_of_one_citizen(draw):
    """Up to four grants, each of its own section so that none continues another, cut into prices at the same days."""
    grants = []
    for number in range(draw(st.integers(1, 4))):
        cuts = sorted(draw(st.sets(st.sampled_from(MONTHS), min_size=1, max_size=4)))
        ends = [*cuts[1:], draw(st.sampled_from([None, date(2027, 4, 1)]))]
        lines = [
            PriceLine(draw(st.integers(0, 300_000)), draw(UNITS), draw(st.integers(0, 90)), start, end)
            for start, end in zip(cuts, ends, strict=True)
        ]
        if draw(st.booleans()):
            lines.append(
                PriceLine(-draw(st.integers(0, 9_000)), PriceUnit.MONTH, 1, cuts[0], ends[0], LineKind.USER_PAYMENT)
            )
        grants.append(Grant(f"G{number}", "B1", f"{number}", "P", "", GrantStatus.RUNNING, tuple(lines)))
    return grants


@st.composite
def worlds(draw):
    grants = draw(grants_of_one_citizen())
    ids = [grant.grant_id for grant in grants]
    changes = [
        Change(
            f"C{number}", "T", "B1", ChangeKind.ENDED,
            tuple(draw(st.sets(st.sampled_from(ids), min_size=1, max_size=2))),
            tuple(draw(st.sets(st.sampled_from(ids), max_size=2))),
            draw(st.sampled_from(MONTHS)),
            draw(st.sampled_from([None, None, date(2026, 3, 10), date(2026, 11, 1), date(2027, 3, 1)])),
        )
        for number in range(draw(st.integers(1, 4)))
    ]  # fmt: skip
    return grants, draw(st.permutations(changes))


def effect_ore(undone, period):
    """Without what came back: that is no part of the difference of two worlds."""
    amounts = amounts_in(undone, period)
    return amounts.gross_ore - amounts.replacement_ore


@given(worlds())
def test_each_effect_is_the_difference_of_two_worlds(made):
    grants, changes = made
    after_all, *before = worlds_by_days(grants, changes, HORIZON)
    undone = undo_changes(register_of(grants), changes)
    costs = [world_cost_ore(world, HORIZON) for world in (after_all, *before)]
    expected = [one - other for one, other in zip(costs[1:], costs, strict=False)]
    assert [effect_ore(each, HORIZON) for each in reversed(undone)] == expected


@given(worlds())
def test_the_effects_add_up_to_the_whole(made):
    grants, changes = made
    found = worlds_by_days(grants, changes, HORIZON)
    undone = undo_changes(register_of(grants), changes)
    whole = world_cost_ore(found[-1], HORIZON) - world_cost_ore(found[0], HORIZON)
    assert sum(effect_ore(each, HORIZON) for each in undone) == whole


@given(worlds(), st.permutations(range(4)))
def test_the_order_of_entry_does_not_matter(made, order):
    grants, changes = made
    turned = [changes[at] for at in order if at < len(changes)]
    one, other = (undo_changes(register_of(grants), each) for each in (changes, turned))
    assert [each.change.change_id for each in one] == [each.change.change_id for each in other]
    assert [effect_ore(each, HORIZON) for each in one] == [effect_ore(each, HORIZON) for each in other]


@given(worlds(), st.integers(0, 500))
def test_an_effect_adds_up_over_any_split(made, at):
    grants, changes = made
    split = HORIZON.start + timedelta(days=at)
    parts = (Period(HORIZON.start, split), Period(split, HORIZON.end))
    for undone in undo_changes(register_of(grants), changes):
        assert sum(effect_ore(undone, part) for part in parts) == effect_ore(undone, HORIZON)


@given(worlds())
def test_what_came_back_never_makes_an_effect_negative(made):
    grants, changes = made
    for undone in undo_changes(register_of(grants, rebound_sections=frozenset({("SEL", "1"), ("SEL", "2")})), changes):
        amounts = amounts_in(undone, HORIZON)
        assert 0 <= amounts.rebound_ore <= max(0, sum_of_positive_months(undone))


def sum_of_positive_months(undone):
    months = [date(2026 + number // 12, number % 12 + 1, 1) for number in range(19)]
    spans = (Period(*pair) for pair in pairwise(months))
    return sum(max(0, effect_ore(undone, each)) for each in spans)
