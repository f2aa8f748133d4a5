"""A catalogue of our own: assembled by mouse, by the keyboard alone and without script; clean at every width."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from effektspor.app.proposal_ports import CatalogueChoice, OwnCatalogue
from effektspor.web.accounts.models import Role
from effektspor.web.catalogue.own_store import DjangoOwnCatalogueStore
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.proposals.store import DjangoProposalStore
from tests.browser.conftest import WIDTHS
from tests.browser.test_accessible import violations, widest
from tests.browser.test_whole_way import tab_to

TITLE = "Omprioriteringskatalog for budget 2027"


@pytest.fixture
def kept(demo_papers: object) -> str:
    """A catalogue that was locked before one of its rows was revised in another price level."""
    store, own = DjangoProposalStore(), DjangoOwnCatalogueStore()
    choices = (
        CatalogueChoice("HA04", "Handicap", revision=1),
        CatalogueChoice("TF03", "Voksne", investment="", revision=1),
    )
    with DjangoRecordings().record("test") as recording_id:
        number = own.add(recording_id, OwnCatalogue(TITLE, choices, locked_on=date(2026, 11, 26)))
        revision = store.find("HA04")
        assert revision is not None
        store.add(recording_id, replace(revision.case, price_level="2019"), "Nyt prisniveau")
    return f"/katalog/eget-{number}"


def _clean(page: Page, width: int) -> None:
    assert widest(page) <= width, f"{page.url} scrolls sideways at {width} px"
    assert violations(page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_of_it_is_clean(width: int, logged_in: Callable[..., Page], kept: str) -> None:
    page = logged_in(Role.CONTROLLER, width)
    page.goto(kept)
    expect(page.get_by_text("er revideret siden")).to_be_visible()
    _clean(page, width)
    page.get_by_role("button", name="Brug den nye").click()
    expect(page.get_by_text("er revideret siden")).to_have_count(0)
    expect(page.get_by_text("HA04 er i 2019-priser")).to_be_visible()
    page.get_by_role("button", name="Lås op").click()
    page.get_by_role("link", name="Redigér", exact=True).click()
    expect(page.get_by_text("Kan ikke regnes om til 2018-priser.")).to_be_visible()
    _clean(page, width)
    page.goto("/katalog/nyt")
    _clean(page, width)
    page.goto("/katalog/")
    _clean(page, width)
    page.goto("/forslag/HA04")
    expect(page.get_by_role("link", name=TITLE)).to_be_visible()
    _clean(page, width)


def test_a_refusal_is_clean_and_has_the_focus(logged_in: Callable[..., Page]) -> None:
    page = logged_in(Role.CONTROLLER, refused=True)
    page.goto("/katalog/nyt")
    page.get_by_label("HA04").check()
    page.get_by_role("button", name="Saml kataloget").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_contain_text("Giv kataloget en titel.")
    expect(page.get_by_label("Målgruppe for HA04")).to_have_value("Borgere med handicap")
    page.get_by_role("link", name="Giv kataloget en titel.").click()
    expect(page.get_by_label("Titel", exact=True)).to_be_focused()
    _clean(page, 1280)


def test_what_it_comes_to_follows_each_choice(logged_in: Callable[..., Page]) -> None:
    page = logged_in(Role.CONTROLLER)
    page.goto("/katalog/nyt")
    given = page.get_by_role("status")
    expect(given).to_contain_text("Kataloget er tomt")
    page.get_by_label("TF03").check()
    expect(given).to_contain_text("fordelt på 1 forslag i 1 målgruppe")
    page.get_by_role("button", name="Tilføj de valgte").click()
    expect(page.get_by_label("Målgruppe for TF03")).to_be_focused()
    expect(given).to_contain_text("fra investeringspuljerne")
    page.get_by_label("Investeringsbehov for TF03").select_option("Vises ikke")
    expect(given).not_to_contain_text("fra investeringspuljerne")
    page.get_by_label("Målgruppe", exact=True).select_option("Hjemmepleje")
    expect(page.get_by_text("2 forslag, netto i 1.000 kr.")).to_be_visible()
    expect(page.get_by_label("Investeringsbehov for TF03")).to_have_value("nej")


def test_by_keyboard_alone(logged_in: Callable[..., Page]) -> None:
    page = logged_in(Role.CONTROLLER)
    page.goto("/katalog/")
    tab_to(page, "Saml et katalog")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/katalog/nyt")
    page.keyboard.press("Tab")
    page.get_by_label("Titel", exact=True).focus()
    page.keyboard.type(TITLE)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Titel", exact=True)).to_have_value(TITLE)
    for code in ("HA04", "TF03"):
        tab_to(page, code)
        page.keyboard.press("Space")
    tab_to(page, "Tilføj de valgte")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Målgruppe for HA04")).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Handicap")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Vælg forslag").wait_for()
    page.get_by_label("Titel", exact=True).focus()
    tab_to(page, "Flyt ned")
    page.keyboard.press("Enter")
    expect(page.get_by_role("rowheader").filter(has_text="Flyt op")).to_contain_text("Handicap")
    tab_to(page, "Saml kataloget")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    tab_to(page, "Lås til mødet")
    page.keyboard.press("Enter")
    expect(page.get_by_text("låst til mødet")).to_be_visible()


def test_without_script(logged_in: Callable[..., Page]) -> None:
    page = logged_in(Role.CONTROLLER, script=False)
    page.goto("/katalog/nyt")
    page.get_by_label("Titel", exact=True).fill(TITLE)
    page.get_by_label("HA04").check()
    page.get_by_label("Målgruppe", exact=True).select_option("Hjemmepleje")
    page.get_by_role("button", name="Vis", exact=True).click()
    page.get_by_label("HJ02").check()
    page.get_by_role("button", name="Saml kataloget").click()
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(page.locator(".es-key")).to_contain_text("fordelt på 2 forslag i 2 målgrupper")
    page.get_by_role("button", name="Slet kataloget").click()
    page.get_by_role("button", name="Fortryd sletningen").click()
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
