"""Log in → finding → plan → export: by mouse, and by the keyboard alone."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from docx import Document as Word
from playwright.sync_api import Page, expect

from effektspor.web.accounts.models import Role

MOST_TABS = 120


def _figures(path: Path) -> set[str]:
    tables = Word(BytesIO(path.read_bytes())).tables
    return {cell.text for table in tables for row in table.rows for cell in row.cells}


def test_by_mouse(logged_in: Callable[..., Page]) -> None:
    page = logged_in(Role.CONTROLLER)
    page.get_by_role("link", name="Øget effekt af styrket opfølgning").first.click()
    expect(page.get_by_text("men rækkerne giver −8.825").first).to_be_visible()
    page.get_by_role("link", name="Vis stedet i papiret").first.click()
    expect(page.locator("tr:target")).to_contain_text("Samlet ændring (Netto)")
    page.get_by_role("navigation", name="Hovedmenu").get_by_role("link", name="Handleplan").click()
    expect(page.locator("#netto")).to_contain_text("9,38")
    with page.expect_download() as download:
        page.get_by_role("link", name="Bilag som Word").click()
    assert {"9,38", "10,88", "7,25"} <= _figures(download.value.path())


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what is in focus has that name; the user has no other way to get there."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if name in page.evaluate("document.activeElement.innerText || document.activeElement.value || ''"):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", f"the focus on {name} cannot be seen"
            return
    raise AssertionError(f"{name} cannot be reached with Tab")


def test_by_keyboard_alone(logged_in: Callable[..., Page]) -> None:
    page = logged_in(Role.CONTROLLER)
    tab_to(page, "Gå til sidens indhold")
    page.keyboard.press("Enter")
    tab_to(page, "Øget effekt af styrket opfølgning")
    page.keyboard.press("Enter")
    expect(page).to_have_title(
        "Øget effekt af styrket opfølgning og indkøbsaftaler på det specialiserede voksenområde – Effektspor"
    )
    tab_to(page, "Vis stedet i papiret")
    page.keyboard.press("Enter")
    expect(page.locator("tr:target")).to_contain_text("Samlet ændring (Netto)")
    page.goto("/")
    tab_to(page, "Handleplan")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/handleplan/")
    tab_to(page, "Bilag som PDF")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.path().read_bytes().startswith(b"%PDF")


def test_the_filter_lives_in_the_address_and_the_back_button_works(logged_in: Callable[..., Page]) -> None:
    page = logged_in(Role.CONTROLLER)
    page.goto("/dokumenter/")
    page.get_by_role("list", name="Vis fund med udfald").get_by_role("link", name="Afklares").click()
    expect(page).to_have_url("/dokumenter/?udfald=ask")
    expect(page.locator("tbody tr")).not_to_have_count(5)
    page.go_back()
    expect(page.locator("tbody tr")).to_have_count(5)


def test_a_measure_opens_in_place_by_its_address(logged_in: Callable[..., Page]) -> None:
    page = logged_in(Role.CONTROLLER)
    page.goto("/handleplan/#status-tiltag-3")
    expect(page.locator("#status-tiltag-3")).to_be_visible()
    expect(page.locator("#status-tiltag-4")).to_be_hidden()


def test_a_wrong_password_puts_the_focus_on_what_is_wrong(open_page: Callable[..., Page], db: None) -> None:
    page = open_page()
    page.goto("/log-ind/")
    page.get_by_label("Brugernavn").fill("anna")
    page.get_by_role("button", name="Log ind").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("Brugernavn")).to_have_value("anna")


def test_logging_off_ends_at_the_log_in_page(logged_in: Callable[..., Page]) -> None:
    page = logged_in(Role.MANAGER)
    page.get_by_role("button", name="Log af").click()
    expect(page).to_have_url("/log-ind/")
    page.goto("/handleplan/")
    expect(page.get_by_role("heading", name="Log ind")).to_be_visible()
