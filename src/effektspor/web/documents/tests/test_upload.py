from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from tests.bad_files import BAD_FILES, BAD_IDS

from effektspor.ingest.reading import MAX_BYTES
from effektspor.web.accounts.models import Role
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.jobs.models import JobRow
from effektspor.web.log.models import RecordingRow

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reads_here", "only_recorded_writes")]
PAPER = (
    "Støtte\n\nBesparelser i 1.000 kr.\t2024\t2025\t2026\nA\t100\t100\t100\nB\t200\t200\t200\nI alt\t300\t350\t300\n"
)
RIGHT = PAPER.replace("350", "300")
# Day and month of a birth, then the rest: the shape of a CPR number, of nobody.
CPR = "010190-1234"
# One letter written as two: a, and a ring over it.
LOOSE = "pa\u030ahit.txt"


def _file(name: str = "papir.txt", text: str | bytes = PAPER) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)


def _upload(client: Client, *files: SimpleUploadedFile) -> HttpResponse:
    return client.post("/dokumenter/laeg-op", {"papers": list(files)})  # type: ignore[return-value]


def _names() -> list[str]:
    return [summary.name for summary in DjangoDocumentStore().summaries()]


def _text(answer: Any) -> str:
    text: str = answer.content.decode()
    return text


def test_a_paper_is_laid_up_and_read(controller: Client) -> None:
    answer = _upload(controller, _file())
    assert (answer.status_code, answer["Location"]) == (302, "/dokumenter/")
    page = _text(controller.get("/dokumenter/"))
    assert "papir.txt</a></span> er læst" in page
    assert "Fejl 1" in page


def test_the_reading_is_recorded_as_the_users(controller: Client) -> None:
    _upload(controller, _file())
    recording = RecordingRow.objects.latest("pk")
    assert recording.by is not None
    assert (recording.use_case, recording.by.username) == ("documents.upload", "oekonomikonsulent")


def test_the_bytes_are_kept_by_their_hash(controller: Client, reads_here: Path) -> None:
    _upload(controller, _file("../../etc/passwd.txt"))
    kept = [path for path in reads_here.rglob("*") if path.is_file()]
    assert [path.read_bytes() for path in kept] == [PAPER.encode()]
    assert {len(path.name) for path in kept} == {64}
    assert _names() == ["passwd.txt"]


def test_the_same_name_is_a_new_version(controller: Client) -> None:
    _upload(controller, _file())
    _upload(controller, _file(text=RIGHT))
    (summary,) = DjangoDocumentStore().summaries()
    assert summary.finding_count == 0


def test_a_version_may_be_called_something_else(controller: Client) -> None:
    _upload(controller, _file())
    (summary,) = DjangoDocumentStore().summaries()
    answer = controller.post(f"/dokumenter/{summary.id}/ny-version", {"papers": _file("rettet.txt", RIGHT)})
    assert (answer.status_code, answer["Location"]) == (302, f"/dokumenter/{summary.id}")
    (after,) = DjangoDocumentStore().summaries()
    assert (after.name, after.finding_count) == ("papir.txt", 0)


def test_a_version_of_two_files_is_refused_with_the_panel_open(controller: Client) -> None:
    _upload(controller, _file())
    (summary,) = DjangoDocumentStore().summaries()
    answer = controller.post(f"/dokumenter/{summary.id}/ny-version", {"papers": [_file("a.txt"), _file("b.txt")]})
    assert answer.status_code == 422
    assert "Vælg én fil" in answer.content.decode()
    assert '<details class="es-panel" open>' in answer.content.decode()


def test_files_without_fault_go_on_when_others_have_one(controller: Client) -> None:
    answer = _upload(controller, _file("regneark.exe"), _file(), _file("tom.txt", b""))
    assert answer.status_code == 422
    assert "regneark.exe: Filtypen kan ikke læses. Brug en af disse: .txt" in _text(answer)
    assert "tom.txt er tom" in _text(answer)
    assert _names() == ["papir.txt"]


