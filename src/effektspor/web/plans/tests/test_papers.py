"""The papers of a plan, and letting one out with an open error."""

from collections.abc import Callable
from io import BytesIO

import pytest
from django.test import Client
from docx import Document as Word
from openpyxl import load_workbook

from effektspor.app.documents import File
from effektspor.core.document import Document
from effektspor.core.finding import Finding, Place, Verdict
from effektspor.web.accounts.models import Role
from effektspor.web.log.models import RecordingRow
from effektspor.web.plans.estimates import DjangoEstimateStore
from effektspor.web.plans.notes import find_note, stored_notes
from effektspor.web.plans.store import DjangoPlanStore

WRONG = Finding("TAB-003", Verdict.ERROR, Place(table=1, row=3), "Summen passer ikke.", "Ret summen.")


@pytest.fixture
def with_an_error(monkeypatch: pytest.MonkeyPatch, demo_papers: list[File]) -> None:
    """Our own check finds an error in every paper."""
    monkeypatch.setattr("effektspor.reports.release.open_errors", lambda document: [WRONG])


def test_the_status_as_excel_has_the_figures(controller: Client, demo_papers: list[File]) -> None:
    answer = controller.get("/handleplan/bilag.xlsx")
    sheet = load_workbook(BytesIO(answer.content)).active
    assert "handleplan-status-2019-12-31.xlsx" in answer["Content-Disposition"]
    assert sheet is not None
    assert {1.49, 5.93} <= {cell.value for row in sheet.iter_rows() for cell in row}


def test_the_paper_has_what_persons_wrote(controller: Client, demo_papers: list[File]) -> None:
    plan_id = controller.get("/handleplan/opfoelgning").content.decode().split('name="plan" value="')[1].split('"')[0]
    said = {"owner": "", "accumulation": "yearly", "aar-2019": "2", "status_text": "Skrevet her", "indicators": ""}
    controller.post(f"/handleplan/{plan_id}/gem/1", said)
    text = "\n".join(each.text for each in Word(BytesIO(controller.get("/handleplan/bilag.docx").content)).paragraphs)
    assert "Skrevet her" in text


@pytest.mark.parametrize("kind", ["docx", "pdf", "xlsx"])
def test_a_paper_with_an_error_says_what_stops_it(kind: str, controller: Client, with_an_error: None) -> None:
    answer = controller.get(f"/handleplan/bilag.{kind}")
    page = answer.content.decode()
    assert answer.status_code == 422
    for words in ("Bilaget er ikke frigivet", "TAB-003", "Summen passer ikke.", "Ret summen.", "/dokumenter/"):
        assert words in page, words
    assert "En leder kan frigive" in page
    assert "Begrundelse" not in page


def test_a_leader_releases_it_with_a_reason(as_role: Callable[[Role], Client], with_an_error: None) -> None:
    leader = as_role(Role.MANAGER)
    assert "Begrundelse" in leader.get("/handleplan/bilag.docx").content.decode()
    answer = leader.post(_release_address(), {"suffix": "docx", "reason": "Udvalget er orienteret."})
    assert answer.status_code == 200
    paper = Word(BytesIO(answer.content))
    assert "Udvalget er orienteret." in "\n".join(each.text for each in paper.paragraphs)
    latest = RecordingRow.objects.latest("pk")
    assert (latest.use_case, latest.by.role if latest.by else "") == ("plans.release", Role.MANAGER)
    assert "Udvalget er orienteret." in latest.reason


def test_a_release_without_a_reason_is_refused(as_role: Callable[[Role], Client], with_an_error: None) -> None:
    answer = as_role(Role.MANAGER).post(_release_address(), {"suffix": "pdf", "reason": " "})
    assert answer.status_code == 422
    assert "Begrundelse: Skriv, hvorfor bilaget frigives" in answer.content.decode()
    assert not RecordingRow.objects.filter(use_case="plans.release").exists()


def test_fetching_a_paper_is_no_release(as_role: Callable[[Role], Client], demo_papers: list[File]) -> None:
    assert as_role(Role.MANAGER).get("/handleplan/bilag.xlsx").status_code == 200
    assert not RecordingRow.objects.filter(use_case="plans.release").exists()


def _release_address() -> str:
    stored = DjangoPlanStore().current()
    assert stored is not None
    return f"/rapporter/handleplan/{stored.document_id}/frigiv"


# The strategy note


def _note_text(client: Client) -> str:
    word = Word(BytesIO(client.get("/handleplan/strateginotat.docx").content))
    return "\n".join(each.text for each in word.paragraphs)


def test_a_text_that_is_written_stands_in_the_note(controller: Client, demo_papers: list[File]) -> None:
    note_id = stored_notes()[0][0].document_id
    controller.post("/handleplan/strateginotat/gem", {"notat": note_id, "afsnit-1": "Ny indledning"})
    assert "Ny indledning" in controller.get("/handleplan/strateginotat").content.decode()
    assert "Ny indledning" in _note_text(controller)
    note = find_note(note_id)
    assert note.own.sections[0].text != "Ny indledning", "the paper's own words are kept"
    assert note.shown.sections[1:] == note.own.sections[1:], "a field that was not sent is left alone"


def test_writing_the_papers_own_words_again_leaves_it_to_the_paper(controller: Client, demo_papers: list[File]) -> None:
    note = find_note(0)
    said = {"notat": note.document_id, "afsnit-1": "Ny indledning"}
    controller.post("/handleplan/strateginotat/gem", said)
    controller.post("/handleplan/strateginotat/gem", said | {"afsnit-1": note.own.sections[0].text})
    assert find_note(note.document_id).latest is None
    assert RecordingRow.objects.filter(use_case="plans.note").count() == 2


def test_the_note_has_the_rounds_that_persons_add(controller: Client, demo_papers: list[File]) -> None:
    series = DjangoEstimateStore().all()[0]
    said = {"serie": series.id, "label": "4. opfølgning 2016", "as_of": "", "aar-2016": "13,9"}
    controller.post("/handleplan/opfoelgning/gem", said)
    tables = Word(BytesIO(controller.get("/handleplan/strateginotat.docx").content)).tables
    cells = {cell.text for table in tables for row in table.rows for cell in row.cells}
    assert {"4. opfølgning 2016", "13,9"} <= cells


def test_the_note_as_pdf(controller: Client, demo_papers: list[File]) -> None:
    assert controller.get("/handleplan/strateginotat.pdf").content.startswith(b"%PDF")


def test_a_cpr_number_is_no_part_of_a_note(controller: Client, demo_papers: list[File]) -> None:
    said = {"notat": find_note(0).document_id, "afsnit-1": "010190-1234"}
    answer = controller.post("/handleplan/strateginotat/gem", said)
    assert answer.status_code == 422
    assert "Her må ikke stå et CPR-nummer" in answer.content.decode()


def test_others_read_the_note(as_role: Callable[[Role], Client], demo_papers: list[File]) -> None:
    page = as_role(Role.AUDITOR).get("/handleplan/strateginotat").content.decode()
    assert "<textarea" not in page
    assert "Krisetelefonen" in page


@pytest.mark.django_db
def test_without_a_note_the_page_says_what_belongs_there(controller: Client) -> None:
    assert "Her står strateginotatets tekst" in controller.get("/handleplan/strateginotat").content.decode()
    assert controller.get("/handleplan/strateginotat.pdf").status_code == 404


def test_the_fixture_replaces_what_finds_errors(with_an_error: None) -> None:
    from effektspor.reports.release import open_errors

    assert open_errors(Document("x", ())) == [WRONG]
