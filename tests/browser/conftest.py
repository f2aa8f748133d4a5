"""A real browser against a live server on a file database; any message in its console fails the test."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from effektspor.app.documents import File
from effektspor.web.accounts.demo import add_demo_users, log_in_links
from effektspor.web.accounts.models import Role
from effektspor.web.log.store import DjangoRecordings

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = (1280, 720)
_DOWNLOADS = ("/bilag.", "/fund.")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("EFFEKTSPOR_CHROMIUM", "chromium")
    with sync_playwright() as playwright:
        # Chromium refuses its sandbox to root, and containers give it little shared memory.
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, live_server: Any) -> Iterator[Callable[..., Page]]:
    """Open pages of a given width; at the end nothing may have been said in a console or failed to load."""
    complaints: list[str] = []
    contexts = []

    def opened(width: int = 1280, *, refused: bool = False, script: bool = True) -> Page:
        """With `refused` the page is asked for what it does not get, which a browser also says in its console."""
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            base_url=live_server.url,
            locale="da-DK",
            java_script_enabled=script,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.extend(_told(message, refused=refused)))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("requestfailed", lambda request: complaints.extend(_failed(request)))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def _told(message: ConsoleMessage, *, refused: bool) -> list[str]:
    expected = refused and "the server responded with a status of 4" in message.text
    return [] if expected else [f"{message.type}: {message.text}"]


def _failed(request: Request) -> list[str]:
    # What a page was still loading when it was left, or a download the browser does not show, is given up, not broken.
    return [] if request.failure == "net::ERR_ABORTED" else [f"failed: {request.url} {request.failure}"]


@pytest.fixture
def link_of(transactional_db: None, demo_papers: list[File]) -> Callable[[Role], str]:
    """A one-time link per role, as scripts/run prints it."""

    def link(role: Role) -> str:
        add_demo_users(DjangoRecordings())
        return dict(log_in_links(""))[role.label]

    return link


@pytest.fixture
def logged_in(open_page: Callable[..., Page], link_of: Callable[[Role], str]) -> Callable[..., Page]:
    """Open a page where somebody of a role is logged in and stands on Overblik."""

    def page(role: Role = Role.CONTROLLER, width: int = 1280, **options: bool) -> Page:
        opened = open_page(width, **options)
        opened.goto(link_of(role))
        return opened

    return page


@pytest.fixture
def addresses(client: Client, demo_papers: list[File]) -> list[str]:
    """Every page a controller can open, each paper included."""
    from effektspor.web.documents.store import DjangoDocumentStore

    papers = [f"/dokumenter/{summary.id}" for summary in DjangoDocumentStore().summaries()]
    lists = ["/dokumenter/", "/dokumenter/?udfald=note", "/dokumenter/fund", "/dokumenter/fund?kode=findes-ikke"]
    return ["/", *lists, *papers, "/handleplan/"]
