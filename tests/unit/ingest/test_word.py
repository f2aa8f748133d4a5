"""Word documents: order, places, merged cells, changes, notes."""

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from effektspor.ingest.grid import Grid
from effektspor.ingest.word import read_word
from effektspor.reports.docx import render_docx
from tests.papers import values
from tests.unit.reports.plans import report_000

from .formats import as_word, drawn, saved, tables, texts

HEAD = "Tilbud | 2024 | 2025"


def read(document):
    return read_word("papir.docx", saved(document))


def grid_of(document):
    (grid,) = (block for block in read(document) if isinstance(block, Grid))
    return grid


def cells_of(document):
    return [row.cells for row in grid_of(document).rows]


def word_table(text):
    """Return a Word document with one drawn table, and the table."""
    rows = drawn(text)
    document = Document()
    table = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, content in zip(row.cells, cells, strict=True):
            cell.text = content
    return document, table


def with_body(xml):
    """Return a Word document whose body is this XML and nothing else."""
    document = Document()
    body = document.element.body
    body.insert(0, parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent>{xml}</w:sdtContent></w:sdt>"))
    return document


def run(text, look=""):
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"


def test_paragraphs_and_tables_come_in_order_with_their_places():
    blocks = read_word("papir.docx", as_word(["Indledning", drawn(f"{HEAD}\nA | 1 | 2\nB | 3 | 4"), "Slut"]))
    assert [type(block).__name__ for block in blocks] == ["Paragraph", "Grid", "Paragraph"]
    assert [block.place.as_json() for block in (blocks[0], blocks[2])] == [{"paragraph": 1}, {"paragraph": 2}]
    assert blocks[1].rows[2].place.as_json() == {"paragraph": 1, "table": 1, "row": 3}


def test_a_heading_titles_the_table_before_a_line_that_is_nearer():
    document = Document()
    document.add_heading("Budget")
    document.add_paragraph("Alle beløb er netto")
    document.add_table(2, 2).rows[0].cells[1].text = "2024"
    assert grid_of(document).caption.text == "Budget"


@pytest.mark.parametrize("name, based_on", [("Caption", None), ("Kommunens tabeltitel", "Caption")])
def test_a_caption_may_be_a_style_of_the_municipalitys_own(name, based_on):
    document = Document()
    style = document.styles[name] if not based_on else document.styles.add_style(name, 1)
    if based_on:
        style.base_style = document.styles[based_on]
    document.add_paragraph("Udgifter til botilbud i alt.", style)
    document.add_paragraph("Tekst")
    document.add_table(1, 2).rows[0].cells[1].text = "2024"
    assert grid_of(document).caption.text == "Udgifter til botilbud i alt."


def test_a_group_that_spans_rows_stands_in_each_and_a_figure_does_not():
    document, table = word_table(f"Gruppe | {HEAD}\nVoksne | A | 1 | 2\n | B | 3 |\nBørn | C | 4 | 5")
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(1, 3).merge(table.cell(2, 3))
    assert cells_of(document)[1:3] == [("Voksne", "A", "1", "2"), ("Voksne", "B", "3", "")]


def test_a_head_that_spans_columns_covers_them():
    document, table = word_table("Tilbud | Budget | | I alt\n | 2024 | 2025 |\nA | 1 | 2 | 3")
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    assert tables(read(document))[0].columns == ("Budget 2024", "Budget 2025", "I alt")


def test_lines_of_a_cell_stay_apart():
    document, table = word_table(f"{HEAD}\nA | 1 | 2")
    table.cell(1, 1).text = "100\n-200"
    table.cell(1, 2).paragraphs[0].text = "300"
    table.cell(1, 2).add_paragraph("-")
    assert values(tables(read(document))[0].rows[0]) == [["100", "-200"], ["300", None]]


def test_tracked_changes_are_read_as_accepted():
    document = with_body(
        f"<w:p>{run('Nu')}<w:del><w:r><w:delText>før</w:delText></w:r></w:del><w:ins>{run(' nyt')}</w:ins>"
        f"<w:moveFrom>{run(' flyttet')}</w:moveFrom></w:p>"
    )
    assert texts(read(document)) == ["Nu nyt"]


def test_a_row_deleted_with_tracking_is_gone():
    document, table = word_table(f"{HEAD}\nA | 1 | 2\nB | 3 | 4")
    properties = table.rows[1]._tr.get_or_add_trPr()
    properties.append(parse_xml(f"<w:del {nsdecls('w')}/>"))
    assert [row.label for row in tables(read(document))[0].rows] == ["B"]


def test_a_raised_mark_is_no_digit_of_the_figure():
    document, table = word_table(f"{HEAD}\nA | 9,38 | 2")
    table.cell(1, 1).paragraphs[0].add_run("1)").font.superscript = True
    assert cells_of(document)[1][1] == "9,38¹"
    assert values(tables(read(document))[0].rows[0]) == ["9.38", "2"]


def test_what_word_hides_or_writes_for_itself_is_no_text():
    document = with_body(
        f"<w:p>{run('Side ')}<w:r><w:instrText>PAGE</w:instrText></w:r>{run('3')}{run('skjult', '<w:vanish/>')}"
        f"{run(' vist', '<w:vanish w:val=&quot;0&quot;/>'.replace('&quot;', chr(34)))}</w:p>"
    )
    assert texts(read(document)) == ["Side 3 vist"]


def test_a_hyphen_that_does_not_break_is_a_minus():
    document, table = word_table(f"{HEAD}\nA | 1.650 | \u20112,5")
    paragraph = table.cell(1, 1).paragraphs[0]._p
    paragraph.insert(0, parse_xml(f"<w:r {nsdecls('w')}><w:noBreakHyphen/></w:r>"))
    assert values(tables(read(document))[0].rows[0]) == ["-1650", "-2.5"]


def test_a_text_box_is_read_once():
    box = "<w:txbxContent><w:p><w:r><w:t>I kassen</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    document = with_body(
        f"<w:p><w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        f"</mc:AlternateContent></w:r>{run('Tekst')}</w:p>"
    )
    assert texts(read(document)) == ["I kassen", "Tekst"]


