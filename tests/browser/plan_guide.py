"""The steps of the guide's chapter on the status to the committee (docs/vejledning/05-lav-status-til-udvalget.md)."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

Picture = Callable[[str], None]


def _open_the_plan(page: Page, picture: Picture) -> None:
    page.get_by_role("navigation", name="Hovedmenu").get_by_role("link", name="Handleplan").click()
    expect(page.locator(".es-key")).to_contain_text("Planen gav netto 9,38 mio. kr.")
    page.get_by_label("Status", exact=True).select_option("Ikke nået")
    expect(page.get_by_role("status")).to_contain_text("4 tiltag vises af 10")
    page.get_by_role("link", name="Vis alle tiltag").click()
    expect(page.locator("#netto")).to_contain_text("9,38")


def _write_the_status(page: Page, picture: Picture) -> None:
    page.get_by_role("link", name="Ret tiltag 1", exact=True).click()
    page.get_by_label("Ansvarlig").fill("Centerchefen")
    page.get_by_label("2020", exact=True).fill("2,50")
    page.get_by_label("Forventet ved årets udgang").fill("1,85")
    page.get_by_label("Ny kommentar").fill("To udbydere har svaret; resten ventes i næste måned.")
    picture("vejledning/billeder/status-1-ret.png")
    page.get_by_role("button", name="Gem tiltag").click()
    expect(page.locator("#status-tiltag-1")).to_contain_text("To udbydere har svaret")
    expect(page.locator("#tiltag-1")).to_contain_text("Centerchefen")
    expect(page.get_by_role("region", name="Mål pr. år")).to_contain_text("2,50")
    picture("vejledning/billeder/status-2-tiltag.png")


def _add_a_round(page: Page, picture: Picture) -> None:
    page.get_by_role("link", name="Opfølgninger", exact=True).click()
    expect(page.locator(".es-key")).to_contain_text("3. opfølgning 2016 venter 13,6 i 2016 og 16,0 i 2017")
    page.get_by_role("link", name="Tilføj opfølgning", exact=True).click()
    page.get_by_label("Navn").fill("4. opfølgning 2016")
    page.get_by_label("Opgjort pr.").fill("31.12.2016")
    page.get_by_label("2016", exact=True).fill("13,9")
    page.get_by_label("2017", exact=True).fill("15,8")
    page.get_by_role("button", name="Gem opfølgning").click()
    expect(page.locator(".es-key")).to_contain_text("Det er 0,3 mere i 2016 og 0,2 mindre i 2017")
    picture("vejledning/billeder/status-3-opfoelgninger.png")


def _see_what_was_done(page: Page, picture: Picture) -> None:
    page.get_by_role("link", name="Beslutninger", exact=True).click()
    changes = page.get_by_role("region", name="Ændringer i planer")
    expect(changes).to_contain_text("4. opfølgning 2016 tilføjet")
    expect(changes).to_contain_text("Tiltag 1: ansvarlig, mål pr. år, forventet ved årets udgang, kommentar")
    picture("vejledning/billeder/status-4-aendringer.png")


def _fetch_the_paper(page: Page, picture: Picture) -> None:
    page.get_by_role("link", name="Tiltag", exact=True).click()
    for name, start in (("Bilag som PDF", b"%PDF"), ("Bilag som Word", b"PK"), ("Bilag som Excel", b"PK")):
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        assert download.value.path().read_bytes().startswith(start)


STEPS = {
    "1. Se, hvor planen står": _open_the_plan,
    "2. Skriv status på et tiltag": _write_the_status,
    "3. Tilføj en opfølgning": _add_a_round,
    "4. Se, hvad der er besluttet og rettet": _see_what_was_done,
    "5. Hent bilaget": _fetch_the_paper,
}
