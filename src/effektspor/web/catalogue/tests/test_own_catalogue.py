import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from docx import Document
from openpyxl import load_workbook
from tests.contracts.catalogue_values import cases

from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.details import Link, LinkKind
from effektspor.web.catalogue.own_store import DjangoOwnCatalogueStore
from effektspor.web.log.models import RecordingRow
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.proposals.store import DjangoProposalStore

PAGE = "/katalog/eget-1"
TITLE = "Omprioriteringskatalog for budget 2027"


def _add(case: BusinessCase) -> None:
    with DjangoRecordings().record("test") as recording_id:
        DjangoProposalStore().add(recording_id, case)


@pytest.fixture
def proposals(db: None) -> None:
    """Three proposals, and no catalogue."""
    for case, group in zip(cases(), ("Voksne", "Voksne", "Unge"), strict=True):
        _add(replace(case, target_group=group))


def _said(answer: Any) -> str:
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())
    return re.sub(r" ([.,;:])", r"\1", words)


def _text(client: Client, address: str = PAGE) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return _said(answer)


def _save(client: Client, *codes: str, **fields: str) -> Any:
    return client.post("/katalog/nyt", {"titel": TITLE, "kode": codes, "handling": "gem", **fields})


def _version() -> int:
    own = DjangoOwnCatalogueStore().find(1)
    assert own is not None
    return own.version


def _press(client: Client, what: str, **fields: str) -> Any:
    return client.post(f"{PAGE}/{what}", {"version": _version(), **fields})


def _revise(code: str = "UN1", **changed: object) -> None:
    revision = DjangoProposalStore().find(code)
    assert revision is not None
    _add(replace(revision.case, **changed))  # type: ignore[arg-type]


def test_a_catalogue_is_assembled_from_a_title_and_ticks(controller: Client, proposals: None) -> None:
    assert _save(controller, "BO1", "BO2", "UN1").headers["Location"] == PAGE
    text = _text(controller)
    assert (
        "Kataloget lover 1,5 mio. kr. i 2027, stigende til 2,5 i 2030, fordelt på 3 forslag i 2 målgrupper; "
        "det kræver 0,40 mio. kr. fra investeringspuljerne i 2027 og 0,50 i alt i 2027–2028." in text
    )
    assert "2027-priser; besparelser er minus · samlet i Effektspor, senest ændret af" in text
    assert "følger forslagenes nyeste revision" in text
    assert "BO2 Egen bolig −200 −700 −700 −700 Afviger med en grund Kun Service" in text
    assert "BO1 Færre døgn på botilbud −1.000 −1.500 −1.500 −1.500 Stemmer" in text
    assert "trykt i papiret" not in text


def test_each_step_shows_the_form_again_with_what_is_chosen(controller: Client, proposals: None) -> None:
    before = RecordingRow.objects.count()
    answer = controller.post("/katalog/nyt", {"titel": TITLE, "kode": ["BO2", "UN1"], "handling": "tilfoej"})
    page = answer.content.decode()
    assert (answer.status_code, "2 forslag i kataloget" in _said(answer)) == (200, True)
    assert f'value="{TITLE}"' in page
    assert '<option value="kun Service" selected>Kun Service</option>' in page
    assert 'name="gruppe-BO2" value="Voksne"' in page
    assert re.findall(r'name="kode" value="(\w+)"', page) == ["BO1"], "what is chosen cannot be chosen again"
    assert RecordingRow.objects.count() == before, "nothing is kept before it is saved"


def test_groups_move_and_proposals_are_taken_out(controller: Client, proposals: None) -> None:
    typed = {"titel": TITLE, "valgt": ["BO1", "UN1"], "gruppe-BO1": "Voksne", "gruppe-UN1": "Unge",
             "orden": ["Voksne", "Unge"]}  # fmt: skip
    page = controller.post("/katalog/nyt", typed | {"handling": "ned:0"}).content.decode()
    assert re.findall(r'name="orden" value="(\w+)"', page) == ["Unge", "Voksne"]
    page = controller.post("/katalog/nyt", typed | {"handling": "fjern:BO1"}).content.decode()
    assert re.findall(r'name="valgt" value="(\w+)"', page) == ["UN1"]
    for harmless in ("op:0", "ned:1", "ned:x", "op:²", "ukendt", "fjern:"):
        page = controller.post("/katalog/nyt", typed | {"handling": harmless}).content.decode()
        assert re.findall(r'name="valgt" value="(\w+)"', page) == ["BO1", "UN1"], harmless


