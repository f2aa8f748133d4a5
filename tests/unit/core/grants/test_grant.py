"""A grant is one schedule whose base lines do not overlap; a later grant may continue it."""

from dataclasses import replace
from datetime import date

import pytest

from effektspor.core.grants.continuity import chains, continues
from effektspor.core.grants.grant import EndReason, Grant, GrantStatus, overlapping
from effektspor.core.grants.price_line import LineKind, PriceLine, PriceUnit


def line(first, last=None, kind=LineKind.BASE, unit=PriceUnit.DAY):
    return PriceLine(100, unit, 1, first, last, kind)


def grant(name, *lines, **header):
    texts = {"citizen": "B1", "section": "107", "provider": "P", "target_group": "", "status": GrantStatus.RUNNING}
    return Grant(name, lines=lines, **(texts | header))


FIRST = grant("A", line(date(2025, 1, 1), date(2026, 1, 1)))


def test_a_grant_runs_from_its_first_line_to_its_last():
    one = grant("A", line(date(2026, 2, 1), date(2026, 3, 1)), line(date(2026, 1, 1), date(2026, 2, 1)))
    assert (one.start, one.end) == (date(2026, 1, 1), date(2026, 3, 1))
    assert grant("A", line(date(2026, 1, 1)), line(date(2025, 1, 1), date(2026, 1, 1))).end is None


@pytest.mark.parametrize(
    ("one", "other", "overlaps"),
    [
        (line(date(2026, 1, 1)), line(date(2026, 2, 1)), True),
        (line(date(2026, 1, 1), date(2026, 2, 1)), line(date(2026, 2, 1)), False),
        (line(date(2026, 1, 1), date(2026, 2, 2)), line(date(2026, 2, 1)), True),
        (line(date(2026, 1, 1)), line(date(2026, 2, 1), kind=LineKind.ADDON), False),
        (line(date(2026, 1, 1)), line(date(2026, 2, 1), date(2026, 2, 2), unit=PriceUnit.ONCE), False),
        (line(date(2026, 1, 1)), line(date(2026, 2, 1), date(2026, 2, 2), unit=PriceUnit.ATTENDANCE), False),
        (line(date(2026, 1, 1)), line(date(2026, 2, 1), date(2026, 2, 1)), False),
    ],
)
def test_running_base_lines_may_not_share_a_day(one, other, overlaps):
    assert bool(list(overlapping([other, one]))) == overlaps
    if overlaps:
        with pytest.raises(AssertionError, match="do not overlap"):
            grant("A", one, other)


def test_a_grant_has_a_line():
    with pytest.raises(AssertionError, match="at least one line"):
        grant("A")


@pytest.mark.parametrize(
    ("start", "header", "expected"),
    [
        (date(2026, 1, 1), {}, True),
        (date(2026, 1, 15), {}, True),
        (date(2026, 1, 16), {}, False),
        (date(2025, 12, 31), {}, False),
        (date(2026, 1, 1), {"provider": "Q"}, False),
        (date(2026, 1, 1), {"section": "108"}, False),
        (date(2026, 1, 1), {"citizen": "B2"}, False),
        (date(2026, 1, 1), {"law": "ABL"}, False),
    ],
)
def test_a_grant_continues_one_that_ended_within_14_days(start, header, expected):
    assert continues(FIRST, grant("B", line(start), **header)) is expected


def test_an_open_grant_and_itself_are_not_continued():
    assert not continues(grant("A", line(date(2025, 1, 1))), grant("B", line(date(2026, 1, 1))))
    assert not continues(FIRST, replace(FIRST, lines=(line(date(2026, 1, 1)),)))


def test_the_days_between_are_a_setting():
    assert continues(FIRST, grant("B", line(date(2026, 1, 31))), within_days=30)


def test_a_chain_holds_all_that_continue_each_other():
    second = grant("B", line(date(2026, 1, 1), date(2027, 1, 1)))
    third = grant("C", line(date(2027, 1, 10)))
    other = grant("D", line(date(2026, 6, 1)), section="85")
    found = chains([third, other, second, FIRST])
    assert found == {"A": ("A", "B", "C"), "B": ("A", "B", "C"), "C": ("A", "B", "C"), "D": ("D",)}


def test_of_two_that_can_be_continued_the_one_that_ended_last_is():
    beside = grant("X", line(date(2025, 6, 1), date(2026, 1, 5)))
    found = chains([FIRST, beside, grant("B", line(date(2026, 1, 6)))])
    assert found["B"] == ("X", "B") and found["A"] == ("A",)


@pytest.mark.parametrize(
    ("reason", "left"),
    [
        (None, None),
        (EndReason.EXPIRY, None),
        (EndReason.DEATH, date(2026, 1, 1)),
        (EndReason.MOVED_AWAY, date(2026, 1, 1)),
    ],
)
def test_death_and_moving_away_say_when_the_citizen_left(reason, left):
    assert replace(FIRST, end_reason=reason).left_on == left


def test_the_line_with_the_reason_says_when():
    assert replace(FIRST, end_reason=EndReason.DEATH, reason_end=date(2025, 9, 1)).left_on == date(2025, 9, 1)


@pytest.mark.parametrize("status", list(GrantStatus))
def test_only_granted_running_and_ended_grants_are_real(status):
    assert status.is_real == (status in (GrantStatus.GRANTED, GrantStatus.RUNNING, GrantStatus.ENDED))
