"""Cells that span rows and columns → rows of texts, each cell where it stands."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from effektspor.core.finding import Place
from effektspor.ingest.cells import read_cell
from effektspor.ingest.grid import Grid, GridRow
from effektspor.ingest.heads import is_head_row
from effektspor.ingest.limits import Limits

# A stack of figures in one cell is longer than one; a text is longer than both.
_LONGEST_FIGURE = 200
_DIGIT = re.compile(r"[0-9]")


class SpannedCell(NamedTuple):
    """A cell as a format gives it; `continued` says that it goes on from the cell above (Word's vMerge)."""

    place: Place
    text: str
    colspan: int = 1
    rowspan: int = 1
    continued: bool = False


class _Hanging(NamedTuple):
    """What a cell above leaves in a column: the rows it still covers, and what is repeated there."""

    rows: int
    text: str


def spread_grid(rows: Iterable[Sequence[SpannedCell]], limits: Limits) -> Grid:
    """Return rows of spanning cells as a grid; rows without any text of their own are left out.

    A cell over several columns stands in the first of them, as in a text; see `is_group` for several rows.
    """
    hanging: dict[int, _Hanging] = {}
    above: dict[int, str] = {}
    lines: list[tuple[dict[int, SpannedCell], dict[int, str]]] = []
    for row in rows:
        line = {column: hung.text for column, hung in hanging.items()}
        own = _placed(row, line)
        _fill(own, line, above)
        hanging = _still_hanging(hanging, own, above)
        limits.count_cells(len(line) - len(row))
        if any(cell.text for cell in own.values()):
            lines.append((own, line))
    return _padded(lines, limits)


def is_group(text: str) -> bool:
    """Return whether a text in front of the figures names a group: over several rows, it stands in each of them.

    A figure does not, it would be added up once too often; nor does a remark behind the figures.
    """
    return bool(text) and not is_figure(text)


def place_column(texts: Sequence[str]) -> int:
    """Return the column that tells where a row stands: its first figure, in a head its first text."""
    row = GridRow(Place(), tuple(texts))
    figures = [column for column in row.filled if column and is_figure(texts[column])]
    if figures and not is_head_row(row):
        return figures[0]
    return row.filled[0] if row.filled else 0


def has_figure(texts: Sequence[str]) -> bool:
    """Return whether a figure stands beyond the first column."""
    return any(map(is_figure, texts[1:]))


def is_figure(text: str) -> bool:
    """Return whether a text is a figure, or a stack of them."""
    return len(text) <= _LONGEST_FIGURE and bool(_DIGIT.search(text)) and read_cell(text).number is not None


def _placed(row: Sequence[SpannedCell], taken: Mapping[int, str]) -> dict[int, SpannedCell]:
    """Return each cell at its column: the next that no cell from above takes."""
    placed: dict[int, SpannedCell] = {}
    column = 0
    for cell in row:
        while column in taken:
            column += 1
        placed[column] = cell
        column += cell.colspan
    return placed


def _fill(own: Mapping[int, SpannedCell], line: dict[int, str], above: dict[int, str]) -> None:
    """Write a row's cells into its line, and what of them is repeated below into `above`."""
    behind_figures = False
    for column, cell in own.items():
        if not cell.continued:
            repeated = cell.colspan == 1 and not behind_figures and is_group(cell.text)
            above[column] = cell.text if repeated else ""
        line[column] = above.get(column, "") if cell.continued else cell.text
        line.update(dict.fromkeys(range(column + 1, column + cell.colspan), ""))
        behind_figures = behind_figures or (column > 0 and is_figure(cell.text))


def _still_hanging(
    hanging: Mapping[int, _Hanging], own: Mapping[int, SpannedCell], above: Mapping[int, str]
) -> dict[int, _Hanging]:
    left = {column: hung._replace(rows=hung.rows - 1) for column, hung in hanging.items() if hung.rows > 1}
    for column, cell in own.items():
        if cell.rowspan > 1:
            for at in range(column, column + cell.colspan):
                left[at] = _Hanging(cell.rowspan - 1, above[column] if at == column else "")
    return left


def _padded(lines: list[tuple[dict[int, SpannedCell], dict[int, str]]], limits: Limits) -> Grid:
    """Return lines as rows over all columns, counted before they are made."""
    width = max((max(line) for _, line in lines), default=-1) + 1
    limits.count_cells(sum(width - len(line) for _, line in lines))
    rows = ((own, tuple(line.get(column, "") for column in range(width))) for own, line in lines)
    return Grid(tuple(GridRow(_row_place(own, texts), texts) for own, texts in rows))


def _row_place(own: Mapping[int, SpannedCell], texts: Sequence[str]) -> Place:
    cell = own.get(place_column(texts)) or next(cell for cell in own.values() if cell.text)
    return cell.place
