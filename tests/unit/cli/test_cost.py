"""`effektspor cost`: the table, the JSON to the byte, bad lines, and what it says of arguments it cannot use."""

import json
from pathlib import Path
from typing import Any

import pytest

from effektspor.main import main
from tests.unit.ingest.grants.files import grants_csv

Output = pytest.CaptureFixture[str]
YEAR = ("--from", "2026-01", "--to", "2026-12")
JANUARY = ("--from", "2026-01", "--to", "2026-01", "--json")
HOURS = {"grant_id": "G2", "section": "85", "amount_ore": "42000", "unit": "hour_week", "quantity": "360",
         "starts_on": "2026-01-15", "ends_on": "", "status": "granted"}  # fmt: skip
BAD = {"grant_id": "G3", "unit": "døgn"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return _written(tmp_path, {}, HOURS)


def _written(folder: Path, *lines: dict[str, str]) -> Path:
    path = folder / "bevillinger.csv"
    path.write_text(grants_csv(*lines), encoding="utf-8")
    return path


def _cost(file: Path, *arguments: str) -> int:
    return main(["cost", str(file), "--engine", "reference", *arguments])


def _json(capsys: Output) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_the_table_has_kroner_and_a_total(file: Path, capsys: Output) -> None:
    assert _cost(file, "--from", "2026-01", "--to", "2026-02") == 0
    assert capsys.readouterr().out.splitlines() == [
        "måned    section      kroner  persondage  borgere  bevillinger",
        "2026-01  107       60.450,00          31        1            1",
        "2026-01  85         6.120,00          17        1            1",
        "2026-02  107       54.600,00          28        1            1",
        "2026-02  85        10.080,00          28        1            1",
        "I alt             131.250,00",
    ]


def test_the_json_is_canonical_to_the_byte(file: Path, capsys: Output) -> None:
    assert _cost(file, *JANUARY) == 0
    assert capsys.readouterr().out == (
        '{"findings":[],"rows":['
        '{"citizens":1,"cost_ore":6045000,"grants":1,"month":"2026-01","person_days":31,"section":"107"},'
        '{"citizens":1,"cost_ore":612000,"grants":1,"month":"2026-01","person_days":17,"section":"85"}'
        '],"total_ore":6657000}\n'
    )


def test_groups_are_of_any_columns_and_an_empty_group_is_an_empty_text(file: Path, capsys: Output) -> None:
    assert _cost(file, *JANUARY, "--by", "citizen,area") == 0
    (row,) = _json(capsys)["rows"]
    assert (row["citizen"], row["area"], row["person_days"], row["grants"]) == ("B1", "", 31, 2)


def test_statuses_choose_grants(file: Path, capsys: Output) -> None:
    assert _cost(file, *JANUARY, "--status", "granted, ended") == 0
    assert [row["section"] for row in _json(capsys)["rows"]] == ["85"]


def test_a_file_without_lines_costs_nothing(tmp_path: Path, capsys: Output) -> None:
    assert _cost(_written(tmp_path), *JANUARY) == 0
    assert capsys.readouterr().out == '{"findings":[],"rows":[],"total_ore":0}\n'


def test_with_a_bad_line_nothing_is_used(tmp_path: Path, capsys: Output) -> None:
    assert _cost(_written(tmp_path, {}, BAD), *JANUARY) == 1
    answer = _json(capsys)
    assert (answer["rows"], answer["total_ore"]) == ([], None)
    (finding,) = answer["findings"]
    assert (finding["code"], finding["verdict"], finding["place"]) == ("GRA-007", "error", {"line": 3})
    assert (finding["columns"], finding["table"], finding["stated"]) == (["unit"], None, None)


def test_accept_valid_takes_the_rest_and_the_error_stands(tmp_path: Path, capsys: Output) -> None:
    assert _cost(_written(tmp_path, {}, BAD), *JANUARY, "--accept-valid") == 1
    answer = _json(capsys)
    assert (answer["total_ore"], len(answer["findings"])) == (6045000, 1)


def test_a_bad_line_is_told_with_its_place_and_remedy(tmp_path: Path, capsys: Output) -> None:
    assert _cost(_written(tmp_path, {}, BAD), *YEAR) == 1
    out = capsys.readouterr().out
    assert "bevillinger.csv › linje 3: GRA-007 Fejl: unit kan ikke være »døgn«." in out
    assert "Brug et af ordene day, week" in out and "--accept-valid" in out and "kroner" not in out


def test_a_note_alone_is_no_error(tmp_path: Path, capsys: Output) -> None:
    assert _cost(_written(tmp_path, {"kind": "refund"}), *JANUARY) == 0
    answer = _json(capsys)
    assert (answer["findings"][0]["code"], answer["total_ore"]) == ("GRA-014", 6045000)


def test_the_same_fault_on_every_line_is_counted_in_the_text_and_whole_in_the_json(
    tmp_path: Path, capsys: Output
) -> None:
    file = _written(tmp_path, *(BAD | {"grant_id": f"G{number}"} for number in range(50)))
    assert _cost(file, *YEAR) == 1
    out = capsys.readouterr().out
    assert out.count("GRA-007 Fejl") == 20 and "GRA-007 findes 30 gange til" in out
    _cost(file, *JANUARY)
    assert len(_json(capsys)["findings"]) == 50


BAD_ARGUMENTS = [
    (("--from", "2026-13", "--to", "2026-12"), ["--from '2026-13'", "2026-01"]),
    (("--from", "januar", "--to", "2026-12"), ["--from 'januar'"]),
    (("--from", "2026-03", "--to", "2026-02"), ["2026-03 ligger efter --to 2026-02"]),
    ((*YEAR, "--by", "section,hest"), ["'hest' er ikke en kolonne", "target_group"]),
    ((*YEAR, "--by", ","), ["er ikke en kolonne"]),
    ((*YEAR, "--by", "month"), ["--by kan ikke være month"]),
    ((*YEAR, "--status", "løbende"), ["--status kan ikke være 'løbende'", "running"]),
    ((*YEAR, "--engine", "excel"), ["'excel' findes ikke", "numpy"]),
    (("--from", "2026-01"), ["--help"]),
]


@pytest.mark.parametrize(("arguments", "words"), BAD_ARGUMENTS)
def test_a_bad_argument_is_one_danish_line(
    arguments: tuple[str, ...], words: list[str], tmp_path: Path, capsys: Output
) -> None:
    head, line = grants_csv({}).splitlines()
    (tmp_path / "bevillinger.csv").write_text(f"{head};month\n{line};x\n", encoding="utf-8")
    assert _cost(tmp_path / "bevillinger.csv", *arguments) == 2
    output = capsys.readouterr()
    assert output.out == "" and output.err.count("\n") == 1
    assert all(word in output.err for word in words)


@pytest.mark.parametrize(
    ("data", "words"),
    [(None, "findes ikke"), (b"", "er tom"), (b"\x00\x01", "ikke ren tekst"), (b"unit\n", "mangler kolonnerne")],
)
def test_a_file_that_cannot_be_read_is_one_danish_line(
    data: bytes | None, words: str, tmp_path: Path, capsys: Output
) -> None:
    if data is not None:
        (tmp_path / "bevillinger.csv").write_bytes(data)
    assert _cost(tmp_path / "bevillinger.csv", *YEAR, "--json") == 2
    output = capsys.readouterr()
    assert output.out == "" and output.err.count("\n") == 1
    assert "bevillinger.csv: " in output.err and words in output.err


def test_progress_is_told_on_a_terminal_alone(tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    file = _written(tmp_path, *({"grant_id": f"G{number}"} for number in range(10_001)))
    _cost(file, *JANUARY)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    _cost(file, *JANUARY)
    assert "Læser: 10.000 linjer" in capsys.readouterr().err


def test_the_engine_of_the_product_gives_the_same_bytes(file: Path, capsys: Output) -> None:
    _cost(file, *YEAR, "--json")
    by_reference = capsys.readouterr().out
    assert main(["cost", str(file), *YEAR, "--json"]) == 0
    assert capsys.readouterr().out == by_reference
