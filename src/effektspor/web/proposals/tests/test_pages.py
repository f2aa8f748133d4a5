from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client
from tests.contracts.case_values import case, stated, years

from effektspor.app.proposal_ports import Revision
from effektspor.core.proposals.details import Link, LinkKind
from effektspor.web.accounts.models import Role, User
from effektspor.web.proposals.tests.conftest import add_proposal

pytestmark = pytest.mark.django_db


def _page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_proposal_says_what_it_comes_to_and_how_it_is_paid_back(controller: Client, proposal: Revision) -> None:
    page = _page(controller, "/forslag/SO12")
    assert "400.000 kr." in page
    assert "tjent hjem på 2 år" in page
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in page
    assert "Tabel 1. Forslagets samlede økonomi" in page
    assert "Summerne stemmer." in page
    assert "Opgørelse i sagssystemet" in page


@pytest.mark.parametrize(
    ("thousands", "said"),
    [
        ((-900, -900, -900, -900), "</a> netto i 2027, og det samme hvert år derefter."),
        ((-900, -900, -800, -900), "</a> netto i 2027 og <a"),
        ((0, 0, 0, -900), "</a> netto i 2030."),
        ((300, -900, -900, -900), " netto i 2027 og sparer <a"),
        ((0, 0, 0, 0), "Forslaget ændrer ikke noget varigt endnu."),
    ],
)
def test_the_sentence_says_what_the_years_are(
    thousands: tuple[int, ...], said: str, controller: Client, users: dict[Role, User]
) -> None:
    line = replace(case().lines[0], amounts=years(*thousands))
    add_proposal(replace(case(), lines=(line,)))
    assert said in _page(controller, "/forslag/SO12")


def test_sums_a_paper_states_otherwise_are_shown_beside_the_computed(
    controller: Client, users: dict[Role, User]
) -> None:
    wrong = replace(stated(case()).stated, permanent=case(saved=-1000).lines[0].amounts, payback_total=5)
    add_proposal(replace(case(), stated=wrong))
    page = _page(controller, "/forslag/SO12")
    assert "Papirets egne summer stemmer ikke" in page
    assert "afviger fra det beregnede" in page


def test_the_list_is_filtered_by_its_address(controller: Client, proposal: Revision) -> None:
    add_proposal(replace(case("HA04"), target_group="Borgere med handicap"))
    page = _page(controller, "/forslag/?maalgruppe=Borgere+med+handicap")
    assert "HA04" in page
    assert "/forslag/SO12" not in page
    assert "Ingen forslag passer til valget" in _page(controller, "/forslag/?soeg=findes-ikke")
    assert "/forslag/SO12" in _page(controller, "/forslag/?beslutning=ikke-besluttet&soeg=tidlig")


def test_the_files_hold_what_the_filter_shows(controller: Client, proposal: Revision) -> None:
    add_proposal(case("HA04"))
    rows = controller.get("/forslag/forslag.csv?soeg=HA04").content.decode("utf-8-sig").splitlines()
    assert len(rows) == 2
    assert rows[0].startswith("Kode;Titel;Målgruppe;Revision;Mærke;Netto 2027, kr.;")
    assert rows[1].startswith("HA04;Tidlig støtte i egen bolig;Borgere med sindslidelse;1;;−400.000;−900.000;")
    assert controller.get("/forslag/forslag.xlsx").content.startswith(b"PK")


def test_what_replaces_another_is_said_on_both(controller: Client, proposal: Revision) -> None:
    add_proposal(replace(case("SO15"), links=(Link(LinkKind.REPLACES, "SO12"),)))
    assert 'erstattet af <a href="/forslag/SO15">' in _page(controller, "/forslag/SO12")
    replacing = _page(controller, "/forslag/SO15")
    assert 'Erstatter <a href="/forslag/SO12">' in replacing
    assert "Tæl kun pengene med én gang" in replacing
    assert "Erstattet af SO15" in _page(controller, "/forslag/")


def test_a_link_to_no_proposal_is_said(controller: Client, proposal: Revision) -> None:
    assert "Der findes intet forslag med den kode." in _page(controller, "/forslag/SO12")


def test_an_old_revision_can_be_seen_and_says_that_it_is_old(controller: Client, proposal: Revision) -> None:
    add_proposal(case(saved=-1000), note="Færre pladser")
    old = _page(controller, "/forslag/SO12?revision=1")
    assert "Det er en ældre revision." in old
    assert "Beslut</a>" not in old
    assert "Færre pladser" in _page(controller, "/forslag/SO12")


def test_two_revisions_are_compared_with_the_difference(controller: Client, proposal: Revision) -> None:
    add_proposal(replace(case(saved=-1000), title="Støtte i egen bolig"))
    page = _page(controller, "/forslag/SO12/sammenlign?fra=1&til=2")
    assert "5 rækker har andre beløb og 1 felt har en anden tekst." in page
    assert '<td class="n">+200</td>' in page
    assert "<del>Tidlig støtte i egen bolig</del>" in page
    assert "siger det samme" in _page(controller, "/forslag/SO12/sammenlign?fra=1&til=1")


@pytest.mark.parametrize(
    "address", ["/forslag/SO99", "/forslag/SO12?revision=7", "/forslag/SO12/sammenlign?til=9", "/forslag/SO99/rediger"]
)
def test_what_is_not_there_is_no_page(address: str, controller: Client, proposal: Revision) -> None:
    assert controller.get(address).status_code == 404


def test_without_proposals_the_pages_say_how_they_come(
    as_role: Callable[[Role], Client], controller: Client, users: dict[Role, User]
) -> None:
    assert "Her står forslagene, når de er skrevet" in _page(controller, "/forslag/")
    assert "Nyt forslag" not in _page(as_role(Role.AUDITOR), "/forslag/")
    assert "Her står hver beslutning" in _page(controller, "/forslag/beslutninger")


def test_the_buttons_are_those_a_role_may_use(as_role: Callable[[Role], Client], proposal: Revision) -> None:
    manager, proposer = (_page(as_role(role), "/forslag/SO12") for role in (Role.MANAGER, Role.PROPOSER))
    assert "/forslag/SO12/beslut" in manager
    assert "Revidér" not in manager
    assert "Revidér" not in proposer
    assert "Nyt forslag" in _page(as_role(Role.PROPOSER), "/forslag/")


@pytest.mark.parametrize(("suffix", "start"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_any_revision_is_sent_as_a_paper(suffix: str, start: bytes, controller: Client, proposal: Revision) -> None:
    add_proposal(case(saved=-1000))
    answer = controller.get(f"/forslag/SO12/bilag.{suffix}?revision=1")
    assert answer.content.startswith(start)
    assert f'revision-1.{suffix}"' in answer["Content-Disposition"]


def test_a_paper_with_an_error_is_refused_with_what_is_wrong(controller: Client, users: dict[Role, User]) -> None:
    wrong = replace(stated(case()).stated, permanent=years(-400, -900, -800, -900))
    add_proposal(replace(case(), stated=wrong))
    answer = controller.get("/forslag/SO12/bilag.pdf")
    assert answer.status_code == 422
    assert "Samlet varig ændring" in answer.content.decode()
