"""A proposal's whole life: written, checked while it is typed, saved, revised, compared, decided and followed up."""

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from effektspor.web.accounts.models import Role, User
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.proposals.store import DjangoProposalStore
from tests.browser.conftest import WIDTHS
from tests.browser.test_accessible import violations, widest
from tests.contracts.case_values import case

MOST_TABS = 300
YEAR = date.today().year + 1  # noqa: DTZ011  the form begins with next year's budget, by the same clock


def tab_to_field(page: Page, label: str) -> None:
    """Press Tab until the field with that name has focus; the user has no other way to get there."""
    _tab(page, "e => e.getAttribute('aria-label') || (e.labels && e.labels[0] ? e.labels[0].innerText : '')", label)


def tab_to_button(page: Page, label: str) -> None:
    _tab(page, "e => ['A', 'BUTTON', 'SUMMARY'].includes(e.tagName) ? e.textContent : ''", label)


def _tab(page: Page, name_of: str, label: str) -> None:
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate(f"({name_of})(document.activeElement).trim()") == label:
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", f"the focus on {label} cannot be seen"
            return
    raise AssertionError(f"{label} cannot be reached with Tab")


def _type(page: Page, label: str, text: str) -> None:
    tab_to_field(page, label)
    page.keyboard.press("Control+a")
    page.keyboard.type(text)


def _press(page: Page, label: str) -> None:
    tab_to_button(page, label)
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.fixture
def as_manager(logged_in: Callable[..., Page]) -> Callable[[], Page]:
    return lambda: logged_in(Role.MANAGER)


def test_by_keyboard_alone(logged_in: Callable[..., Page], as_manager: Callable[[], Page]) -> None:
    page = logged_in(Role.CONTROLLER)
    _press(page, "Forslag")
    _press(page, "Nyt forslag")
    _write(page)
    _press(page, "Gem som revision")
    expect(page).to_have_url("/forslag/SO12")
    expect(page.locator(".es-key")).to_contain_text("sparer varigt 1,2 mio. kr.")
    _revise_and_compare(page)
    manager = as_manager()
    _decide(manager)
    expect(manager.locator("#opfoelgning")).to_contain_text("20 borgere bor selv")
    expect(manager.locator("#opfoelgning")).to_contain_text(f"31.12.{YEAR + 1}")
    _press(manager, "Udført: 20 borgere bor selv")
    expect(manager.locator("#opfoelgning")).to_contain_text("Udført")


def _write(page: Page) -> None:
    """Type a proposal with a slip, see it said where it was made, and put it right."""
    _type(page, "Kode", "SO12")
    _type(page, "Titel", "Tidlig støtte i egen bolig")
    _type(page, "Linje, varige ændringer 1", "Færre botilbud")
    _type(page, f"{YEAR}, varige ændringer 1", "12,5o")
    page.keyboard.press("Tab")
    expect(page.locator("#fund-varig-0")).to_contain_text("»12,5o« kan ikke læses som et tal")
    expect(page.locator(f"#f-varig-0-{YEAR}")).to_have_attribute("aria-invalid", "true")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("-1200")
    for year in range(YEAR + 1, YEAR + 4):
        _type(page, f"{year}, varige ændringer 1", "-1200")
    page.keyboard.press("Tab")
    expect(page.locator("#fund-varig-0")).to_be_empty()
    expect(page.locator(f"#sum-varig-{YEAR + 3}")).to_have_text("−1.200")
    _type(page, "Linje, implementeringsomkostninger 1", "Uddannelse")
    _type(page, f"{YEAR}, implementeringsomkostninger 1", "500")
    _type(page, "Succeskriterium, succeskriterier og opfølgning 1", "20 borgere bor selv")
    _type(page, "Hvem følger op, succeskriterier og opfølgning 1", "Centerchefen")
    _type(page, "Hvornår, succeskriterier og opfølgning 1", f"4. kvartal {YEAR + 1}")
    page.keyboard.press("Tab")
    expect(page.locator("#gemt")).to_contain_text("Gemt kl.")
    expect(page.locator("#giver")).to_contain_text("tjent hjem på 1 år")


def _revise_and_compare(page: Page) -> None:
    _press(page, "Revidér")
    _type(page, f"{YEAR + 3}, varige ændringer 1", "-1000")
    _type(page, "Hvad er nyt?", "Færre pladser i det sidste år")
    _press(page, "Gem som revision")
    expect(page.get_by_text("Færre pladser i det sidste år")).to_be_visible()
    _press(page, "Sammenlign")
    expect(page.locator(".es-key")).to_contain_text("rækker har andre beløb")
    expect(page.get_by_role("row").filter(has_text="Forskel").first).to_contain_text("+200")


def _decide(page: Page) -> None:
    page.goto("/forslag/SO12")
    _press(page, "Beslut")
    _tab(page, "e => e.type === 'radio' ? e.id : ''", "udfald-adopted")
    page.keyboard.press("Space")
    _type(page, "Besluttet af", "Socialudvalget")
    _type(page, "Ansvarlig for tiltaget", "Centerchefen")
    _press(page, "Gem beslutningen")
    expect(page.get_by_role("region", name="Beslutning", exact=True)).to_contain_text("Vedtaget")
    expect(page.get_by_role("region", name="Det, beslutningen gav")).to_contain_text("1.200")


