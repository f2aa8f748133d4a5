import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import unescape
from io import BytesIO

import pytest
from django.test import Client
from docx import Document
from openpyxl import load_workbook

from effektspor.app.proposal_ports import Decision, Outcome
from effektspor.core.proposals.details import Link, LinkKind
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.proposals.decisions import DjangoDecisionStore
from effektspor.web.proposals.store import DjangoProposalStore

Add = Callable[..., int]


def _text(client: Client, address: str) -> str:
    """What a page says, without its tags."""
    answer = client.get(address)
    assert answer.status_code == 200
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())
    return re.sub(r" ([.,;:])", r"\1", words)


def test_the_page_says_what_is_promised_where_and_when(controller: Client, add_catalogue: Add) -> None:
    text = _text(controller, f"/katalog/{add_catalogue()}")
    assert (
        "Kataloget lover 1,6 mio. kr. i 2027, stigende til 2,6 i 2030, fordelt på 4 forslag i 2 målgrupper; "
        "det kræver 0,40 mio. kr. fra investeringspuljerne i 2027 og 0,50 i alt i 2027–2028." in text
    )
    assert "I alt −1.550 −2.550 −2.550 −2.550 trykt i papiret, det samme" in text
    assert "1.000 kr., 2027-priser; besparelser er minus" in text


def test_each_row_is_tied_to_its_case(controller: Client, add_catalogue: Add) -> None:
    text = _text(controller, f"/katalog/{add_catalogue()}")
    assert "BO1 Færre døgn på botilbud −1.000 −1.500 −1.500 −1.500 Stemmer" in text
    assert "−200 −700 −700 −700 Afviger med en grund Kun Service" in text
    assert "Afviger 2029: katalog −300, forslag −600" in text
    assert "Færre anbringelser −50 −50 −50 −50 Ingen business case" in text


def test_control_areas_are_the_sums_of_the_cases_lines(controller: Client, add_catalogue: Add) -> None:
    text = _text(controller, f"/katalog/{add_catalogue()}")
    assert (
        "Service −1.100 −2.400 −2.800 −2.500 varige ændringer −1.500 −2.500 −2.800 −2.500 implementering 400 100"
        in text
    )
    assert "Overførsler 50 100 100 100 varige ændringer 50 100 100 100 I alt −1.050 −2.300 −2.700 −2.400" in text


@pytest.mark.parametrize(
    ("query", "shown", "sentence"),
    [
        ("maalgruppe=Unge", "Viser 2 af 5 rækker med målgruppen Unge", "De viste rækker lover 0,35 mio. kr. i 2027"),
        ("afvigelse=fault", "Viser 1 af 5 rækker med afvigelsen Afviger", "lover 0,30 mio. kr. i 2027"),
        ("tekst=EGEN", "Viser 2 af 5 rækker med teksten »EGEN«", "lover 0,20 mio. kr. i 2027, stigende til 0,70"),
        ("aar=2028", "Viser 5 af 5 rækker med året 2028", "lover 2,6 mio. kr. i 2028, fordelt"),
        ("beslutning=ingen", "Viser 5 af 5 rækker med beslutningen Ikke besluttet", "lover 1,6 mio. kr."),
        ("omraade=Service&maalgruppe=Unge", "Viser 2 af 5", "lover 0,35 mio. kr."),
    ],
)
def test_totals_follow_the_filter(
    query: str, shown: str, sentence: str, controller: Client, add_catalogue: Add
) -> None:
    text = _text(controller, f"/katalog/{add_catalogue()}?{query}")
    assert shown in text
    assert sentence in text
    assert "trykt i papiret" not in text, "the paper's sums are of all its rows"


def test_a_filter_without_rows_names_itself_and_offers_to_clear_it(controller: Client, add_catalogue: Add) -> None:
    address = f"/katalog/{add_catalogue()}"
    answer = controller.get(f"{address}?tekst=findes-ikke&maalgruppe=Unge")
    text = unescape(answer.content.decode())
    assert "Ingen rækker har målgruppen Unge, teksten »findes-ikke«." in text
    assert f'<a href="{address}">Vis alle rækker</a>' in text
    assert "raekker.csv" not in text


def test_what_an_address_does_not_know_is_no_filter(controller: Client, add_catalogue: Add) -> None:
    address = f"/katalog/{add_catalogue()}"
    assert _text(controller, f"{address}?afvigelse=x&beslutning=y&aar=²018&sorter=z&ukendt=1") == _text(
        controller, address
    )


def test_rows_are_sorted_within_their_groups(controller: Client, add_catalogue: Add) -> None:
    address = f"/katalog/{add_catalogue()}"
    order = re.findall(r'id="raekke-(\d)"', controller.get(f"{address}?sorter=2027").content.decode())
    assert order == ["1", "2", "3", "4", "5"]
    order = re.findall(r'id="raekke-(\d)"', controller.get(f"{address}?sorter=titel").content.decode())
    assert order == ["2", "3", "1", "5", "4"]


