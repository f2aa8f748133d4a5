"""Excel workbooks (.xlsx): the tables and lines of text on each visible sheet, in order."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from effektspor.core.document import Paragraph
from effektspor.core.finding import Place
from effektspor.ingest.builder import Block
from effektspor.ingest.captions import LONGEST_CAPTION, is_note, with_captions_and_notes
from effektspor.ingest.grid import Grid, GridRow
from effektspor.ingest.heads import begins_with_head, is_head_row
from effektspor.ingest.limits import Limits
from effektspor.ingest.package import EXCEL, open_package
from effektspor.ingest.spans import has_figure, is_figure, is_group, place_column
from effektspor.ingest.workbook import Sheet, column_letters, read_sheets

# The filled cells of rows that follow each other: a row's number, and its texts by column.
_Band = list[tuple[int, dict[int, str]]]

# A sheet with more empty columns between its figures is drawn with air, not with tables.
_MOST_SIDE_BY_SIDE = 50


def read_excel(name: str, data: bytes) -> list[Block]:
    """Return the tables and lines of a workbook in order, each table with its caption and footnotes.

    Hidden sheets are left out; hidden rows and columns are read, for the sums of the sheet count them. Nothing is
    computed: a formula gives the value that the file keeps. Raises UnreadableDocument.
    """
    limits = Limits(name)
    blocks: list[Block] = []
    for sheet in read_sheets(open_package(limits, data, EXCEL)):
        _repeat_merged(sheet, limits)
        blocks.extend(with_captions_and_notes(list(_blocks(sheet, limits))))
    return blocks


def _repeat_merged(sheet: Sheet, limits: Limits) -> None:
    """A group's label over several rows stands in each of them that has something of its own."""
    figures = {area.top: _first_figure(sheet.rows.get(area.top, {})) for area in sheet.merged}
    for top, left, bottom, right in sheet.merged:
        text = sheet.rows.get(top, {}).get(left, "")
        if left != right or left > figures[top] or not is_group(text):
            continue
        for row in range(top + 1, bottom + 1):
            limits.count_cells()
            if row in sheet.rows:
                sheet.rows[row].setdefault(left, text)


def _first_figure(row: dict[int, str]) -> int:
    """Return the column of the first figure behind the label, or one that no sheet has."""
    first = min(row, default=0)
    return min((column for column, text in row.items() if column > first and is_figure(text)), default=1_000_000)


def _blocks(sheet: Sheet, limits: Limits) -> Iterator[Block]:
    rows = [(row, sheet.rows[row]) for row in sorted(sheet.rows)]
    for band in _joined(_split_rows(rows)):
        for piece in _split_columns(band):
            for part in _joined(_split_rows(piece)):
                yield from _piece_blocks(sheet.name, part, limits)


def _split_rows(rows: _Band) -> list[_Band]:
    """Return the rows in bands with empty rows between them."""
    bands: list[_Band] = []
    for row, texts in rows:
        if not bands or row > bands[-1][-1][0] + 1:
            bands.append([])
        bands[-1].append((row, texts))
    return bands


def _joined(bands: list[_Band]) -> list[_Band]:
    """Join a band to the one above when it goes on with its columns: an empty row before a sum ends no table."""
    joined: list[_Band] = []
    for band in bands:
        if joined and _goes_on(joined[-1], band):
            joined[-1].extend(band)
        else:
            joined.append(list(band))
    return joined


def _goes_on(above: _Band, band: _Band) -> bool:
    columns = {column for _, texts in above[-2:] for column in texts}
    first = band[0][1]
    if len(first) < 2 or not has_figure(_texts(first)) or begins_with_head(_grid_rows("", band[:2])):
        return False
    return set(first) <= columns


def _split_columns(band: _Band) -> list[_Band]:
    """Return tables that stand side by side; an empty column inside a table is only air."""
    columns = sorted({column for _, texts in band for column in texts})
    gaps = [(left, right) for left, right in pairwise(columns) if right > left + 1]
    starts = [0]
    for left, right in gaps if len(gaps) <= _MOST_SIDE_BY_SIDE else []:
        if _is_table(_cut(band, starts[-1], left)) and _is_table(_cut(band, right, None)):
            starts.append(right)
    ends = [*(start - 1 for start in starts[1:]), None]
    return [_cut(band, start, end) for start, end in zip(starts, ends, strict=True)]


def _cut(band: _Band, first: int, last: int | None) -> _Band:
    cut = [
        (row, {column: text for column, text in texts.items() if first <= column and (last is None or column <= last)})
        for row, texts in band
    ]
    return [(row, texts) for row, texts in cut if texts]


def _is_table(band: _Band) -> bool:
    """Return whether columns are a table of their own: words stand in the first before figures."""
    first = min((min(texts) for _, texts in band), default=0)
    labels = [texts[first] for _, texts in band if first in texts and has_figure(_texts(texts))]
    return sum(not is_figure(label) for label in labels) * 2 > len(labels)


def _piece_blocks(sheet: str, band: _Band, limits: Limits) -> Iterator[Block]:
    """Yield the titles above a table as lines, the table, and the notes right under it as lines."""
    rows = _grid_rows(sheet, band, limits)
    top, bottom = _table_rows(rows)
    yield from _lines(rows[:top])
    if bottom > top:
        yield Grid(rows[top:bottom])
    yield from _lines(rows[bottom:])


def _table_rows(rows: Sequence[GridRow]) -> tuple[int, int]:
    """Return where the table begins and ends among rows; a head's group or unit and the line over it are its own."""
    wide = [index for index, row in enumerate(rows) if len(row.filled) > 1]
    if not wide:
        return 0, 0
    top, bottom = wide[0], len(rows)
    while top and rows[top - 1].filled != (0,):
        top -= 1
    if top and is_head_row(rows[top]):
        top -= 1
    while bottom > wide[-1] + 1 and _is_line(rows[bottom - 1]):
        bottom -= 1
    return top, bottom


def _is_line(row: GridRow) -> bool:
    """Return whether a row's only cell is a note or a sentence, and not the label of an empty row."""
    text = row.cells[row.filled[0]]
    return is_note(text) or text.endswith(".") or len(text) > LONGEST_CAPTION


def _lines(rows: Sequence[GridRow]) -> Iterator[Paragraph]:
    return (Paragraph(row.place, row.cells[row.filled[0]].replace("\n", " ")) for row in rows)


def _grid_rows(sheet: str, band: _Band, limits: Limits | None = None) -> tuple[GridRow, ...]:
    """Return the rows of a band over the columns that it fills."""
    columns = sorted({column for _, texts in band for column in texts})
    if limits:
        limits.count_cells(len(columns) * len(band) - sum(len(texts) for _, texts in band))
    rows = []
    for row, texts in band:
        cells = tuple(texts.get(column, "") for column in columns)
        column = columns[place_column(cells)]
        rows.append(GridRow(Place(sheet=sheet, cell=f"{column_letters(column)}{row}"), cells))
    return tuple(rows)


def _texts(row: dict[int, str]) -> list[str]:
    return [row[column] for column in sorted(row)]
