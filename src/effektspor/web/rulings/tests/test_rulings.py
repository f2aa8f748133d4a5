from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from effektspor.app.documents import File
from effektspor.app.rulings import fingerprints_of
from effektspor.web.accounts.models import Role
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.log.models import RecordingRow

pytestmark = pytest.mark.django_db
PAPER = (
    "Støtte\n\nBesparelser i 1.000 kr.\t2024\t2025\t2026\nA\t100\t100\t100\nB\t200\t200\t200\nI alt\t300\t350\t300\n"
)
# Day and month of a birth, then the rest: the shape of a CPR number, of nobody.
CPR = "010190-1234"


@pytest.fixture
def address(only_recorded_writes: None, load: Callable[..., object]) -> str:
    """A paper with one finding: an error in the sum of 2025."""
    load(File("papir.txt", PAPER.encode()))
    return f"/dokumenter/{DjangoDocumentStore().summaries()[0].id}"


def _fingerprint(address: str) -> str:
    stored = DjangoDocumentStore().find(int(address.rpartition("/")[2]))
    assert stored is not None
    return fingerprints_of(stored)[0]


def _rule(client: Client, address: str, kind: str = "not_a_fault", reason: str = "Aftalt med A") -> HttpResponse:
    asked = {"fingerprint": _fingerprint(address), "number": "1", "kind": kind, "reason": reason}
    return client.post(f"{address}/afgoerelse", asked)  # type: ignore[return-value]


def _page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_a_ruling_is_shown_with_who_when_and_why(controller: Client, address: str) -> None:
    answer = _rule(controller, address)
    assert (answer.status_code, answer["Location"]) == (302, f"{address}#fund-1")
    page = _page(controller, address)
    assert "<b>Ikke en fejl</b> (var Fejl) · oekonomikonsulent" in page
    assert "Aftalt med A" in page
    assert "1 af 1 afgjort, 1 som ikke en fejl" in page
    assert "Fortryd" in page


def test_what_is_not_a_fault_is_no_longer_counted(controller: Client, address: str) -> None:
    assert "Fejl 1</a>" in _page(controller, "/dokumenter/")
    _rule(controller, address)
    listed = _page(controller, "/dokumenter/")
    assert "Fejl 0</a>" in listed
    assert "1 afgjort som ikke en fejl" in listed
    overview = _page(controller, "/")
    assert "1 fund er afgjort som ikke en fejl" in overview
    assert "Ingen papirer har fejl eller spørgsmål" in overview
    assert "es-at--afgjort" in _page(controller, address)


def test_what_is_confirmed_is_still_a_fault(controller: Client, address: str) -> None:
    _rule(controller, address, "confirmed", "")
    page = _page(controller, address)
    assert "<b>Bekræftet</b> ·" in page
    assert "1 af 1 afgjort</li>" in page
    assert "Fejl 1</a>" in page


@pytest.mark.parametrize(("kind", "kept"), [("confirmed", "?udfald=error"), ("not_a_fault", "")])
def test_the_choice_of_findings_is_kept_while_the_finding_is_in_it(
    kind: str, kept: str, controller: Client, address: str
) -> None:
    assert f'action="{address}/afgoerelse?udfald=error"' in _page(controller, f"{address}?udfald=error")
    asked = {"fingerprint": _fingerprint(address), "number": "1", "kind": kind, "reason": ""}
    refused = controller.post(f"{address}/afgoerelse?udfald=error", asked | {"kind": ""})
    assert 'aria-current="true">' in refused.content.decode().partition("Fejl 1</a>")[0].rpartition("<li>")[2]
    answer = controller.post(f"{address}/afgoerelse?udfald=error", asked | {"reason": "Aftalt"})
    assert answer["Location"] == f"{address}{kept}#fund-1"
    undone = controller.post(f"{address}/fortryd?udfald=error", asked)
    assert undone["Location"] == f"{address}?udfald=error#fund-1"


def test_a_ruling_is_taken_back_and_both_are_recorded(controller: Client, address: str) -> None:
    _rule(controller, address)
    answer = controller.post(f"{address}/fortryd", {"fingerprint": _fingerprint(address), "number": "1"})
    assert (answer.status_code, answer["Location"]) == (302, f"{address}#fund-1")
    assert "0 af 1 afgjort" in _page(controller, address)
    cases = RecordingRow.objects.order_by("pk").values_list("use_case", flat=True)
    assert list(cases) == ["documents.load", "rulings.rule", "rulings.undo"]


def test_not_a_fault_needs_a_reason_and_keeps_what_was_chosen(controller: Client, address: str) -> None:
    answer = _rule(controller, address, reason="  ")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("Skriv, hvorfor det ikke er en fejl.") == 2
    assert 'href="#fund-1-reason"' in page
    assert 'value="not_a_fault" checked' in page
    assert "Afgørelsen er ikke gemt" in page


def test_a_choice_is_asked_for_and_the_reason_kept(controller: Client, address: str) -> None:
    page = _rule(controller, address, kind="", reason="Set i bilag 2").content.decode()
    assert page.count("Vælg, om fundet er bekræftet eller ikke en fejl.") == 2
    assert ">Set i bilag 2</textarea>" in page


def test_a_reason_has_no_cpr_number_and_none_is_repeated(controller: Client, address: str) -> None:
    page = _rule(controller, address, reason=f"Se {CPR}").content.decode()
    assert "må ikke have et CPR-nummer" in page
    assert CPR not in page


def test_a_reason_is_shown_as_text(controller: Client, address: str) -> None:
    _rule(controller, address, reason="<script>alert(1)</script>")
    assert "<script>alert" not in _page(controller, address)
    assert "<script>alert" not in _page(controller, "/dokumenter/fund")


def test_a_finding_that_is_gone_is_said(controller: Client, address: str) -> None:
    asked = {"fingerprint": "0" * 64, "number": "1", "kind": "confirmed"}
    answer = controller.post(f"{address}/afgoerelse", asked)
    assert answer.status_code == 422
    assert "Fundet står ikke længere i papiret" in answer.content.decode()


@pytest.mark.parametrize("number", ["", "x", "-1", "%d", "1" * 30, '"><b>'])
def test_a_form_that_was_tampered_with_is_refused(number: str, controller: Client, address: str) -> None:
    answer = controller.post(f"{address}/afgoerelse", {"fingerprint": "x", "number": number, "kind": "confirmed"})
    assert answer.status_code == 422
    assert "<b>" not in answer.content.decode().partition('id="laesninger"')[0]


def test_the_form_of_the_first_finding_stands_open(controller: Client, address: str) -> None:
    assert '<details class="details es-fold es-rule" open>' in _page(controller, address)


def test_an_unknown_paper_is_not_found(controller: Client, address: str) -> None:
    assert controller.post("/dokumenter/999/afgoerelse").status_code == 404
    assert controller.post("/dokumenter/999/fortryd").status_code == 404


def test_a_role_that_only_sees_sees_the_ruling(as_role: Callable[[Role], Client], address: str) -> None:
    _rule(as_role(Role.PROPOSER), address)
    page = _page(as_role(Role.AUDITOR), address)
    assert "Aftalt med A" in page
    assert "Fortryd" not in page
