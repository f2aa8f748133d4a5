"""The Word version: paragraphs and tables with merged head cells, the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from benchmarks.audit.grid import Grid, GridCell, set_table
from benchmarks.audit.model import Paper, Sentence, Table, TextTable

EPOCH = (1980, 1, 1, 0, 0, 0)


def write_docx(paper: Paper) -> bytes:
    """Return the paper as a Word document."""
    document = Document()
    for block in paper.blocks:
        _add(document, paper, block)
    out = io.BytesIO()
    document.save(out)
    return without_times(out.getvalue())


def without_times(data: bytes) -> bytes:
    """Return an archive with the same members, each dated alike, so that the same content is the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _add(document: Any, paper: Paper, block: Sentence | Table | TextTable) -> None:
    if isinstance(block, Sentence):
        text = block.printed(paper.style)
        if block.role == "heading":
            document.add_heading(text, 1 if block.text == paper.title else 2)
        else:
            document.add_paragraph(text)
    elif isinstance(block, TextTable):
        _add_text_table(document, block)
    else:
        _add_table(document, set_table(block))


def _add_text_table(document: Any, block: TextTable) -> None:
    table = document.add_table(len(block.rows), len(block.rows[0]), style="Table Grid")
    for row, texts in zip(table.rows, block.rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def _add_table(document: Any, grid: Grid) -> None:
    for line in grid.above:
        document.add_paragraph(line, style="Caption" if grid.source.layout.ruled else None)
    title = [] if grid.title is None else [[GridCell(grid.title, colspan=grid.width)]]
    head = [*title, *grid.head]
    table = document.add_table(len(head) + len(grid.body), grid.width)
    table.style = "Table Grid" if grid.source.layout.ruled else "Normal Table"
    cells = [row.cells for row in table.rows]
    _fill_head(cells, head)
    for row, texts in zip(grid.body, cells[len(head) :], strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            _write(text, cell, row.bold)


def _fill_head(cells: list[Any], head: list[list[GridCell]]) -> None:
    """Write the head cells and merge those that span."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(head):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            last = (number + cell.rowspan - 1, column + cell.colspan - 1)
            taken |= {(r, c) for r in range(number, last[0] + 1) for c in range(column, last[1] + 1)}
            merged = cells[number][column].merge(cells[last[0]][last[1]])
            merged.text = cell.text
            column += cell.colspan


def _write(target: Any, cell: GridCell, bold: bool) -> None:
    """Write a body cell: a stack as two paragraphs, figures to the right."""
    for number, text in enumerate(cell.text.split("\n")):
        paragraph = target.paragraphs[0] if number == 0 else target.add_paragraph()
        paragraph.add_run(text).bold = bold or None
        if cell.numeric:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
