"""What a rule's file must say: everything else is refused, with the place and what is wrong."""

from fractions import Fraction

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from effektspor.rules.errors import InvalidRule
from effektspor.rules.kinds import NUMBER, WHOLE, WrongValue, read_number, read_ore, show_number
from effektspor.rules.schema import read_rule
from effektspor.rules.sections import BY_SECTION, SECTION_NAMES, SECTIONS
from effektspor.rules.tables import BANDS, PUBLICATION, REFUNDS_AFTER_STAY

GOOD = """
name: dagloft
title: Dage med refusion
unit: dage
checked_on: 2026-02-03
versions:
  - {in_force_from: 2023-10-01, value: 120, source: sbst.dk, verified: true}
  - {in_force_from: 2026-04-01, value: 90, source: sbst.dk, verified: true}
"""


def read(text, kind=WHOLE):
    return read_rule(yaml.safe_load(text), kind, "dagloft")


def test_reads_a_rule():
    rule = read(GOOD)
    assert [(each.in_force_from.isoformat(), each.value) for each in rule.versions] == [
        ("2023-10-01", 120),
        ("2026-04-01", 90),
    ]


@pytest.mark.parametrize(
    "instead_of, stands, says",
    [
        ("unit: dage", "unit: dage\nfarve: blå", "feltet 'farve' er ukendt"),
        ("unit: dage", "", "feltet 'unit' mangler"),
        ("name: dagloft", "name: andet", "navnet er 'andet', men filen hedder 'dagloft'"),
        ("title: Dage med refusion", "title: ''", "feltet 'title' har en forkert værdi"),
        ("checked_on: 2026-02-03", "checked_on: i går", "feltet 'checked_on' har en forkert værdi"),
        ("2026-04-01", "2023-10-01", "versionen fra 01.10.2023 står ikke i datoorden"),
        ("2026-04-01", "2022-01-01", "versionen fra 01.01.2022 står ikke i datoorden"),
        ("value: 90, source: sbst.dk,", "value: 90,", "feltet 'source' mangler"),
        ("value: 90, source: sbst.dk,", "value: 90, source: '',", "feltet 'source' har en forkert værdi"),
        ("value: 90, ", "", "feltet 'value' mangler"),
        ("value: 90", "value: 90.5", "versionen fra 01.04.2026: 90.5 er ikke et tal"),
        ("value: 90", "value: '90,5'", "'90,5' er ikke et helt antal"),
        ("value: 90", "value: true", "True er ikke et tal"),
        ("value: 90", "value: -1", "-1 er ikke et helt antal"),
        ("value: 90", "value: 90, kilde: x", "feltet 'kilde' er ukendt"),
        (
            "90, source: sbst.dk, verified: true",
            "90, source: sbst.dk, verified: false",
            "versionen fra 01.04.2026 er ikke efterprøvet",
        ),
        ("verified: true}", "verified: ja}", "feltet 'verified' har en forkert værdi"),
        ("unit: dage", "unit: dage\nnot_set: Ukendt.", "enten 'versions' eller et 'not_set'"),
    ],
)
def test_anything_else_is_refused(instead_of, stands, says):
    with pytest.raises(InvalidRule) as refused:
        read(GOOD.replace(instead_of, stands))
    assert str(refused.value).startswith("dagloft: ") and says in str(refused.value)


@pytest.mark.parametrize("text", ["", "[]", "name", "{1: 2}"])
def test_a_file_is_a_mapping_of_fields(text):
    with pytest.raises(InvalidRule):
        read(text)


def test_a_rule_without_a_value_says_why():
    without = GOOD.partition("versions")[0]
    assert read(f"{without}not_set: Ikke opgjort.").not_set == "Ikke opgjort."
    with pytest.raises(InvalidRule, match="not_set"):
        read(without)


