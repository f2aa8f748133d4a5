"""The text version, as converters give it: tabs between cells, pipes as in Markdown, or columns set with spaces."""

from __future__ import annotations

from random import Random

from benchmarks.audit.grid import Grid, GridCell, set_table
from benchmarks.audit.model import Paper, Sentence, Table, TextTable


def write_text(paper: Paper) -> bytes:
    """Return the paper as UTF-8 text in its own variant."""
    rng = Random(paper.seed * 7 + 1)
    heading = rng.choice(("**{}**", "# {}", "{}", "{}"))
    parts = [_block(paper, block, heading) for block in paper.blocks]
    return ("\n\n".join(parts) + "\n").encode()


def _block(paper: Paper, block: Sentence | Table | TextTable, heading: str) -> str:
    if isinstance(block, Sentence):
        text = block.printed(paper.style)
        return heading.format(text) if block.role == "heading" else text
    if isinstance(block, TextTable):
        return "\n".join(_join(paper, row) for row in block.rows)
    return _table(paper, set_table(block))


def _table(paper: Paper, grid: Grid) -> str:
    lines = list(grid.above)
    if grid.above and grid.source.layout.ruled:
        lines.append("")
    head, body = _head_rows(grid), _body_rows(grid, tags=paper.text_variant != "aligned")
    if paper.text_variant == "aligned":
        title = [] if grid.title is None else [grid.title]
        return "\n".join([*lines, *title, *_aligned(grid, head, body)])
    if grid.title is not None:
        head.insert(0, [grid.title, *[""] * (grid.width - 1)])
    heads = [_join(paper, row) for row in head]
    if paper.text_variant == "pipe":
        heads.insert(1, "|" + "---|" * grid.width)
    return "\n".join([*lines, *heads, *_with_break(grid, [_join(paper, row) for row in body], heads)])


def _join(paper: Paper, cells: list[str]) -> str:
    one_line = [cell.replace("\n", " ") for cell in cells]
    return "| " + " | ".join(one_line) + " |" if paper.text_variant == "pipe" else "\t".join(one_line)


def _with_break(grid: Grid, rows: list[str], heads: list[str]) -> list[str]:
    """Return the rows, perhaps with a page break of blank lines in between and the head again."""
    layout = grid.source.layout
    if layout.page_break is None:
        return rows
    again = heads if layout.repeat_head else []
    return [*rows[: layout.page_break], "", "", "", *again, *rows[layout.page_break :]]


def _head_rows(grid: Grid) -> list[list[str]]:
    """Return the head rows as plain cells: a span's text stands in its first cell."""
    taken: dict[tuple[int, int], str] = {}
    for number, row in enumerate(grid.head):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            _take(taken, cell, number, column)
            column += cell.colspan
    return [[taken.get((number, column), "") for column in range(grid.width)] for number in range(len(grid.head))]


def _take(taken: dict[tuple[int, int], str], cell: GridCell, row: int, column: int) -> None:
    for down in range(cell.rowspan):
        for right in range(cell.colspan):
            taken[row + down, column + right] = cell.text if down == right == 0 else ""


def _body_rows(grid: Grid, *, tags: bool) -> list[list[str]]:
    """Return the body rows as plain cells, some in tags; one label may run on over the next line."""
    rows = []
    for row in grid.body:
        dressed = tags and row.bold and grid.source.layout.tags
        cells = [_in_tags(cell.text) if dressed else cell.text for cell in row.cells]
        label = _label_column(grid)
        first, rest = _split(cells[label]) if row.row == grid.source.layout.split_label else (cells[label], "")
        cells[label] = first
        rows.append(cells)
        if rest:
            rows.append([rest if i == label else "" for i in range(grid.width)])
    return rows


def _label_column(grid: Grid) -> int:
    return 0 if grid.source.number_head is None else 1


def _in_tags(text: str) -> str:
    return f"<b>{text}</b>" if text and "\n" not in text else text


def _split(label: str) -> tuple[str, str]:
    """Split a label where its rest begins in lower case; short ones stay."""
    for at in range(len(label) // 2, len(label) - 1):
        if label[at] == " " and label[at + 1].islower():
            return label[:at], label[at + 1 :]
    return label, ""


def _aligned(grid: Grid, head: list[list[str]], body: list[list[str]]) -> list[str]:
    """Return the rows with their columns set by spaces, labels to the left and figures to the right."""
    rows = [[cell.replace("\n", " ") for cell in row] for row in (*head, *body)]
    widths = [max(len(row[i]) for row in rows) for i in range(grid.width)]
    numeric = range(grid.leads, grid.leads + len(grid.columns))
    lines = [_aligned_line(row, widths, numeric) for row in rows]
    return [*lines[: len(head)], *_with_break(grid, lines[len(head) :], lines[: len(head)])]


def _aligned_line(row: list[str], widths: list[int], numeric: range) -> str:
    cells = [
        text.rjust(width) if i in numeric else text.ljust(width)
        for i, (text, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "   ".join(cells).rstrip()