def test_a_group_by_a_new_name_stays_in_its_place(controller: Client, proposals: None) -> None:
    typed = {"titel": TITLE, "valgt": ["BO1", "BO2", "UN1"], "orden": ["Voksne", "Unge"], "gruppe-BO1": "Botilbud",
             "gruppe-BO2": "Botilbud", "gruppe-UN1": "Unge", "handling": "vis"}  # fmt: skip
    order = r'name="orden" value="(\w+)"'
    assert re.findall(order, controller.post("/katalog/nyt", typed).content.decode()) == ["Botilbud", "Unge"]
    moved = typed | {"gruppe-BO1": "Unge", "gruppe-BO2": "Voksne"}
    page = controller.post("/katalog/nyt", moved).content.decode()
    assert re.findall(order, page) == ["Voksne", "Unge"], "one that moves to a later group does not bring it forward"
    assert re.findall(r'name="valgt" value="(\w+)"', page) == ["BO2", "BO1", "UN1"]


def test_a_filter_hides_no_tick(controller: Client, proposals: None) -> None:
    typed = {"titel": TITLE, "kode": ["UN1"], "soeg": "bolig", "handling": "vis"}
    page = controller.post("/katalog/nyt", typed).content.decode()
    assert 'type="hidden" name="kode" value="UN1"' in page
    assert re.findall(r'type="checkbox"[^>]*value="(\w+)"', page) == ["BO2"]


def test_what_must_not_both_be_counted_is_flagged_while_choosing(controller: Client, proposals: None) -> None:
    _revise("BO2", links=(Link(LinkKind.ALTERNATIVE, "BO1"),))
    said = "BO2 · alternativ til BO1: tæl kun de kroner med én gang."
    assert said not in _said(controller.post("/katalog/nyt", {"kode": ["BO2"], "handling": "vis"}))
    assert said in _said(controller.post("/katalog/nyt", {"kode": ["BO2", "BO1"], "handling": "vis"}))


def test_two_price_levels_are_told_with_their_rows_and_a_missing_year_is_a_sentence(
    controller: Client, proposals: None
) -> None:
    _revise("UN1", price_level="2026")
    text = _said(controller.post("/katalog/nyt", {"kode": ["BO1", "UN1"], "handling": "tilfoej"}))
    assert "UN1 er i 2026-priser; BO1 er i 2027-priser" in text
    assert "Kan ikke regnes om til 2027-priser. P/l-procenten (samlet) fra 2026 til 2027 findes ikke i" in text
    assert "Hvert forslags eget" not in text, "no level can be offered"
    answer = _save(controller, "BO1", "UN1", prisniveau="2027")
    assert answer.status_code == 422
    assert "UN1 kan ikke regnes om til 2027-priser: P/l-procenten" in _said(answer)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"titel": " "}, "Giv kataloget en titel."),
        ({"titel": "Borger 010190-1234"}, "ligner et CPR-nummer"),
        ({"titel": "x" * 201}, "Titlen er for lang"),
        ({"kode": []}, "Vælg mindst ét forslag."),
        ({"valgt": ["UN1"], "gruppe-UN1": " "}, "Skriv en målgruppe for UN1"),
        ({"valgt": ["UN1"], "gruppe-UN1": "Unge", "andel-UN1": "kun Anlæg"}, "andelen »kun Anlæg«"),
        ({"valgt": ["XX"], "gruppe-XX": "Unge"}, "Forslaget XX findes ikke"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    fields: dict[str, object], words: str, controller: Client, proposals: None
) -> None:
    answer = controller.post("/katalog/nyt", {"titel": TITLE, "kode": ["BO1"], "handling": "gem", **fields})
    assert (answer.status_code, words in _said(answer)) == (422, True)
    assert "010190-1234" not in answer.content.decode()
    assert DjangoOwnCatalogueStore().all() == []


def test_what_no_database_keeps_is_left_out(controller: Client, proposals: None) -> None:
    typed = {"titel": f"{TITLE}\x00", "valgt": ["BO1\x00"], "gruppe-BO1": "Voks\x00ne", "andel-BO1": "\x00",
             "kode": ["UN\x001"], "prisniveau": "\x00", "handling": "gem"}  # fmt: skip
    assert controller.post("/katalog/nyt", typed).status_code == 302
    own = DjangoOwnCatalogueStore().find(1)
    assert own is not None
    assert (own.title, [(each.code, each.target_group, each.share) for each in own.choices]) == (
        TITLE, [("BO1", "Voksne", ""), ("UN1", "Unge", "")],
    )  # fmt: skip


def test_locked_for_the_meeting_a_later_revision_is_told_and_can_be_used(controller: Client, proposals: None) -> None:
    _save(controller, "BO1", "UN1")
    assert _press(controller, "laas").headers["Location"] == PAGE
    text = _text(controller)
    assert "låst til mødet" in text
    assert "Redigér" not in text
    assert controller.get(f"{PAGE}/rediger").status_code == 422
    _revise("UN1", lines=(), title="Tidlig indsats igen")
    text = _text(controller)
    assert "UN1 er revideret siden: revision 2" in text
    assert "Tidlig indsats igen" not in text
    _press(controller, "brug-den-nye", kode="UN1")
    text = _text(controller)
    assert "er revideret siden" not in text
    assert "Tidlig indsats igen" in text
    _press(controller, "laas-op")
    assert "følger forslagenes nyeste revision" in _text(controller)


