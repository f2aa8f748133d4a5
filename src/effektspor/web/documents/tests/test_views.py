from collections.abc import Callable

import pytest
from django.test import Client

from effektspor.app.documents import File
from effektspor.core.finding import Verdict
from effektspor.web.accounts.models import Role
from effektspor.web.documents.store import DjangoDocumentStore


def _address(name: str) -> str:
    found = next(summary for summary in DjangoDocumentStore().summaries() if summary.name.startswith(name))
    return f"/dokumenter/{found.id}"


def test_the_list_counts_findings_by_verdict(controller: Client, demo_papers: list[File]) -> None:
    page = controller.get("/dokumenter/").content.decode()
    assert "5 papirer læst" in page
    for verdict in Verdict:
        count = sum(summary.counts.get(verdict, 0) for summary in DjangoDocumentStore().summaries())
        assert f"{verdict.danish} {count}</a>" in page


def test_a_finding_stands_at_its_cell_and_in_the_list(controller: Client, demo_papers: list[File]) -> None:
    page = controller.get(_address("004")).content.decode()
    assert page.count('aria-label="Afklares, fund 1"') == 3
    assert "men rækkerne giver −8.825" in page
    assert 'href="#t1-6"' in page
    assert 'id="t1-6"' in page


def test_the_cells_a_wrong_sum_is_made_of_are_marked(controller: Client, demo_papers: list[File]) -> None:
    page = controller.get(_address("004")).content.decode()
    # Two rows in three years, and the two years that a row's total is made of.
    assert page.count("es-rel") == 6 + 2


def test_a_verdict_in_the_address_filters(controller: Client, demo_papers: list[File]) -> None:
    listed = controller.get("/dokumenter/?udfald=ask").content.decode()
    assert "004_budgetforslag_2023.txt" in listed
    assert "003_temadroeftelse_2017.txt" not in listed
    paper = controller.get(_address("002") + "?udfald=ask").content.decode()
    assert "es-mark--afklares" in paper
    assert "es-at--fejl" not in paper
    assert "Vis alle fund" in controller.get(_address("003") + "?udfald=ask").content.decode()


@pytest.mark.django_db
def test_a_filter_without_rows_names_itself_and_offers_to_clear(
    controller: Client, load: Callable[..., object]
) -> None:
    clean = "1.000 kr.\t2024\t2025\nBostøtte\t1\t2\nI alt\t1\t2\n"
    load(File("ren.txt", clean.encode()))
    page = controller.get("/dokumenter/?udfald=error").content.decode()
    assert "Fejl</b>" in page
    assert "Vis alle papirer" in page


@pytest.mark.django_db
def test_without_papers_the_page_says_what_comes_here(controller: Client) -> None:
    page = controller.get("/dokumenter/").content.decode()
    assert "Her kommer de papirer" in page
    assert "Læg papir op" in page


@pytest.mark.django_db
def test_without_papers_a_role_that_only_sees_is_told_who_brings_them(as_role: Callable[[Role], Client]) -> None:
    page = as_role(Role.AUDITOR).get("/dokumenter/").content.decode()
    assert "Økonomikonsulenten eller forslagsstilleren lægger dem op" in page
    assert "Læg papir op" not in page


@pytest.mark.django_db
def test_a_papers_text_is_never_markup(controller: Client, load: Callable[..., object]) -> None:
    text = "Navn & <script>alert(1)</script>\n\n1.000 kr.\t2024\t2025\nA <b onclick=x>\t1\t2\nI alt\t1\t2\n"
    load(File("ond.txt", text.encode()))
    page = controller.get(_address("ond")).content.decode()
    assert "<script>alert" not in page
    assert "onclick" not in page
    assert "Navn &amp;" in page


def test_an_unknown_paper_is_not_found(controller: Client) -> None:
    answer = controller.get("/dokumenter/999")
    assert answer.status_code == 404
    assert "Siden findes ikke" in answer.content.decode()


def test_a_sum_lights_up_what_it_is_made_of(controller: Client, demo_papers: list[File]) -> None:
    plain = controller.get(_address("004")).content.decode()
    assert 'href="?sum=t1-6-1#t1-6"' in plain
    assert "es-lit" not in plain
    lit = controller.get(_address("004") + "?sum=t1-6-1").content.decode()
    assert lit.count("es-lit") == 2
    assert lit.count("es-asked") == 1


def test_a_sum_that_is_not_there_lights_up_nothing(controller: Client, demo_papers: list[File]) -> None:
    assert "es-lit" not in controller.get(_address("004") + "?sum=<script>").content.decode()