def test_what_is_wrong_is_said_on_top_with_the_focus_and_at_the_field(controller: Client) -> None:
    page = _text(_upload(controller))
    assert page.count("Vælg mindst én fil.") == 2
    assert 'role="alert" tabindex="-1" autofocus' in page
    assert 'href="#id_papers"' in page
    assert 'aria-invalid="true"' in page


def test_a_file_that_is_too_large_is_refused_unread(controller: Client) -> None:
    answer = _upload(controller, _file("stort.txt", b"x" * (MAX_BYTES + 1)))
    assert answer.status_code == 422
    assert "stort.txt fylder mere end 20 MB" in _text(answer)
    assert JobRow.objects.count() == 0


def test_a_much_too_large_file_is_cut_off_on_its_way_in(controller: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []

    def judge(_: str, size: int) -> str:
        sizes.append(size)
        return "for stor"

    monkeypatch.setattr("effektspor.web.documents.forms._fault_of_size", judge)
    _upload(controller, _file("stort.txt", b"x" * (2 * MAX_BYTES)))
    assert MAX_BYTES < sizes[0] < MAX_BYTES + 1024 * 1024


def test_too_many_files_are_refused(controller: Client) -> None:
    answer = _upload(controller, *[_file(f"{number}.txt") for number in range(21)])
    assert "Vælg højst 20 filer ad gangen." in _text(answer)
    assert _names() == []


def test_a_name_like_a_cpr_number_is_refused_and_not_repeated(controller: Client) -> None:
    answer = _upload(controller, _file(f"sag {CPR}.txt"))
    assert "Filnavnet ligner et CPR-nummer" in _text(answer)
    assert CPR not in _text(answer)
    assert JobRow.objects.count() == 0


def test_a_name_is_shown_as_text(controller: Client) -> None:
    answer = _upload(controller, _file("<img src=x>.exe"))
    assert "<img src=x>" not in _text(answer)
    assert "&lt;img src=x&gt;.exe" in _text(answer)


@pytest.mark.parametrize(
    ("given", "known"),
    [(LOOSE, "påhit.txt"), ("to\u202etxt.txt", "totxt.txt"), ("  mange   mellemrum .txt", "mange mellemrum .txt")],
)
def test_a_name_is_one_line_without_tricks(given: str, known: str, controller: Client) -> None:
    _upload(controller, _file(given))
    assert _names() == [known]


def test_a_paper_that_cannot_be_read_says_why_and_leaves_nothing(controller: Client, reads_here: Path) -> None:
    _upload(controller, _file("billede.txt", b"\x00\x01"))
    page = _text(controller.get("/dokumenter/"))
    assert "Et papir blev ikke læst" in page
    assert "billede.txt: Filen er ikke ren tekst" in page
    assert _names() == []
    assert [path for path in reads_here.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(("name", "data", "sentence"), BAD_FILES, ids=BAD_IDS)
def test_each_file_that_cannot_be_read_gets_its_own_sentence(
    name: str, data: bytes, sentence: str, controller: Client
) -> None:
    answer = _upload(controller, _file(name, data))
    page = _text(answer if answer.status_code == 422 else controller.get("/dokumenter/"))
    assert f"{name}: " in page
    assert sentence in page
    assert _names() == []


def test_once_it_is_read_the_failure_is_no_longer_told(controller: Client) -> None:
    _upload(controller, _file(text=b"\x00\x01"))
    _upload(controller, _file())
    assert "blev ikke læst" not in _text(controller.get("/dokumenter/"))


def test_a_role_that_only_sees_has_no_form(as_role: Callable[[Role], Client], controller: Client) -> None:
    _upload(controller, _file())
    (summary,) = DjangoDocumentStore().summaries()
    for address in ("/dokumenter/", f"/dokumenter/{summary.id}"):
        page = as_role(Role.MANAGER).get(address).content.decode()
        assert 'type="file"' not in page
        assert "Gem afgørelse" not in page
