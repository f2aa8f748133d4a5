"""The plan's pages in a browser: axe at full and half a screen, the keyboard alone, print, and no script."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from effektspor.core.finding import Finding, Place, Verdict
from effektspor.web.accounts.models import Role, User
from effektspor.web.plans.estimates import DjangoEstimateStore
from effektspor.web.plans.store import DjangoPlanStore
from tests.browser.conftest import WIDTHS
from tests.browser.test_accessible import violations, widest
from tests.browser.test_whole_way import MOST_TABS, tab_to

TABS = ("", "opfoelgninger", "besparelser", "budget", "beslutninger", "planer", "strateginotat", "opfoelgning")


@pytest.fixture
def written(client: Client, transactional_db: None, demo_papers: Any) -> int:
    """A plan in which measure 1 is written of, with a round added; return the plan's number."""
    stored = DjangoPlanStore().current()
    assert stored is not None
    client.force_login(User.objects.create_user("skriver", role=Role.CONTROLLER))
    said = {"owner": "Centerchef", "accumulation": "yearly", "aar-2019": "2", "aar-2020": "2,5", "expected": "1,85",
            "indicators": "Antal ophold\nTakst", "status_text": "I gang", "comment": "Afventer udbud"}  # fmt: skip
    assert client.post(f"/handleplan/{stored.document_id}/gem/1", said).status_code == 302
    series = DjangoEstimateStore().all()[0]
    added = {"serie": series.id, "label": "4. opfølgning 2016", "as_of": "", "aar-2016": "13,9"}
    assert client.post("/handleplan/opfoelgning/gem", added).status_code == 302
    return stored.document_id


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_of_the_plan_is_clean(width: int, logged_in: Callable[..., Page], written: int) -> None:
    page = logged_in(Role.CONTROLLER, width)
    found: list[str] = []
    addresses = [*TABS, f"{written}/tiltag/1", "#status-tiltag-1", "?status=not_met", "?ansvarlig=Ukendt"]
    for address in addresses:
        page.goto(f"/handleplan/{address}")
        assert widest(page) <= width, f"{address} scrolls sideways at {width} px"
        found += violations(page)
    assert found == []


def test_a_form_that_is_refused_is_clean_and_has_the_focus(logged_in: Callable[..., Page], written: int) -> None:
    page = logged_in(Role.CONTROLLER, refused=True)
    page.goto(f"/handleplan/{written}/tiltag/2")
    page.get_by_label("2020", exact=True).fill("halvanden")
    page.get_by_role("button", name="Gem tiltag").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("2020", exact=True)).to_have_value("halvanden")
    assert violations(page) == []
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.get_by_label("2020", exact=True)).to_be_focused()


def test_the_page_that_stops_a_paper_is_clean(
    logged_in: Callable[..., Page], written: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = Finding("TAB-003", Verdict.ERROR, Place(table=1, row=3), "Summen passer ikke.", "Ret summen.")
    monkeypatch.setattr("effektspor.reports.release.open_errors", lambda document: [wrong])
    page = logged_in(Role.MANAGER, refused=True)
    page.goto("/handleplan/bilag.pdf")
    expect(page.get_by_role("heading", name="Bilaget er ikke frigivet")).to_be_visible()
    assert violations(page) == []
    page.get_by_label("Begrundelse").fill("Udvalget er orienteret.")
    with page.expect_download() as download:
        page.get_by_role("button", name="Frigiv med begrundelse").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")


def _tab_until(page: Page, reached: str) -> None:
    """Press Tab until what is in focus is what is meant; its frame can be seen."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate(reached):
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
            return
    raise AssertionError(f"Tab never reaches {reached}")


def test_a_measure_is_written_of_by_keyboard_alone(logged_in: Callable[..., Page], written: int) -> None:
    page = logged_in(Role.CONTROLLER)
    page.goto("/handleplan/")
    _tab_until(page, "document.activeElement.textContent === 'Ret tiltag 3'")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Ret tiltag 3")).to_be_visible()
    _tab_until(page, "document.activeElement.name === 'owner'")
    page.keyboard.type("Teamleder")
    tab_to(page, "Gem tiltag")
    page.keyboard.press("Enter")
    expect(page.locator("#tiltag-3")).to_contain_text("Teamleder")
    expect(page.locator("#status-tiltag-3")).to_contain_text("Rettet af")
    page.goto(f"/handleplan/?plan={written}#status-tiltag-1")
    _tab_until(page, "document.activeElement.textContent === 'Tag tilbage: Afventer udbud'")
    page.keyboard.press("Enter")
    expect(page.locator("#status-tiltag-1")).not_to_contain_text("Afventer udbud")
    _tab_until(page, "document.activeElement.textContent === 'Fortryd seneste ændring af tiltag 1'")
    page.keyboard.press("Enter")
    expect(page.locator("#tiltag-1")).not_to_contain_text("Centerchef")


def test_the_filter_works_without_script_and_lives_in_the_address(logged_in: Callable[..., Page], written: int) -> None:
    page = logged_in(Role.CONTROLLER, script=False)
    page.goto("/handleplan/")
    page.get_by_label("Status", exact=True).select_option("Nået delvist")
    page.get_by_role("button", name="Vis").click()
    expect(page.get_by_role("status")).to_contain_text("2 tiltag vises af 10")
    assert "status=partly" in page.url


def test_the_filter_changes_the_address_as_it_is_chosen(logged_in: Callable[..., Page], written: int) -> None:
    page = logged_in(Role.CONTROLLER)
    page.goto("/handleplan/")
    page.get_by_label("Ansvarlig").select_option("Centerchef")
    expect(page).to_have_url("/handleplan/?ansvarlig=Centerchef")
    page.get_by_role("link", name="Vis alle tiltag").click()
    expect(page.locator("#tiltag-2")).to_be_visible()


def test_a_figure_of_the_sentence_opens_its_table(logged_in: Callable[..., Page], written: int) -> None:
    page = logged_in(Role.CONTROLLER)
    page.goto("/handleplan/budget")
    page.locator(".es-key a").first.click()
    assert "#budget-" in page.url
    expect(page.locator("table:target")).to_be_visible()


def test_the_tabs_print_as_papers(logged_in: Callable[..., Page], written: int) -> None:
    page = logged_in(Role.CONTROLLER)
    page.emulate_media(media="print")
    for address in ("opfoelgninger", "budget"):
        page.goto(f"/handleplan/{address}")
        assert page.locator(".es-tabs").is_hidden()
        assert page.locator(".es-fetch").first.is_hidden()
        assert page.locator("table").first.is_visible()