def test_a_table_in_a_frame_is_read_with_its_title():
    document = Document()
    frame = document.add_table(1, 1).cell(0, 0)
    frame.text = "Tabel 1. Budget"
    inner = frame.add_table(2, 2)
    for cell, text in zip([*inner.rows[0].cells, *inner.rows[1].cells], ["Tilbud", "2024", "A", "1"], strict=True):
        cell.text = text
    (table,) = tables(read(document))
    assert (table.caption, table.place.as_json()) == ("Tabel 1. Budget", {"table": 2, "row": 1})


def test_a_table_in_a_row_of_figures_comes_after_its_table():
    document, table = word_table(f"{HEAD}\nA | 1 | 2")
    inner = table.cell(1, 0).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "x", "7"
    grids = [block for block in read(document) if isinstance(block, Grid)]
    assert [grid.rows[-1].cells for grid in grids] == [("A", "1", "2"), ("x", "7")]


def test_rows_may_begin_a_column_later():
    document, table = word_table(f"{HEAD}\nA | 1 | 2")
    row = table.rows[1]._tr
    row.remove(row.tc_lst[0])
    row.get_or_add_trPr().append(parse_xml(f'<w:gridBefore {nsdecls("w")} w:val="1"/>'))
    assert cells_of(document)[1] == ("", "1", "2")


def test_our_own_paper_is_read_back_with_the_same_figures():
    report = report_000()
    blocks = read_word("papir.docx", render_docx(report))
    (table,) = tables(blocks)
    assert table.unit == "mio. kr." == report.table.unit
    assert [values(row) for row in table.rows] == [values(row) for row in report.table.rows]
    assert [row.number for row in table.rows] == [row.number for row in report.table.rows]
    assert texts(blocks)[0] == report.title
