"""The national rules: every file loads, has a source, and says what is not verified."""

from datetime import date
from fractions import Fraction

import pytest

from effektspor.core.price_index import PriceKind, PriceLevelMissing
from effektspor.core.refunds import refund_ore
from effektspor.rules.errors import RuleNotInForce, RuleNotSet, RuleYearMissing
from effektspor.rules.law_sections import law_sections
from effektspor.rules.national import (
    CONTINUITY_DAYS,
    DISCOUNT_PCT,
    FOLDER,
    HIGH_COST_BANDS,
    HIGH_COST_BANDS_SPECIAL,
    NATIONAL,
    REBOUND_SECTIONS,
    REFUND_AFTER_SHELTER,
    REMAINING_DAYS,
    SECTION_NAME,
    SHELTER_DAYS,
    STATE_REFUND_PCT,
)
from effektspor.rules.price_tables import municipal_price_table


@pytest.mark.parametrize("national", NATIONAL, ids=lambda national: national.name)
def test_a_rule_loads_and_can_be_shown(national):
    rule = national.load()
    assert rule.title and rule.unit
    assert bool(rule.versions) != bool(rule.not_set)
    for version in rule.versions:
        assert version.source
        assert version.verified or version.note, "what is not verified says why"
        assert national.kind.show(version.value)


def test_every_file_is_a_rule():
    assert {path.name for path in FOLDER.iterdir()} == {f"{national.name}.yaml" for national in NATIONAL}


@pytest.mark.parametrize(
    "national, day, value",
    [
        (SHELTER_DAYS, date(2023, 10, 1), 120),
        (SHELTER_DAYS, date(2026, 3, 31), 120),
        (SHELTER_DAYS, date(2026, 4, 1), 90),
        (STATE_REFUND_PCT, date(2022, 1, 1), 50),
        (DISCOUNT_PCT, date(2018, 6, 1), 3),
        (CONTINUITY_DAYS, date(2026, 1, 1), 14),
    ],
)
def test_the_value_on_a_day(national, day, value):
    assert national.load().at(day).value == value


@pytest.mark.parametrize(
    "year, limits",
    [
        (2020, {1_090_000: 25, 2_050_000: 50}),
        (2021, {830_000: 25, 1_630_000: 50, 2_050_000: 75}),
        (2022, {860_000: 25, 1_680_000: 50, 2_120_000: 75}),
    ],
)
def test_the_limits_of_a_year(year, limits):
    bands = HIGH_COST_BANDS.load().at(date(year, 12, 31)).value
    assert {band.above_ore // 100: band.pct for band in bands} == limits


def test_a_refund_by_the_limits_of_2022():
    assert refund_ore([200_000_00] * 12, HIGH_COST_BANDS.load().at(date(2022, 1, 1)).value) == 635_000_00


def test_the_limits_of_2021_are_in_the_level_of_2020_and_say_so():
    (note,) = HIGH_COST_BANDS.load().at(date(2021, 5, 1)).notes
    assert "ikke efterprøvet" in note and "2020-niveau" in note


@pytest.mark.parametrize("year", [2023, 2024, 2025, 2026])
def test_a_year_that_was_not_found_is_refused(year):
    with pytest.raises(RuleYearMissing, match=rf"'refusion-176' mangler for {year}\. .*2020, 2021, 2022"):
        HIGH_COST_BANDS.load().at(date(year, 1, 1))


def test_the_special_rule_ended_with_2020():
    assert len(HIGH_COST_BANDS_SPECIAL.load().at(date(2020, 12, 31)).value) == 2
    with pytest.raises(RuleYearMissing):
        HIGH_COST_BANDS_SPECIAL.load().at(date(2021, 1, 1))


def test_remaining_durations_are_not_set():
    with pytest.raises(RuleNotSet, match="'restvarighed' er ikke fastsat"):
        REMAINING_DAYS.load().at(date(2026, 1, 1))


def test_refund_after_a_shelter():
    refunds = REFUND_AFTER_SHELTER.load().at(date(2024, 1, 1)).value
    found = {str(each.section): (each.pct, each.months, each.within_months) for each in refunds}
    assert found == {"§ 85 a": (50, 24, 24), "§ 107": (50, 6, 12)}


SECTIONS = """
    82 a, 82 b, 82 c, 82 d, 83, 85, 85 a, 95, 96, 97, 98, 99, 100, 101, 102, 103, 104, 107, 108, 109, 110, 105
"""


def test_the_sections_of_the_adult_area():
    sections = law_sections(date(2024, 1, 1))
    assert [each.section.section for each in sections] == SECTIONS.strip().split(", ")
    assert [str(each.section) for each in sections if each.section.law == "ABL"] == ["ABL § 105"]
    assert {str(each.section) for each in sections if each.notice_weeks == 14} == {"§ 95", "§ 96", "§ 98"}
    assert {str(each.section) for each in sections if not each.verified} == {
        "§ 82 c",
        "§ 82 d",
        "§ 83",
        "§ 99",
        "§ 101",
    }


def test_the_rebound_group_is_where_one_lives():
    sections = law_sections(date(2024, 1, 1))
    group = {each.section for each in sections if each.in_rebound_group}
    assert group == {each.section for each in sections if each.housing}
    assert group == set(REBOUND_SECTIONS.load().at(date(2024, 1, 1)).value)


def test_a_section_is_known_from_its_day():
    known = [[str(each.section) for each in law_sections(date(2023, month, 1))] for month in (9, 10)]
    assert set(known[1]) - set(known[0]) == {"§ 85 a"}


def test_there_was_no_notice_before_the_law():
    assert {each.notice_weeks for each in law_sections(date(2017, 12, 31))} == {0}


def test_sections_before_the_first_day_are_an_error():
    with pytest.raises(RuleNotInForce):
        law_sections(date(2014, 12, 31))


def test_names_that_are_not_verified_are_noted():
    assert any("§§ 82 c, 82 d, 83, 99 og 101" in note for note in SECTION_NAME.load().at(date(2020, 1, 1)).notes)


def test_the_municipal_price_table_has_what_was_found():
    table, notes = municipal_price_table(date(2015, 3, 3))
    assert table.factor(PriceKind.WAGES, 2015, 2016) == Fraction("1.0214")
    assert table.factor(PriceKind.OTHER, 2015, 2016) == Fraction("1.0137")
    assert notes == ()
    with pytest.raises(PriceLevelMissing, match=r"fra 2016 til 2017 findes ikke i KL's skøn fra marts 2015"):
        table.factor(PriceKind.WAGES, 2015, 2017)
