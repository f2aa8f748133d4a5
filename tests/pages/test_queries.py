"""A page asks the database a constant number of times, however much there is."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from effektspor.app.documents import File, read_and_check
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.log.store import DjangoRecordings


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("address", ["/", "/dokumenter/", "/handleplan/"])
def test_more_papers_ask_no_more(address: str, controller: Client, demo_papers: list[File]) -> None:
    few = _queries(controller, address)
    paper = read_and_check(demo_papers[-1])
    with DjangoRecordings().record("test") as recording_id:
        for number in range(30):
            DjangoDocumentStore().add(recording_id, replace(paper, name=f"papir-{number}.txt"))
    assert _queries(controller, address) == few


def test_a_paper_with_many_tables_asks_no_more(controller: Client, demo_papers: list[File]) -> None:
    by_name = {summary.name: summary for summary in DjangoDocumentStore().summaries()}
    large, small = by_name["002_omprioriteringskatalog_2018.txt"], by_name["001_strateginotat_2016.txt"]
    assert _queries(controller, f"/dokumenter/{large.id}") == _queries(controller, f"/dokumenter/{small.id}")