@pytest.mark.parametrize(
    "raw, value", [(3, 3), ("2,14", Fraction("2.14")), ("860.000", 860_000), ("-1,5", Fraction("-1.5"))]
)
def test_numbers_are_exact(raw, value):
    assert read_number(raw) == value


@given(st.integers(-(10**9), 10**9), st.integers(0, 4))
def test_a_number_shown_reads_as_itself(digits, decimals):
    value = Fraction(digits, 10**decimals)
    shown = show_number(value)
    assert read_number(shown) == value


@pytest.mark.parametrize("raw", [2.14, None, "", "to", [1], "2014-01"])
def test_anything_else_is_no_number(raw):
    with pytest.raises(WrongValue):
        read_number(raw)


def test_kroner_are_whole_ore():
    assert read_ore("860.000") == 86_000_000
    with pytest.raises(WrongValue):
        read_ore("0,005")


NAME = {"section": "107", "name": "Botilbud", "housing": True, "source": "dst.dk"}
REFUND = {"section": "107", "pct": 50, "months": 6, "within_months": 12}
RISE = {"kind": "løn", "year": 2016, "pct": "2,14"}


@pytest.mark.parametrize(
    "kind, raw, shown",
    [
        (NUMBER, "2,50", "2,5"),
        (WHOLE, 14, "14"),
        (SECTIONS, ["107", "ABL 105"], "§ 107, ABL § 105"),
        (SECTION_NAMES, [NAME], "§ 107 Botilbud (bolig)"),
        (SECTION_NAMES, [NAME | {"housing": False, "source": None}], "§ 107 Botilbud (ikke efterprøvet)"),
        (SECTION_NAMES, [NAME | {"housing": False}], "§ 107 Botilbud"),
        (BY_SECTION, [{"section": "95", "number": 14}], "§ 95: 14"),
        (BANDS, [{"above": "860.000", "pct": 25}], "25 pct. over 860.000"),
        (
            REFUNDS_AFTER_STAY,
            [REFUND],
            "§ 107: 50 pct. i op til 6 måneder inden for 12 måneder efter første udskrivning",
        ),
        (PUBLICATION, {"publication": "KL, marts 2015", "rises": [RISE]}, "KL, marts 2015: løn 2016: 2,14"),
    ],
)
def test_a_value_is_read_and_shown(kind, raw, shown):
    assert kind.show(kind.read(raw)) == shown


@pytest.mark.parametrize(
    "kind, raw, says",
    [
        (SECTIONS, "107", "er ikke en liste"),
        (SECTIONS, [], "er ikke en liste"),
        (SECTIONS, [107], "er ikke en tekst"),
        (SECTIONS, ["107", "107"], "§ 107 står to gange"),
        (SECTION_NAMES, [NAME | {"housing": "ja"}], "er ikke true eller false"),
        (SECTION_NAMES, [NAME | {"since": "2023"}], "er ikke en dato"),
        (SECTION_NAMES, [NAME | {"farve": "blå"}], "ingen ukendte"),
        (SECTION_NAMES, ["107"], "skal have felterne"),
        (BY_SECTION, [{"section": "95"}], "skal have felterne number, section"),
        (BY_SECTION, [{"section": "95", "number": 14}, {"section": "95", "number": 7}], "§ 95 står to gange"),
        (BANDS, [{"above": "2", "pct": 50}, {"above": "1", "pct": 25}], "grænserne skal stige"),
        (BANDS, [{"above": "1", "pct": 2.5}], "er ikke et tal"),
        (PUBLICATION, {"publication": "KL", "rises": [RISE | {"kind": "art 4"}]}, "løn, øvrigt, samlet"),
        (PUBLICATION, {"publication": "KL", "rises": [RISE, RISE]}, "løn 2016 står to gange"),
    ],
)
def test_a_value_of_another_kind_is_refused(kind, raw, says):
    with pytest.raises(WrongValue) as refused:
        kind.read(raw)
    assert says in str(refused.value)
