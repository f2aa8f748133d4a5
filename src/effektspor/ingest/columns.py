"""Grid → table: caption and head first, then the role of each column, then the rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from effektspor.core.document import Cell, Paragraph, Row, RowKind, Table
from effektspor.core.price_level import find_price_level
from effektspor.core.sum_words import sounds_like_sum
from effektspor.core.unit import find_unit_span
from effektspor.ingest.bridges import bridge_head
from effektspor.ingest.cells import NOT_COMPUTED, mark_of, read_cell, read_stack_of, strip_marks, unit_of_cells
from effektspor.ingest.grid import Grid, GridRow
from effektspor.ingest.heads import Head, count_head_rows, is_head_row, read_head
from effektspor.ingest.roles import ROW_NUMBER, Role, column_roles
from effektspor.ingest.rows import join_continued, with_kinds
from effektspor.ingest.thousands import with_thousands


@dataclass(frozen=True, slots=True)
class _Layout:
    """A grid taken apart: its title, its head, its rows, and what each column holds."""

    caption: Paragraph | None
    first: GridRow
    head: Head
    body: tuple[GridRow, ...]
    roles: list[Role]

    def columns(self, wanted: Role) -> list[int]:
        return [column for column, role in enumerate(self.roles) if role is wanted]


def read_table(grid: Grid, table_id: str) -> Table | None:
    """Return a grid as a table, or None when it has no column of amounts (a list, a form, a layout)."""
    layout = _lay_out(with_thousands(grid))
    if layout is None or not layout.columns(Role.AMOUNT):
        return None
    amounts = layout.columns(Role.AMOUNT)
    unit, column_units = _units(layout, amounts, grid.unit_line)
    return Table(
        id=table_id,
        place=layout.first.place,
        columns=tuple(layout.head.names[column] or f"kolonne {at}" for at, column in enumerate(amounts, start=1)),
        rows=_rows(layout),
        caption=layout.caption.text if layout.caption else None,
        unit=unit,
        price_level=layout.head.price_level or find_price_level(f"{_caption_text(layout)} {grid.unit_line}"),
        column_units=column_units,
        text_head=" ".join(name for column in layout.columns(Role.TEXT) if (name := layout.head.names[column])) or None,
        footnotes=grid.footnotes,
    )


def _lay_out(grid: Grid) -> _Layout | None:
    caption, rows = _own_caption(grid)
    head_rows = count_head_rows(rows)
    head = read_head(rows[:head_rows]) if 0 < head_rows < len(rows) else bridge_head(rows)
    if head is None:
        return None
    body = rows[head_rows:] if head_rows < len(rows) else rows
    return _Layout(caption, grid.rows[0], head, body, column_roles(head, body))


def _own_caption(grid: Grid) -> tuple[Paragraph | None, tuple[GridRow, ...]]:
    """A one-cell line directly over a head is the caption, but not one that states a unit under another title."""
    first = grid.rows[0]
    if first.filled != (0,) or len(grid.rows) < 2 or not is_head_row(grid.rows[1]):
        return grid.caption, grid.rows
    line = Paragraph(first.place, first.cells[0])
    if grid.caption and find_unit_span(line.text):
        return Paragraph(grid.caption.place, f"{grid.caption.text}. {line.text}"), grid.rows[1:]
    return line, grid.rows[1:]


def _units(layout: _Layout, amounts: list[int], unit_line: str) -> tuple[str | None, tuple[str | None, ...]]:
    """Return the table's unit and, only where they differ, one per column."""
    cells = {column: [row.cells[column] for row in layout.body] for column in amounts}
    own = [layout.head.units[column] or unit_of_cells(cells[column]) for column in amounts]
    whole = (
        layout.head.unit
        or _unit_of_labels(layout)
        or _unit_of_caption(_caption_text(layout))
        or _unit_of_caption(unit_line)
    )
    if whole and not any(own):
        return whole, ()
    if len(set(own)) == 1:
        return own[0], ()
    return whole, tuple(own)