def test_a_change_is_undone_and_a_removed_catalogue_brought_back(controller: Client, proposals: None) -> None:
    _save(controller, "BO1")
    edited = {"titel": "Et andet navn", "valgt": ["BO1"], "gruppe-BO1": "Voksne", "version": _version(),
              "handling": "gem"}  # fmt: skip
    assert controller.post(f"{PAGE}/rediger", edited).status_code == 302
    assert "Et andet navn" in _text(controller)
    _press(controller, "fortryd")
    assert TITLE in _text(controller)
    assert _press(controller, "slet").headers["Location"] == "/katalog/"
    assert controller.get(PAGE).status_code == 404
    text = _text(controller, "/katalog/")
    assert f"Slettede kataloger {TITLE} Fortryd" in text
    controller.post(f"{PAGE}/hent-tilbage")
    assert TITLE in _text(controller)


def test_an_old_page_changes_nothing(controller: Client, proposals: None) -> None:
    _save(controller, "BO1")
    for what in ("laas", "slet", "fortryd", "laas-op", "brug-den-nye"):
        answer = controller.post(f"{PAGE}/{what}", {"version": "1"})
        assert (answer.status_code, "ændret, siden du åbnede det" in _said(answer)) == (422, True), what
    for strange in ("", "²", "9" * 40, "-1"):
        assert controller.post(f"{PAGE}/laas", {"version": strange}).status_code == 422


def test_the_papers_and_files_are_of_both_kinds(controller: Client, proposals: None) -> None:
    _save(controller, "BO1", "BO2", "UN1")
    word = Document(BytesIO(controller.get(f"{PAGE}/bilag.docx").content))
    printed = {cell.text for table in word.tables for row in table.rows for cell in row.cells}
    assert {"−1.500", "−2.800", "Egen bolig – investeringsbehov"} <= printed
    sheet = load_workbook(BytesIO(controller.get(f"{PAGE}/bilag.xlsx").content)).worksheets[0]
    assert "Færre døgn på botilbud" in {cell.value for row in sheet.iter_rows() for cell in row}
    rows = controller.get(f"{PAGE}/raekker.csv?maalgruppe=Unge").content.decode("utf-8-sig").splitlines()
    assert rows[1].startswith("Unge;UN1;;Tidlig indsats;Nettoeffektivisering;Service;-300;-300;-600;-300;Stemmer;")


def test_an_annex_is_not_made_of_a_row_without_its_share(controller: Client, proposals: None) -> None:
    _save(controller, "BO2")
    revision = DjangoProposalStore().find("BO2")
    assert revision is not None
    _revise("BO2", lines=revision.case.lines[:1])
    assert "Rækker mangler beløb BO2 har ikke længere andelen »kun Service« i revision 2" in _text(controller)
    answer = controller.get(f"{PAGE}/bilag.docx")
    assert (answer.status_code, "Bilaget kan ikke laves. BO2 har ikke længere" in _said(answer)) == (422, True)
    page = controller.get(f"{PAGE}/rediger").content.decode()
    assert "kun Service (findes ikke længere)" in unescape(page)


def test_a_proposal_says_which_catalogues_list_it(
    controller: Client, add_catalogue: Callable[..., int], proposals: None
) -> None:
    document_id = add_catalogue()
    _save(controller, "BO2")
    page = controller.get("/forslag/BO2").content.decode()
    assert f'Listet i <a href="{PAGE}">{TITLE}</a> (kun Service), <a href="/katalog/{document_id}">' in page
    assert TITLE not in _text(controller, "/forslag/UN1")
    _press(controller, "slet")
    assert f'Listet i <a href="/katalog/{document_id}">' in controller.get("/forslag/BO2").content.decode()


def test_both_kinds_stand_in_the_list(controller: Client, add_catalogue: Callable[..., int], proposals: None) -> None:
    add_catalogue()
    _save(controller, "BO1")
    text = _text(controller, "/katalog/")
    assert f"{TITLE} Samlet i Effektspor 2027–2030 1 −1.000 2027 −1.500 2030" in text
    assert "Katalog 2027 katalog.txt" in text


def test_a_papers_catalogue_is_not_edited_here(
    controller: Client, add_catalogue: Callable[..., int], proposals: None
) -> None:
    key = add_catalogue()
    assert controller.get(f"/katalog/{key}/rediger").status_code == 404
    assert controller.post(f"/katalog/{key}/slet", {"version": "1"}).status_code == 404
    assert controller.get("/katalog/eget-9").status_code == 404


def test_without_proposals_the_form_says_where_they_come_from(controller: Client, db: None) -> None:
    assert "Der er ingen forslag at samle endnu." in _text(controller, "/katalog/nyt")