def test_a_decision_stands_at_its_rows_and_can_be_asked_for(controller: Client, add_catalogue: Add) -> None:
    address = f"/katalog/{add_catalogue()}"
    revision = DjangoProposalStore().find("BO2")
    assert revision is not None
    with DjangoRecordings().record("test") as recording_id:
        decision = Decision(revision.proposal_id, 1, Outcome.ADOPTED, "Byrådet", date(2026, 10, 8))
        DjangoDecisionStore().add(recording_id, decision)
    text = _text(controller, f"{address}?beslutning=adopted")
    assert "Viser 2 af 5 rækker med beslutningen Vedtaget" in text
    assert "Vedtaget 08.10.2026" in text


def test_an_open_error_in_the_papers_table_marks_its_figures(controller: Client, add_catalogue: Add) -> None:
    document_id = add_catalogue(total="350")
    page = controller.get(f"/katalog/{document_id}").content.decode()
    marks = page.count(f'href="/dokumenter/{document_id}#fund-1"')
    assert marks >= 6, "the group, its rows, its sums and the total carry the mark"
    none = controller.get(f"/katalog/{document_id}?maalgruppe=Unge").content.decode()
    assert "#fund-1" not in none, "the other table has no error"


def test_proposals_that_must_not_both_be_counted_are_flagged(controller: Client, add_catalogue: Add) -> None:
    address = f"/katalog/{add_catalogue()}"
    assert "Overlap" not in _text(controller, address)
    revision = DjangoProposalStore().find("BO2")
    assert revision is not None
    with DjangoRecordings().record("test") as recording_id:
        linked = replace(revision.case, links=(Link(LinkKind.ALTERNATIVE, "BO1"), Link(LinkKind.LINKED, "UN1")))
        DjangoProposalStore().add(recording_id, linked)
    said = "BO2 · alternativ til BO1: tæl kun de kroner med én gang."
    assert _text(controller, address).count(said) == 4, "at both proposals' three rows, and in the list"
    assert said not in _text(controller, f"{address}?maalgruppe=Unge")


def test_a_proposal_with_a_case_can_be_opened(controller: Client, add_catalogue: Add) -> None:
    page = controller.get(f"/katalog/{add_catalogue()}").content.decode()
    assert 'href="/forslag/BO1"' in page
    assert 'href="/forslag/UN2"' not in page


def test_what_is_shown_is_sent_as_csv(controller: Client, add_catalogue: Add) -> None:
    answer = controller.get(f"/katalog/{add_catalogue()}/raekker.csv?maalgruppe=Voksne&aar=2028")
    head, *rows = answer.content.decode("utf-8-sig").splitlines()
    before = "Målgruppe;Nr.;Udgave;Forslag;Tæller som;Styringsområde"
    assert head.startswith(f"{before};2028 (1.000 kr., 2027-priser);")
    assert rows[0].startswith("Voksne;BO1;;Færre døgn på botilbud;Nettoeffektivisering;Service;-1500;Stemmer;")
    assert len(rows) == 3


def test_amounts_in_excel_are_numbers(controller: Client, add_catalogue: Add) -> None:
    answer = controller.get(f"/katalog/{add_catalogue()}/raekker.xlsx")
    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert rows[1][1:4] == ("BO1", "", "Færre døgn på botilbud")
    assert rows[1][6:10] == (-1000, -1500, -1500, -1500)
    assert sum(row[6] for row in rows[1:] if row[4] == "Nettoeffektivisering") == -1550


def test_the_annex_has_the_same_figures_whatever_is_shown(controller: Client, add_catalogue: Add) -> None:
    address = f"/katalog/{add_catalogue()}"
    word = Document(BytesIO(controller.get(f"{address}/bilag.docx?maalgruppe=Unge").content))
    printed = {cell.text for table in word.tables for row in table.rows for cell in row.cells}
    assert {"−1.550", "−2.550", "Færre døgn på botilbud"} <= printed
    sheet = load_workbook(BytesIO(controller.get(f"{address}/bilag.xlsx").content)).worksheets[0]
    assert "Færre døgn på botilbud" in {cell.value for row in sheet.iter_rows() for cell in row}


def test_the_only_catalogue_is_shown_at_once_and_several_are_listed(controller: Client, add_catalogue: Add) -> None:
    first = add_catalogue()
    assert controller.get("/katalog/").headers["Location"] == f"/katalog/{first}"
    add_catalogue("andet.txt", total="350")
    text = _text(controller, "/katalog/")
    assert "2 kataloger, læst i papirerne eller samlet her" in text
    assert "4 −1.550 2027 −2.550 2030 500 1 Fejl i Forslag" in text or "−1.550" in text


def test_without_a_catalogue_the_page_says_how_one_gets_here(controller: Client) -> None:
    text = _text(controller, "/katalog/")
    assert "Her står kataloget over forslag, når et papir med et katalog er læst, eller når du har samlet et" in text
    assert 'href="/katalog/nyt"' in controller.get("/katalog/").content.decode()


def test_a_catalogue_that_is_not_there_is_404(controller: Client, add_catalogue: Add) -> None:
    assert controller.get(f"/katalog/{add_catalogue() + 1}").status_code == 404


def test_htmx_gets_the_address_of_what_was_chosen(controller: Client, add_catalogue: Add) -> None:
    address = f"/katalog/{add_catalogue()}"
    answer = controller.get(f"{address}?maalgruppe=Unge&omraade=&aar=&tekst=", headers={"HX-Request": "true"})
    assert answer.headers["HX-Push-Url"] == f"{address}?maalgruppe=Unge"
