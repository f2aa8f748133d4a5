"""A page asks the database a constant number of times, however much there is."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from effektspor.app.adoption import measures_of
from effektspor.app.documents import File, read_and_check
from effektspor.app.plan_ports import MeasureEdit
from effektspor.app.ports import RulingKind, Upload
from effektspor.app.proposal_ports import (
    BudgetChange,
    CatalogueChoice,
    Decision,
    Outcome,
    OwnCatalogue,
    StoredCatalogue,
)
from effektspor.app.rulings import fingerprints_of
from effektspor.core.audit.fingerprint import fingerprint_findings
from effektspor.core.plans.targets import Targets
from effektspor.core.year_amounts import YearAmounts
from effektspor.web.catalogue.own_store import DjangoOwnCatalogueStore
from effektspor.web.catalogue.store import DjangoCatalogueStore
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.jobs.store import DjangoJobStore
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.plans.edits import DjangoMeasureCommentStore, DjangoMeasureEditStore
from effektspor.web.plans.estimates import DjangoEstimateStore
from effektspor.web.plans.parts import DjangoPlanPartStore
from effektspor.web.plans.store import DjangoPlanStore
from effektspor.web.proposals.decisions import (
    DjangoAdoptedMeasureStore,
    DjangoBudgetChangeStore,
    DjangoDecisionStore,
)
from effektspor.web.proposals.store import DjangoProposalStore
from effektspor.web.rulings.store import DjangoRulingStore


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize(
    "address",
    ["/", "/dokumenter/", "/handleplan/", "/dokumenter/laesninger", "/dokumenter/fund", "/dokumenter/fund?udfald=error",
     "/dokumenter/fund.csv", "/dokumenter/fund.xlsx", "/handleplan/planer", "/handleplan/opfoelgninger",
     "/handleplan/besparelser", "/handleplan/budget", "/handleplan/beslutninger", "/rapporter/"],
)  # fmt: skip
def test_more_papers_ask_no_more(address: str, controller: Client, demo_papers: list[File]) -> None:
    _add_ruled_papers(demo_papers[-1], 1)
    few = _queries(controller, address)
    _add_ruled_papers(demo_papers[-1], 30)
    assert _queries(controller, address) == few


@pytest.mark.parametrize("address", ["/katalog/", "/katalog/{}", "/katalog/{}?tekst=o", "/katalog/{}/raekker.csv",
                                     "/katalog/{}/raekker.xlsx", "/rapporter/"])  # fmt: skip
def test_a_longer_catalogue_and_more_of_them_ask_no_more(
    address: str, controller: Client, demo_papers: list[File]
) -> None:
    stored = max(DjangoCatalogueStore().all(), key=lambda each: len(each.catalogue.rows))
    address = address.format(stored.id)
    few = _queries(controller, address)
    _add_catalogues(stored, 30)
    assert _queries(controller, address) == few


def _add_catalogues(stored: StoredCatalogue, count: int) -> None:
    """Make the catalogue so many times as long, its proposals decided on; and so many papers with a catalogue."""
    proposals, decisions = DjangoProposalStore(), DjangoDecisionStore()
    groups = stored.catalogue.groups
    longer = replace(stored.catalogue, groups=tuple(
        replace(group, rows=tuple(replace(row, code=f"{row.code}-{at}") for row in group.rows))
        for at in range(count)
        for group in groups
    ))  # fmt: skip
    paper = read_and_check(File("et.txt", b"Forslag i 1.000 kr.\t2024\nBost\xc3\xb8tte\t1\n"))
    with DjangoRecordings().record("test") as recording_id:
        DjangoCatalogueStore().add(recording_id, stored.document_id, longer)
        for case in (revision.case for revision in proposals.newest(stored.catalogue.codes).values()):
            added = proposals.add(recording_id, replace(case, code=f"{case.code}-1"), document_id=stored.document_id)
            decided = Decision(added.proposal_id, 1, Outcome.ADOPTED, "Byrådet", date(2026, 10, 8))
            decisions.add(recording_id, decided)
        for number in range(count):
            document_id = DjangoDocumentStore().add(recording_id, replace(paper, name=f"katalog-{number}.txt"))
            DjangoCatalogueStore().add(recording_id, document_id, stored.catalogue)


@pytest.mark.parametrize("address", ["/katalog/", "/katalog/eget-1", "/katalog/eget-1/raekker.csv", "/katalog/nyt",
                                     "/katalog/eget-1/bilag.docx", "/katalog/eget-2/rediger",
                                     "/forslag/HA04"])  # fmt: skip
def test_more_catalogues_of_our_own_with_more_in_them_ask_no_more(
    address: str, controller: Client, demo_papers: list[File]
) -> None:
    _assemble(1, 2)
    few = _queries(controller, address)
    _assemble(12, 20)
    assert _queries(controller, address) == few


def _assemble(catalogues: int, proposals: int) -> None:
    """Make so many catalogues of so many proposals beside two that get them, too: one locked, with newer revisions."""
    store, own = DjangoProposalStore(), DjangoOwnCatalogueStore()
    revision = store.find("HA04")
    assert revision is not None
    codes = ["HA04", *(f"HA04-{at}" for at in range(proposals))]
    with DjangoRecordings().record("test") as recording_id:
        for code in codes:
            store.add(recording_id, replace(revision.case, code=code))
            store.add(recording_id, replace(revision.case, code=code))
        choices = tuple(CatalogueChoice(code, f"Gruppe {at % 3}") for at, code in enumerate(codes))
        locked = tuple(replace(choice, revision=1) for choice in choices)
        own.add(recording_id, OwnCatalogue("Låst", locked, locked_on=date(2026, 11, 26), number=1))
        own.add(recording_id, OwnCatalogue("Følger", choices, number=2))
        for _ in range(catalogues):
            removed = own.add(recording_id, OwnCatalogue("Slettet", choices))
            own.close(recording_id, removed)
            own.add(recording_id, OwnCatalogue("Flere", locked, locked_on=date(2026, 11, 26)))


def _add_ruled_papers(file: File, count: int) -> None:
    """Add so many papers with findings, the first of them ruled on, and as many uploads under way."""
    paper = read_and_check(file)
    assert paper.findings, "the paper that is repeated has findings"
    with DjangoRecordings().record("test") as recording_id:
        for number in range(count):
            reading = replace(paper, name=f"papir-{number}.txt")
            document_id = DjangoDocumentStore().add(recording_id, reading)
            fingerprint = fingerprint_findings(reading.name, reading.document, reading.findings)[0]
            DjangoRulingStore().add(recording_id, document_id, fingerprint, RulingKind.NOT_A_FAULT, "Aftalt")
            DjangoJobStore().add(Upload(reading.name, reading.name, reading.sha256))


def test_a_paper_with_many_rulings_asks_no_more(controller: Client, demo_papers: list[File]) -> None:
    paper = max(DjangoDocumentStore().summaries(), key=lambda summary: summary.finding_count)
    assert paper.finding_count > 1
    address = f"/dokumenter/{paper.id}"
    none = _queries(controller, address)
    stored = DjangoDocumentStore().find(paper.id)
    assert stored is not None
    with DjangoRecordings().record("test") as recording_id:
        for fingerprint in fingerprints_of(stored):
            DjangoRulingStore().add(recording_id, paper.id, fingerprint, RulingKind.CONFIRMED, "")
    assert _queries(controller, address) == none


def test_a_paper_with_many_tables_asks_no_more(controller: Client, demo_papers: list[File]) -> None:
    by_name = {summary.name: summary for summary in DjangoDocumentStore().summaries()}
    large, small = by_name["002_omprioriteringskatalog_2018.txt"], by_name["001_strateginotat_2016.txt"]
    assert _queries(controller, f"/dokumenter/{large.id}") == _queries(controller, f"/dokumenter/{small.id}")


@pytest.mark.parametrize(
    "address", ["/handleplan/", "/handleplan/?status=partly", "/handleplan/opfoelgninger", "/handleplan/besparelser",
                "/handleplan/budget", "/handleplan/beslutninger", "/handleplan/planer", "/handleplan/tabel/tiltag.csv",
                "/handleplan/tabel/forslag.csv", "/handleplan/tabel/aendringer.xlsx", "/handleplan/bilag.xlsx"],
)  # fmt: skip
def test_more_that_is_written_of_plans_asks_no_more(address: str, controller: Client, demo_papers: list[File]) -> None:
    _write_of_plans(1)
    few = _queries(controller, address)
    _write_of_plans(12)
    assert _queries(controller, address) == few


def _write_of_plans(times: int) -> None:
    """Edit and comment measures, add rounds, series, parts, plans, decisions and measures of them, so many times."""
    stored = DjangoPlanStore().current()
    assert stored is not None
    series, parts = DjangoEstimateStore().all()[0], [each.part for each in DjangoPlanPartStore().all()]
    revision = DjangoProposalStore().find("HA04")
    assert revision is not None
    for at in range(times):
        name = f"{times}-{at}"
        with DjangoRecordings().record("plans.edit") as recording_id:
            number = stored.plan.measures[at % 10].number
            targets = Targets(YearAmounts.of({2019: at, 2020 + at: at}))
            DjangoMeasureEditStore().add(recording_id, MeasureEdit(stored.document_id, number, name, (), targets, at))
            DjangoMeasureCommentStore().add(recording_id, stored.document_id, number, name)
            DjangoEstimateStore().add(recording_id, series.id, replace(series.rounds[0].round, label=name))
            reading = replace(read_and_check(File("et.txt", b"Plan\n")), name=f"plan-{name}.txt")
            document_id = DjangoDocumentStore().add(recording_id, reading)
            DjangoPlanStore().add(recording_id, document_id, replace(stored.plan, as_of=date(2000, 1, 1)))
            DjangoEstimateStore().replace(recording_id, document_id, (series.estimates,))
            DjangoPlanPartStore().replace(recording_id, document_id, parts)
            added = DjangoProposalStore().add(recording_id, replace(revision.case, code=f"X{name}"))
            decided = Decision(added.proposal_id, 1, Outcome.ADOPTED, "Byrådet", date(2026, 10, 8))
            decision_id = DjangoDecisionStore().add(recording_id, decided)
            DjangoAdoptedMeasureStore().add(recording_id, measures_of(added, decided, decision_id))
            change = BudgetChange(added.proposal_id, decision_id, "5.38.50", 2027, -at)
            DjangoBudgetChangeStore().add(recording_id, [change])
