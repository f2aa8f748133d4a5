"""The simulator's own count of effects, held to the worked examples of the design."""

from datetime import date

import pytest

from effektspor.core.grants.price_line import LineKind, PriceUnit
from effektspor.simulator.day_bits import bits, days_ore
from effektspor.simulator.day_book import Marking, undo_all
from effektspor.simulator.drafts import Citizen, Line, Stay
from effektspor.simulator.providers import PROVIDERS
from effektspor.simulator.services import BY_SECTION
from effektspor.simulator.true_effects import effect_of_grants

START, SEPTEMBER = date(2025, 1, 1), date(2026, 9, 1)


@pytest.fixture
def citizen():
    return Citizen("B00001", "Handicap", "Autisme", "Team", "25-34", START)


def _stay(citizen, section, *lines):
    stay = Stay(f"G{len(citizen.stays)}", citizen, BY_SECTION[section], PROVIDERS[len(citizen.stays)], lines[0].start,
                lines[-1].end, SEPTEMBER, START, lines=list(lines))  # fmt: skip
    citizen.stays.append(stay)
    return stay


def _line(kr, start, end=None, unit=PriceUnit.DAY, quantity=1):
    return Line("L", round(kr * 100), unit, quantity, start, end, LineKind.BASE, start)


def _effects(citizen, *markings):
    undone = undo_all(citizen, markings)
    return {each.change_id: effect_of_grants(undone[each.change_id], each.effective_on, range(2026, 2028))
            for each in markings}  # fmt: skip


def _kr(effect, year, name="net_ore"):
    return effect["in_year"][str(year)][name] / 100


def test_from_a_home_to_an_own_flat(citizen):
    before = _stay(citizen, "107", _line(1950, START, SEPTEMBER))
    after = _stay(citizen, "85", _line(420, SEPTEMBER, None, PriceUnit.HOUR_WEEK, 360))
    effect = _effects(citizen, Marking("A1", SEPTEMBER, (before,), (after,), None))["A1"]
    assert effect["full_year"] == {
        "gross_ore": 71_175_000, "replacement_ore": 13_140_000, "rebound_ore": 0, "net_ore": 58_035_000}  # fmt: skip
    assert (_kr(effect, 2026), effect["carry_over_ore"], _kr(effect, 2027)) == (193_980, 38_637_000, 580_350)


def test_a_negotiated_price_and_then_a_homecoming_count_no_day_twice(citizen):
    new_year = date(2026, 1, 1)
    before = _stay(citizen, "107", _line(1950, START, new_year), _line(1852.5, new_year, SEPTEMBER))
    after = _stay(citizen, "85", _line(420, SEPTEMBER, None, PriceUnit.HOUR_WEEK, 360))
    effects = _effects(
        citizen,
        Marking("A1", new_year, (before,), (before,), None),
        Marking("A2", SEPTEMBER, (before,), (after,), None),
    )
    assert (_kr(effects["A1"], 2026), _kr(effects["A2"], 2026)) == (35_587.5, 182_085)
    assert _kr(effects["A1"], 2026, "replacement_ore") == 0


def test_a_line_belongs_to_the_first_change_that_names_it(citizen):
    before = _stay(citizen, "107", _line(1950, START, SEPTEMBER))
    effects = _effects(citizen, *(Marking(name, SEPTEMBER, (before,), (), None) for name in ("A1", "A2")))
    assert (_kr(effects["A1"], 2026), _kr(effects["A2"], 2026)) == (237_900, 0)


def test_a_return_takes_off_what_it_costs_and_never_more_than_was_saved_in_the_month(citizen):
    before = _stay(citizen, "107", _line(1000, START, SEPTEMBER))
    _stay(citizen, "110", _line(600, date(2026, 10, 1), date(2026, 11, 1)))
    _stay(citizen, "108", _line(3000, date(2026, 11, 1)))
    effect = _effects(citizen, Marking("A1", SEPTEMBER, (before,), (), None))["A1"]
    assert _kr(effect, 2026, "rebound_ore") == 31 * 600 + 61 * 1000
    assert _kr(effect, 2026) == 30 * 1000 + 31 * 400


def test_an_effect_ends_with_its_baseline(citizen):
    before = _stay(citizen, "107", _line(1000, START, SEPTEMBER))
    effect = _effects(citizen, Marking("A1", SEPTEMBER, (before,), (), date(2026, 9, 11)))["A1"]
    assert (_kr(effect, 2026), effect["carry_over_ore"]) == (10_000, 0)


def test_where_no_line_ends_there_is_no_effect(citizen):
    before = _stay(citizen, "107", _line(1000, START, SEPTEMBER))
    effect = _effects(citizen, Marking("A1", date(2026, 8, 20), (before,), (), None))["A1"]
    assert _kr(effect, 2026) == 0


def test_days_apart_cost_what_they_cost_together():
    line = _line(50_000, START, None, PriceUnit.MONTH).priced()
    days = [bits(date(2026, 9, first), date(2026, 9, end)) for first, end in ((1, 4), (10, 30))]
    rest = bits(date(2026, 9, 1), date(2026, 10, 1)) & ~(days[0] | days[1])
    assert days_ore(line, days[0] | days[1]) + days_ore(line, rest) == 5_000_000
