"""What speaks against a change, and how sure its amounts are."""

from dataclasses import replace
from datetime import date

import pytest

from effektspor.app.effect import compute_effects
from effektspor.core.effects.change import Change, ChangeKind
from effektspor.core.effects.doubts import DOUBTS
from effektspor.core.grants.grant import EndReason, Grant, GrantStatus
from effektspor.core.grants.price_line import PriceLine, PriceUnit

JULY = date(2026, 7, 1)


def grant(name, start=date(2025, 1, 1), end=JULY, section="107", unit=PriceUnit.DAY, **header):
    line = PriceLine(100_000, unit, 1, start, end)
    texts = {"citizen": "B1", "provider": "P", "target_group": "", "status": GrantStatus.ENDED}
    return Grant(name, section=section, lines=(line,), **(texts | header))


A, B = grant("A"), grant("B", JULY, None, "85")
CHANGE = Change("1", "Hjemtagelser", "B1", ChangeKind.OWN_HOME, ("A",), ("B",), JULY)


def told(change=CHANGE, grants=(A, B), year=2026):
    (found,) = compute_effects(grants, [change], year)
    return found


def codes(change=CHANGE, grants=(A, B)):
    return [doubt.code for doubt in told(change, grants).doubts]


def test_a_sound_change_is_met_with_silence():
    assert codes() == []
    assert told().effect.evidence == "grants"


@pytest.mark.parametrize(
    ("code", "change", "grants"),
    [
        ("EFF-001", replace(CHANGE, after=("X",)), (A, B)),
        ("EFF-001", CHANGE, (A, replace(B, status=GrantStatus.REFUSED))),
        ("EFF-002", CHANGE, (A, replace(B, citizen="B2"))),
        ("EFF-003", CHANGE, (replace(A, end_reason=EndReason.DEATH), B)),
        ("EFF-004", replace(CHANGE, effective_on=date(2026, 8, 1)), (A, grant("B", date(2026, 8, 1), None, "85"))),
        ("EFF-006", replace(CHANGE, baseline_end=JULY), (A, B)),
        ("EFF-007", replace(CHANGE, after=()), (A, B)),
        ("EFF-008", CHANGE, (replace(A, paid_until=JULY), B)),
        ("EFF-009", CHANGE, (A, grant("B", date(2026, 6, 1), None, "85"))),
        ("EFF-011", CHANGE, (A, B, grant("C", date(2026, 9, 1), None, "110"))),
        ("EFF-014", replace(CHANGE, kind=ChangeKind.RATE), (A, B)),
        ("EFF-015", CHANGE, (replace(A, section="96"), replace(B, decided_on=date(2026, 6, 1)))),
    ],
)  # fmt: skip
def test_what_speaks_against_a_change_is_told_once(code, change, grants):
    assert codes(change, grants) == [code]


def test_a_change_that_names_nothing_before_saves_nothing():
    found = told(replace(CHANGE, before=(), kind=ChangeKind.ENDED))
    assert [doubt.code for doubt in found.doubts] == ["EFF-016"]
    assert (found.effect.in_year.net_ore, found.effect.evidence) == (0, "none")


def test_the_notice_is_kept_after_fourteen_weeks():
    decided = date(2026, 3, 25)
    assert codes(CHANGE, (replace(A, section="96"), replace(B, decided_on=decided))) == []


def test_a_day_that_is_paid_up_to_the_change_is_right():
    assert codes(CHANGE, (replace(A, paid_until=date(2026, 6, 30)), B)) == []


def test_one_who_left_before_and_came_back_is_no_death():
    left = grant("L", date(2020, 1, 1), date(2021, 1, 1), "108", end_reason=EndReason.MOVED_AWAY)
    assert codes(CHANGE, (A, B, left)) == []


def test_a_citizen_who_came_back_to_the_same_offer_is_a_rebound_whatever_the_section():
    again = grant("A2", date(2026, 7, 10), None, "104")
    before = replace(A, section="104")
    assert codes(CHANGE, (before, B, again)) == ["EFF-011"]


@pytest.mark.parametrize(
    ("kind", "fields", "evidence", "expected"),
    [
        (ChangeKind.BUDGET, {"accounts": ("5.38.52",), "evidence": "Budgetaftale"}, "accounts", []),
        (ChangeKind.BUDGET, {"accounts": ("5.38.52",)}, "none", ["EFF-013"]),
        (ChangeKind.BUDGET, {"evidence": "Budgetaftale"}, "none", ["EFF-013"]),
        (ChangeKind.AVOIDED, {}, "estimate", []),
    ],
)
def test_stated_amounts_are_as_sure_as_what_is_behind_them(kind, fields, evidence, expected):
    change = Change("1", "T", "", kind, (), (), JULY, ore_by_year={2026: 150_000, 2027: 300_000}, **fields)
    found = told(change)
    assert found.effect.evidence == evidence
    assert [doubt.code for doubt in found.doubts] == expected
    assert (found.effect.in_year.net_ore, found.effect.full_year.net_ore, found.effect.carry_over_ore) == (
        150_000, 300_000, 150_000,
    )  # fmt: skip


def test_a_stated_change_of_one_year_is_that_year():
    change = Change("1", "T", "", ChangeKind.AVOIDED, (), (), JULY, ore_by_year={2026: 150_000})
    assert (told(change).effect.full_year.net_ore, told(change).effect.carry_over_ore) == (150_000, 0)
    assert told(change, year=2027).effect.in_year.net_ore == 0 == told(change, year=2027).effect.carry_over_ore


@pytest.mark.parametrize("kind", [ChangeKind.AVOIDED, ChangeKind.BUDGET])
def test_a_stated_change_without_amounts_is_an_error(kind):
    found = told(Change("1", "T", "", kind, (), (), JULY, accounts=("1",), evidence="x"))
    assert [doubt.code for doubt in found.doubts] == ["EFF-012"]
    assert found.effect.evidence == "none"


@pytest.mark.parametrize("code", DOUBTS)
def test_every_text_is_filled_in(code):
    text = DOUBTS[code]
    filled = text.message.format(change="1", grant="A", day="01.07.2026"), text.remedy.format(change="1")
    assert text.title.endswith(".") and all(part.endswith(".") and "{" not in part for part in filled)
