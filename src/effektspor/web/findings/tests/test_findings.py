import csv
from collections.abc import Callable
from io import BytesIO, StringIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from effektspor.app.documents import File
from effektspor.app.ports import RulingKind
from effektspor.app.rulings import fingerprints_of
from effektspor.reports.listing import Column, Listing, render_csv, render_xlsx
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.findings import page
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.rulings.store import DjangoRulingStore

pytestmark = pytest.mark.django_db
PAPER = (
    "{title}\n\nBesparelser i 1.000 kr.\t2024\t2025\t2026\nA\t100\t100\t100\nB\t200\t200\t200\nI alt\t300\t350\t300\n"
)
TRICKS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "−7.125", "almindelig; tekst", 'med "anførsel"', "to\nlinjer"]


@pytest.fixture
def papers(only_recorded_writes: None, load: Callable[..., object]) -> list[int]:
    """Two papers with an error each; the one in the second is ruled not a fault."""
    files = [File(f"{name}.txt", PAPER.format(title=f"Papir {name}").encode()) for name in "ab"]
    load(*files)
    first, second = (summary.id for summary in DjangoDocumentStore().summaries())
    stored = DjangoDocumentStore().find(second)
    assert stored is not None
    with DjangoRecordings().record("test") as recording_id:
        DjangoRulingStore().add(recording_id, second, fingerprints_of(stored)[0], RulingKind.NOT_A_FAULT, "Aftalt")
    return [first, second]


def _page(client: Client, query: str = "") -> str:
    return client.get(f"/dokumenter/fund{query}").content.decode()


def test_every_finding_leads_to_its_place(controller: Client, papers: list[int]) -> None:
    listed = _page(controller)
    assert "2 fund</caption>" in listed
    for document_id in papers:
        assert f'href="/dokumenter/{document_id}#fund-1"' in listed
    assert "Ikke en fejl<span" in listed


@pytest.mark.parametrize(
    ("query", "shown"),
    [("?udfald=error", "a"), ("?kode=TAB-003", "ab"), ("?afgoerelse=not_a_fault", "b"), ("?afgoerelse=none", "a"),
     ("?afgoerelse=sludder&side=x", "ab"), ("?udfald=error&afgoerelse=not_a_fault", "b"), ("?side=99", "ab")],
)  # fmt: skip
def test_the_address_says_what_is_shown(query: str, shown: str, controller: Client, papers: list[int]) -> None:
    listed = _page(controller, query).partition("<tbody>")[2]
    assert [name for name in "ab" if f"{name}.txt" in listed] == list(shown)


def test_one_paper_can_be_chosen(controller: Client, papers: list[int]) -> None:
    listed = _page(controller, f"?papir={papers[1]}")
    assert "b.txt" in listed
    assert "a.txt" not in listed
    assert f'<option value="{papers[1]}" selected>' in listed


def test_a_filter_without_rows_offers_to_clear(controller: Client, papers: list[int]) -> None:
    assert "Ingen fund passer til valget" in _page(controller, "?udfald=note")
    assert "Hent som CSV" not in _page(controller, "?udfald=note")


def test_without_papers_the_page_says_what_comes_here(controller: Client) -> None:
    assert "Her står alle fund" in _page(controller)


def test_many_findings_are_shown_in_pages(
    controller: Client, papers: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "ON_A_PAGE", 1)
    first = _page(controller)
    assert "2 fund, 1–1 vises" in first
    assert "Side 1 af 2" in first
    assert 'href="/dokumenter/fund?kode=TAB-003&amp;side=2"' in _page(controller, "?kode=TAB-003")
    assert "Næste" not in _page(controller, "?side=2")


def test_the_address_that_is_pushed_says_only_what_was_chosen(controller: Client, papers: list[int]) -> None:
    asked = {"papir": "", "kode": "TAB-003", "afgoerelse": ""}
    answer = controller.get("/dokumenter/fund", asked, headers={"HX-Request": "true"})
    assert answer["HX-Push-Url"] == "/dokumenter/fund?kode=TAB-003"


def test_csv_has_just_what_is_shown(controller: Client, papers: list[int]) -> None:
    answer = controller.get("/dokumenter/fund.csv?afgoerelse=not_a_fault")
    assert answer["Content-Disposition"].startswith('attachment; filename="fund-')
    assert answer.content.startswith(b"\xef\xbb\xbf")
    head, row = csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
    told = dict(zip(head, row, strict=True))
    assert (told["Fil"], told["Udfald"], told["Kode"], told["Sted"]) == ("b.txt", "Fejl", "TAB-003", "linje 6")
    assert (told["Afgørelse"], told["Begrundelse"]) == ("Ikke en fejl", "Aftalt")


def test_excel_has_just_what_is_shown(controller: Client, papers: list[int]) -> None:
    book = load_workbook(BytesIO(controller.get("/dokumenter/fund.xlsx?udfald=error").content))
    (sheet,) = book.worksheets
    rows = list(sheet.iter_rows(values_only=True))
    assert (rows[0][:3], rows[1][1:3], len(rows)) == (("Papir", "Fil", "Udfald"), ("a.txt", "Fejl"), 2)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:L2")
    assert sheet.column_dimensions["G"].width > 60


@pytest.mark.parametrize("text", TRICKS)
def test_nothing_in_a_file_is_run_as_a_formula(text: str) -> None:
    listing = Listing("Fund", (Column("Fund", 10),), ((text,),))
    _, (written,) = csv.reader(StringIO(render_csv(listing).decode("utf-8-sig"), newline=""), delimiter=";")
    assert not written.startswith(("=", "+", "-", "@", "\t"))
    assert written.removeprefix("'") == text
    cell = load_workbook(BytesIO(render_xlsx(listing))).worksheets[0]["A2"]
    assert (cell.data_type, cell.value) == ("s", text)


def test_a_list_of_nothing_is_a_file_too() -> None:
    listing = Listing("Fund", (Column("Fund", 10),), ())
    assert render_csv(listing) == b"\xef\xbb\xbfFund\r\n"
    assert load_workbook(BytesIO(render_xlsx(listing))).worksheets[0].max_row == 1
