"""Web pages: order, lines, spans, tables in tables, encodings."""

import pytest

from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.grid import Grid
from effektspor.ingest.page import read_page
from tests.papers import values

from .formats import tables, texts

TABLE = "<table><tr><th>Tilbud<th>2024<th>2025<tr><td>A<td>1<td>2</table>"


def read(page):
    return read_page("side.html", page.encode())


def cells_of(page):
    (grid,) = (block for block in read(page) if isinstance(block, Grid))
    return [row.cells for row in grid.rows]


def test_headings_text_and_tables_come_in_order_with_their_lines():
    blocks = read(f"<h1>Budget</h1>\n<p>Tekst\nmed <b>fed</b> skrift.</p>\n{TABLE}\n<p>Slut")
    assert [block.text for block in (blocks[0], blocks[1], blocks[3])] == ["Budget", "Tekst med fed skrift.", "Slut"]
    assert [block.place.line for block in (blocks[0], blocks[1], blocks[3])] == [1, 2, 5]
    assert tables(blocks)[0].caption == "Budget"


def test_a_row_stands_on_the_line_of_its_figures():
    table = "<table>\n<tr>\n<td>Tilbud</td><td>2024</td></tr>\n<tr>\n<td>A</td>\n<td>\n7</td>\n</tr></table>"
    (table,) = tables(read(table))
    assert (table.place.line, table.rows[0].place.line) == (3, 7)


def test_a_caption_of_its_own_goes_before_a_heading():
    (table,) = tables(read(f"<h2>Budget</h2>{TABLE.replace('<table>', '<table><caption>Tabel 1: Drift</caption>')}"))
    assert table.caption == "Tabel 1: Drift"


@pytest.mark.parametrize(
    "rows, cells",
    [
        ("<tr><td colspan=2>Budget<td>I alt", [("Budget", "", "I alt")]),
        (
            "<tr><td rowspan=2>Voksne<td>A<td>1<tr><td>B<td>2<tr><td>Børn<td>C<td>3",
            [("Voksne", "A", "1"), ("Voksne", "B", "2"), ("Børn", "C", "3")],
        ),
        ("<tr><td>A<td rowspan=2>5<td>x<tr><td>B<td>y", [("A", "5", "x"), ("B", "", "y")]),
        ("<tr><td>A<td>1<td rowspan=0>Fælles<tr><td>B<td>2", [("A", "1", "Fælles"), ("B", "2", "")]),
        ("<tr><td>A<td>1<td>2<tr><td>B", [("A", "1", "2"), ("B", "", "")]),
        ("<tr><td>A<td>1<tr><td><td>", [("A", "1")]),
        ("<td>A<td>1", [("A", "1")]),
        ("<tr><td colspan=x>A<td colspan=0 rowspan=-1>1", [("A", "1")]),
        ("<tr><td>A<br>B<td><p>1<p>2", [("A\nB", "1\n2")]),
    ],
    ids=["columns", "group", "figure", "remark", "short row", "empty row", "no row", "damaged", "lines"],
)
def test_cells_stand_where_they_span(rows, cells):
    assert cells_of(f"<table>{rows}</table>") == cells


def test_tables_that_lay_out_a_page_hold_the_tables_of_the_paper():
    blocks = read(f"<table><tr><td>Menu<td><h2>Drift</h2>{TABLE}<p>Note: Netto</p></table>")
    assert texts(blocks) == ["Menu", "Drift", "Note: Netto"]
    assert [(table.caption, table.footnotes[0].text) for table in tables(blocks)] == [("Drift", "Note: Netto")]


def test_a_raised_mark_is_no_digit_of_the_figure():
    (table,) = tables(read(TABLE.replace("<td>1", "<td>9,38<sup>1)</sup>")))
    assert values(table.rows[0]) == ["9.38", "2"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var a = '<p>x</p>';</script>", "<style>p {}</style>", "<!-- <p>x</p> -->", "<p hidden>x</p>",
        "<div style='Display : none'><p>x</div>", "<table hidden><tr><td>x<td>1</table>", "<del>x</del>",
    ],
)  # fmt: skip
def test_what_is_not_shown_is_not_read(hidden):
    assert texts(read(f"<head><title>x</title></head><p>Før</p>{hidden}<p>Efter")) == ["Før", "Efter"]


@pytest.mark.parametrize(
    "encoding, head",
    [
        ("utf-8", ""),
        ("utf-8", '<meta charset="iso-8859-1">'),
        ("cp1252", ""),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'),
        ("cp850", '<meta charset="ibm850">'),
        ("utf-16", ""),
        ("cp1252", '<meta charset="findes-ikke">'),
    ],
)
def test_danish_letters_are_read_in_every_encoding(encoding, head):
    page = f"<html><head>{head}</head><body><p>Blåbærgrød – æøå</p></body></html>"
    encoded = page.replace("–", "-").encode(encoding)
    assert texts(read_page("side.html", encoded)) == ["Blåbærgrød - æøå"]


@pytest.mark.parametrize("data", [b"", b" \n ", b"\x00\x01\x02PNG"])
def test_what_is_no_page_is_refused(data):
    with pytest.raises(UnreadableDocument, match=r"^side\.html: Filen er"):
        read_page("side.html", data)


def test_nothing_outside_the_page_is_put_in():
    page = '<!DOCTYPE html [<!ENTITY secret SYSTEM "file:///etc/hostname">]><p>A &secret; &aelig;</p>'
    assert texts(read(page))[-1].endswith("A &secret; æ")


@pytest.mark.parametrize("page", ["<br><br>", "<p>", "<table></table>", "<table><tr></table>", "</td></tr></table>"])
def test_an_empty_page_has_nothing(page):
    assert read(page) == []


def test_tables_in_tables_end():
    assert texts(read("<table><tr><td>" * 60 + "inderst")) == ["inderst"]
    with pytest.raises(UnreadableDocument, match=r"^side\.html: Siden er bygget i for mange lag"):
        read("<table><tr><td>" * 1000 + "inderst")
