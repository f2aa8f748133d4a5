"""`effektspor explain cost`: the tree of one figure, which adds up to it."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effektspor.main import main
from tests.unit.ingest.grants.files import grants_csv

Output = pytest.CaptureFixture[str]
UNITS = {
    "day": "1.950,00 kr. × 31 dage = 60.450,00 kr.",
    "week": "R(195.000 × 31 dage / 7) = 8.635,71 kr.",
    "month": "Hele måneden: 1.950,00 kr. = 1.950,00 kr.",
    "year": "R(195.000 × 3/12) − R(195.000 × 2/12) = 162,50 kr. (måned 3 af 12",
    "hour_week": "R(195.000 × 1 minutter × 31 dage / 420) = 143,93 kr.",
    "hour_month": "R(195.000 × 1 minutter / 60) = 32,50 kr.",
}


def _explain(folder: Path, *lines: dict[str, str], arguments: tuple[str, ...] = ()) -> int:
    file = folder / "bevillinger.csv"
    file.write_text(grants_csv(*lines), encoding="utf-8")
    given = ["--from", "2026-01", "--to", "2026-12", "--month", "2026-03", "--engine", "reference", *arguments]
    return main(["explain", "cost", str(file), *(given if "--group" in given else [*given, "--group", "107"])])


def test_a_cell_is_a_tree_of_grants_lines_days_and_amounts(tmp_path: Path, capsys: Output) -> None:
    partial = {"line_id": "L2", "kind": "addon", "unit": "month", "starts_on": "2026-03-17", "ends_on": ""}
    assert _explain(tmp_path, {"line_id": "L1"}, partial) == 0
    assert capsys.readouterr().out.splitlines() == [
        "2026-03, section 107: 61.393,55 kr.",
        "  Bevilling G1: 61.393,55 kr.",
        "    Linje 2 (L1), base, 1.950,00 kr. pr. dag, 01.01.2026–31.08.2026: 60.450,00 kr.",
        "      Dage i måneden: 01.03.2026–31.03.2026, 31 af 31",
        "      Hele måneden: 1.950,00 kr. × 31 dage = 60.450,00 kr.",
        "      Dagenes del: R(6.045.000 × 31/31) − R(6.045.000 × 0/31) = 60.450,00 kr.",
        "    Linje 3 (L2), addon, 1.950,00 kr. pr. måned, fra 17.03.2026: 943,55 kr.",
        "      Dage i måneden: 17.03.2026–31.03.2026, 15 af 31",
        "      Hele måneden: 1.950,00 kr. = 1.950,00 kr.",
        "      Dagenes del: R(195.000 × 31/31) − R(195.000 × 16/31) = 943,55 kr.",
        "  Persondage: 31, borgere: 1",
        "    Borger B1: 31 dage med en grundlinje",
        "R(x) er x afrundet til hele øre, halve væk fra nul. Beløb i R er øre.",
    ]


@pytest.mark.parametrize(("unit", "words"), UNITS.items(), ids=UNITS)
def test_each_unit_has_its_formula(unit: str, words: str, tmp_path: Path, capsys: Output) -> None:
    assert _explain(tmp_path, {"unit": unit}) == 0
    assert words in capsys.readouterr().out


def test_what_is_attended_or_paid_once_has_no_whole_month(tmp_path: Path, capsys: Output) -> None:
    attended = {"unit": "attendance", "quantity": "3", "starts_on": "2026-03-01", "ends_on": "2026-03-31"}
    once = {"unit": "once", "starts_on": "2026-03-05", "ends_on": ""}
    assert _explain(tmp_path, attended, once) == 0
    out = capsys.readouterr().out
    assert "Alle dage med fremmøde: 1.950,00 kr. × 3 = 5.850,00 kr." in out
    assert "Betales én gang på dagen: 1.950,00 kr. = 1.950,00 kr." in out
    assert "Hele måneden" not in out


def test_a_cell_of_several_columns(tmp_path: Path, capsys: Output) -> None:
    lines = ({}, {"grant_id": "G2", "target_group": '"unge, 18-25"'})
    by = ("--by", "section,target_group")
    assert _explain(tmp_path, *lines, arguments=(*by, "--group", "107,handicap")) == 0
    assert "section 107, target_group handicap: 60.450,00" in capsys.readouterr().out
    assert _explain(tmp_path, *lines, arguments=(*by, "--group", "107", "--group", "unge, 18-25")) == 0
    assert "Bevilling G2" in capsys.readouterr().out


def test_only_grants_of_the_chosen_statuses(tmp_path: Path, capsys: Output) -> None:
    assert _explain(tmp_path, {}, {"grant_id": "G2", "status": "ended"}, arguments=("--status", "ended")) == 0
    out = capsys.readouterr().out
    assert "G2" in out and "G1" not in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--group", "85"), "ingen bevillinger i 2026-03 med section 85"),
        (("--month", "2027-01"), "--month 2027-01 ligger ikke mellem"),
        (("--month", "marts"), "--month 'marts'"),
        (("--by", "section,area"), "--group har 1 værdier, men --by har 2 kolonner"),
    ],
)
def test_a_cell_that_is_not_there_is_one_danish_line(
    arguments: tuple[str, ...], words: str, tmp_path: Path, capsys: Output
) -> None:
    assert _explain(tmp_path, {}, arguments=arguments) == 2
    output = capsys.readouterr()
    assert output.out == "" and output.err.count("\n") == 1 and words in output.err


def test_with_a_bad_line_nothing_is_explained_unless_the_rest_is_accepted(tmp_path: Path, capsys: Output) -> None:
    assert _explain(tmp_path, {}, {"unit": "døgn"}) == 1
    out = capsys.readouterr().out
    assert "GRA-007" in out and "Intet er regnet" in out
    assert _explain(tmp_path, {}, {"unit": "døgn"}, arguments=("--accept-valid",)) == 1
    assert "60.450,00" in capsys.readouterr().out


LINES = st.fixed_dictionaries({
    "unit": st.sampled_from(list(UNITS)), "amount_ore": st.integers(-(10**7), 10**7).map(str),
    "quantity": st.integers(0, 2000).map(str), "starts_on": st.dates().map(str), "kind": st.just("addon"),
    "ends_on": st.just(""), "grant_id": st.sampled_from(["G1", "G2", "G3"]),
})  # fmt: skip


@given(st.lists(LINES, min_size=1, max_size=5))
@settings(max_examples=30)
def test_lines_add_up_to_grants_and_grants_to_the_cell(lines: list[dict[str, str]]) -> None:
    printed = _printed([line | {"starts_on": f"2026-03-{line['starts_on'][8:]}"} for line in lines])
    cell, grants, own = (_sum(printed, indent) for indent in (r"2026", r"  Bevilling", r"    Linje"))
    assert cell == grants == own


def _printed(lines: list[dict[str, str]]) -> str:
    with pytest.MonkeyPatch.context() as patch:
        shown: list[str] = []
        patch.setattr("sys.stdout.write", shown.append)
        patch.setattr("effektspor.cli.grants_arguments.read_bytes", lambda _: grants_csv(*lines).encode())
        main(["explain", "cost", "a.csv", "--from", "2026-03", "--to", "2026-03", "--month", "2026-03", "--group",
              "107", "--engine", "reference"])  # fmt: skip
    return "".join(shown)


def _sum(printed: str, indent: str) -> int:
    amounts = re.findall(rf"^{indent}.*: (−?[\d.]+),(\d\d) kr\.$", printed, re.MULTILINE)
    assert amounts
    return sum(int(f"{whole}{ore}".replace("−", "-").replace(".", "")) for whole, ore in amounts)
