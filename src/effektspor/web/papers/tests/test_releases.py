"""Letting our papers out: what stops one, the reason it goes out with, and what is kept."""

import hashlib
from collections.abc import Callable
from io import BytesIO

import pytest
from django.test import Client
from docx import Document as Word
from openpyxl import load_workbook

from effektspor.app.documents import File
from effektspor.app.paper_ports import PaperKind
from effektspor.core.finding import Finding, Place, Verdict
from effektspor.web.accounts.models import Role
from effektspor.web.catalogue.store import DjangoCatalogueStore
from effektspor.web.log.models import RecordingRow
from effektspor.web.papers.store import DjangoReleaseStore
from effektspor.web.proposals.store import DjangoProposalStore

WRONG = Finding("TAB-003", Verdict.ERROR, Place(table=1, row=3), "Summen passer ikke.", "Ret summen.")
REASON = {"suffix": "docx", "reason": "Udvalget er orienteret."}
PROPOSALS_WITH_ERRORS = pytest.mark.parametrize(("code", "check"), [("UD04", "TAB-003"), ("TV03b", "TAB-006")])


def _text(content: bytes) -> str:
    document = Word(BytesIO(content))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def _annex() -> str:
    stored = max(DjangoCatalogueStore().all(), key=lambda each: len(each.catalogue.rows))
    return f"/rapporter/bilag-1a/{stored.id}"


def test_a_leader_releases_a_paper_without_an_error(as_role: Callable[[Role], Client], demo_papers: list[File]) -> None:
    leader = as_role(Role.MANAGER)
    page = leader.get("/rapporter/forslag/HA04/frigiv")
    assert page.status_code == 200
    assert "Vores egen kontrol finder ingen fejl" in page.content.decode()
    answer = leader.post("/rapporter/forslag/HA04/frigiv", {"suffix": "pdf", "reason": ""})
    (kept,) = DjangoReleaseStore().all()
    assert answer.content.startswith(b"%PDF")
    assert kept.sha256 == hashlib.sha256(answer.content).hexdigest()
    assert (kept.kind, kept.key, kept.version, kept.by) == (PaperKind.CASE, "HA04", 1, Role.MANAGER.value)
    assert (kept.reason, kept.marks, kept.template_sha256) == ("", (), "")
    assert kept.data_id == RecordingRow.objects.get(use_case="documents.load").pk


@PROPOSALS_WITH_ERRORS
@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_a_proposal_with_an_error_is_stopped(
    code: str, check: str, suffix: str, controller: Client, demo_papers: list[File]
) -> None:
    for address in (f"/forslag/{code}/bilag.{suffix}", f"/rapporter/forslag/{code}.{suffix}"):
        answer = controller.get(address)
        page = answer.content.decode()
        assert answer.status_code == 422
        for words in ("Bilaget er ikke frigivet", check, "Samlet varig ændring", "En leder kan frigive"):
            assert words in page, words
        assert f"/forslag/{code}?revision=1&amp;udfald=error" in page
        assert "#fund-" in page, "the same error of the paper it was read from is linked"
        assert "Begrundelse" not in page


@PROPOSALS_WITH_ERRORS
def test_it_goes_out_with_a_reason_which_it_prints(
    code: str, check: str, as_role: Callable[[Role], Client], demo_papers: list[File]
) -> None:
    answer = as_role(Role.MANAGER).post(f"/rapporter/forslag/{code}/frigiv", REASON)
    text = _text(answer.content)
    assert f"Frigivet med en åben fejl: {check}" in text
    assert "Begrundelse: Udvalget er orienteret." in text
    (kept,) = DjangoReleaseStore().all()
    assert kept.marks[-1] == "Begrundelse: Udvalget er orienteret."
    assert len(kept.template_sha256) == 64
    latest = RecordingRow.objects.latest("pk")
    assert (latest.pk, latest.use_case) == (kept.recording_id, "papers.release")
    assert code in latest.reason
    assert latest.reason.endswith("Udvalget er orienteret.")


@pytest.mark.parametrize(
    ("reason", "words"),
    [("  ", "Begrundelse: Skriv, hvorfor bilaget frigives"), ("Aftalt med 010190-1234", "CPR-nummer"),
     ("x" * 501, "højst 500 tegn")],
)  # fmt: skip
def test_a_reason_that_does_not_do_is_refused(
    reason: str, words: str, as_role: Callable[[Role], Client], demo_papers: list[File]
) -> None:
    answer = as_role(Role.MANAGER).post("/rapporter/forslag/UD04/frigiv", {"suffix": "pdf", "reason": reason})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert DjangoReleaseStore().count() == 0


def test_a_file_is_chosen(as_role: Callable[[Role], Client], demo_papers: list[File]) -> None:
    answer = as_role(Role.MANAGER).post("/rapporter/forslag/HA04/frigiv", {"suffix": "xlsx"})
    assert answer.status_code == 422
    assert "Vælg, om det skal være PDF" in answer.content.decode()


def test_the_annex_stands_on_its_own_checks(
    as_role: Callable[[Role], Client], demo_papers: list[File], monkeypatch: pytest.MonkeyPatch
) -> None:
    leader = as_role(Role.MANAGER)
    assert leader.get(f"{_annex()}.xlsx").status_code == 200, "an error in a case stops the case's own paper"
    monkeypatch.setattr("effektspor.reports.release.open_errors", lambda document: [WRONG])
    for address in (f"{_annex()}.docx", _annex().replace("/rapporter/bilag-1a", "/katalog") + "/bilag.docx"):
        stopped = leader.get(address)
        assert stopped.status_code == 422
        assert "Summen passer ikke." in stopped.content.decode()
    released = leader.post(f"{_annex()}/frigiv", REASON | {"suffix": "xlsx"})
    cells = [cell.value for row in load_workbook(BytesIO(released.content)).worksheets[0].iter_rows() for cell in row]
    assert "Begrundelse: Udvalget er orienteret." in cells
    assert DjangoReleaseStore().all()[0].kind is PaperKind.ANNEX


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_the_budget_form_states_only_what_it_prints(suffix: str, controller: Client, demo_papers: list[File]) -> None:
    code = next(each for each in _codes() if each.startswith("BF"))
    assert controller.get(f"/rapporter/budgetforslag/{code}.{suffix}").status_code == 200
    form = controller.get(f"/rapporter/budgetforslag/UD04.{suffix}")
    assert form.status_code == 200, "in the budget's form the sum is computed, so the paper's wrong one is not printed"


def _codes() -> list[str]:
    return [each.code for each in DjangoProposalStore().summaries()]


@pytest.mark.parametrize("address", ["ukendt/1.pdf", "forslag/FINDES-IKKE.pdf", "forslag/HA04.xlsx", "handleplan/x.pdf",
                                     "bilag-1a/eget-99.docx", "bilag-1a/x.docx", "strateginotat/999.pdf"])  # fmt: skip
def test_what_is_not_there_is_not_found(address: str, controller: Client, demo_papers: list[File]) -> None:
    assert controller.get(f"/rapporter/{address}").status_code == 404


def test_the_same_data_give_the_same_file(as_role: Callable[[Role], Client], demo_papers: list[File]) -> None:
    leader = as_role(Role.MANAGER)
    for _ in range(2):
        leader.post("/rapporter/forslag/HA04/frigiv", {"suffix": "docx"})
    one, other = DjangoReleaseStore().all()
    assert (one.sha256, one.data_sha256) == (other.sha256, other.data_sha256)
