"""The HTML version: captions or lines above, heads with spans, figures to the right."""

from __future__ import annotations

from html import escape
from random import Random

from benchmarks.audit.grid import Grid, GridCell, GridRow, set_table
from benchmarks.audit.model import Paper, Sentence, Table, TextTable

STYLE = "td,th{border:1px solid #999;padding:2px 6px}td.r{text-align:right}"


def write_html(paper: Paper) -> bytes:
    """Return the paper as an HTML page in UTF-8."""
    rng = Random(paper.seed * 7 + 2)
    in_caption, with_head = rng.random() < 0.4, rng.random() < 0.7
    parts = [_block(paper, block, in_caption, with_head) for block in paper.blocks]
    head = f'<head><meta charset="utf-8"><title>{escape(paper.title)}</title><style>{STYLE}</style></head>'
    return "\n".join(["<!DOCTYPE html>", '<html lang="da">', head, "<body>", *parts, "</body>", "</html>", ""]).encode()


def _block(paper: Paper, block: Sentence | Table | TextTable, in_caption: bool, with_head: bool) -> str:
    if isinstance(block, Sentence):
        tag = ("h1" if block.text == paper.title else "h2") if block.role == "heading" else "p"
        return f"<{tag}>{escape(block.printed(paper.style))}</{tag}>"
    if isinstance(block, TextTable):
        rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in block.rows)
        return "<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"
    return _table(set_table(block), in_caption, with_head)


def _table(grid: Grid, in_caption: bool, with_head: bool) -> str:
    lines = [] if in_caption else [f"<p>{escape(line)}</p>" for line in grid.above]
    lines.append("<table>")
    if in_caption and grid.above:
        lines.append(f"<caption>{'<br>'.join(escape(line) for line in grid.above)}</caption>")
    head = ["<tr>" + "".join(_head_cell(cell, with_head) for cell in row) + "</tr>" for row in grid.head]
    if grid.title is not None:
        head.insert(0, f'<tr><th colspan="{grid.width}">{escape(grid.title)}</th></tr>')
    body = [_row(row) for row in grid.body]
    if with_head:
        return "\n".join([*lines, "<thead>", *head, "</thead>", "<tbody>", *body, "</tbody>", "</table>"])
    return "\n".join([*lines, *head, *body, "</table>"])


def _head_cell(cell: GridCell, with_head: bool) -> str:
    tag = "th" if with_head else "td"
    spans = "".join(f' {name}="{n}"' for name, n in (("colspan", cell.colspan), ("rowspan", cell.rowspan)) if n > 1)
    return f"<{tag}{spans}>{escape(cell.text)}</{tag}>"


def _row(row: GridRow) -> str:
    return "<tr>" + "".join(_cell(cell, row.bold) for cell in row.cells) + "</tr>"


def _cell(cell: GridCell, bold: bool) -> str:
    text = escape(cell.text).replace("\n", "<br>")
    text = f"<b>{text}</b>" if bold and text else text
    return f'<td class="r">{text}</td>' if cell.numeric else f"<td>{text}</td>"
