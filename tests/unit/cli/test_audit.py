"""The command as it is called: its answer, its exit status, and what it says when something cannot be done."""

import json
from pathlib import Path
from typing import Any

import pytest

from effektspor.main import main
from tests.bad_files import BAD_FILES, BAD_IDS

DEMO = Path(__file__).parents[3] / "demo" / "documents"
CLEAN = "1.000 kr.\t2024\t2025\nBostøtte\t100\t100\nBotilbud\t200\t200\nI alt\t300\t300\n"
WRONG = CLEAN.replace("300\t300", "300\t350")
THREE_YEARS = "1.000 kr.\t2024\t2025\t2026\nBostøtte\t100\t100\t100\nBotilbud\t200\t200\t200\nI alt\t300\t300\t350\n"
Output = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rent.txt").write_text(CLEAN, encoding="utf-8")
    return tmp_path


def _json(capsys: Output) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_a_clean_paper_gives_status_0(folder: Path, capsys: Output) -> None:
    assert main(["audit", str(folder / "rent.txt")]) == 0
    assert "1 tabel, 0 fund" in capsys.readouterr().out


def test_an_error_gives_status_1_and_says_place_code_and_what_to_do(folder: Path, capsys: Output) -> None:
    paper = folder / "forkert.txt"
    paper.write_text(THREE_YEARS, encoding="utf-8")
    assert main(["audit", str(paper)]) == 1
    out = capsys.readouterr().out
    assert "forkert.txt › linje 4: TAB-003 Fejl: »I alt« er 350 i 2026, men rækkerne giver 300." in out


def test_a_question_alone_is_no_error(folder: Path, capsys: Output) -> None:
    (folder / "rent.txt").write_text(WRONG, encoding="utf-8")
    assert main(["audit", str(folder)]) == 0
    assert "Afklares" in capsys.readouterr().out


def test_the_json_is_canonical(folder: Path, capsys: Output) -> None:
    main(["audit", str(folder), "--json"])
    out = capsys.readouterr().out
    assert out == json.dumps(json.loads(out), ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def test_a_table_says_what_it_holds(capsys: Output) -> None:
    main(["audit", str(DEMO / "004_budgetforslag_2023.txt"), "--json"])
    table = _json(capsys)["documents"][0]["tables"][0]
    assert (table["id"], table["unit"], table["price_level"]) == ("t1", "1.000 kr.", "2023")
    assert table["columns"] == ["2023", "2024", "2025", "2026"]
    net = next(row for row in table["rows"] if row["kind"] == "net")
    assert (net["line"], net["values"]) == (16, ["-7050", "-7125", "-7125", "-7125"])
    relation = table["relations"][0]
    assert (relation["kind"], relation["result"], relation["holds"]) == ("sum", [5, 0], True)


def test_a_finding_has_its_stated_and_computed_figures(capsys: Output) -> None:
    main(["audit", str(DEMO / "004_budgetforslag_2023.txt"), "--json"])
    finding = _json(capsys)["documents"][0]["findings"][0]
    assert (finding["code"], finding["verdict"], finding["table"]) == ("TAB-003", "ask", "t1")
    assert (finding["stated"], finding["computed"]) == ("-7125", "-8825")
    assert finding["columns"] == ["2024", "2025", "2026"]
    assert finding["place"] == {"line": 16}


def test_a_folder_gives_its_papers_by_name_and_not_those_below(folder: Path, capsys: Output) -> None:
    (folder / "b.md").write_text(CLEAN, encoding="utf-8")
    (folder / "billede.png").write_bytes(b"\x89PNG")
    (folder / "under").mkdir()
    (folder / "under" / "c.txt").write_text(CLEAN, encoding="utf-8")
    main(["audit", str(folder), "--json"])
    assert [Path(each["path"]).name for each in _json(capsys)["documents"]] == ["b.md", "rent.txt"]


def test_a_paper_without_tables_gives_status_0_and_a_note(folder: Path, capsys: Output) -> None:
    (folder / "rent.txt").write_text("Et brev uden tal.\n", encoding="utf-8")
    assert main(["audit", str(folder)]) == 0
    assert "DOK-001 Til orientering" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("tom.txt", b"", ["tom"]),
        ("billede.txt", b"\x89PNG\r\n\x1a\n\x00\x00", ["linje", "tekst"]),
        ("stor.txt", b"x" * (50 * 1024 * 1024), ["50 MB", "20 MB"]),
        ("papir.xyz", b"x", [".txt"]),
    ],
    ids=["empty", "binary", "50 MB", "unknown kind"],
)
def test_a_bad_file_is_said_in_one_line_after_the_others(
    name: str, data: bytes, words: list[str], folder: Path, capsys: Output
) -> None:
    (folder / name).write_bytes(data)
    assert main(["audit", str(folder / name), str(folder / "rent.txt")]) == 2
    output = capsys.readouterr()
    assert "rent.txt: 1 tabel" in output.out
    assert output.err.count("\n") == 1
    assert all(word in output.err for word in [name, *words])


@pytest.mark.parametrize(("name", "data", "sentence"), BAD_FILES, ids=BAD_IDS)
def test_each_file_that_cannot_be_read_gets_its_own_sentence(
    name: str, data: bytes, sentence: str, tmp_path: Path, capsys: Output
) -> None:
    (tmp_path / name).write_bytes(data)
    assert main(["audit", str(tmp_path / name)]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert f"{name}: " in error
    assert sentence in error


def test_cp1252_is_read(folder: Path, capsys: Output) -> None:
    (folder / "rent.txt").write_bytes(CLEAN.encode("cp1252"))
    main(["audit", str(folder), "--json"])
    assert _json(capsys)["documents"][0]["tables"][0]["rows"][0]["label"] == "Bostøtte"


def test_a_file_that_is_not_there_is_named(capsys: Output) -> None:
    assert main(["audit", "findes-ikke.txt"]) == 2
    assert capsys.readouterr().err.startswith("findes-ikke.txt: Filen findes ikke.")


@pytest.mark.parametrize("words", [["ukendt"], [], ["audit"], ["audit", "--ukendt", "a.txt"]])
def test_a_command_that_is_not_understood_says_where_help_is(words: list[str], capsys: Output) -> None:
    assert main(words) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "--help" in error


def test_no_cpr_number_is_taken_or_echoed(capsys: Output) -> None:
    assert main(["audit", "010190-1234.txt"]) == 2
    error = capsys.readouterr().err
    assert "CPR-nummer" in error
    assert "1234" not in error


def test_help_is_danish(capsys: Output) -> None:
    with pytest.raises(SystemExit) as done:
        main(["audit", "--help"])
    assert done.value.code == 0
    assert "brug: effektspor audit" in capsys.readouterr().out
