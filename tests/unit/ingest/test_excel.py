"""Excel workbooks: sheets, several tables a sheet, merged cells, values as they are printed."""

from datetime import date, datetime

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from effektspor.ingest.excel import read_excel
from effektspor.ingest.grid import Grid
from tests.papers import values

from .archives import with_part_changed
from .formats import append, as_excel, drawn, saved, tables, texts

HEAD = "Tilbud | 2024 | 2025"
TABLE = f"{HEAD}\nA | 1 | 2\nB | 3 | 4"


def sheet_of(text=""):
    """Return a workbook's sheet with drawn lines from A1 on."""
    sheet = Workbook().active
    for row in drawn(text):
        append(sheet, row)
    return sheet


def read(sheet):
    return read_excel("ark.xlsx", saved(sheet.parent))


def grids_of(sheet):
    return [block for block in read(sheet) if isinstance(block, Grid)]


def labels(sheet):
    return [[row.label for row in table.rows] for table in tables(read(sheet))]


def printed(value, number_format="General"):
    """Return what a cell with this value and format prints."""
    sheet = Workbook().active
    sheet["A1"], sheet["B1"] = "A", value
    sheet["B1"].number_format = number_format
    return grids_of(sheet)[0].rows[0].cells[1]


def test_a_table_stands_where_its_first_figures_do():
    blocks = read_excel("ark.xlsx", as_excel(["Budget 2024", drawn(TABLE), "Note: Foreløbige tal"]))
    (table,) = tables(blocks)
    assert [row.place.as_json() for row in table.rows] == [
        {"sheet": "Sheet", "cell": "B4"},
        {"sheet": "Sheet", "cell": "B5"},
    ]
    assert (table.place.cell, table.caption) == ("A3", "Budget 2024")
    assert [(note.place.cell, note.text) for note in table.footnotes] == [("A7", "Note: Foreløbige tal")]
    assert texts(blocks) == ["Budget 2024", "Note: Foreløbige tal"]


def test_a_line_right_over_the_head_is_the_caption_and_the_place():
    (table,) = tables(read(sheet_of(f"Voksne | |\n{TABLE}")))
    assert (table.caption, table.place.cell) == ("Voksne", "A1")


def test_a_unit_over_a_heads_columns_is_the_heads():
    (table,) = tables(read(sheet_of("Tabel 1 | |\n | 1.000 kr. 2018 p/l | \n | 2018 | 2019\nA | 1 | 2")))
    assert (table.caption, table.unit, table.price_level, table.columns) == (
        "Tabel 1", "1.000 kr.", "2018", ("2018", "2019"),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text, read_as",
    [
        (f"{TABLE}\n\nDag | 2024 | 2025\nC | 5 | 6", [["A", "B"], ["C"]]),
        (f"{TABLE}\n\nI alt | 4 | 6", [["A", "B", "I alt"]]),
        ("Tilbud | 2024 | | Dag | 2024\nA | 1 | | C | 5\nB | 3 | | D | 7", [["A", "B"], ["C", "D"]]),
        ("Tilbud | | 2024 | | 2025\nA | | 1 | | 2", [["A"]]),
        ("Tilbud | 2024 | | Bemærkning\nA | 1 | | Efter aftale", [["A"]]),
        (f"{HEAD}\nVoksne | |\nA | 1 | 2\nNye | |", [["Voksne", "A", "Nye"]]),
    ],
    ids=[
        "rows apart",
        "air over the sum",
        "side by side",
        "air in columns",
        "remarks apart",
        "headings and empty rows",
    ],
)
def test_empty_rows_and_columns_part_tables_but_not_one_table(text, read_as):
    assert labels(sheet_of(text)) == read_as


def test_a_group_that_spans_rows_stands_in_each():
    sheet = sheet_of(f"Gruppe | {HEAD}\nVoksne | A | 1 | 2\n | B | 3 | 4\nBørn | C | 5 | 6")
    sheet.merge_cells("A2:A3")
    assert labels(sheet) == [["Voksne A", "Voksne B", "Børn C"]]


def test_a_head_that_spans_columns_covers_them():
    sheet = sheet_of("Tilbud | Budget | | I alt\n | 2024 | 2025 |\nA | 1 | 2 | 3")
    sheet.merge_cells("B1:C1")
    sheet.merge_cells("A1:A2")
    assert tables(read(sheet))[0].columns == ("Budget 2024", "Budget 2025", "I alt")


@pytest.mark.parametrize("area", ["A1:XFD1048576", "A1:C900000", "B2:A1", "A0:B1", "nej"])
def test_a_merged_area_of_any_size_is_harmless(area):
    merged = f'</sheetData><mergeCells><mergeCell ref="{area}"/></mergeCells>'.encode()
    data = with_part_changed(
        saved(sheet_of(TABLE).parent), "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</sheetData>", merged)
    )
    assert [row.label for row in tables(read_excel("ark.xlsx", data))[0].rows] == ["A", "B"]


def test_hidden_sheets_are_left_out_and_hidden_rows_are_read():
    sheet = sheet_of(TABLE)
    sheet.row_dimensions[2].hidden = sheet.column_dimensions["C"].hidden = True
    for state in ("hidden", "veryHidden"):
        other = sheet.parent.create_sheet(state)
        other.append(["Hemmelig", 1])
        other.sheet_state = state
    (grid,) = grids_of(sheet)
    assert grid.rows[1].cells == ("A", "1", "2")


def test_a_table_of_each_sheet_with_the_sheet_in_its_place():
    sheet = sheet_of(TABLE)
    append(sheet.parent.create_sheet("Opfølgning maj"), ["Tilbud", "2024"])
    append(sheet.parent["Opfølgning maj"], ["A", "7"])
    assert [table.place.as_json() for table in tables(read(sheet))] == [
        {"sheet": "Sheet", "cell": "A1"}, {"sheet": "Opfølgning maj", "cell": "A1"},
    ]  # fmt: skip


@pytest.mark.parametrize(
    "value, number_format, text",
    [
        (-1650, "#,##0", "-1.650"),
        (5.93, "0.00", "5,93"),
        (0.021, "0.0%", "2,1 pct."),
        (1650, "General", "1650"),
        (True, "General", "SAND"),
        (date(2019, 12, 31), "dd-mm-yyyy", "31.12.2019"),
        (datetime.fromisoformat("2019-12-31T14:30"), "d/m/yy h:mm", "31.12.2019 14:30"),
        ("#N/A", "General", "#I/T"),
        ("=1+1", "0", "(formlen er ikke beregnet)"),
        ("  to \n linjer ", "General", "to\nlinjer"),
    ],
)
def test_a_cell_is_read_as_it_is_printed(value, number_format, text):
    assert printed(value, number_format) == text


def test_a_formula_that_was_never_computed_is_no_figure():
    sheet = sheet_of(TABLE)
    append(sheet, ["I alt", "4", "6"])
    sheet["B4"] = "=SUM(B2:B3)"
    row = tables(read(sheet))[0].rows[-1]
    assert values(row) == [None, "6"] and row.cells[0].unread


def test_a_raised_mark_is_no_digit_of_the_text():
    sheet = sheet_of(TABLE)
    sheet["A2"] = CellRichText("A", TextBlock(InlineFont(vertAlign="superscript"), "1"))
    assert grids_of(sheet)[0].rows[1].cells[0] == "A¹"


def test_an_empty_workbook_has_nothing():
    assert read(Workbook().active) == []
