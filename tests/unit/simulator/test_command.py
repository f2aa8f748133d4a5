"""The command `effektspor simulate`."""

import pytest

from effektspor.main import main
from effektspor.simulator.writing import FILES


def _simulate(folder, *more):
    return main(["simulate", "--citizens", "20", "--months", "3", "--out", str(folder), *more])


def test_it_writes_the_files_and_says_what_is_in_them(tmp_path, capsys):
    assert _simulate(tmp_path / "kommune") == 0
    assert sorted(path.name for path in (tmp_path / "kommune").iterdir()) == sorted(FILES)
    said = capsys.readouterr().out
    assert "bevillinger" in said
    assert "3 måneder fra 01.01.2023" in said


def test_an_earlier_simulation_is_written_over(tmp_path):
    assert (_simulate(tmp_path), _simulate(tmp_path, "--seed", "2")) == (0, 0)


@pytest.mark.parametrize("name", ["noter.txt", "grants.csv", "truth.json"])
def test_a_folder_with_anything_else_is_not_touched(tmp_path, capsys, name):
    (tmp_path / name).write_text("mine")
    assert _simulate(tmp_path) == 2
    assert (tmp_path / name).read_text() == "mine"
    error = capsys.readouterr().err
    assert "Mappen er ikke tom" in error
    assert error.count("\n") == 1


def test_a_file_is_no_folder(tmp_path, capsys):
    (tmp_path / "fil").write_text("mine")
    assert _simulate(tmp_path / "fil") == 2
    assert "Det er en fil" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [("--citizens", "0"), ("--months", "0"), ("--seed", "-1"), ("--months", "tre")])
def test_a_wrong_number_is_told_in_one_line(tmp_path, capsys, wrong):
    assert _simulate(tmp_path / "kommune", *wrong) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "kommune").exists()
