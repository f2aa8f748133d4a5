"""The steps of the guide's chapter on a proposal's life (docs/vejledning/03-skriv-et-forslag.md)."""

from collections.abc import Callable

from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from effektspor.web.accounts.models import Role, User

Picture = Callable[[str], None]


def _begin(page: Page, picture: Picture) -> None:
    page.get_by_role("navigation", name="Hovedmenu").get_by_role("link", name="Forslag").click()
    page.get_by_role("link", name="Nyt forslag").click()
    page.get_by_label("Kode", exact=True).fill("SO12")
    page.get_by_label("Titel").fill("Tidlig støtte i egen bolig")
    page.get_by_label("Målgruppe").fill("Borgere med sindslidelse")
    page.get_by_label("Fremstillende forvaltning").fill("Socialforvaltningen")
    page.get_by_label("Første år").fill("2028")
    page.get_by_label("Prisniveau").fill("2028")
    expect(page.get_by_role("columnheader", name="2031").first).to_be_visible()


def _write(page: Page, picture: Picture) -> None:
    page.get_by_label("Linje, varige ændringer 1").fill("Færre pladser i botilbud")
    for year, amount in ((2028, "-60o"), (2029, "-1200"), (2030, "-1200"), (2031, "-1200")):
        page.get_by_label(f"{year}, varige ændringer 1").fill(amount)
    page.get_by_label("Linje, implementeringsomkostninger 1").fill("Uddannelse af bostøtter")
    page.get_by_label("2028, implementeringsomkostninger 1").fill("900")
    expect(page.locator("#fund-varig-0")).to_contain_text("»-60o« kan ikke læses som et tal")
    expect(page.locator("#gemt")).to_contain_text("Gemt kl.")
    picture("vejledning/billeder/forslag-1-skriv.png")
    page.get_by_label("2028, varige ændringer 1").fill("-600")
    expect(page.locator("#fund-varig-0")).to_be_empty()
    expect(page.locator("#giver")).to_contain_text("tjent hjem på 2 år")


def _save(page: Page, picture: Picture) -> None:
    page.get_by_label("Succeskriterium, succeskriterier og opfølgning 1").fill("20 borgere bor selv")
    page.get_by_label("Hvem følger op, succeskriterier og opfølgning 1").fill("Centerchefen")
    page.get_by_label("Hvornår, succeskriterier og opfølgning 1").fill("4. kvartal 2029")
    page.get_by_label("Hvad er nyt?").fill("Første udkast")
    page.get_by_role("button", name="Gem som revision").click()
    expect(page.get_by_role("heading", name="SO12 Tidlig støtte i egen bolig")).to_be_visible()
    picture("vejledning/billeder/forslag-2-side.png")


def _revise(page: Page, picture: Picture) -> None:
    page.get_by_role("link", name="Revidér").click()
    page.get_by_label("2031, varige ændringer 1").fill("-1000")
    page.get_by_label("Hvad er nyt?").fill("Færre pladser i 2031")
    page.get_by_role("button", name="Gem som revision").click()
    page.get_by_role("link", name="Sammenlign").click()
    expect(page.get_by_role("row").filter(has_text="Forskel").first).to_contain_text("+200")
    picture("vejledning/billeder/forslag-3-sammenlign.png")
    page.get_by_role("link", name="SO12").click()
    for name, start in (("Word", b"PK"), ("PDF", b"%PDF")):
        with page.expect_download() as download:
            page.get_by_role("link", name=name, exact=True).click()
        assert download.value.path().read_bytes().startswith(start)


def _decide(page: Page, picture: Picture) -> None:
    _become(page, Role.MANAGER)
    page.goto("/forslag/SO12")
    page.get_by_role("link", name="Beslut", exact=True).click()
    page.get_by_label("Vedtaget", exact=True).check()
    page.get_by_label("Besluttet af").fill("Socialudvalget")
    picture("vejledning/billeder/forslag-4-beslut.png")
    page.get_by_role("button", name="Gem beslutningen").click()
    expect(page.get_by_role("region", name="Det, beslutningen gav")).to_contain_text("Tidlig støtte i egen bolig")


def _follow_up(page: Page, picture: Picture) -> None:
    follow_up = page.get_by_role("region", name="Opfølgning på succeskriterier")
    expect(follow_up).to_contain_text("31.12.2029")
    follow_up.scroll_into_view_if_needed()
    picture("vejledning/billeder/forslag-5-opfoelgning.png")
    follow_up.get_by_role("button", name="Udført").click()
    expect(page.get_by_role("region", name="Opfølgning på succeskriterier")).to_contain_text("Udført")
    page.goto("/forslag/beslutninger")
    expect(page.get_by_role("row").filter(has_text="SO12")).to_contain_text("Vedtaget")


def _become(page: Page, role: Role) -> None:
    """Go on as another person, logged in."""
    client = Client()
    client.force_login(User.objects.get(role=role))
    name = settings.SESSION_COOKIE_NAME
    origin: str = page.evaluate("location.origin")
    page.context.clear_cookies()
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": origin}])


STEPS = {
    "1. Begynd et nyt forslag": _begin,
    "2. Skriv økonomien, og ret det, der bliver sagt": _write,
    "3. Gem som revision": _save,
    "4. Revidér, sammenlign og print": _revise,
    "5. Registrér beslutningen": _decide,
    "6. Følg op": _follow_up,
}