def _unit_of_labels(layout: _Layout) -> str | None:
    """Return the unit stated over the labels: "Nr. | Tiltag i 1.000 kr. | 2024"."""
    return next((unit for column in layout.columns(Role.LABEL) if (unit := layout.head.units[column])), None)


def _unit_of_caption(caption: str) -> str | None:
    """Return the unit a title states, "Budget i mio. kr."; the unit of an amount in it, "5 mio. kr.", is not it."""
    span = find_unit_span(caption)
    if span is None or re.search(r"\d\s*$", caption[: span[1]]):
        return None
    return caption[span[1] : span[2]].strip()


def _caption_text(layout: _Layout) -> str:
    return layout.caption.text if layout.caption else ""


def _rows(layout: _Layout) -> tuple[Row, ...]:
    rows = [_row(row, layout.roles) for row in _with_groups(layout)]
    return with_kinds([_labelled_by_number(row) for row in join_continued(rows)])


def _with_groups(layout: _Layout) -> Iterator[GridRow]:
    """Yield the rows, a group's cell that spans several rows repeated in each."""
    labels = layout.columns(Role.LABEL)
    group = ""
    for row in layout.body:
        spanned = _is_spanned(row, labels)
        group = group if spanned else row.cells[labels[0]] if labels else ""
        cells = [group if spanned and column == labels[0] else cell for column, cell in enumerate(row.cells)]
        yield GridRow(row.place, tuple(cells))


def _is_spanned(row: GridRow, labels: list[int]) -> bool:
    """A row without a label of its own in the first column is one of the group above; a heading or a sum is none."""
    if len(labels) < 2 or row.cells[labels[0]] or len(row.filled) < 2:
        return False
    own = " ".join(row.cells[column] for column in labels[1:]).strip()
    return bool(own) and not sounds_like_sum(own)


def _row(row: GridRow, roles: list[Role]) -> Row:
    cells = _with_stacks(tuple(read_cell(text) for text in _in_role(row, roles, Role.AMOUNT)))
    read = Row(
        place=row.place,
        label=" ".join(strip_marks(part.replace("\n", " ")) for part in _in_role(row, roles, Role.LABEL) if part),
        cells=cells,
        kind=RowKind.HEADING if len(row.filled) == 1 else RowKind.ROW,
        number=_first(row, roles, Role.NUMBER),
        category=_first(row, roles, Role.CATEGORY),
        key_pct=_first(row, roles, Role.PERCENT),
        text="\n".join(part for part in _in_role(row, roles, Role.TEXT) if part) or None,
        marks=tuple(mark for part in _in_role(row, roles, Role.LABEL) if (mark := mark_of(part))),
    )
    return _with_text_beside(read) if read.empty else read


def _with_stacks(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """A cell that may be thousands or a stack is what all its neighbours in the row are, for a row stacks as one."""
    counts = {len(cell.numbers) for cell in cells if cell.numbers}
    if len(counts) != 1 or (count := counts.pop()) < 2:
        return cells
    return tuple(read_stack_of(cell.text, count) if cell.unread else cell for cell in cells)


def _with_text_beside(row: Row) -> Row:
    """What a row without amounts says where amounts or the category stand ("2 år") is text: it is not added up.

    A formula without a value stays where it is, so that the note on figures that are not read names it.
    """
    if beside := [cell.text for cell in row.cells if cell.unread and cell.text != NOT_COMPUTED]:
        return replace(row, cells=tuple(Cell() for _ in row.cells), text=" ".join(beside))
    if row.category and row.category[0].isdigit():
        return replace(row, category=None, text=row.category)
    return row


def _labelled_by_number(row: Row) -> Row:
    """A sum in a numbered table often has its label in the column of numbers."""
    if row.label or not row.number or ROW_NUMBER.fullmatch(strip_marks(row.number)):
        return row
    return replace(row, label=strip_marks(row.number), number=None)


def _in_role(row: GridRow, roles: list[Role], wanted: Role) -> Iterator[str]:
    return (cell for cell, role in zip(row.cells, roles, strict=True) if role is wanted)


def _first(row: GridRow, roles: list[Role], wanted: Role) -> str | None:
    return next((text for text in _in_role(row, roles, wanted) if text), None)
