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
from tests.browser import catalogue_guide, plan_guide, proposal_guide

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLES = DOCS / "vejledning" / "eksempler"
# A worker that has just been started, a queue and a process of its own for the reading.
READ_MS = 30_000
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
    page.get_by_role("link", name="Vis stedet i papiret").first.click()
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


def _lay_a_paper_up(page: Page, picture: Picture) -> None:
    page.get_by_role("navigation", name="Hovedmenu").get_by_role("link", name="Dokumenter").click()
    page.get_by_label("Læg papir op").set_input_files(EXAMPLES / "bostoette_2027.txt")
    page.get_by_role("button", name="Læg op").click()
    expect(page.get_by_role("status").get_by_text("er læst")).to_be_visible(timeout=READ_MS)
    expect(page.get_by_role("rowheader").get_by_text("bostoette_2027.txt")).to_be_visible()
    picture("vejledning/billeder/kontrol-1-laest.png")


def _see_the_finding(page: Page, picture: Picture) -> None:
    page.get_by_role("status").get_by_role("link", name="bostoette_2027.txt").click()
    expect(page.get_by_role("region", name="Fund")).to_contain_text("Fejl")
    picture("vejledning/billeder/kontrol-2-fund.png")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopiér sætningen").click()
    expect(page.get_by_text("Kopieret", exact=True)).to_be_visible()
    assert "−3.530" in page.evaluate("navigator.clipboard.readText()")


def _rule(page: Page, choice: str, reason: str) -> None:
    page.get_by_label(choice).check()
    page.get_by_label("Begrundelse").fill(reason)
    page.get_by_role("button", name="Gem afgørelse").click()


def _rule_on_the_finding(page: Page, picture: Picture) -> None:
    _rule(page, "Ikke en fejl", "Puljen er trukket fra i 2029")
    expect(page.get_by_text("1 af 1 afgjort, 1 som ikke en fejl")).to_be_visible()
    page.get_by_role("button", name="Fortryd").click()
    expect(page.get_by_text("0 af 1 afgjort")).to_be_visible()
    _rule(page, "Bekræftet", "To cifre er byttet om; forslagsstilleren retter.")
    expect(page.locator("#fund-1")).to_contain_text("Bekræftet")
    picture("vejledning/billeder/kontrol-3-afgjort.png")


def _lay_the_right_version_up(page: Page, picture: Picture) -> None:
    page.get_by_text("Læg ny version op").first.click()
    page.get_by_label("Læg ny version op").set_input_files(EXAMPLES / "bostoette_2027_rettet.txt")
    page.get_by_role("button", name="Læg op").click()
    page.get_by_role("status").get_by_role("link", name="bostoette_2027.txt").click(timeout=READ_MS)
    expect(page.get_by_text("Der er ingen fund i papiret.")).to_be_visible()
    picture("vejledning/billeder/kontrol-4-rettet.png")


def _find_across_papers(page: Page, picture: Picture) -> None:
    page.get_by_role("link", name="Dokumenter").first.click()
    page.get_by_role("link", name="Alle fund").click()
    expect(page.get_by_role("heading", name="Alle fund")).to_be_visible()
    picture("vejledning/billeder/kontrol-5-alle-fund.png")
    page.get_by_label("Afgørelse").select_option("Ikke afgjort")
    expect(page).to_have_url("/dokumenter/fund?afgoerelse=none")
    for name, start in (("Hent som CSV", b"\xef\xbb\xbfPapir;"), ("Hent som Excel", b"PK")):
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        assert download.value.path().read_bytes().startswith(start)


CHAPTERS = {
    "01-fra-papir-til-bilag": {
        "1. Log ind": _log_in,
        "2. Åbn det papir, der haster": _open_what_is_urgent,
        "3. Gå fra fundet til stedet": _from_finding_to_place,
        "4. Se den økonomiske handleplan": _see_the_plan,
        "5. Hent bilaget": _fetch_the_paper,
    },
    "02-kontroller-et-bilag": {
        "1. Læg papiret op": _lay_a_paper_up,
        "2. Se fundet på sin plads": _see_the_finding,
        "3. Afgør fundet": _rule_on_the_finding,
        "4. Læg den rettede udgave op": _lay_the_right_version_up,
        "5. Find fund på tværs af papirer": _find_across_papers,
    },
    "03-skriv-et-forslag": proposal_guide.STEPS,
    "04-saml-et-katalog": catalogue_guide.STEPS,
    "05-lav-status-til-udvalget": plan_guide.STEPS,
}


def test_every_chapter_is_run() -> None:
    assert {path.stem for path in (DOCS / "vejledning").glob("[0-9]*.md")} == set(CHAPTERS)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_has_the_steps_of_the_test(chapter: str) -> None:
    text = (DOCS / "vejledning" / f"{chapter}.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\d+\. .+)$", text, re.MULTILINE) == list(CHAPTERS[chapter])


@pytest.fixture
def picture_of(request: pytest.FixtureRequest) -> Callable[[Page], Picture]:
    def bound(page: Page) -> Picture:
        def picture(name: str) -> None:
            if TAKE_PICTURES:
                page.screenshot(path=DOCS / name)
            assert (DOCS / name).is_file(), "take the pictures: EFFEKTSPOR_PICTURES=1 scripts/test --no-check browser"

        return picture

    return bound


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_can_be_followed(
    chapter: str,
    logged_in: Callable[..., Page],
    picture_of: Callable[[Page], Picture],
    start_worker: Callable[[], object],
) -> None:
    start_worker()
    page = logged_in(Role.CONTROLLER)
    for step in CHAPTERS[chapter].values():
        step(page, picture_of(page))
