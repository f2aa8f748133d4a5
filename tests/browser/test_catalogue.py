"""The catalogue: by mouse, by the keyboard alone, without script; clean at full and at half a screen, and on paper."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from effektspor.web.accounts.models import Role
from effektspor.web.catalogue.store import DjangoCatalogueStore
from tests.browser.conftest import WIDTHS
from tests.browser.test_accessible import violations, widest
from tests.browser.test_whole_way import tab_to


@pytest.fixture
def address(demo_papers: object) -> str:
    """The catalogue of 2018: its 26 rows are of 21 proposals."""
    largest = max(DjangoCatalogueStore().all(), key=lambda stored: len(stored.catalogue.rows))
    return f"/katalog/{largest.id}"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("query", ["", "?maalgruppe=Hjemmepleje", "?tekst=findes-ikke", "?aar=2018&sorter=2018"])
def test_the_page_is_clean(query: str, width: int, logged_in: Callable[..., Page], address: str) -> None:
    page = logged_in(Role.CONTROLLER, width)
    page.goto(address + query)
    assert widest(page) <= width, f"{query} scrolls sideways at {width} px"
    assert violations(page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_list_is_clean(width: int, logged_in: Callable[..., Page]) -> None:
    page = logged_in(Role.CONTROLLER, width)
    page.goto("/katalog/")
    assert widest(page) <= width
    assert violations(page) == []


def test_by_mouse(logged_in: Callable[..., Page], address: str) -> None:
    page = logged_in(Role.CONTROLLER)
    page.goto(address)
    expect(page.locator(".es-key")).to_contain_text("65,3 mio. kr. i 2018, stigende til 70,4 i 2021")
    page.get_by_label("Mod business case", exact=True).select_option("Afviger")
    expect(page).to_have_url(f"{address}?afvigelse=fault")
    expect(page.get_by_role("status")).to_contain_text("Viser 1 af 26 rækker med afvigelsen Afviger")
    expect(page.locator(".es-key")).to_contain_text("De viste rækker lover 3,5 mio. kr. i 2018")
    page.get_by_label("År", exact=True).select_option("2020")
    expect(page).to_have_url(f"{address}?aar=2020&afvigelse=fault")
    page.go_back()
    expect(page.get_by_role("status")).to_contain_text("med afvigelsen Afviger. Alle")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert download.value.path().read_text(encoding="utf-8-sig").count("\n") == 2
    page.get_by_role("link", name="Vis alle rækker").click()
    expect(page).to_have_url(address)


def test_by_keyboard_alone(logged_in: Callable[..., Page], address: str) -> None:
    page = logged_in(Role.CONTROLLER)
    page.goto(address)
    page.get_by_label("Nr. eller ord").focus()
    page.keyboard.type("familiepleje")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}?tekst=familiepleje")
    expect(page.get_by_role("status")).to_contain_text("Viser 3 af 26 rækker")
    tab_to(page, "2018")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}?tekst=familiepleje&sorter=2018")
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("2018")
    tab_to(page, "TV01b")


def test_without_script(logged_in: Callable[..., Page], address: str) -> None:
    page = logged_in(Role.CONTROLLER, script=False)
    page.goto(address)
    page.get_by_label("Målgruppe").first.select_option("Hjemmepleje")
    page.get_by_role("button", name="Vis", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Viser 2 af 26 rækker med målgruppen Hjemmepleje")


def test_the_numbers_of_the_sentence_open_what_they_are_made_of(logged_in: Callable[..., Page], address: str) -> None:
    page = logged_in(Role.CONTROLLER)
    page.goto(address)
    for link in page.locator(".es-key a").all():
        target = (link.get_attribute("href") or "").partition("#")[2]
        assert page.locator(f"[id='{target}']").count() == 1, f"{link.inner_text()} opens nothing"


def test_it_prints_as_a_paper(logged_in: Callable[..., Page], address: str) -> None:
    page = logged_in(Role.CONTROLLER)
    page.goto(f"{address}?maalgruppe=Hjemmepleje")
    page.emulate_media(media="print")
    for hidden in (".es-choose", ".es-actions", ".navigation-menu"):
        assert page.locator(hidden).is_hidden()
    expect(page.get_by_text("Viser 2 af 26 rækker")).to_be_visible()
    expect(page.locator(".es-chart svg")).to_be_visible()
