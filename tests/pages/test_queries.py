"""A page asks the database a constant number of times, however much there is."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from effektspor.app.documents import File, read_and_check
from effektspor.app.ports import RulingKind, Upload
from effektspor.app.rulings import fingerprints_of
from effektspor.core.audit.fingerprint import fingerprint_findings
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.jobs.store import DjangoJobStore
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.rulings.store import DjangoRulingStore


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize(
    "address",
    ["/", "/dokumenter/", "/handleplan/", "/dokumenter/laesninger", "/dokumenter/fund", "/dokumenter/fund?udfald=error",
     "/dokumenter/fund.csv", "/dokumenter/fund.xlsx"],
)  # fmt: skip
def test_more_papers_ask_no_more(address: str, controller: Client, demo_papers: list[File]) -> None:
    _add_ruled_papers(demo_papers[-1], 1)
    few = _queries(controller, address)
    _add_ruled_papers(demo_papers[-1], 30)
    assert _queries(controller, address) == few


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
