"""WCAG 2.1 AA by axe on every page, at full and at half a screen; nothing scrolls sideways."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from effektspor.web.accounts.demo import add_demo_users, log_in_links
from effektspor.web.accounts.models import Role
from effektspor.web.log.store import DjangoRecordings
from tests.browser.conftest import AXE, WIDTHS

_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}


def violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run(document, rules)", _RULES)["violations"]
    return [f"{page.url} {each['id']}: {each['nodes'][0]['html'][:120]}" for each in found]


def widest(page: Page) -> int:
    width: int = page.evaluate("document.documentElement.scrollWidth")
    return width


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_is_clean(width: int, logged_in: Callable[..., Page], addresses: list[str]) -> None:
    page = logged_in(Role.CONTROLLER, width)
    found: list[str] = []
    for address in addresses:
        page.goto(address)
        assert widest(page) <= width, f"{address} scrolls sideways at {width} px"
        found += violations(page)
    assert found == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_log_in_page_is_clean(width: int, open_page: Callable[..., Page], transactional_db: None) -> None:
    page = open_page(width)
    page.goto("/log-ind/")
    found = violations(page)
    page.get_by_role("button", name="Log ind").click()
    assert found + violations(page) == []


def test_the_administrators_overview_is_clean(logged_in: Callable[..., Page]) -> None:
    assert violations(logged_in(Role.ADMINISTRATOR)) == []


def test_the_pages_that_refuse_are_clean(logged_in: Callable[..., Page]) -> None:
    page = logged_in(Role.ADMINISTRATOR, refused=True)
    found: list[str] = []
    for address in ("/findes-ikke", "/dokumenter/", "/?q=010190-1234", "/log-ind/engang/demo-leder/brugt/"):
        page.goto(address)
        found += violations(page)
    assert found == []


def test_the_pages_without_data_are_clean(open_page: Callable[..., Page], transactional_db: None) -> None:
    add_demo_users(DjangoRecordings())
    page = open_page()
    page.goto(dict(log_in_links(""))[Role.CONTROLLER.label])
    found = violations(page)
    for address in ("/dokumenter/", "/handleplan/"):
        page.goto(address)
        found += violations(page)
    assert found == []


def test_a_page_prints_as_a_paper(logged_in: Callable[..., Page]) -> None:
    page = logged_in(Role.CONTROLLER)
    page.goto("/handleplan/")
    page.emulate_media(media="print")
    assert page.locator(".navigation-menu").is_hidden()
    assert page.locator(".es-actions").is_hidden()
    assert page.locator("#status-tiltag-1").is_visible()
