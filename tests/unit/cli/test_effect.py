"""`effektspor effect` and `explain effect`: the answer of CONTRACT, and how a figure comes about."""

import json

import pytest

from effektspor.main import main

GRANTS = """grant_id;citizen;section;provider;target_group;amount_ore;unit;quantity;starts_on;ends_on;status
A;B1;107;P;x;195000;day;1;2025-01-01;2026-08-31;ended
B;B1;85;Q;x;42000;hour_week;360;2026-09-01;;running
"""
CHANGES = """change_id;measure;citizen;kind;before_grants;after_grants;effective_on;baseline_ends_on
1;Hjemtagelser;B1;own_home;A;B;2026-09-01;
"""
AMOUNTS = {
    "gross_in_year_ore": 23_790_000, "replacement_in_year_ore": 4_392_000, "rebound_ore": 0,
    "net_in_year_ore": 19_398_000, "gross_full_year_ore": 71_175_000, "replacement_full_year_ore": 13_140_000,
    "rebound_full_year_ore": 0, "net_full_year_ore": 58_035_000, "carry_over_ore": 38_637_000,
}  # fmt: skip


@pytest.fixture
def files(tmp_path):
    grants, changes = tmp_path / "grants.csv", tmp_path / "changes.csv"
    grants.write_text(GRANTS, encoding="utf-8")
    changes.write_text(CHANGES, encoding="utf-8")
    return str(grants), str(changes)


def run(capsys, *arguments):
    status = main(list(arguments))
    return status, *capsys.readouterr()


def test_the_effect_of_a_change_as_json(files, capsys):
    status, out, err = run(capsys, "effect", *files, "--year", "2026", "--json")
    assert (status, err) == (0, "")
    change = {"change_id": "1", "measure": "Hjemtagelser", "evidence": "grants", **AMOUNTS}
    assert json.loads(out) == {
        "changes": [change],
        "findings": [],
        "measures": [{"measure": "Hjemtagelser", **AMOUNTS}],
    }
    assert out == json.dumps(json.loads(out), ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def test_the_effect_of_a_change_as_a_table(files, capsys):
    status, out, _ = run(capsys, "effect", *files, "--year", "2026")
    assert status == 0
    assert "193.980,00" in out and "386.370,00" in out and "i bevillinger" in out


def test_measures_are_sums_by_name(files, tmp_path, capsys):
    more = tmp_path / "more.csv"
    more.write_text(
        CHANGES.replace("baseline_ends_on", "baseline_ends_on;accounts;ore_by_year;evidence")
        + "2;Administration;;budget;;;2026-01-01;;5.38.52;2026:150000;Aftale\n"
        + "3;Hjemtagelser;;avoided;;;2026-01-01;;;2026:1000;\n",
        encoding="utf-8",
    )
    _, out, _ = run(capsys, "effect", files[0], str(more), "--year", "2026", "--json")
    measures = {each["measure"]: each["net_in_year_ore"] for each in json.loads(out)["measures"]}
    assert measures == {"Administration": 150_000, "Hjemtagelser": 19_399_000}
    assert [each["evidence"] for each in json.loads(out)["changes"]] == ["accounts", "estimate", "grants"]


def test_what_speaks_against_a_change_is_a_finding_at_its_line(files, tmp_path, capsys):
    late = tmp_path / "late.csv"
    late.write_text(CHANGES.replace("2026-09-01", "2026-10-01"), encoding="utf-8")
    status, out, _ = run(capsys, "effect", files[0], str(late), "--year", "2026", "--json")
    answer = json.loads(out)
    assert status == 1
    assert [(each["code"], each["place"]) for each in answer["findings"]][:1] == [
        ("EFF-004", {"line": 2, "path": str(late)})
    ]
    assert (answer["changes"][0]["net_in_year_ore"], answer["changes"][0]["evidence"]) == (0, "none")


@pytest.mark.parametrize(("flag", "changes"), [((), 0), (("--accept-valid",), 1)])
def test_nothing_of_a_faulty_file_is_used_unless_the_rest_is_accepted(files, tmp_path, capsys, flag, changes):
    faulty = tmp_path / "faulty.csv"
    faulty.write_text(CHANGES + "2;T;B1;hjem;A;;2026-09-01;\n", encoding="utf-8")
    status, out, _ = run(capsys, "effect", files[0], str(faulty), "--year", "2026", "--json", *flag)
    answer = json.loads(out)
    assert (status, len(answer["changes"])) == (1, changes)
    assert [each["code"] for each in answer["findings"]] == ["CHG-005"]


def test_a_grant_with_two_prices_on_a_day_stands_in_the_way(files, tmp_path, capsys):
    twice = tmp_path / "twice.csv"
    twice.write_text(GRANTS + "B;B1;85;Q;x;1;day;1;2026-10-01;;running\n", encoding="utf-8")
    status, out, _ = run(capsys, "effect", str(twice), files[1], "--year", "2026", "--json")
    answer = json.loads(out)
    assert (status, answer["changes"]) == (1, [])
    assert [(each["code"], each["verdict"]) for each in answer["findings"]] == [("GRA-012", "error")]


def test_a_file_that_is_not_there_is_one_danish_line(files, capsys):
    status, out, err = run(capsys, "effect", "findes-ikke.csv", files[1], "--year", "2026")
    assert (status, out) == (2, "")
    assert err == "findes-ikke.csv: Filen findes ikke. Se efter, om stien er skrevet rigtigt.\n"


def test_an_effect_is_explained_by_lines_days_and_months(files, capsys):
    status, out, _ = run(capsys, "explain", "effect", *files, "--year", "2026", "--change", "1")
    assert status == 0
    assert "bevilling A, 1.950,00 kr. pr. døgn × 1, 01.09.2026–31.12.2026 (122 dage): 237.900,00 kr." in out
    assert "2026-09: 58.500,00 kr." in out and "Afledt virkning næste år: 386.370,00 kr." in out


def test_a_change_that_is_not_there_cannot_be_explained(files, capsys):
    status, _, err = run(capsys, "explain", "effect", *files, "--year", "2026", "--change", "9")
    assert status == 2 and "Ændringen 9" in err
