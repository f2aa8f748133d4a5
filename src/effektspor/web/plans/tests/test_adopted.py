"""Measures of adopted proposals on the plan's page."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from effektspor.app.adoption import measures_of
from effektspor.app.documents import File
from effektspor.app.proposal_ports import BudgetChange, Decision, Outcome
from effektspor.web.accounts.models import Role
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.plans.models import PlanRow
from effektspor.web.proposals.decisions import (
    DjangoAdoptedMeasureStore,
    DjangoBudgetChangeStore,
    DjangoDecisionStore,
)
from effektspor.web.proposals.store import DjangoProposalStore


@pytest.fixture
def adopted(demo_papers: list[File]) -> str:
    """A proposal of the catalogue that is adopted, shared on one account; return its code."""
    revision = DjangoProposalStore().find("HA04")
    assert revision is not None
    decision = Decision(revision.proposal_id, revision.number, Outcome.ADOPTED, "Byrådet", date(2018, 10, 9))
    with DjangoRecordings().record("proposals.decide") as recording_id:
        decision_id = DjangoDecisionStore().add(recording_id, decision)
        measures = measures_of(revision, decision, decision_id, "Centerchef")
        DjangoAdoptedMeasureStore().add(recording_id, measures)
        change = BudgetChange(revision.proposal_id, decision_id, "5.38.50", 2019, -1_234_500_000)
        DjangoBudgetChangeStore().add(recording_id, [change])
    return revision.case.code


def test_an_adopted_proposal_stands_with_its_decision_and_budget_changes(controller: Client, adopted: str) -> None:
    page = controller.get("/handleplan/").content.decode()
    assert "Tiltag fra besluttede forslag" in page
    assert f'href="/forslag/{adopted}"' in page
    for words in ("Byrådet, 09.10.2018", "Vedtaget", "Centerchef", "5.38.50", "−12.345", "Måltallene er niveau"):
        assert words in page, words


def test_its_totals_are_the_sum_of_its_rows(controller: Client, adopted: str) -> None:
    lines = controller.get("/handleplan/tabel/forslag.csv").content.decode("utf-8-sig").splitlines()
    rows = [line.split(";") for line in lines[1:] if line.startswith(f"{adopted};")]
    net = next(line.split(";") for line in lines if line.startswith("Netto;"))
    years = [at for at, head in enumerate(lines[0].split(";")) if head.startswith("20")]
    assert years
    for year in years:
        assert int(net[year] or 0) == sum(int(row[year] or 0) for row in rows)


def test_without_a_paper_the_adopted_measures_are_the_plan(controller: Client, adopted: str) -> None:
    with DjangoRecordings().record("test") as recording_id:
        PlanRow.objects.update(closed=recording_id)
    page = controller.get("/handleplan/").content.decode()
    assert "Tiltag fra besluttede forslag" in page
    assert "Gå til Dokumenter" not in page


def test_the_log_tells_the_decision(controller: Client, adopted: str) -> None:
    page = controller.get("/handleplan/beslutninger").content.decode()
    assert f"{adopted}, revision 1" in page
    assert "beslutning om et forslag gælder; den seneste er fra 09.10.2018." in page


def test_an_adopted_measure_is_written_of_like_any_other(controller: Client, adopted: str) -> None:
    page = controller.get("/handleplan/").content.decode()
    assert f'href="/handleplan/0/tiltag/{adopted}"' in page
    form = controller.get(f"/handleplan/0/tiltag/{adopted}").content.decode()
    years = [field.split('"')[0] for field in form.split('name="aar-')[1:]]
    assert years
    said = {f"aar-{year}": "1.500" for year in years} | {"owner": "Direktør", "expected": "1.250", "comment": "Set",
            "accumulation": "yearly", "status_text": "I gang", "indicators": "Antal"}  # fmt: skip
    answer = controller.post(f"/handleplan/0/gem/{adopted}", said)
    assert answer["Location"] == "/handleplan/#forslag"
    page = controller.get("/handleplan/").content.decode()
    for words in ("Direktør · Antal · I gang · Set", "1.500", "1.250", "Forventet"):
        assert words in page, words
    assert "Tiltag HA04: ansvarlig" in controller.get("/handleplan/beslutninger").content.decode()


def test_undo_brings_back_what_the_decision_said(controller: Client, adopted: str) -> None:
    controller.post(f"/handleplan/0/gem/{adopted}", {"owner": "Direktør", "accumulation": "yearly"})
    controller.post(f"/handleplan/0/fortryd/{adopted}")
    page = controller.get("/handleplan/").content.decode()
    assert "Centerchef" in page
    assert "Direktør" not in page


def test_who_may_not_write_has_no_way_to(as_role: Callable[[Role], Client], adopted: str) -> None:
    assert "/handleplan/0/tiltag/" not in as_role(Role.AUDITOR).get("/handleplan/").content.decode()
