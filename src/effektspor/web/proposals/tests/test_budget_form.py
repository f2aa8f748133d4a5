"""What the council's budget form asks for: in the form, on the page, in two revisions, and as a paper."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from docx import Document
from tests.contracts.case_values import case, years

from effektspor.app.proposal_form import fields_of
from effektspor.core.number import Number
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.details import BudgetFields
from effektspor.reports.word_file import TEMPLATES
from effektspor.web.accounts.models import Role, User
from effektspor.web.proposals.store import DjangoProposalStore
from effektspor.web.proposals.tests.conftest import add_proposal
from effektspor.web.settings import CONFIGURATION

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("only_recorded_writes")]


def budget_case() -> BusinessCase:
    asked = BudgetFields(
        committee="Socialudvalget",
        spending_type="Serviceudgifter",
        current_budget=years(45_000, 45_000, 45_000, 45_000),
        staff=((2028, Number(-15, 1)),),
        related=("Sektorplanen",),
        works_council="HU har ingen bemærkninger.",
    )
    return replace(case(), budget_fields=asked)


@pytest.fixture
def told(users: dict[Role, User]) -> None:
    add_proposal(budget_case(), users[Role.CONTROLLER])


@pytest.mark.usefixtures("told")
def test_a_revision_keeps_what_the_budget_form_asks(controller: Client) -> None:
    typed = fields_of(budget_case()) | {"titel": "Et nyt navn", "handling": "gem", "_bygger_paa": "1"}
    assert controller.post("/forslag/SO12/rediger", typed).status_code == 302
    newest = DjangoProposalStore().find("SO12")
    assert newest is not None
    assert (newest.number, newest.case.budget_fields) == (2, budget_case().budget_fields)


@pytest.mark.usefixtures("told")
def test_the_page_holds_it_against_the_budget(controller: Client) -> None:
    page = controller.get("/forslag/SO12").content.decode()
    assert "Socialudvalget · Serviceudgifter" in page
    for row in (
        ("Nuværende budget", "45.000", "45.000"),
        # 100 a year is the implementation's in 2027: −400 + 500.
        ("Ændring, netto", "100", "−900"),
        ("Nyt budget", "45.100", "44.100"),
        ("Ændringens andel, pct.", "0,2", "−2,0"),
        ("Ændring i årsværk", "", "−1,5"),
    ):
        label, *cells = row
        assert f'<th scope="row">{label}</th>' + "".join(f'<td class="n">{cell}</td>' for cell in cells) in page
    assert "Hænger sammen med: Sektorplanen" in page
    assert "HU har ingen bemærkninger." in page


def test_the_form_folds_it_where_it_is_empty(controller: Client, users: dict[Role, User]) -> None:
    add_proposal(case(), users[Role.CONTROLLER])
    add_proposal(replace(budget_case(), code="SO13"), users[Role.CONTROLLER])
    assert '<details class="details es-fold es-formpart" id="d-skema"><summary' in _form(controller, "SO12")
    assert '<details class="details es-fold es-formpart" id="d-skema" open><summary' in _form(controller, "SO13")
    assert 'name="skema-0-2027" value="45.000" aria-label="Nuværende budget, 2027"' in _form(controller, "SO13")
    assert 'name="skema-1-2028" value="−1,5" aria-label="Ændring i årsværk, 2028"' in _form(controller, "SO13")


def _form(client: Client, code: str) -> str:
    return client.get(f"/forslag/{code}/rediger").content.decode()


@pytest.mark.usefixtures("told")
def test_the_check_computes_the_new_budget(controller: Client) -> None:
    typed = fields_of(budget_case()) | {"skema-0-2028": "800", "skema-1-2027": "to"}
    asked = {"_summer": "sum-nyt-2027 sum-andel-2028 sum-aendring-2030"}
    page = controller.post("/forslag/SO12/kontrol", typed | asked).content.decode()
    assert '<span id="sum-nyt-2027" hx-swap-oob="true">45.100</span>' in page
    assert '<span id="sum-andel-2028" hx-swap-oob="true">−112,5</span>' in page
    assert '<span id="sum-aendring-2030" hx-swap-oob="true">−900</span>' in page
    assert "Forslaget sparer mere i 2028, end der er i det nuværende budget." in page
    assert "»to« kan ikke læses som et tal" in page


@pytest.mark.usefixtures("told")
def test_two_revisions_tell_it_apart(controller: Client, users: dict[Role, User]) -> None:
    add_proposal(case(), users[Role.CONTROLLER])
    page = controller.get("/forslag/SO12/sammenlign").content.decode()
    assert "Nuværende budget" in page
    assert "<del>HU har ingen bemærkninger.</del>" in page


def test_rows_of_the_budget_form_are_not_added(controller: Client, users: dict[Role, User]) -> None:
    add_proposal(case(), users[Role.CONTROLLER])
    answer = controller.post("/forslag/SO12/rediger", fields_of(case()) | {"handling": "tilfoej:skema"})
    assert answer.status_code == 302


@pytest.mark.usefixtures("told")
def test_it_is_sent_in_the_budgets_form(controller: Client) -> None:
    page = controller.get("/forslag/SO12").content.decode()
    assert 'href="/forslag/SO12/budgetskema.docx"' in page
    word = controller.get("/forslag/SO12/budgetskema.docx")
    assert word["Content-Disposition"].endswith('-revision-1.docx"')
    assert "Nuværende budget" in _cells(word.content)
    assert controller.get("/forslag/SO12/budgetskema.pdf").content.startswith(b"%PDF")
    assert controller.get("/forslag/SO12/budgetskema.pdf?revision=7").status_code == 404


def test_a_case_without_the_fields_is_sent_too(controller: Client, users: dict[Role, User]) -> None:
    add_proposal(case(), users[Role.CONTROLLER])
    cells = _cells(controller.get("/forslag/SO12/budgetskema.docx").content)
    assert any("Færre botilbud" in cell for cell in cells)


@pytest.mark.usefixtures("told")
def test_the_municipalitys_own_template_is_used(
    controller: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Document(str(TEMPLATES / "budgetforslag.docx"))
    own.add_paragraph("Vores kommune")
    own.save(str(tmp_path / "budgetforslag.docx"))
    monkeypatch.setitem(CONFIGURATION.values, "EFFEKTSPOR_TEMPLATES", str(tmp_path))
    told = Document(BytesIO(controller.get("/forslag/SO12/budgetskema.docx").content))
    assert "Vores kommune" in [paragraph.text for paragraph in told.paragraphs]


def _cells(word: bytes) -> list[str]:
    return [cell.text for table in Document(BytesIO(word)).tables for row in table.rows for cell in row.cells]
