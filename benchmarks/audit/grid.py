"""A table as it is set: head rows with spans and body rows with printed texts, the same for every format."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from benchmarks.audit.model import Column, Row, Table


@dataclass
class GridCell:
    """A cell: its text, the figure behind it, and how many columns and rows it spans."""

    text: str = ""
    value: Decimal | None = None
    colspan: int = 1
    rowspan: int = 1
    numeric: bool = False


@dataclass
class GridRow:
    """A body row; `row` is its index in the table's rows, `bold` whether it stands out as a sum."""

    cells: list[GridCell]
    row: int
    bold: bool = False


@dataclass
class Grid:
    """A table as set. `above`: caption and unit lines; `title`: a first row over all columns."""

    above: list[str]
    title: str | None
    head: list[list[GridCell]]
    body: list[GridRow]
    width: int
    leads: int
    source: Table
    columns: list[Column] = field(default_factory=list)


def unit_text(table: Table) -> str:
    """Return unit and price level as the head states them."""
    phrase = table.layout.unit_phrase.format(unit=table.unit.text, level=table.price_level)
    return phrase.strip().rstrip(",").strip()


def caption(table: Table) -> str | None:
    """Return the caption as printed, with its number and perhaps the unit."""
    if table.title is None or table.layout.title_row:
        return None
    text = f"Tabel {table.number}. {table.title}" if table.number else table.title
    return f"{text} ({unit_text(table)})" if table.layout.unit_at == "caption" else text


def set_table(table: Table) -> Grid:
    """Return a table as every writer sets it."""
    leads = _leads(table)
    body = [_body_row(table, index, row, len(leads)) for index, row in enumerate(table.rows)]
    above = [line for line in (caption(table), _unit_line(table)) if line]
    title = table.title if table.layout.title_row else None
    width = len(leads) + len(table.columns) + (table.text_head is not None)
    return Grid(above, title, _head(table, leads), body, width, len(leads), table, table.columns)


def _unit_line(table: Table) -> str | None:
    return unit_text(table) if table.layout.unit_at == "above" else None


def _leads(table: Table) -> list[str]:
    """Return the heads of the columns before the amounts."""
    label = table.label_head
    if table.layout.unit_at == "corner":
        label = f"{label} i {table.unit.text}" if label else unit_text(table)
    leads = (table.number_head, label, table.category_head, table.key_head)
    return [head for head in leads if head is not None]


def _head(table: Table, leads: list[str]) -> list[list[GridCell]]:
    """Return the head: one row, or more where a unit or a group of columns spans several."""
    upper: list[list[GridCell]] = []
    if table.layout.unit_at == "span":
        upper.append([GridCell(unit_text(table), colspan=len(table.columns))])
    if any(column.group for column in table.columns):
        upper.append(_groups(table.columns))
    tail = [] if table.text_head is None else [table.text_head]
    lowest = [GridCell(_column_head(table, column), numeric=True) for column in table.columns]
    rows = [*upper, [cell for cell in lowest if cell.text or cell.rowspan == 1]]
    height = len(rows)
    rows[0] = [*(GridCell(x, rowspan=height) for x in leads), *rows[0], *(GridCell(x, rowspan=height) for x in tail)]
    return rows


def _groups(columns: list[Column]) -> list[GridCell]:
    cells: list[GridCell] = []
    last: str | None = None
    for column in columns:
        if column.group and column.group == last:
            cells[-1].colspan += 1
        else:
            cells.append(GridCell(column.group))
        last = column.group
    return cells


def _column_head(table: Table, column: Column) -> str:
    if table.layout.unit_at == "column" and column.role in ("amount", "total", "difference", "accumulated", "price"):
        return f"{column.head} i {table.unit.text}"
    return column.head


def _body_row(table: Table, index: int, row: Row, leads: int) -> GridRow:
    number_mark = row.label_mark if row.number else ""
    label_mark = "" if row.number else row.label_mark
    cells = [] if table.number_head is None else [GridCell(row.number + number_mark)]
    cells.append(GridCell(row.label + label_mark))
    if table.category_head is not None:
        cells.append(GridCell(row.text if row.kind == "payback" else row.category))
    if table.key_head is not None:
        cells.append(GridCell(row.key))
    assert len(cells) == leads, "every lead column has a cell"
    cells += [_figure(table, row, col) for col in range(len(table.columns))]
    if table.text_head is not None:
        cells.append(GridCell(row.text))
    return GridRow(cells, index, table.layout.bold_totals and row.kind in ("total", "net", "subtotal"))


def _figure(table: Table, row: Row, col: int) -> GridCell:
    """Return a figure's cell: printed, with its mark, a stack's second value under it."""
    value = row.figures[col]
    if row.kind == "heading" or (not row.has_figures and table.style.blank == ""):
        return GridCell("", numeric=True)
    text = table.style.print(value) + row.figure_marks.get(col, "")
    column = table.columns[col]
    if column.role == "pct" and value is not None and "pct" not in column.head.lower():
        text += " %"
    if row.second is not None:
        lower = row.second[col]
        if value is None and lower is None:
            return GridCell(text, numeric=True)
        text = (text or "-") + "\n" + (table.style.print(lower) or "-")
    return GridCell(text, value, numeric=True)
