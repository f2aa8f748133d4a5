"""A simulated municipality knows its truth: what is computed from its files is that truth, to the øre."""

import csv
import json

import pytest

from effektspor.app.effect import compute_effects
from effektspor.ingest.changes import read_changes
from effektspor.ingest.grants import grants_of, read_grants
from effektspor.main import main

# What the file says wrong cannot be computed right: the change's own findings say so instead.
UNKNOWABLE = {"wrong_effective_date": "EFF-004", "replacement_missing": "EFF-007"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("kommune")
    assert main(["simulate", "--citizens", "573", "--seed", "1", "--months", "48", "--out", str(made)]) == 0
    return made


@pytest.fixture(scope="module")
def truth(folder):
    return json.loads((folder / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def register(folder):
    grants = read_grants("grants.csv", (folder / "grants.csv").read_bytes())
    changes = read_changes("changes.csv", (folder / "changes.csv").read_bytes())
    assert not grants.has_errors and changes.findings == []
    return grants_of(grants.rows), changes.changes


def faults(truth):
    return {each["change_id"]: each["kind"] for each in truth["faults"]}


def amounts(found):
    return {"gross_ore": found.gross_ore, "replacement_ore": found.replacement_ore,
            "rebound_ore": found.rebound_ore, "net_ore": found.net_ore}  # fmt: skip


def test_the_municipality_has_changes_and_every_kind_of_fault(truth):
    assert len(truth["changes"]) > 30
    assert {"double_marking", "rebound", "death_as_effect", *UNKNOWABLE} <= set(faults(truth).values())


@pytest.mark.parametrize("year", [2023, 2024, 2025, 2026])
def test_every_change_saves_what_the_truth_says(register, truth, year):
    planted = faults(truth)
    for told in compute_effects(*register, year):
        change_id = told.effect.change.change_id
        true = truth["changes"][change_id]
        if planted.get(change_id) in UNKNOWABLE:
            continue
        nothing = dict.fromkeys(("gross_ore", "replacement_ore", "rebound_ore", "net_ore"), 0)
        assert amounts(told.effect.in_year) == true["in_year"].get(str(year), nothing), change_id
        assert amounts(told.effect.full_year) == true["full_year"], change_id
        if told.effect.change.effective_on.year == year:
            assert told.effect.carry_over_ore == true["carry_over_ore"], change_id


def test_a_planted_fault_that_can_be_seen_is_told(register, truth):
    codes = {
        each.effect.change.change_id: {doubt.code for doubt in each.doubts} for each in compute_effects(*register, 2025)
    }
    seen = UNKNOWABLE | {"double_marking": "EFF-005", "rebound": "EFF-011", "death_as_effect": "EFF-003"}
    missed = {change_id: kind for change_id, kind in faults(truth).items() if seen[kind] not in codes[change_id]}
    assert missed == {}


def test_no_file_holds_anything_like_a_cpr_number(folder):
    from effektspor.core.cpr import has_cpr

    for file in sorted(folder.glob("*.csv")):
        with file.open(encoding="utf-8") as lines:
            assert not any(has_cpr(field) for row in csv.reader(lines, delimiter=";") for field in row), file.name
