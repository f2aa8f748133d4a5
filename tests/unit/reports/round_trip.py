"""A paper written and read again: what of its tables must be equal."""

import io
from typing import Any

import docx
import pypdfium2
from docx.oxml.ns import qn

from effektspor.core.document import Document, Row, Table
from effektspor.ingest.reading import read_document
from effektspor.reports.papers import render_paper_docx, render_paper_pdf
from effektspor.reports.printed import PrintedPaper


def read_back(paper: PrintedPaper) -> Document:
    """Return what a reader makes of the paper's docx."""
    return read_document("papir.docx", render_paper_docx(paper))


def facts_of(table: Table) -> dict[str, Any]:
    """Return all of a table that must survive: heads, unit, price level, notes, and every row."""
    return {
        "caption": table.caption,
        "unit": table.unit,
        "price level": table.price_level,
        "columns": table.columns,
        "column units": table.column_units,
        "text head": table.text_head,
        "notes": [note.text for note in table.footnotes],
        "rows": [row_facts(row) for row in table.rows],
    }


def row_facts(row: Row) -> tuple[Any, ...]:
    numbers = [cell.number for cell in row.cells]
    return row.number, row.label, row.kind, row.category, row.key_pct, row.text, numbers


def assert_tables_survive(paper: PrintedPaper) -> None:
    written, read = paper.document.tables, read_back(paper).tables
    assert written
    assert [facts_of(table) for table in read] == [facts_of(table) for table in written]


def docx_words(paper: PrintedPaper) -> str:
    document = docx.Document(io.BytesIO(render_paper_docx(paper)))
    return one_line("".join(f"{text.text or ''} " for text in document.element.body.iter(qn("w:t"))))


def pdf_words(paper: PrintedPaper) -> str:
    pdf = pypdfium2.PdfDocument(render_paper_pdf(paper))
    texts = [page.get_textpage().get_text_range() for page in pdf]
    pdf.close()
    return one_line(" ".join(texts))


def one_line(text: str) -> str:
    return " ".join(text.split())
