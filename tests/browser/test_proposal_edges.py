"""Proposals at their edges: with nothing in them, with a great deal, and with the budget's form; small screens too."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from effektspor.app.proposal_ports import Decision, FollowUp, Outcome
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.change_line import ChangeLine, LineKind
from effektspor.core.proposals.details import Criterion, PoolLine
from effektspor.core.year_amounts import YearAmounts
from effektspor.web.accounts.models import Role
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.proposals.decisions import DjangoDecisionStore, DjangoFollowUpStore
from effektspor.web.proposals.store import DjangoProposalStore
from tests.browser.conftest import WIDTHS
from tests.browser.test_accessible import violations, widest
from tests.browser.test_proposal_life import tab_to_button
from tests.contracts.case_values import case

LONG = "Støtte­til­borgere­i­egen­bolig­med­særlige­behov " * 8
WORD = "Specialiseringsoverenskomstforhandlingsudvalgsmedlem" * 3
YEARS = tuple(range(2027, 2039))


def empty() -> BusinessCase:
    return BusinessCase(code="TOM1", title="Et forslag uden noget i", years=(2027,))


def wide() -> BusinessCase:
    """Twelve years, each with an amount."""
    amounts = YearAmounts.of(dict.fromkeys(YEARS, -123456700 * 100))
    lines = tuple(replace(line, amounts=amounts) for line in case().lines)
    return replace(case("BRED1"), years=YEARS, lines=lines, pools=(PoolLine("Uddannelse", amounts),))


def tall() -> BusinessCase:
    """Sixty lines, some of one very long word and some of very long sentences."""
    lines = tuple(
        ChangeLine(f"{(LONG, WORD, 'Linje')[at % 3]} {at}", list(LineKind)[at % 2], case().lines[0].amounts,
                   part=WORD if at == 1 else "")
        for at in range(60)
    )  # fmt: skip
    return replace(case("LANG1"), title=WORD, lines=lines, criteria=(Criterion(LONG, WORD, WORD, WORD),))


@pytest.fixture
def edges(transactional_db: None) -> None:
    with DjangoRecordings(None).record("test") as recording_id:
        for each in (empty(), wide(), tall(), case("SO/12 a?")):
            revision = DjangoProposalStore().add(recording_id, each)
        decision = Decision(revision.proposal_id, 1, Outcome.ADOPTED, "Socialudvalget", date(2020, 1, 1))
        decision_id = DjangoDecisionStore().add(recording_id, decision)
        overdue = FollowUp(revision.proposal_id, decision_id, LONG, responsible=WORD, due=date(2020, 12, 31))
        DjangoFollowUpStore().add(recording_id, [overdue])


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("code", ["TOM1", "BRED1", "LANG1"])
def test_page_editor_and_decision_can_be_used(
    code: str, width: int, logged_in: Callable[..., Page], edges: None
) -> None:
    page = logged_in(Role.CONTROLLER, width)
    found = _look(page, width, f"/forslag/{code}") + _look(page, width, f"/forslag/{code}/rediger")
    manager = logged_in(Role.MANAGER, width)
    found += _look(manager, width, f"/forslag/{code}/beslut") + _look(manager, width, "/forslag/")
    assert found == []


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_overdue_leads_to_a_proposal_with_an_odd_code(
    width: int, logged_in: Callable[..., Page], edges: None
) -> None:
    page = logged_in(Role.CONTROLLER, width)
    found = _look(page, width, "/")
    page.get_by_role("region", name="Det haster").get_by_role("link", name="SO/12 a?").click()
    expect(page.get_by_role("region", name="Opfølgning på succeskriterier")).to_contain_text("over fristen")
    found += violations(page)
    assert widest(page) <= width
    page.get_by_role("link", name="Revidér").click()
    page.get_by_label("Titel").fill("Et nyt navn")
    expect(page.locator("#gemt")).to_contain_text("Gemt kl.")
    page.get_by_role("button", name="Gem som revision").click()
    expect(page.get_by_role("heading", name="SO/12 a? Et nyt navn")).to_be_visible()
    assert found == []


def _look(page: Page, width: int, address: str) -> list[str]:
    page.goto(address)
    assert widest(page) <= width, f"{address} scrolls sideways at {width} px"
    return violations(page)


def test_the_years_follow_what_is_typed(logged_in: Callable[..., Page], edges: None) -> None:
    page = logged_in(Role.CONTROLLER)
    page.goto("/forslag/BRED1/rediger")
    page.get_by_label("Antal år").fill("3")
    page.keyboard.press("Tab")
    expect(page.locator("input[name=_aar]")).to_have_value("2027 2028 2029")
    expect(page.get_by_label("Prisniveau")).to_be_focused()
    # What is typed for other years is kept and shown.
    expect(page.get_by_label("2038, varige ændringer 1")).to_have_value("−123.456,7")
    page.goto("/forslag/TOM1/rediger")
    page.locator("#d-varig").get_by_role("button", name="Tilføj linje").click()
    page.get_by_label("Linje, varige ændringer 1").fill("Færre timer")
    page.get_by_label("Antal år").fill("4")
    expect(page.get_by_label("2030, varige ændringer 1")).to_be_visible()
    expect(page.get_by_label("Linje, varige ændringer 1")).to_have_value("Færre timer")
    page.get_by_label("2030, varige ændringer 1").fill("-10")
    page.keyboard.press("Tab")
    expect(page.locator("#sum-varig-2030")).to_have_text("−10")
    page.get_by_label("Første år").fill("2028")
    expect(page.locator("input[name=_aar]")).to_have_value("2028 2029 2030 2031")
    expect(page.get_by_label("2027, varige ændringer 1")).to_have_count(0)


def test_the_years_are_shown_by_a_button_without_script(logged_in: Callable[..., Page], edges: None) -> None:
    page = logged_in(Role.CONTROLLER, script=False)
    page.goto("/forslag/BRED1/rediger")
    page.get_by_label("Første år").fill("2030")
    page.get_by_role("button", name="Vis årene").click()
    expect(page.get_by_label("2041, varige ændringer 1")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_budgets_form_is_filled_by_keyboard(width: int, logged_in: Callable[..., Page], edges: None) -> None:
    page = logged_in(Role.CONTROLLER, width)
    page.goto("/forslag/TOM1/rediger")
    expect(page.get_by_label("Nuværende budget, 2027")).to_be_hidden()
    tab_to_button(page, "Budgetskema")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Socialudvalget")
    page.get_by_label("Nuværende budget, 2027").fill("45.000")
    page.keyboard.press("Tab")
    page.keyboard.type("-1,5")
    page.keyboard.press("Tab")
    expect(page.locator("#sum-nyt-2027")).to_have_text("45.000")
    found = violations(page)
    page.get_by_role("button", name="Gem som revision").click()
    expect(page.get_by_role("region", name="Budgetskema")).to_contain_text("Socialudvalget")
    found += violations(page)
    page.goto("/forslag/TOM1/rediger")
    expect(page.get_by_label("Ændring i årsværk, 2027")).to_have_value("−1,5")
    assert found == []
