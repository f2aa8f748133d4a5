"""The workbook: several tables a sheet, merged heads, number cells with formats, sums as formulas with their values."""

from __future__ import annotations

import io
from datetime import datetime
from random import Random
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from benchmarks.audit.faults.arithmetic import residual
from benchmarks.audit.grid import Grid, GridCell, GridRow, set_table
from benchmarks.audit.model import Paper, Pos, Relation, Sentence, Table, TextTable

CREATED = datetime(2020, 1, 1)  # noqa: DTZ001 the writer takes no zone
Place = tuple[int, int]


class Sheets:
    """A workbook being filled: the sheet in use, its next row and the formats."""

    def __init__(self, paper: Paper, out: io.BytesIO) -> None:
        self.paper = paper
        self.rng = Random(paper.seed * 7 + 3)
        self.book = xlsxwriter.Workbook(out, {"in_memory": True})
        self.book.set_properties({"created": CREATED})
        self.formats: dict[tuple[str, bool], Any] = {}
        self.per_sheet = self.rng.choice((1, 2, 9))
        self.left = self.rng.choice((0, 0, 1))
        self.on_sheet = 0
        self.new_sheet()

    def new_sheet(self) -> None:
        self.sheet = self.book.add_worksheet(f"Ark{len(self.book.worksheets()) + 1}")
        self.sheet.set_column(self.left, self.left + 1, 40)
        self.row, self.on_sheet = 0, 0

    def line(self, text: str) -> None:
        self.sheet.write_string(self.row, self.left, text)
        self.row += 1

    def format(self, number: str, bold: bool) -> Any:
        if (number, bold) not in self.formats:
            kind = {"num_format": number} if number else {}
            self.formats[number, bold] = self.book.add_format(kind | ({"bold": True} if bold else {}))
        return self.formats[number, bold]


def write_xlsx(paper: Paper) -> bytes:
    """Return the paper as a workbook."""
    out = io.BytesIO()
    sheets = Sheets(paper, out)
    for block in paper.blocks:
        _add(sheets, paper, block)
    sheets.book.close()
    return out.getvalue()


def _add(sheets: Sheets, paper: Paper, block: Sentence | Table | TextTable) -> None:
    if isinstance(block, Sentence):
        sheets.line(block.printed(paper.style))
    elif isinstance(block, TextTable):
        for texts in block.rows:
            for column, text in enumerate(texts):
                sheets.sheet.write_string(sheets.row, sheets.left + column, text)
            sheets.row += 1
        sheets.row += 1
    else:
        _add_table(sheets, paper, block)


def _add_table(sheets: Sheets, paper: Paper, table: Table) -> None:
    if sheets.on_sheet == sheets.per_sheet:
        sheets.new_sheet()
    sheets.on_sheet += 1
    sheets.row += 1 if sheets.row else 0
    grid = set_table(table)
    for line in grid.above:
        sheets.line(line)
    title = [] if grid.title is None else [[GridCell(grid.title, colspan=grid.width)]]
    _add_head(sheets, [*title, *grid.head])
    top = sheets.row
    number = next(i for i, other in enumerate(paper.tables) if other is table)
    for row in grid.body:
        _add_row(sheets, grid, row, number, top)
    sheets.row += 1


def _add_head(sheets: Sheets, head: list[list[GridCell]]) -> None:
    """Write the head cells and merge those that span."""
    taken: set[Place] = set()
    for down, row in enumerate(head):
        column = 0
        for cell in row:
            while (down, column) in taken:
                column += 1
            last = (down + cell.rowspan - 1, column + cell.colspan - 1)
            taken |= {(r, c) for r in range(down, last[0] + 1) for c in range(column, last[1] + 1)}
            _add_head_cell(sheets, cell, (sheets.row + down, sheets.left + column))
            column += cell.colspan
    sheets.row += len(head)


def _add_head_cell(sheets: Sheets, cell: GridCell, at: Place) -> None:
    bold = sheets.format("", True)
    if cell.colspan > 1 or cell.rowspan > 1:
        sheets.sheet.merge_range(*at, at[0] + cell.rowspan - 1, at[1] + cell.colspan - 1, cell.text, bold)
    elif cell.text.isdigit() and sheets.paper.seed % 3:
        sheets.sheet.write_number(*at, int(cell.text), bold)
    else:
        sheets.sheet.write_string(*at, cell.text, bold)


def _add_row(sheets: Sheets, grid: Grid, row: GridRow, table: int, top: int) -> None:
    for column, cell in enumerate(row.cells):
        at = (sheets.row, sheets.left + column)
        style = sheets.format(_number_format(cell), row.bold)
        if cell.value is None or _printed_otherwise(grid, row, column - grid.leads):
            _write_text(sheets, at, cell.text, style)
            continue
        where = Pos(table, row.row, column - grid.leads)
        formula = _formula(sheets, where, (top, sheets.left + grid.leads))
        if formula:
            sheets.sheet.write_formula(*at, formula, style, float(cell.value))
        else:
            sheets.sheet.write_number(*at, float(cell.value), style)
    sheets.row += 1


def _write_text(sheets: Sheets, at: Place, text: str, style: Any) -> None:
    """Write a label or a mark; row numbers are numbers in every other paper, as where they were filled down."""
    if text.isdigit() and sheets.paper.seed % 2:
        sheets.sheet.write_number(*at, int(text), style)
    elif text:
        sheets.sheet.write_string(*at, text, style)


def _printed_otherwise(grid: Grid, row: GridRow, col: int) -> bool:
    """Whether a figure must be text: it has a mark, is stacked, or is a percentage as printed."""
    source = grid.source.rows[row.row]
    return col in source.figure_marks or source.second is not None or grid.columns[col].role == "pct"


def _number_format(cell: GridCell) -> str:
    if cell.value is None:
        return ""
    places = -int(cell.value.as_tuple().exponent)
    return "#,##0" + ("." + "0" * places if places else "")


def _formula(sheets: Sheets, where: Pos, origin: Place) -> str | None:
    """Return a sum's formula, where the printed figures add up exactly; else it stands as a constant."""
    ties = [r for r in sheets.paper.relations if r.result == where and r.kind in ("sum", "row_total", "difference")]
    if not ties or residual(sheets.paper, ties[0]) != 0 or sheets.paper.seed % 4 == 0:
        return None
    return _sum_of(ties[0], origin)


def _sum_of(tie: Relation, origin: Place) -> str:
    names = [(k, xl_rowcol_to_cell(origin[0] + pos.row, origin[1] + pos.col)) for k, pos in tie.terms]
    rows = [pos.row for _, pos in tie.terms]
    run = rows == list(range(rows[0], rows[0] + len(rows))) and all(k == 1 for k, _ in names)
    if tie.kind == "sum" and len(rows) > 1 and run:
        return f"=SUM({names[0][1]}:{names[-1][1]})"
    return "=" + "".join(("+" if k > 0 else "-") + name for k, name in names).removeprefix("+")
