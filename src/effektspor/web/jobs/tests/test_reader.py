"""The child process: its answer, its limits, and what it is told when it breaks."""

import sys
from pathlib import Path

import pytest

from effektspor.app.documents import File, read_whole
from effektspor.ingest.errors import UnreadableDocument
from effektspor.web.jobs import reader
from effektspor.web.jobs.reader import ChildReader, ReaderBroke

PAPER = b"Besparelser i 1.000 kr.\t2024\t2025\t2026\nA\t100\t100\t100\nB\t200\t200\t200\nI alt\t300\t350\t300\n"
MEGABYTE = 1024 * 1024
READER = ChildReader(60, 2048 * MEGABYTE)
Steps = list[tuple[int, str]]


def _told(steps: Steps | None = None):  # type: ignore[no-untyped-def]
    return lambda progress_pct, step: (steps if steps is not None else []).append((progress_pct, step))


def _instead(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, program: str) -> None:
    """Let another program stand in for the child: one that does what a file could make a reader do."""
    path = tmp_path / "barn.py"
    path.write_text(program, encoding="utf-8")
    monkeypatch.setattr(reader, "_CHILD", (sys.executable, str(path)))


def test_the_child_reads_as_we_do() -> None:
    steps: Steps = []
    reading = READER(File("rettet.txt", PAPER), "papir.txt", _told(steps))
    assert reading == read_whole(File("rettet.txt", PAPER), "papir.txt")
    assert list(dict.fromkeys(step for _, step in steps)) == [
        "Læser papiret",
        "Kontrollerer tallene",
        "Læser forslag og planer",
    ]


def test_what_cannot_be_read_comes_back_as_its_sentence() -> None:
    with pytest.raises(UnreadableDocument, match=r"^tom\.txt: Filen er tom"):
        READER(File("tom.txt", b""), "papir.txt", _told())


def test_a_reading_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _instead(monkeypatch, tmp_path, "import time\ntime.sleep(60)")
    steps: Steps = []
    with pytest.raises(UnreadableDocument, match="tog mere end 2 sekunder"):
        ChildReader(2, MEGABYTE)(File("papir.txt", PAPER), "papir.txt", _told(steps))
    assert steps, "a sign of life is given while nothing is said"


def test_one_that_never_reads_its_input_is_stopped_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _instead(monkeypatch, tmp_path, "while True: pass")
    with pytest.raises(UnreadableDocument, match="tog mere end 1 sekunder"):
        ChildReader(1, MEGABYTE)(File("papir.txt", b"x" * 5 * MEGABYTE), "papir.txt", _told())


def test_a_reading_that_takes_too_much_memory_is_told() -> None:
    reader_of_little = ChildReader(60, 600 * MEGABYTE)
    with pytest.raises(UnreadableDocument, match="fylder mere, når det læses"):
        reader_of_little(File("stort.txt", b"1\t2\t3\n" * 3 * MEGABYTE), "stort.txt", _told())


def test_a_file_that_brings_the_reader_down_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _instead(monkeypatch, tmp_path, "import os\nos.abort()")
    with pytest.raises(UnreadableDocument, match="fik læsningen til at gå ned"):
        READER(File("papir.txt", PAPER), "papir.txt", _told())


def test_a_mistake_of_ours_is_not_blamed_on_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _instead(monkeypatch, tmp_path, "raise ZeroDivisionError('vores fejl')")
    with pytest.raises(ReaderBroke, match="vores fejl"):
        READER(File("papir.txt", PAPER), "papir.txt", _told())


def test_the_child_does_not_get_our_key(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _instead(monkeypatch, tmp_path, "import os, sys\nsys.exit(' '.join(os.environ))")
    with pytest.raises(ReaderBroke) as caught:
        READER(File("papir.txt", PAPER), "papir.txt", _told())
    assert "PATH" in str(caught.value)
    assert "EFFEKTSPOR" not in str(caught.value)
