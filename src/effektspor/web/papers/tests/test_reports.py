"""The page Rapporter: which papers can be made, whether they can be let out, and what was."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from effektspor.app.documents import File
from effektspor.app.proposal_ports import CatalogueChoice, OwnCatalogue
from effektspor.web.accounts.models import Role
from effektspor.web.catalogue.own_store import DjangoOwnCatalogueStore
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.papers import checked
from effektspor.web.papers.page import AskedPapers, papers_page
from effektspor.web.papers.store import DjangoReleaseStore
from effektspor.web.proposals.store import DjangoProposalStore


def _page(client: Client, address: str = "/rapporter/") -> str:
    text = re.sub(r"<[^>]+>", " ", client.get(address).content.decode())
    return re.sub(r"\s+", " ", text)


def _revise(code: str, **changes: object) -> None:
    revision = DjangoProposalStore().find(code)
    assert revision is not None
    with DjangoRecordings().record("proposals.revise") as recording_id:
        DjangoProposalStore().add(recording_id, replace(revision.case, **changes))  # type: ignore[arg-type]


def test_the_papers_stand_in_groups_with_their_data_and_checks(controller: Client, demo_papers: list[File]) -> None:
    page = _page(controller)
    for heading in ("Status på handleplanen", "Strateginotater", "Bilag 1a til kataloger", "Business cases",
                    "Budgetforslag"):  # fmt: skip
        assert heading in page, heading
    assert "2 papirer er stoppet af en fejl: TV03b , UD04 ." in page
    assert page.count("Stoppet af 1 fejl") == 2
    assert page.count("Kan frigives") > 20
    assert re.search(r"HA04 – .* Revision 1 .* \d\d\.\d\d\.\d{4} registrering \d+ Kan frigives", page)


def test_only_a_leader_is_offered_to_release(as_role: Callable[[Role], Client], demo_papers: list[File]) -> None:
    assert "Frigiv : HA04" in _page(as_role(Role.MANAGER))
    assert "Frigiv : HA04" not in _page(as_role(Role.CONTROLLER))


def test_a_release_is_listed_and_is_unchanged_until_its_data_change(
    as_role: Callable[[Role], Client], demo_papers: list[File]
) -> None:
    leader = as_role(Role.MANAGER)
    leader.post("/rapporter/forslag/HA04/frigiv", {"suffix": "pdf", "reason": "Til mødet"})
    sha256 = DjangoReleaseStore().all()[0].sha256
    html, page = leader.get("/rapporter/").content.decode(), _page(leader)
    assert f'title="{sha256}"' in html
    assert f'data-copy="{sha256}"' in html
    assert "Uændret siden" in page
    assert "Til mødet" in page
    _revise("HA04", summary="Et nyt resumé.")
    assert "Ændret siden" in _page(leader)
    _revise("HA04", summary=_first_summary("HA04"))
    assert "Uændret siden" in _page(leader), "it says what it said, whatever revision says it"
    assert "Til mødet" in _page(leader, "/rapporter/frigivelser")


def _first_summary(code: str) -> str:
    first = DjangoProposalStore().revision(code, 1)
    assert first is not None
    return first.case.summary


def test_proposals_are_found_by_code_or_title(controller: Client, demo_papers: list[File]) -> None:
    page = _page(controller, "/rapporter/?soeg=ud04")
    assert "1 af 22 forslag passer" in page
    assert "HA04 –" not in page
    assert "Status på handleplanen" in page, "the others stay"
    assert "Ingen forslag passer" in _page(controller, "/rapporter/?soeg=findes-ikke")


def test_many_proposals_come_in_pages(controller: Client, demo_papers: list[File]) -> None:
    _add_proposals(30)
    assert "Side 1 af 3" in _page(controller)
    assert "Side 3 af 3" in _page(controller, "/rapporter/?side=99")
    assert len(papers_page(AskedPapers(number=3)).groups[3].rows) <= 25


def _add_proposals(count: int) -> None:
    revision = DjangoProposalStore().find("HA04")
    assert revision is not None
    with DjangoRecordings().record("test") as recording_id:
        for number in range(count):
            DjangoProposalStore().add(recording_id, replace(revision.case, code=f"AA{number:02}"))


def _queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/rapporter/").status_code == 200
    return len(queries)


def test_more_proposals_and_releases_ask_no_more(as_role: Callable[[Role], Client], demo_papers: list[File]) -> None:
    leader = as_role(Role.MANAGER)
    leader.post("/rapporter/forslag/HA04/frigiv", {"suffix": "docx"})
    few = _queries(leader)
    _add_proposals(60)
    for code in ("HA05", "AA01", "AA02"):
        leader.post(f"/rapporter/forslag/{code}/frigiv", {"suffix": "docx"})
    assert _queries(leader) == few


def test_a_paper_is_checked_once_and_again_when_it_changes(controller: Client, demo_papers: list[File]) -> None:
    controller.get("/rapporter/")
    once = _checks()
    controller.get("/rapporter/")
    assert _checks() == once, "checking is what takes long: on the second view nothing is checked"
    _revise("HA04", summary="Et nyt resumé, som intet andet papir har.")
    controller.get("/rapporter/")
    assert _checks() > once


def _checks() -> int:
    """How many papers have been checked so far."""
    remembered = (checked.checked_status, checked.checked_note, checked.checked_annex, checked.checked_case,
                  checked.checked_budget)  # fmt: skip
    return sum(each.cache_info().misses for each in remembered)


def _own_catalogue(*codes: str) -> int:
    own = OwnCatalogue("Katalog til budget 2027", tuple(CatalogueChoice(code, "Voksne") for code in codes))
    with DjangoRecordings().record("catalogue.save") as recording_id:
        return DjangoOwnCatalogueStore().add(recording_id, own)


def test_the_annex_to_a_catalogue_of_our_own_is_one_of_the_papers(
    as_role: Callable[[Role], Client], demo_papers: list[File]
) -> None:
    key, leader = f"eget-{_own_catalogue('HA04', 'HA05')}", as_role(Role.MANAGER)
    assert re.search(r"Katalog til budget 2027 \d\d\.\d\d\.\d{4} registrering \d+ Kan frigives", _page(leader))
    assert leader.post(f"/rapporter/bilag-1a/{key}/frigiv", {"suffix": "docx"}).content.startswith(b"PK")
    assert DjangoReleaseStore().all()[0].key == key
    assert "Uændret siden" in _page(leader)
    _revise("HA04", title="Et andet navn")
    assert "Ændret siden" in _page(leader)


def test_an_annex_that_cannot_be_made_says_why_and_is_not_offered(
    as_role: Callable[[Role], Client], demo_papers: list[File]
) -> None:
    key, leader = f"eget-{_own_catalogue('FINDES-IKKE')}", as_role(Role.MANAGER)
    assert "Kan ikke laves Bilaget kan ikke laves. Forslaget FINDES-IKKE findes ikke." in _page(leader)
    assert f"/rapporter/bilag-1a/{key}.docx" not in leader.get("/rapporter/").content.decode()
    assert leader.get(f"/rapporter/bilag-1a/{key}.docx").status_code == 422


@pytest.mark.django_db
def test_without_papers_the_page_says_how_they_get_here(controller: Client) -> None:
    assert "Her står papirerne til dagsordenen" in _page(controller)
    assert "Ingen papirer er frigivet endnu" in _page(controller, "/rapporter/frigivelser")
