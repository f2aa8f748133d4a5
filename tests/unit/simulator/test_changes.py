"""The changes of the standard municipality: their kinds, their planted faults, and the truth about them."""

import pytest

NOTHING = {"gross_ore": 0, "replacement_ore": 0, "rebound_ore": 0, "net_ore": 0}


def _of_fault(standard, kind):
    ids = [fault["change_id"] for fault in standard.truth["faults"] if fault["kind"] == kind]
    rows = {row["change_id"]: row for row in standard.changes}
    return [(rows[change_id], standard.truth["changes"][change_id]) for change_id in ids]


def test_every_kind_of_measure_occurs(standard):
    assert {row["kind"] for row in standard.changes} == {
        "homecoming", "own_home", "step_down", "rate", "reduction", "ended", "avoided", "budget"}  # fmt: skip
    assert {row["change_id"] for row in standard.changes} == set(standard.truth["changes"])


@pytest.mark.parametrize(
    "kind", ["double_marking", "rebound", "wrong_effective_date", "death_as_effect", "replacement_missing"]
)
def test_every_kind_of_fault_is_planted(standard, kind):
    assert _of_fault(standard, kind)


def test_what_is_marked_twice_or_by_a_death_has_no_effect(standard):
    for kind in ("double_marking", "death_as_effect"):
        for _, truth in _of_fault(standard, kind):
            assert truth["full_year"] == NOTHING
            assert all(year == NOTHING for year in truth["in_year"].values())


def test_a_wrong_date_is_not_the_true_one_and_gives_nothing(standard):
    for row, truth in _of_fault(standard, "wrong_effective_date"):
        assert row["effective_on"] != truth["effective_on"]
        assert truth["as_marked"]["full_year"] == NOTHING
        assert truth["full_year"] != NOTHING


def test_a_missing_replacement_has_a_true_cost(standard):
    for row, truth in _of_fault(standard, "replacement_missing"):
        assert row["after_grants"] == ""
        assert truth["full_year"]["replacement_ore"] > 0
        assert truth["as_marked"]["full_year"]["replacement_ore"] == 0


def test_a_return_takes_off_its_effect(standard):
    for _, truth in _of_fault(standard, "rebound"):
        assert any(year["rebound_ore"] for year in truth["in_year"].values())


def test_net_is_gross_less_replacement_and_rebound(standard):
    for truth in standard.truth["changes"].values():
        for amounts in (*truth["in_year"].values(), truth["full_year"]):
            lost = amounts["replacement_ore"] + amounts["rebound_ore"]
            assert amounts["net_ore"] == amounts["gross_ore"] - lost


def test_a_price_has_no_replacement(standard):
    truths = [truth for truth in standard.truth["changes"].values() if truth["kind"] in ("rate", "reduction")]
    assert all(truth["full_year"]["replacement_ore"] == 0 for truth in truths)


def test_some_home_is_negotiated_and_then_left(standard):
    named = {}
    for row in standard.changes:
        for grant_id in row["before_grants"].split():
            named.setdefault(grant_id, set()).add(row["kind"])
    assert any({"rate"} < kinds and kinds & {"homecoming", "own_home"} for kinds in named.values())
