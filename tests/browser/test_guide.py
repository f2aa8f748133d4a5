"""The guide's chapters, run as they are written: the numbered headings are the steps of the test.

EFFEKTSPOR_PICTURES=1 takes the pictures anew; else it is only checked that each picture is there.
"""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from effektspor.web.accounts.models import Role

DOCS = Path(__file__).parents[2] / "docs"
CHAPTER = DOCS / "vejledning" / "01-fra-papir-til-bilag.md"
TAKE_PICTURES = os.environ.get("EFFEKTSPOR_PICTURES") == "1"
Picture = Callable[[str], None]


def _log_in(page: Page, picture: Picture) -> None:
    expect(page.get_by_role("heading", name="Overblik")).to_be_visible()
    picture("vejledning/billeder/1-overblik.png")


def _open_what_is_urgent(page: Page, picture: Picture) -> None:
    urgent = page.get_by_role("region", name="Det haster")
    urgent.get_by_role("link", name="Øget effekt af styrket opfølgning").click()
    expect(page.get_by_role("region", name="Fund")).to_contain_text("Afklares")
    picture("vejledning/billeder/2-papir.png")
    picture("billeder/dokument.png")


def _from_finding_to_place(page: Page, picture: Picture) -> None:
    page.get_by_role("link", name="Vis stedet i papiret").click()
    expect(page.locator("tr:target")).to_contain_text("Samlet ændring (Netto)")
    picture("vejledning/billeder/3-sted.png")


def _see_the_plan(page: Page, picture: Picture) -> None:
    page.get_by_role("navigation", name="Hovedmenu").get_by_role("link", name="Handleplan").click()
    expect(page.locator("#netto")).to_contain_text("9,38")
    picture("vejledning/billeder/4-handleplan.png")
    picture("billeder/handleplan.png")
    page.locator("#tiltag-3").get_by_role("link", name="Status").click()
    expect(page.locator("#status-tiltag-3")).to_contain_text("13 borgere")


def _fetch_the_paper(page: Page, picture: Picture) -> None:
    for name, start in (("Bilag som Word", b"PK"), ("Bilag som PDF", b"%PDF")):
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        assert download.value.path().read_bytes().startswith(start)


STEPS = {
    "1. Log ind": _log_in,
    "2. Åbn det papir, der haster": _open_what_is_urgent,
    "3. Gå fra fundet til stedet": _from_finding_to_place,
    "4. Se den økonomiske handleplan": _see_the_plan,
    "5. Hent bilaget": _fetch_the_paper,
}


def test_the_chapter_has_the_steps_of_the_test() -> None:
    headings = re.findall(r"^## (\d+\. .+)$", CHAPTER.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == list(STEPS)


@pytest.fixture
def picture_of(request: pytest.FixtureRequest) -> Callable[[Page], Picture]:
    def bound(page: Page) -> Picture:
        def picture(name: str) -> None:
            if TAKE_PICTURES:
                page.screenshot(path=DOCS / name)
            assert (DOCS / name).is_file(), "take the pictures: EFFEKTSPOR_PICTURES=1 scripts/test --no-check browser"

        return picture

    return bound


def test_the_chapter_can_be_followed(logged_in: Callable[..., Page], picture_of: Callable[[Page], Picture]) -> None:
    page = logged_in(Role.CONTROLLER)
    for step in STEPS.values():
        step(page, picture_of(page))
