"""`effektspor bench` as it is called: what it tells of each engine, and that they agree."""

import json
from typing import Any

import pytest

from effektspor.cli.bench import horizon
from effektspor.cli.bench_reference import rows_of
from effektspor.core.grants import cells as reference
from effektspor.engine import numpy_engine
from effektspor.engine.random_columns import random_columns
from effektspor.main import main

Output = pytest.CaptureFixture[str]


def test_engines_are_measured_and_agree(capsys: Output) -> None:
    assert main(["bench", "--lines", "40", "--months", "3", "--engine", "reference", "numpy,duckdb", "--json"]) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert (answer["lines"], answer["months"]) == (40, 3)
    assert [run["engine"] for run in answer["runs"]] == ["reference", "numpy", "duckdb"]
    assert len({run["digest"] for run in answer["runs"]}) == 1
    told = {"engine", "median_s", "persons_median_s", "load_s", "peak_mb", "ratio_to_sum", "digest"}
    assert all(set(run) == told for run in answer["runs"])


def test_the_text_is_a_line_per_engine(capsys: Output) -> None:
    assert main(["bench", "--lines", "40", "--months", "3", "--engine", "numpy"]) == 0
    head, line = capsys.readouterr().out.splitlines()
    assert head.startswith("40 linjer, 3 måneder")
    assert line.startswith("numpy: omkostning 0,")


@pytest.mark.parametrize(
    "arguments, told",
    [
        (["--engine", "abakus"], "Beregningsmotoren 'abakus' findes ikke"),
        (["--lines", "0"], "--lines skal være mindst 1"),
        (["--months", "0"], "--months skal være mellem 1 og"),
        (["--engine", "postgres"], "EFFEKTSPOR_ENGINE_URL er ikke sat"),
    ],
)
def test_what_cannot_be_measured_gives_status_2(
    arguments: list[str], told: str, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EFFEKTSPOR_ENGINE_URL", raising=False)
    assert main(["bench", *arguments]) == 2
    assert told in capsys.readouterr().err


def test_the_same_seed_gives_the_same_lines() -> None:
    one, other = (random_columns(50, horizon(12), seed=3) for _ in range(2))
    assert all((one.arrays[name] == other.arrays[name]).all() for name in one.arrays)


def test_random_lines_are_lines_of_the_reference() -> None:
    columns = random_columns(60, horizon(7), seed=5)
    expected = reference.cost_rows(rows_of(columns), horizon(7), ("section", "target_group"))
    assert numpy_engine.rows_of_columns(columns, horizon(7)) == expected
