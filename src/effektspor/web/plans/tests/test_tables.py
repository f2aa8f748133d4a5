"""What papers hold around a plan, the log, and every table as a file."""

import re
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from effektspor.app.documents import File

PAGES = ["/handleplan/", "/handleplan/opfoelgninger", "/handleplan/besparelser", "/handleplan/budget",
         "/handleplan/beslutninger"]  # fmt: skip


def _files(page: str, suffix: str) -> list[str]:
    return re.findall(rf'href="(/handleplan/tabel/[^"]+\.{suffix}[^"]*)"', page)


@pytest.mark.parametrize("address", PAGES)
def test_every_table_of_a_page_can_be_fetched(address: str, controller: Client, demo_papers: list[File]) -> None:
    page = controller.get(address).content.decode()
    csvs, sheets = _files(page, "csv"), _files(page, "xlsx")
    assert len(csvs) == len(sheets) == page.count("<caption>")
    for file in csvs:
        answer = controller.get(file.replace("&amp;", "&"))
        assert answer.content.startswith(b"\xef\xbb\xbf"), file
        assert ".csv" in answer["Content-Disposition"]
    for file in sheets:
        assert load_workbook(BytesIO(controller.get(file.replace("&amp;", "&")).content)).active is not None


def test_a_sheet_has_the_figures_as_numbers(controller: Client, demo_papers: list[File]) -> None:
    sheet = load_workbook(BytesIO(controller.get("/handleplan/tabel/tiltag.xlsx").content)).active
    assert sheet is not None
    row = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "3")
    assert row[2:4] == (0.75, 5.93)


def test_csv_has_numbers_as_danish_excel_reads_them(controller: Client, demo_papers: list[File]) -> None:
    lines = controller.get("/handleplan/tabel/tiltag.csv").content.decode("utf-8-sig")
    assert ";-1,50;" in lines


def test_a_file_has_the_rows_of_the_filter(controller: Client, demo_papers: list[File]) -> None:
    page = controller.get("/handleplan/?status=partly").content.decode()
    assert "/handleplan/tabel/tiltag.csv?status=partly" in page
    lines = controller.get("/handleplan/tabel/tiltag.csv?status=partly").content.decode()
    assert "Boligsociale indsatser" not in lines
    assert "STU." in lines


@pytest.mark.parametrize("table", ["findes-ikke", "skoen-999999", "flow-999999", "budget-999999", "forslag"])
def test_a_table_that_is_not_there_is_not_found(table: str, controller: Client, demo_papers: list[File]) -> None:
    assert controller.get(f"/handleplan/tabel/{table}.csv").status_code == 404


def test_adopted_savings_and_flows_stand_with_computed_sums(controller: Client, demo_papers: list[File]) -> None:
    page = controller.get("/handleplan/besparelser").content.decode()
    for words in ("6.147 t.kr.", "7.425", "3.228", "Krumtappen", "97", "11 kom til, og 4 gik fra."):
        assert words in page, words


def test_the_outlook_and_the_effect_account_stand_with_their_sums(controller: Client, demo_papers: list[File]) -> None:
    page = controller.get("/handleplan/budget").content.decode()
    for words in ("12.763.729", "147.115.000", "Merforbrug", "2.410.000", "142.614.000", "9,9 mio. kr.", "5,0",
                  "de akkumulerede tal lagt sammen"):  # fmt: skip
        assert words in page, words


def test_a_page_shows_the_paper_that_is_asked_for(controller: Client, demo_papers: list[File]) -> None:
    page = controller.get("/handleplan/budget").content.decode()
    papers = re.findall(r'href="(/handleplan/budget\?papir=\d+)"', page)
    assert len(papers) == 2
    first, second = (controller.get(address).content.decode() for address in papers)
    assert ("12.763.729" in first) is not ("12.763.729" in second)


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES[2:])
def test_an_empty_page_says_what_belongs_there(address: str, controller: Client) -> None:
    assert "Her står" in controller.get(address).content.decode()


def test_plans_are_listed_and_opened_by_their_paper(controller: Client, demo_papers: list[File]) -> None:
    page = controller.get("/handleplan/planer").content.decode()
    address = re.findall(r'href="(/handleplan/\?plan=\d+)"', page)[0]
    assert "Gælder nu" in page
    assert "10,88" in controller.get(address).content.decode()
    assert controller.get("/handleplan/?plan=999999").status_code == 404


def test_figures_carry_the_mark_of_what_is_open_in_their_paper(controller: Client, demo_papers: list[File]) -> None:
    page = controller.get("/handleplan/budget").content.decode()
    effect = page[page.index("Den realiserede effekt") :]
    assert "Afklares" in effect
    assert "?udfald=ask" in effect
    assert "Afklares" not in page[: page.index("Den realiserede effekt")], "the theme discussion has nothing open"
