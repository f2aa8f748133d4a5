import shutil
from pathlib import Path

import pytest

from effektspor.main import main
from effektspor.web.documents.models import ReadingRow
from effektspor.web.log.models import RecordingRow

pytestmark = pytest.mark.django_db
Output = pytest.CaptureFixture[str]


def test_the_demo_loads_its_own_papers_and_says_so(capsys: Output, only_recorded_writes: None) -> None:
    assert main(["demo"]) == 0
    out = capsys.readouterr().out
    assert "5 papirer er læst ind" in out
    assert "002_omprioriteringskatalog_2018.txt: 69 tabeller; 2 Fejl" in out
    assert "2 kataloger og 22 forslag fra papirerne, 22 af forslagene er nye." in out


def test_again_it_changes_nothing(capsys: Output) -> None:
    main(["demo"])
    recordings = RecordingRow.objects.count()
    assert main(["demo"]) == 0
    out = capsys.readouterr().out
    assert "0 papirer er læst ind, 5 var kendt i forvejen" in out
    assert "2 kataloger og 22 forslag fra papirerne, 0 af forslagene er nye." in out
    assert RecordingRow.objects.count() == recordings


def test_a_file_that_cannot_be_read_gives_status_2_and_the_rest_is_kept(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "a.txt").write_text("1.000 kr.\t2024\nBostøtte\t1\n", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01")
    assert main(["demo", "--documents", str(tmp_path)]) == 2
    output = capsys.readouterr()
    assert "1 papir er læst ind" in output.out
    assert output.err.startswith("b.txt: Filen er ikke ren tekst")


def test_the_papers_are_kept_as_uploaded_ones_are_also_those_loaded_before(reads_here: Path) -> None:
    for _ in range(2):
        assert main(["demo"]) == 0
        kept = {path.name for path in reads_here.rglob("*") if path.is_file()}
        assert kept == set(ReadingRow.objects.values_list("sha256", flat=True))
        assert len(kept) == 5
        shutil.rmtree(reads_here)


@pytest.mark.parametrize("made", [True, False], ids=["empty folder", "no folder"])
def test_a_folder_without_papers_is_said(made: bool, tmp_path: Path, capsys: Output) -> None:
    folder = tmp_path if made else tmp_path / "findes-ikke"
    assert main(["demo", "--documents", str(folder)]) == 2
    assert "Mappen" in capsys.readouterr().err


def test_links_are_printed_for_every_role(capsys: Output) -> None:
    main(["demo"])
    capsys.readouterr()
    assert main(["demo", "--links"]) == 0
    assert capsys.readouterr().out.count("/log-ind/engang/") == 7
