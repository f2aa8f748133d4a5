"""What is found in a paper about a proposal is seen on the proposal's page, and leads to the paper's."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.contracts.case_values import case

from effektspor.app.documents import File
from effektspor.app.ports import RulingKind
from effektspor.web.accounts.models import Role, User
from effektspor.web.documents.models import FindingRow
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.proposals.tests.conftest import add_proposal
from effektspor.web.rulings.store import DjangoRulingStore

pytestmark = pytest.mark.django_db
_LINK = re.compile(r'Papiret har <a href="(/dokumenter/\d+\?fund=[\d,]+)">(\d+) fund om dette forslag')


def _told(client: Client, code: str) -> tuple[str, int]:
    found = _LINK.search(client.get(f"/forslag/{code}").content.decode())
    assert found is not None
    return found[1], int(found[2])


def test_what_a_paper_says_of_a_proposal_is_seen_with_it(controller: Client, demo_papers: list[File]) -> None:
    address, count = _told(controller, "TF03")
    page = controller.get("/forslag/TF03").content.decode()
    assert {"FOR-009", "FOR-010"} <= set(re.findall(r">((?:FOR|TAB)-\d{3})<span", page))
    paper = controller.get(address).content.decode()
    assert paper.count('<li id="fund-') == count
    assert f"Siden viser {count} af papirets fund." in paper
    assert "FOR-010" in paper


def test_a_proposal_that_nothing_is_found_about_says_nothing(controller: Client, demo_papers: list[File]) -> None:
    assert "om dette forslag" not in controller.get("/forslag/HA05").content.decode()


def test_one_that_was_written_here_has_no_paper(controller: Client, users: dict[Role, User]) -> None:
    add_proposal(case(), users[Role.CONTROLLER])
    assert "Papiret har" not in controller.get("/forslag/SO12").content.decode()


def test_what_is_ruled_no_fault_is_left_out(
    controller: Client, users: dict[Role, User], demo_papers: list[File]
) -> None:
    address, count = _told(controller, "TF03")
    document_id = int(address.split("/")[2].partition("?")[0])
    ruled = FindingRow.objects.filter(reading__document=document_id, reading__closed=None, code="FOR-009").get()
    with DjangoRecordings(users[Role.CONTROLLER]).record("test") as recording_id:
        DjangoRulingStore().add(recording_id, document_id, ruled.fingerprint, RulingKind.NOT_A_FAULT, "Begge steder")
    assert _told(controller, "TF03")[1] == count - 1


def test_an_address_with_other_numbers_shows_all_or_none(controller: Client, demo_papers: list[File]) -> None:
    address = _told(controller, "TF03")[0].partition("?")[0]
    everything = controller.get(address).content.decode().count('<li id="fund-')
    assert controller.get(f"{address}?fund=x,-1,9999999").content.decode().count('<li id="fund-') == everything
    assert controller.get(f"{address}?fund=99999").content.decode().count('<li id="fund-') == 0


def test_the_paper_is_asked_for_no_more_than_its_findings(controller: Client, demo_papers: list[File]) -> None:
    counts = []
    for code in ("TF03", "TF03", "HA05"):
        with CaptureQueriesContext(connection) as queries:
            controller.get(f"/forslag/{code}")
        counts.append(len(queries))
    assert counts[1] == counts[2] <= counts[0]
