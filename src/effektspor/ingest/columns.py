"""Grid → table: column roles first (number, label, category, amount, percent, text), then the rows."""

import re
from collections.abc import Iterator
from enum import Enum, auto

from effektspor.core.document import Cell, Paragraph, Row, Table
from effektspor.core.unit import parse_quantity
from effektspor.ingest.cells import read_cell, strip_marks, unit_of_cells
from effektspor.ingest.grid import Grid, GridRow
from effektspor.ingest.heads import Head, count_head_rows, is_head_row, read_head
from effektspor.ingest.rows import join_continued, with_kinds

_ROW_NUMBER = re.compile(r"\d{1,3}[.)]?|[A-ZÆØÅ]{1,3}\d{2,3}[a-z]?\b.*")
_CATEGORY = re.compile(r"styrings[-\s]*område|kategori|udgiftstype", re.IGNORECASE)


class Role(Enum):
    NUMBER = auto()
    LABEL = auto()
    CATEGORY = auto()
    AMOUNT = auto()
    PERCENT = auto()
    TEXT = auto()


def read_table(grid: Grid, table_id: str) -> Table | None:
    """Return a grid as a table, or None when it has no column of amounts (a list, a form, a layout)."""
    caption, rows = _own_caption(grid)
    head_rows = count_head_rows(rows)
    head, body = rows[:head_rows], rows[head_rows:]
    if not head or not body:
        return None
    columns = read_head(head)
    roles = column_roles(columns, body)
    amounts = [column for column, role in enumerate(roles) if role is Role.AMOUNT]
    return _table(grid, table_id, caption, head, body, columns, roles) if amounts else None


def column_roles(head: Head, body: tuple[GridRow, ...]) -> list[Role]:
    """Return what each column holds, from its head and from what most of its cells are."""
    figures = [_is_amount(head, body, column) for column in range(len(head.names))]
    if _is_row_number(body, figures):
        figures[0] = False
    first_amount = next((column for column, is_figure in enumerate(figures) if is_figure), len(figures))
    return [
        _role(head, body, column, figures[column], first_amount, numbered=_is_row_number(body, figures))
        for column in range(len(figures))
    ]


def _role(head: Head, body: tuple[GridRow, ...], column: int, figure: bool, first_amount: int, *, numbered: bool) -> Role:
    if figure:
        return Role.AMOUNT
    if column == 0 and numbered:
        return Role.NUMBER
    if _is_percent(body, column):
        return Role.PERCENT
    if column > 0 and _CATEGORY.search(head.names[column]):
        return Role.CATEGORY
    return Role.LABEL if column < first_amount else Role.TEXT


def _is_amount(head: Head, body: tuple[GridRow, ...], column: int) -> bool:
    texts = [text for row in body if (text := strip_marks(row.cells[column]))]
    quantities = [parse_quantity(text) for text in texts]
    figures = sum(1 for quantity in quantities if quantity and not quantity.percent)
    if re.fullmatch(r"(?:19|20)\d\d", head.names[column]):
        return column > 0 and not any(quantity and quantity.percent for quantity in quantities)
    return column > 0 and figures > 0 and figures * 2 >= len([text for text in texts if text not in "-–−"])


def _is_percent(body: tuple[GridRow, ...], column: int) -> bool:
    texts = [text for row in body if (text := row.cells[column]) and text not in "-–−"]
    return bool(texts) and all((quantity := parse_quantity(text)) and quantity.percent for text in texts)


def _is_row_number(body: tuple[GridRow, ...], figures: list[bool]) -> bool:
    """The first column numbers the rows when the second is words and every filled first cell looks like a number."""
    if len(figures) < 3 or figures[1]:
        return False
    texts = [strip_marks(row.cells[0]) for row in body if row.cells[0] and row.cells[1]]
    return bool(texts) and all(_ROW_NUMBER.fullmatch(text) for text in texts)


def _own_caption(grid: Grid) -> tuple[Paragraph | None, tuple[GridRow, ...]]:
    """A one-cell line directly over a head is the caption where no other stands above the table."""
    first = grid.rows[0]
    if len(first.filled) == 1 and len(grid.rows) > 1 and is_head_row(grid.rows[1]) and not is_head_row(first):
        return Paragraph(first.place, first.cells[first.filled[0]]), grid.rows[1:]
    return grid.caption, grid.rows


def _table(
    grid: Grid, table_id: str, caption: Paragraph | None, head: tuple[GridRow, ...], body: tuple[GridRow, ...],
    columns: Head, roles: list[Role],
) -> Table:  # fmt: skip
    amounts = [column for column, role in enumerate(roles) if role is Role.AMOUNT]
    texts = [column for column, role in enumerate(roles) if role is Role.TEXT]
    unit, column_units = _units(columns, amounts, body)
    return Table(
        id=table_id,
        place=caption.place if caption and caption.place == grid.rows[0].place else head[0].place,
        columns=tuple(_column_name(columns.names[column], position) for position, column in enumerate(amounts)),
        rows=with_kinds(join_continued([_row(row, roles) for row in body])),
        caption=caption.text if caption else None,
        unit=unit,
        price_level=columns.price_level,
        column_units=column_units,
        text_head=" ".join(columns.names[column] for column in texts if columns.names[column]) or None,
        footnotes=grid.footnotes,
    )


def _units(head: Head, amounts: list[int], body: tuple[GridRow, ...]) -> tuple[str | None, tuple[str | None, ...]]:
    """Return the table's unit and, only where they differ, one per column."""
    own = [head.units[column] or unit_of_cells([row.cells[column] for row in body]) for column in amounts]
    if head.unit and not any(own):
        return head.unit, ()
    if len(set(own)) == 1:
        return own[0], ()
    return head.unit, tuple(own)


def _column_name(name: str, position: int) -> str:
    return name or f"kolonne {position + 1}"


def _row(row: GridRow, roles: list[Role]) -> Row:
    cells = tuple(read_cell(text) for text in _in_role(row, roles, Role.AMOUNT))
    beside = [cell.text for cell in cells if cell.unread]
    if beside and all(cell.number is None for cell in cells):
        cells = tuple(Cell() for _ in cells)
        return _labelled(row, roles, cells, " ".join(beside))
    return _labelled(row, roles, cells, None)


def _labelled(row: GridRow, roles: list[Role], cells: tuple[Cell, ...], beside: str | None) -> Row:
    text = "\n".join(part for part in _in_role(row, roles, Role.TEXT) if part)
    return Row(
        place=row.place,
        label=" ".join(strip_marks(part.replace("\n", " ")) for part in _in_role(row, roles, Role.LABEL) if part),
        cells=cells,
        number=_first(row, roles, Role.NUMBER),
        category=_first(row, roles, Role.CATEGORY),
        key_pct=_first(row, roles, Role.PERCENT),
        text=beside or text or None,
    )


def _in_role(row: GridRow, roles: list[Role], wanted: Role) -> Iterator[str]:
    return (cell for cell, role in zip(row.cells, roles, strict=True) if role is wanted)


def _first(row: GridRow, roles: list[Role], wanted: Role) -> str | None:
    return next((text for text in _in_role(row, roles, wanted) if text), None)
