import pytest
from django.test import Client

from effektspor.app.documents import File, load_documents
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.plans.store import DjangoPlanStore


def _address(name: str) -> str:
    found = next(summary for summary in DjangoDocumentStore().summaries() if summary.name.startswith(name))
    return f"/dokumenter/{found.id}"


def test_the_list_counts_findings_by_verdict(controller: Client, demo_papers: list[File]) -> None:
    page = controller.get("/dokumenter/").content.decode()
    assert "5 papirer læst" in page
    assert "Fejl 2" in page
    assert "Afklares 1" in page


def test_a_finding_stands_at_its_cell_and_in_the_list(controller: Client, demo_papers: list[File]) -> None:
    page = controller.get(_address("004")).content.decode()
    assert page.count("es-at--afklares") == 3
    assert "men rækkerne giver −8.825" in page
    assert 'href="#t1-6"' in page
    assert 'id="t1-6"' in page


def test_the_cells_a_wrong_sum_is_made_of_are_marked(controller: Client, demo_papers: list[File]) -> None:
    page = controller.get(_address("004")).content.decode()
    assert page.count("es-rel") == 6


def test_a_verdict_in_the_address_filters(controller: Client, demo_papers: list[File]) -> None:
    listed = controller.get("/dokumenter/?udfald=ask").content.decode()
    assert "004_budgetforslag_2023.txt" in listed
    assert "002_omprioriteringskatalog_2018.txt" not in listed
    paper = controller.get(_address("002") + "?udfald=ask").content.decode()
    assert "Vis alle fund" in paper
    assert "es-at--fejl" not in paper


def test_a_filter_without_rows_names_itself_and_offers_to_clear(controller: Client, demo_papers: list[File]) -> None:
    page = controller.get("/dokumenter/?udfald=note").content.decode()
    assert "Til orientering</b>" in page
    assert "Vis alle papirer" in page


@pytest.mark.django_db
def test_without_papers_the_page_says_how_they_come(controller: Client) -> None:
    assert "effektspor demo --documents" in controller.get("/dokumenter/").content.decode()


@pytest.mark.django_db
def test_a_papers_text_is_never_markup(controller: Client) -> None:
    text = "Navn & <script>alert(1)</script>\n\n1.000 kr.\t2024\t2025\nA <b onclick=x>\t1\t2\nI alt\t1\t2\n"
    load_documents([File("ond.txt", text.encode())], DjangoDocumentStore(), DjangoPlanStore(), DjangoRecordings())
    page = controller.get(_address("ond")).content.decode()
    assert "<script>alert" not in page
    assert "onclick" not in page
    assert "Navn &amp;" in page


def test_an_unknown_paper_is_not_found(controller: Client) -> None:
    answer = controller.get("/dokumenter/999")
    assert answer.status_code == 404
    assert "Siden findes ikke" in answer.content.decode()
