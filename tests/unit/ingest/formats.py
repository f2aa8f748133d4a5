"""One paper rendered as text, Word, Excel and a web page, so that tests can ask all four readers the same."""

import html
import io
import re

from docx import Document as WordDocument
from openpyxl import Workbook

from effektspor.ingest.columns import read_table
from effektspor.ingest.excel import read_excel
from effektspor.ingest.grid import Grid
from effektspor.ingest.page import read_page
from effektspor.ingest.text.blocks import split_blocks
from effektspor.ingest.text.decoding import decode_lines
from effektspor.ingest.word import read_word
from tests.papers import values

_FIGURE = re.compile(r"-?\d{1,3}(?:\.\d{3})*(?:,(\d+))?|-?\d+(?:,(\d+))?")


def drawn(table):
    """Return the rows of a table drawn with » | « between its cells, as a controller would draw it."""
    return [[cell.strip() for cell in line.split("|")] for line in table.strip("\n").split("\n")]


def as_text(paper):
    """Return a paper as tabbed text; it is a list of lines and of tables, each a list of rows."""
    parts = (
        part if isinstance(part, str) else "\n".join("\t".join(c.replace("\n", "<br>") for c in row) for row in part)
        for part in paper
    )
    return "\n\n".join(parts).encode()


def as_word(paper):
    document = WordDocument()
    for part in paper:
        if isinstance(part, str):
            document.add_paragraph(part.lstrip("# "), "Heading 2" if part.startswith("#") else None)
            continue
        table = document.add_table(0, max(map(len, part)))
        for texts in part:
            for cell, text in zip(table.add_row().cells, texts, strict=False):
                cell.text = text
    return saved(document)


def as_excel(paper):
    book = Workbook()
    for part in paper:
        for row in [part] if isinstance(part, str) else part:
            append(book.active, [row] if isinstance(row, str) else row)
        book.active.append([])
    return saved(book)


def append(sheet, texts):
    """Put a row of texts under the others: what is a figure is stored as one, in the format that prints the text."""
    row = sheet._current_row + 1
    sheet.append([_stored(text) for text in texts])
    for column, text in enumerate(texts, start=1):
        if sheet.cell(row, column).data_type == "n" and text:
            decimals = len(text.partition(",")[2])
            sheet.cell(row, column).number_format = ("#,##0" if "." in text else "0") + ("." + "0" * decimals) * bool(
                decimals
            )


def _stored(text):
    if not _FIGURE.fullmatch(text):
        return text or None
    return float(text.replace(".", "").replace(",", ".")) if "," in text else int(text.replace(".", ""))


def as_page(paper):
    parts = []
    for part in paper:
        if isinstance(part, str):
            tag = "h2" if part.startswith("#") else "p"
            parts.append(f"<{tag}>{html.escape(part.lstrip('# '))}</{tag}>")
            continue
        rows = ("<tr>" + "".join(f"<td>{_page_cell(text)}</td>" for text in row) + "</tr>" for row in part)
        parts.append("<table>" + "\n".join(rows) + "</table>")
    return f'<html><head><meta charset="utf-8"></head><body>{"".join(parts)}</body></html>'.encode()


def _page_cell(text):
    return html.escape(text).replace("\n", "<br>")


def saved(file):
    """Return a python-docx document or an openpyxl workbook as the bytes of its file."""
    data = io.BytesIO()
    file.save(data)
    return data.getvalue()


def read_text(name, data):
    return split_blocks(decode_lines(name, data))


FORMATS = {
    "papir.txt": (as_text, read_text),
    "papir.docx": (as_word, read_word),
    "papir.xlsx": (as_excel, read_excel),
    "papir.html": (as_page, read_page),
}


def tables(blocks):
    """Return the tables of amounts among blocks."""
    return [table for block in blocks if isinstance(block, Grid) and (table := read_table(block, "t1"))]


def texts(blocks):
    """Return the texts of the paragraphs among blocks."""
    return [block.text for block in blocks if not isinstance(block, Grid)]


def facts(table):
    """Return what a table says, without where it stands."""
    rows = [(row.label, values(row), row.kind, row.number, row.category, row.text, row.key_pct) for row in table.rows]
    notes = [note.text for note in table.footnotes]
    return (table.caption, table.columns, table.unit, table.column_units, table.price_level, rows, notes)


def facts_in(name, paper):
    """Return what the tables of a paper say when it is rendered as, and read from, a kind of file."""
    render, read = FORMATS[name]
    return [facts(table) for table in tables(read(name, render(paper)))]
