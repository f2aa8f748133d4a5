"""The PDF version, set by typst: ruled and unruled tables, running heads, page numbers, heads repeated on new pages."""

from __future__ import annotations

import json
from random import Random

import typst

from benchmarks.audit.grid import Grid, GridCell, set_table
from benchmarks.audit.model import Paper, Sentence, Table, TextTable

FONTS = ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono")


def write_pdf(paper: Paper) -> bytes:
    """Return the paper as a digital PDF."""
    source = "\n".join([*_page(paper), *(_block(paper, block) for block in paper.blocks)])
    return typst.compile(source.encode(), format="pdf", timestamp=0)


def _page(paper: Paper) -> list[str]:
    """Return page size, running head, page numbers and font."""
    rng = Random(paper.seed * 7 + 4)
    wide = any(len(table.columns) > 7 or table.text_head for table in paper.tables)
    flipped = "true" if wide and rng.random() < 0.5 else "false"
    header = f"header: [#{_text(paper.title)}], " if rng.random() < 0.6 else ""
    numbers = rng.choice(('numbering: "1", ', 'numbering: "Side 1 af 1", ', ""))
    font, size = FONTS[rng.choices((0, 1), (70, 30))[0]], rng.choice((9, 10, 11))
    return [
        "#set document(date: none)",
        f'#set page(paper: "a4", flipped: {flipped}, {header}{numbers}margin: 2cm)',
        f'#set text(font: "{font}", size: {size if not wide else 8}pt, lang: "da")',
        "#show table: set par(justify: false)",
    ]


def _text(text: str) -> str:
    """Return a text as a typst string, so that nothing in it is markup."""
    return json.dumps(text, ensure_ascii=False)


def _block(paper: Paper, block: Sentence | Table | TextTable) -> str:
    if isinstance(block, Sentence):
        text = block.printed(paper.style)
        return f"#heading({_text(text)})" if block.role == "heading" else f"#par({_text(text)})"
    if isinstance(block, TextTable):
        cells = ", ".join(_text(cell) for row in block.rows for cell in row)
        return f"#table(columns: {len(block.rows[0])}, stroke: 0.4pt, {cells})"
    return _table(set_table(block))


def _table(grid: Grid) -> str:
    """Return caption lines and table; the head is repeated where the table goes on over the page."""
    layout = grid.source.layout
    above = [f"#block(above: 1em, sticky: true, strong({_text(line)}))" for line in grid.above]
    title = [] if grid.title is None else [f"table.cell(colspan: {grid.width}, strong({_text(grid.title)}))"]
    head = [*title, *(_cell(cell, True, "left") for row in grid.head for cell in row)]
    body = [_cell(cell, row.bold, "right" if cell.numeric else "left") for row in grid.body for cell in row.cells]
    stroke = "0.4pt" if layout.ruled else "none"
    options = f"columns: {_widths(grid)}, stroke: {stroke}, inset: 4pt"
    lines = [
        f"#block(width: 100%)[#table({options},",
        f"table.header(repeat: {'true' if layout.repeat_head or layout.ruled else 'false'}, {', '.join(head)}),",
        ",\n".join(body),
        ")]",
    ]
    return "\n".join([*above, *lines])


def _widths(grid: Grid) -> str:
    """Return the columns: labels and texts share what is left, the rest take what they need."""
    label = 0 if grid.source.number_head is None else 1
    text = grid.width - 1 if grid.source.text_head is not None else -1
    widths = ["2fr" if i == label else "3fr" if i == text else "auto" for i in range(grid.width)]
    return "(" + ", ".join(widths) + ")"


def _cell(cell: GridCell, bold: bool, align: str) -> str:
    content = " + linebreak() + ".join(_text(part) for part in cell.text.split("\n"))
    if bold and cell.text:
        content = f"strong({content})"
    spans = "".join(f"{name}: {n}, " for name, n in (("colspan", cell.colspan), ("rowspan", cell.rowspan)) if n > 1)
    return f"table.cell({spans}align: {align}, {content})"
