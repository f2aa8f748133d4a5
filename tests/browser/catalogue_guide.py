"""The steps of the guide's chapter on the catalogue (docs/vejledning/04-saml-et-katalog.md)."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

Picture = Callable[[str], None]


def _open_the_catalogue(page: Page, picture: Picture) -> None:
    page.get_by_role("navigation", name="Hovedmenu").get_by_role("link", name="Katalog").click()
    expect(page.get_by_role("heading", name="Kataloger")).to_be_visible()
    picture("vejledning/billeder/katalog-1-liste.png")
    page.get_by_role("rowheader").get_by_role("link", name="Omprioriteringskatalog for budget 2018").click()


def _see_what_is_promised(page: Page, picture: Picture) -> None:
    expect(page.locator(".es-key")).to_contain_text("65,3 mio. kr. i 2018, stigende til 70,4 i 2021")
    expect(page.get_by_role("region", name="Hvor og hvornår")).to_contain_text("trykt i papiret, det samme")
    expect(page.get_by_role("region", name="Netto efter styringsområde")).to_contain_text("implementering")
    picture("vejledning/billeder/katalog-2-overblik.png")
    # A picture leaves an empty style on fields, which a swap would copy and the browser complain of.
    page.reload()


def _find_what_differs(page: Page, picture: Picture) -> None:
    page.get_by_label("Mod business case", exact=True).select_option("Afviger")
    expect(page.get_by_role("status")).to_contain_text("Viser 1 af 26 rækker")
    row = page.get_by_role("row").filter(has_text="TV03b")
    expect(row).to_contain_text("2020: katalog −3.500, forslag 3.500")
    row.scroll_into_view_if_needed()
    picture("vejledning/billeder/katalog-3-afviger.png")
    expect(row.get_by_role("link", name="Fejl")).to_be_visible()
    page.get_by_role("link", name="Vis alle rækker").click()
    expect(page.get_by_role("status")).to_have_count(0)


def _choose_rows(page: Page, picture: Picture) -> None:
    page.get_by_label("Målgruppe", exact=True).select_option("Udsatte voksne")
    expect(page.locator(".es-key")).to_contain_text("De viste rækker lover 5,4 mio. kr. i 2018")
    expect(page).to_have_url(page.url.partition("?")[0] + "?maalgruppe=Udsatte+voksne")
    picture("vejledning/billeder/katalog-4-valg.png")


def _choose_proposals(page: Page, picture: Picture) -> None:
    page.get_by_role("navigation", name="Hovedmenu").get_by_role("link", name="Katalog").click()
    page.get_by_role("link", name="Saml et katalog").click()
    page.get_by_label("Titel", exact=True).fill("Omprioriteringskatalog for budget 2027")
    for code in ("HA04", "HJ02", "TF03"):
        page.get_by_label(code).check()
    expect(page.get_by_role("status")).to_contain_text("fordelt på 3 forslag i 3 målgrupper")
    picture("vejledning/billeder/katalog-5-vaelg.png")
    page.get_by_role("button", name="Tilføj de valgte").click()


def _choose_shares(page: Page, picture: Picture) -> None:
    expect(page.get_by_label("Andel af TF03")).to_have_value("kun Service")
    page.get_by_label("Målgruppe for HA04").fill("Handicap")
    page.get_by_role("button", name="Flyt op Udsatte voksne").click()
    expect(page.get_by_role("rowheader").filter(has_text="Flyt ned").nth(1)).to_contain_text("Udsatte voksne")
    picture("vejledning/billeder/katalog-6-andel.png")
    page.get_by_role("button", name="Saml kataloget").click()
    expect(page.get_by_role("heading", name="Omprioriteringskatalog for budget 2027")).to_be_visible()


def _lock(page: Page, picture: Picture) -> None:
    page.get_by_role("button", name="Lås til mødet").click()
    expect(page.get_by_text("låst til mødet")).to_be_visible()
    address = page.url
    _revise(page, "HA04")
    page.goto(address)
    expect(page.get_by_text("HA04 er revideret siden")).to_be_visible()
    picture("vejledning/billeder/katalog-7-laast.png")
    page.get_by_role("button", name="Brug den nye").click()
    expect(page.get_by_text("er revideret siden")).to_have_count(0)


def _revise(page: Page, code: str) -> None:
    page.goto(f"/forslag/{code}/rediger")
    page.get_by_label("2021, varige ændringer 1").fill("-4000")
    page.get_by_label("Hvad er nyt?").fill("Lavere effekt i 2021")
    page.get_by_role("button", name="Gem som revision").click()
    expect(page.get_by_role("link", name="Sammenlign")).to_be_visible()


def _fetch(page: Page, picture: Picture) -> None:
    annexes = (("Bilag 1a som Word", b"PK"), ("Bilag 1a som Excel", b"PK"))
    rows = (("CSV", b"\xef\xbb\xbfM"), ("Excel", b"PK"))
    for name, start in (*rows, *annexes):
        with page.expect_download() as download:
            page.get_by_role("link", name=name, exact=True).click()
        assert download.value.path().read_bytes().startswith(start)


STEPS = {
    "1. Åbn kataloget": _open_the_catalogue,
    "2. Se, hvad der er lovet, hvor og hvornår": _see_what_is_promised,
    "3. Find det, der afviger": _find_what_differs,
    "4. Vælg rækker": _choose_rows,
    "5. Vælg forslagene til dit eget katalog": _choose_proposals,
    "6. Sæt målgruppe og andel": _choose_shares,
    "7. Lås til mødet": _lock,
    "8. Hent rækker og bilag": _fetch,
}
