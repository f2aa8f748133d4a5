"""Upload → progress → finding → ruling → undo: by mouse, by the keyboard alone, and without script."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from effektspor.web.accounts.models import Role
from tests.browser.conftest import WIDTHS
from tests.browser.test_accessible import violations, widest
from tests.browser.test_whole_way import tab_to

READ_MS = 30_000
PAPER = (
    "Støtte\n\nBesparelser i 1.000 kr.\t2024\t2025\t2026\nA\t100\t100\t100\nB\t200\t200\t200\nI alt\t300\t350\t300\n"
)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "papir.txt"
    path.write_text(PAPER, encoding="utf-8")
    return path


def _lay_up(page: Page, path: Path) -> None:
    page.goto("/dokumenter/")
    page.get_by_label("Læg papir op").set_input_files(path)
    page.get_by_role("button", name="Læg op").click()


def _open_paper(page: Page, path: Path) -> None:
    _lay_up(page, path)
    page.locator("#laesninger").get_by_role("link", name=path.name).click(timeout=READ_MS)


def test_by_mouse(logged_in: Callable[..., Page], start_worker: Callable[[], object], paper: Path) -> None:
    page = logged_in(Role.CONTROLLER)
    _lay_up(page, paper)
    progress = page.locator("#laesninger")
    expect(progress).to_contain_text("Venter på at blive læst")
    before = page.get_by_role("row").count()
    start_worker()
    expect(progress).to_contain_text("er læst", timeout=READ_MS)
    # The list below has fetched itself anew, and nothing asks any longer.
    expect(page.get_by_role("row")).to_have_count(before + 1)
    expect(page.locator("[hx-trigger='every 1s']")).to_have_count(0)
    progress.get_by_role("link", name="papir.txt").click()
    page.get_by_label("Ikke en fejl").check()
    page.get_by_label("Begrundelse").fill("Aftalt med forvaltningen")
    page.get_by_role("button", name="Gem afgørelse").click()
    expect(page.locator("#fund-1")).to_be_focused()
    expect(page.locator("#fund-1")).to_contain_text("Aftalt med forvaltningen")
    expect(page.get_by_role("link", name="Fejl 0")).to_be_visible()
    page.get_by_role("button", name="Fortryd").click()
    expect(page.get_by_role("link", name="Fejl 1")).to_be_visible()


def test_by_keyboard_alone(logged_in: Callable[..., Page], start_worker: Callable[[], object], paper: Path) -> None:
    start_worker()
    page = logged_in(Role.CONTROLLER)
    tab_to(page, "Dokumenter")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/dokumenter/")
    tab_to(page, "Alle fund")
    page.keyboard.press("Tab")
    # What the system's own file dialog would do when it is opened from here.
    page.locator("input[type=file]:focus").set_input_files(paper)
    tab_to(page, "Læg op")
    page.keyboard.press("Enter")
    expect(page.locator("#laesninger")).to_contain_text("er læst", timeout=READ_MS)
    page.evaluate("document.activeElement.blur()")
    tab_to(page, "papir.txt")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Fund")).to_be_visible()
    tab_to(page, "Afgør fundet")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Ikke en fejl")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("Aftalt")
    tab_to(page, "Gem afgørelse")
    page.keyboard.press("Enter")
    expect(page.locator("#fund-1")).to_contain_text("Aftalt")
    tab_to(page, "Fortryd")
    page.keyboard.press("Enter")
    expect(page.get_by_text("0 af 1 afgjort")).to_be_visible()


def test_without_script_a_reload_shows_how_far_it_is(
    logged_in: Callable[..., Page], start_worker: Callable[[], object], paper: Path
) -> None:
    page = logged_in(Role.CONTROLLER, script=False)
    _lay_up(page, paper)
    expect(page.locator("#laesninger")).to_contain_text("Venter på at blive læst")
    start_worker()
    for _ in range(60):
        page.wait_for_timeout(500)
        page.reload()
        if page.locator("#laesninger").get_by_role("link", name="papir.txt").count():
            break
    page.locator("#laesninger").get_by_role("link", name="papir.txt").click()
    expect(page.get_by_role("button", name="Kopiér sætningen")).to_have_count(0)
    page.get_by_label("Bekræftet").check()
    page.get_by_role("button", name="Gem afgørelse").click()
    expect(page.get_by_text("1 af 1 afgjort")).to_be_visible()


def test_a_paper_that_cannot_be_read_says_why(
    logged_in: Callable[..., Page], start_worker: Callable[[], object], tmp_path: Path
) -> None:
    start_worker()
    page = logged_in(Role.CONTROLLER)
    (tmp_path / "billede.txt").write_bytes(b"\x00\x01")
    _lay_up(page, tmp_path / "billede.txt")
    expect(page.get_by_text("billede.txt: Filen er ikke ren tekst")).to_be_visible(timeout=READ_MS)
    assert violations(page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_wrong_gets_the_focus_and_is_clean(
    width: int, logged_in: Callable[..., Page], start_worker: Callable[[], object], paper: Path
) -> None:
    start_worker()
    page = logged_in(Role.CONTROLLER, width, refused=True)
    page.goto("/dokumenter/")
    page.get_by_role("button", name="Læg op").click()
    expect(page.get_by_role("alert")).to_be_focused()
    found = violations(page)
    _open_paper(page, paper)
    page.get_by_label("Ikke en fejl").check()
    page.get_by_role("button", name="Gem afgørelse").click()
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("link", name="Skriv, hvorfor det ikke er en fejl.").click()
    expect(page.get_by_label("Begrundelse")).to_be_focused()
    expect(page.get_by_label("Ikke en fejl")).to_be_checked()
    found += violations(page)
    page.get_by_label("Begrundelse").fill("Aftalt")
    page.get_by_role("button", name="Gem afgørelse").click()
    page.get_by_text("Læg ny version op").first.click()
    assert found + violations(page) == []
    assert widest(page) <= width


def test_every_finding_can_be_seen_beside_its_paper(logged_in: Callable[..., Page]) -> None:
    page = logged_in(Role.CONTROLLER)
    page.goto("/dokumenter/")
    page.get_by_role("link", name="Bilag 1a: Omprioriteringskatalog for budget 2018").first.click()
    page.set_viewport_size({"width": 1280, "height": 400})
    page.goto(f"{page.url}#fund-5")
    expect(page.locator("#fund-5 .es-what")).to_be_in_viewport()
    page.locator("#fund-1").get_by_role("link", name="Vis stedet i papiret").click()
    expect(page.locator("tr:target")).to_be_in_viewport()
    expect(page.locator("#fund-1 .es-what")).to_be_in_viewport()


def test_a_pressed_total_is_framed_and_its_parts_are_lit(logged_in: Callable[..., Page]) -> None:
    page = logged_in(Role.CONTROLLER)
    page.goto("/dokumenter/")
    page.get_by_role("row", name="004_budgetforslag_2023.txt").get_by_role("link").first.click()
    page.get_by_role("link", name="−7.050").click()
    expect(page.locator(".es-asked")).to_have_text("−7.050: vis, hvad tallet er gjort af")
    expect(page.locator(".es-asked")).to_be_in_viewport()
    expect(page.locator(".es-lit")).to_have_text(["−7.300", "250"])
    expect(page.locator(".es-lit").first).to_be_in_viewport()


def test_the_choice_of_findings_lives_in_the_address(logged_in: Callable[..., Page]) -> None:
    page = logged_in(Role.CONTROLLER)
    page.goto("/dokumenter/fund")
    every = page.locator("tbody tr").count()
    page.get_by_label("Papir").focus()
    page.get_by_label("Papir").select_option(label="Bilag 1a: Omprioriteringskatalog for budget 2018")
    expect(page.locator("tbody tr")).not_to_have_count(every)
    expect(page.get_by_label("Papir")).to_be_focused()
    chosen = page.url
    page.get_by_role("list", name="Vis fund med udfald").get_by_role("link", name="Afklares").click()
    expect(page).not_to_have_url(chosen)
    page.go_back()
    expect(page).to_have_url(chosen)
    expect(page.get_by_label("Papir").locator("option:checked")).to_have_text(
        "Bilag 1a: Omprioriteringskatalog for budget 2018"
    )
    page.go_back()
    expect(page.locator("tbody tr")).to_have_count(every)
