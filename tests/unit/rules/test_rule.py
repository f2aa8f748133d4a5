"""Looking a rule up by day: before, in force, and after it was last checked."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektspor.rules.errors import RuleNotInForce, RuleNotSet, RuleYearMissing
from effektspor.rules.rule import Rule, Version

CHECKED = date(2026, 2, 3)


def rate(*versions, **changes):
    listed = tuple(Version(day, value, "Rammeaftale, bilag 2", verified=True) for day, value in versions)
    return Rule("takst-botilbud", "Takst", "kr/døgn", listed, **{"checked_on": CHECKED} | changes)


RATE = rate((date(2025, 1, 1), 2100), (date(2026, 1, 1), 2160))


@pytest.mark.parametrize(
    "day, value, why",
    [
        (date(2025, 1, 1), 2100, "the first day"),
        (date(2025, 12, 31), 2100, "the last day of the first version"),
        (date(2026, 1, 1), 2160, "the day of the second"),
        (CHECKED, 2160, "the day it was checked"),
    ],
)
def test_the_version_in_force(day, value, why):
    answer = RATE.at(day)
    assert (answer.value, answer.notes) == (value, ()), why


def test_before_the_first_version_is_an_error():
    with pytest.raises(RuleNotInForce) as refused:
        RATE.at(date(2024, 1, 1))
    says = "Satsen 'takst-botilbud' findes ikke pr. 01.01.2024. Den gælder tidligst fra 01.01.2025."
    assert str(refused.value) == says


def test_after_it_was_checked_the_last_known_value_carries_a_note():
    answer = RATE.at(date(2026, 2, 4))
    note = "Satsen 'takst-botilbud' er sidst kontrolleret 03.02.2026; den sidst kendte værdi er brugt for 04.02.2026."
    assert (answer.value, answer.notes) == (2160, (note,))


def test_a_choice_of_ours_needs_no_note():
    assert rate((date(2025, 1, 1), 14), choice=True).at(date(2030, 1, 1)).notes == ()


def test_what_is_not_verified_says_so():
    version = Version(date(2025, 1, 1), 3, "Katalog 2018", verified=False, note="Renten er ikke trykt.")
    rule = Rule("diskontering", "Rente", "pct.", (version,), CHECKED)
    note = "Satsen 'diskontering' fra 01.01.2025 er ikke efterprøvet: Renten er ikke trykt."
    assert rule.at(date(2025, 5, 5)).notes == (note,)


@pytest.mark.parametrize("day, value", [(date(2025, 1, 1), 1), (date(2025, 12, 31), 1), (date(2027, 7, 1), 3)])
def test_a_yearly_rule_holds_for_its_year(day, value):
    assert rate((date(2025, 1, 1), 1), (date(2027, 1, 1), 3), yearly=True).at(day).value == value


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2028, 1, 1)])
def test_a_missing_year_is_refused(day):
    with pytest.raises(RuleYearMissing) as refused:
        rate((date(2025, 1, 1), 1), (date(2027, 1, 1), 3), yearly=True).at(day)
    assert f"mangler for {day.year}" in str(refused.value) and "kendt for 2025, 2027" in str(refused.value)


def test_a_rule_without_a_value_says_why():
    with pytest.raises(RuleNotSet, match=r"^Satsen 'takst-botilbud' er ikke fastsat\. Indtast den selv\.$"):
        rate(not_set="Indtast den selv.").at(CHECKED)


DAYS = st.dates(date(2000, 1, 1), date(2040, 1, 1))


@given(st.lists(DAYS, min_size=1, max_size=6, unique=True).map(sorted), DAYS)
def test_agrees_with_a_plain_search(starts, day):
    rule = rate(*((start, number) for number, start in enumerate(starts)))
    begun = [number for number, start in enumerate(starts) if start <= day]
    if begun:
        answer = rule.at(day)
        assert (answer.value, bool(answer.notes)) == (max(begun), day > CHECKED)
    else:
        with pytest.raises(RuleNotInForce):
            rule.at(day)


@given(DAYS)
def test_a_version_begins_on_its_day_and_not_the_day_before(start):
    rule = rate((date(1999, 1, 1), "old"), (start, "new"))
    assert (rule.at(start - timedelta(days=1)).value, rule.at(start).value) == ("old", "new")
