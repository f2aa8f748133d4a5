"""Rapporter in a browser: axe at full and half a screen, the keyboard alone, a release, and an own template."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from effektspor.reports.template_check import built_in
from effektspor.web.accounts.models import Role
from tests.browser.conftest import WIDTHS
from tests.browser.test_accessible import violations, widest
from tests.browser.test_plan_pages import _tab_until as tab_until
from tests.browser.test_whole_way import tab_to

ADDRESSES = ("/rapporter/", "/rapporter/?soeg=ud04", "/rapporter/?soeg=findes-ikke", "/rapporter/frigivelser",
             "/rapporter/skabeloner/", "/rapporter/forslag/HA04/frigiv", "/rapporter/forslag/UD04/frigiv")  # fmt: skip


@pytest.fixture(autouse=True)
def kept_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Uploaded templates are kept in a folder of this test's."""
    monkeypatch.setattr("effektspor.web.papers.templates_in_use.FOLDER", tmp_path / "skabeloner")


def _release(page: Page, code: str, reason: str) -> bytes:
    page.goto(f"/rapporter/forslag/{code}/frigiv")
    page.get_by_label("Word").check()
    page.get_by_label("Begrundelse").fill(reason)
    with page.expect_download() as download:
        page.get_by_role("button", name="Frigiv").click()
    return download.value.path().read_bytes()


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_of_the_papers_is_clean(width: int, logged_in: Callable[..., Page]) -> None:
    page = logged_in(Role.MANAGER, width, refused=True)
    assert _release(page, "HA04", "Til mødet den 8. december").startswith(b"PK")
    found: list[str] = []
    for address in ADDRESSES:
        page.goto(address)
        assert widest(page) <= width, f"{address} scrolls sideways at {width} px"
        found += violations(page)
    assert found == []


def test_a_stopped_paper_goes_out_with_a_reason(logged_in: Callable[..., Page]) -> None:
    page = logged_in(Role.MANAGER, refused=True)
    page.goto("/rapporter/")
    page.get_by_role("link", name=re.compile("Stoppet af 1 fejl.*UD04")).click()
    expect(page.get_by_role("heading", name="Bilaget er ikke frigivet")).to_be_visible()
    page.get_by_role("button", name="Frigiv med begrundelse").click()
    expect(page.get_by_role("alert")).to_be_focused()
    assert violations(page) == []
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.get_by_label("Begrundelse")).to_be_focused()
    page.keyboard.type("Udvalget er orienteret.")
    with page.expect_download() as download:
        page.get_by_role("button", name="Frigiv med begrundelse").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")
    page.goto("/rapporter/")
    expect(page.locator("#forslag-UD04")).to_contain_text("Uændret siden · med åben fejl")
    expect(page.locator("#frigivelser")).to_contain_text("Udvalget er orienteret.")


def test_the_error_is_one_link_away(logged_in: Callable[..., Page]) -> None:
    page = logged_in(Role.CONTROLLER, refused=True)
    page.goto("/forslag/UD04/bilag.pdf")
    page.get_by_role("link", name="Se fejlen i papiret").click()
    assert "#fund-" in page.url
    expect(page.locator(":target")).to_contain_text("TAB-003")


def test_a_paper_is_released_by_keyboard_alone(logged_in: Callable[..., Page]) -> None:
    page = logged_in(Role.MANAGER)
    page.goto("/rapporter/?soeg=ha04")
    tab_until(page, "document.activeElement.getAttribute('href') === '/rapporter/forslag/HA04/frigiv'")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Frigiv bilag")).to_be_visible()
    tab_to(page, "Frigiv")
    with page.expect_download():
        page.keyboard.press("Enter")
    page.goto("/rapporter/")
    expect(page.locator("#forslag-HA04")).to_contain_text("Uændret siden")


def test_the_search_changes_the_address_and_works_without_script(logged_in: Callable[..., Page]) -> None:
    page = logged_in(Role.CONTROLLER)
    page.goto("/rapporter/")
    page.get_by_label("Forslagets kode eller titel").fill("ud04")
    page.get_by_label("Forslagets kode eller titel").press("Enter")
    expect(page).to_have_url("/rapporter/?soeg=ud04")
    expect(page.get_by_role("status").first).to_contain_text("1 af 22 forslag")
    plain = logged_in(Role.CONTROLLER, script=False)
    plain.goto("/rapporter/")
    plain.get_by_label("Forslagets kode eller titel").fill("ha04")
    plain.get_by_role("button", name="Vis").click()
    assert "soeg=ha04" in plain.url


def test_a_template_is_put_into_use_and_taken_out_again(logged_in: Callable[..., Page], tmp_path: Path) -> None:
    page = logged_in(Role.ADMINISTRATOR, refused=True)
    page.get_by_role("link", name="Skabeloner").click()
    own = tmp_path / "egen.docx"
    own.write_bytes(built_in("forslag.docx").read_bytes())
    section = page.locator("#forslag")
    section.locator("input[type=file]").set_input_files(own)
    section.get_by_role("button", name="Læg op").click()
    expect(section).to_contain_text("lagt op her af")
    assert violations(page) == []
    section.get_by_role("button", name="Tag ud af brug").click()
    expect(section).to_contain_text("programmets egen")
    own.write_bytes(built_in("handleplan.docx").read_bytes())
    section.locator("input[type=file]").set_input_files(own)
    section.get_by_role("button", name="Læg op").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_contain_text("felt, der ikke findes")
    assert violations(page) == []


def test_the_list_prints_as_a_paper(logged_in: Callable[..., Page]) -> None:
    page = logged_in(Role.MANAGER)
    page.goto("/rapporter/")
    page.emulate_media(media="print")
    assert page.locator(".es-make").first.is_hidden()
    assert page.locator(".es-reports").first.is_visible()
