from io import BytesIO

from openpyxl import load_workbook

from effektspor.core.number import Number
from effektspor.reports.listing import Column, Listing, render_csv, render_xlsx

LISTING = Listing(
    "Tal", (Column("Navn", 10), Column("Beløb", 10)), (("Bostøtte", Number(-123450, 2)), ("=1+1", Number(5))),
)  # fmt: skip


def test_figures_are_written_as_danish_excel_reads_them() -> None:
    lines = render_csv(LISTING).decode("utf-8-sig").split("\r\n")
    assert lines[:3] == ["Navn;Beløb", "Bostøtte;-1234,50", "'=1+1;5"]


def test_figures_are_numbers_in_a_sheet_and_text_is_text() -> None:
    sheet = load_workbook(BytesIO(render_xlsx(LISTING))).active
    assert sheet is not None
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] == [["Bostøtte", -1234.5], ["=1+1", 5]]
    assert sheet["A3"].data_type == "s"
    assert sheet["B2"].number_format == "#,##0.00"