@pytest.fixture
def proposal(transactional_db: None, link_of: Callable[[Role], str]) -> None:
    """SO12, that a forslagsstiller has written."""
    link_of(Role.PROPOSER)
    with DjangoRecordings(User.objects.get(role=Role.PROPOSER)).record("test") as recording_id:
        DjangoProposalStore().add(recording_id, case())
    with DjangoRecordings(User.objects.get(role=Role.PROPOSER)).record("test") as recording_id:
        DjangoProposalStore().add(recording_id, case(saved=-1000))


def test_a_draft_outlives_the_browser(logged_in: Callable[..., Page], proposal: None) -> None:
    page = logged_in(Role.PROPOSER)
    page.goto("/forslag/SO12/rediger")
    page.get_by_label("Titel").fill("Et helt nyt navn")
    expect(page.locator("#gemt")).to_contain_text("Gemt kl.")
    page.context.clear_cookies()
    again = logged_in(Role.PROPOSER)
    again.goto("/forslag/SO12/rediger")
    again.get_by_role("link", name="Fortsæt kladden").click()
    expect(again.get_by_label("Titel")).to_have_value("Et helt nyt navn")
    again.get_by_role("button", name="Kassér").click()
    again.goto("/forslag/SO12/rediger")
    expect(again.get_by_label("Titel")).to_have_value("Tidlig støtte i egen bolig")


def test_a_saved_revision_leaves_no_draft(logged_in: Callable[..., Page], proposal: None) -> None:
    page = logged_in(Role.PROPOSER)
    page.goto("/forslag/SO12/rediger")
    page.get_by_label("Titel").fill("Et helt nyt navn")
    page.get_by_role("button", name="Gem som revision").click()
    expect(page.get_by_role("heading", name="SO12 Et helt nyt navn")).to_be_visible()
    expect(page.get_by_text("Du har en kladde")).to_have_count(0)


def test_without_script_rows_are_added_and_what_is_wrong_is_said(
    logged_in: Callable[..., Page], proposal: None
) -> None:
    page = logged_in(Role.PROPOSER, script=False, refused=True)
    page.goto("/forslag/SO12/rediger")
    page.locator("#d-varig").get_by_role("button", name="Tilføj linje").click()
    page.locator("#f-varig-2-tekst").fill("Færre timer")
    page.locator("#f-varig-2-2027").fill("minus ti")
    page.get_by_role("button", name="Gem som revision").click()
    alert = page.get_by_role("alert")
    alert.get_by_role("link", name="»minus ti« kan ikke læses som et tal").click()
    expect(page.locator("#f-varig-2-2027")).to_be_focused()
    page.locator("#f-varig-2-2027").fill("−10")
    page.get_by_role("button", name="Gem som revision").click()
    expect(page.get_by_role("heading", name="SO12 Tidlig støtte i egen bolig")).to_be_visible()
    expect(page.get_by_role("table").filter(has_text="Færre timer").first).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_pages_are_clean(width: int, logged_in: Callable[..., Page], proposal: None) -> None:
    manager = logged_in(Role.MANAGER, width, refused=True)
    found = _look(manager, width, "/forslag/SO12/beslut")
    manager.get_by_role("button", name="Gem beslutningen").click()
    expect(manager.get_by_role("alert")).to_be_focused()
    found += violations(manager)
    manager.get_by_label("Vedtaget", exact=True).check()
    manager.get_by_label("Besluttet af").fill("Socialudvalget")
    manager.get_by_role("button", name="Gem beslutningen").click()
    for address in ("/forslag/", "/forslag/SO12", "/forslag/SO12?revision=1", "/forslag/TF03", "/forslag/beslutninger",
                    "/forslag/SO12/sammenlign"):  # fmt: skip
        found += _look(manager, width, address)
    assert found == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_form_is_clean(width: int, logged_in: Callable[..., Page], proposal: None) -> None:
    page = logged_in(Role.CONTROLLER, width, refused=True)
    found = _look(page, width, "/forslag/ny") + _look(page, width, "/forslag/TF03/rediger")
    page.locator("#f-varig-0-2018").fill("12,5o")
    expect(page.locator("#fund-varig-0")).to_contain_text("kan ikke læses")
    expect(page.locator("#gemt")).to_contain_text("Gemt kl.")
    found += violations(page)
    page.get_by_role("button", name="Gem som revision").click()
    expect(page.get_by_role("alert")).to_be_focused()
    found += violations(page) + _look(page, width, "/forslag/TF03/rediger")
    assert found == []


def _look(page: Page, width: int, address: str) -> list[str]:
    page.goto(address)
    assert widest(page) <= width, f"{address} scrolls sideways at {width} px"
    return violations(page)


def test_two_who_write_at_once_are_told(logged_in: Callable[..., Page], proposal: None) -> None:
    first, second = logged_in(Role.PROPOSER, refused=True), logged_in(Role.CONTROLLER)
    first.goto("/forslag/SO12/rediger")
    second.goto("/forslag/SO12/rediger")
    second.get_by_label("Titel").fill("Deres navn")
    second.get_by_role("button", name="Gem som revision").click()
    expect(second.get_by_role("heading", name="SO12 Deres navn")).to_be_visible()
    first.get_by_label("Titel").fill("Mit navn")
    first.get_by_role("button", name="Gem som revision").click()
    expect(first.get_by_role("alert")).to_contain_text("har gemt revision 3 af SO12")
    expect(first.get_by_label("Titel")).to_have_value("Mit navn")
    first.get_by_role("button", name="Gem min som revision 4").click()
    expect(first.get_by_role("heading", name="SO12 Mit navn")).to_be_visible()
