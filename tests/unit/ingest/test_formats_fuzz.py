"""Whatever is uploaded as Word, Excel or a web page: blocks that can be read on, or one Danish sentence."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effektspor.core.audit.catalogue import audit_document
from effektspor.core.document import Document
from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.excel import read_excel
from effektspor.ingest.page import read_page
from effektspor.ingest.word import read_word
from effektspor.ingest.workbook import column_letters

from .archives import with_part_changed
from .formats import as_excel, as_page, as_word, drawn, tables

PAPER = [
    "Tabel 1. Budget",
    drawn("Gruppe | Tilbud | 2024 | 2025 | Andel\nVoksne | A | 1.650 | -2,5 | 7 %\n | B | 3 | 4 |\nI alt | | 4 | 6 |"),
    "* Note",
]
FILES = {"papir.docx": as_word(PAPER), "ark.xlsx": as_excel(PAPER), "side.html": as_page(PAPER)}
READERS = {"papir.docx": read_word, "ark.xlsx": read_excel, "side.html": read_page}
ANY = st.sampled_from(sorted(FILES))


def read_and_check(name, data):
    """Read and check as every surface does; what holds of any document holds here."""
    try:
        blocks = READERS[name](name, data)
    except UnreadableDocument as refused:
        assert str(refused).startswith(f"{name}: ") and "\n" not in str(refused)
        return
    found = tables(blocks)
    audit_document(Document(name, tuple(found)))
    assert all(len(row.cells) == len(table.columns) for table in found for row in table.rows)
    for block in blocks:
        for row in getattr(block, "rows", [block]):
            assert row.place.as_json()


def damaged(draw, data):
    """Return data with bytes changed, taken out and cut off."""
    changed = bytearray(data)
    for _ in range(draw(st.integers(0, 8))):
        at = draw(st.integers(0, len(changed) - 1))
        match draw(st.sampled_from(["flip", "insert", "delete"])):
            case "flip":
                changed[at] ^= 1 << draw(st.integers(0, 7))
            case "insert":
                changed[at:at] = draw(st.binary(min_size=1, max_size=5))
            case "delete":
                del changed[at : at + draw(st.integers(1, 20))]
    return bytes(changed[: draw(st.integers(0, len(changed)))] if draw(st.booleans()) else changed)


@given(ANY, st.binary(max_size=300))
def test_any_bytes(name, data):
    read_and_check(name, data)


@given(st.data(), ANY)
@settings(max_examples=settings.default.max_examples * 2)
def test_any_damaged_file(data, name):
    read_and_check(name, damaged(data.draw, FILES[name]))


def scrambled(draw, markup):
    """Return markup with whole tags and texts taken out, doubled and swapped."""
    pieces = [b"<" + piece for piece in markup.split(b"<")][1:]
    for _ in range(draw(st.integers(1, 12))):
        at, other = (draw(st.integers(0, len(pieces) - 1)) for _ in range(2))
        pieces[at] = draw(st.sampled_from([b"", pieces[other], pieces[at] * 2, pieces[at] + pieces[other]])) or b""
    return b"".join(pieces)


@given(st.data(), st.sampled_from(["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"]))
def test_any_word_part_in_disorder(data, part):
    read_and_check("papir.docx", with_part_changed(FILES["papir.docx"], part, lambda xml: scrambled(data.draw, xml)))


EXCEL_PARTS = ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"]


@given(st.data(), st.sampled_from(EXCEL_PARTS))
def test_any_excel_part_in_disorder(data, part):
    read_and_check("ark.xlsx", with_part_changed(FILES["ark.xlsx"], part, lambda xml: scrambled(data.draw, xml)))


@given(st.data())
@settings(max_examples=settings.default.max_examples * 2)
def test_any_page_in_disorder(data):
    read_and_check("side.html", scrambled(data.draw, FILES["side.html"]))


NUMBERS = st.sampled_from(["1", "0", "-1", "x", "", "9" * 9, "9" * 30, "1E5"])
TEXTS = st.sampled_from(["", "A", "7"])
MERGES = st.sampled_from(["", "<w:vMerge/>", "<w:vMerge w:val='restart'/>"])
WORD_CELL = "<w:tc><w:tcPr><w:gridSpan w:val='{}'/>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
WORD_ROWS = st.lists(st.lists(st.builds(WORD_CELL.format, NUMBERS, MERGES, TEXTS)), max_size=6)
PAGE_CELL = "<td rowspan={} colspan={}>{}"
PAGE_ROWS = st.lists(st.lists(st.builds(PAGE_CELL.format, NUMBERS, NUMBERS, TEXTS)), max_size=6)


@given(WORD_ROWS)
def test_any_spans_in_word(rows):
    table = "".join("<w:tr>" + "".join(row) + "</w:tr>" for row in rows)
    data = with_part_changed(
        FILES["papir.docx"], "word/document.xml",
        lambda xml: xml.replace(b"<w:sectPr", f"<w:tbl>{table}</w:tbl><w:sectPr".encode(), 1),
    )  # fmt: skip
    read_and_check("papir.docx", data)


@given(PAGE_ROWS)
def test_any_spans_on_a_page(rows):
    read_and_check("side.html", ("<table>" + "".join("<tr>" + "".join(row) for row in rows)).encode())


@pytest.mark.parametrize(
    "page",
    [
        "<tr><td rowspan=60000 colspan=1000>x" * 50,
        "<tr>" + "<td>x" * 20_000 + "<tr><td>x" * 20_000,
        "<tr><td rowspan=0>x" * 3_000,
        "</table><table>" * 3_000,
    ],
    ids=["spans", "wide and long", "hanging", "tables"],
)
def test_a_page_made_to_fill_the_memory_is_refused(page):
    with pytest.raises(UnreadableDocument, match="for mange"):
        read_page("side.html", f"<table>{page}".encode())


def test_a_sheet_made_to_fill_the_memory_is_refused():
    steps = "".join(f'<row r="{at}"><c r="{column_letters(at)}{at}"><v>1</v></c></row>' for at in range(1, 2_000))
    sheet = f'<worksheet xmlns="x"><sheetData>{steps}</sheetData></worksheet>'.encode()
    with pytest.raises(UnreadableDocument, match="for mange celler"):
        read_excel("ark.xlsx", with_part_changed(FILES["ark.xlsx"], "xl/worksheets/sheet1.xml", lambda _: sheet))


def test_the_damaged_files_are_whole_to_begin_with():
    for name, data in FILES.items():
        assert tables(READERS[name](name, data))
        assert name == "side.html" or zipfile.is_zipfile(io.BytesIO(data))
