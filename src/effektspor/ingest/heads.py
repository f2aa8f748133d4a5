"""Heads of tables: which rows are the head, what each column is called, and the unit and year it states."""

import re
from dataclasses import dataclass

from effektspor.core.price_level import find_price_level, find_price_level_span
from effektspor.core.unit import find_unit_span, parse_quantity
from effektspor.ingest.cells import read_cell
from effektspor.ingest.grid import GridRow
from effektspor.ingest.thousands import is_spaced_figure

_YEAR = re.compile(r"(?:(?:budget|bo|regnskab|r|b)[ .]?)?(?:19|20)\d\d\*?", re.IGNORECASE)
MOST_HEAD_ROWS = 4
_UNIT_LINE_WORDS = re.compile(r"^(?:alle )?(?:beløb|tal)(?:ene)?(?: er)?(?: angivet)?(?=\s)", re.IGNORECASE)
# "Beløb i 1.000 kr. Prisniveau: 2026." are two sentences that both say it.
_SENTENCES = re.compile(r"(?<=\.)\s+(?=[A-ZÆØÅ])")
# "i hele 1.000 kr." says that the figures are rounded; it belongs to the unit.
_BEFORE_UNIT = re.compile(r"[\s(,]*(?:\b(?:beløb )?i\b)?\s*(?:\bhele)?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table: a name and a unit per column, and what it states for the whole table."""

    names: tuple[str, ...]
    units: tuple[str | None, ...]
    unit: str | None
    price_level: str | None
    label: str


def begins_with_head(rows: tuple[GridRow, ...]) -> bool:
    """Return whether the first rows are a head, alone or under a one-cell caption line."""
    return bool(rows) and (
        is_head_row(rows[0]) or (len(rows[0].filled) == 1 and len(rows) > 1 and is_head_row(rows[1]))
    )


def count_head_rows(rows: tuple[GridRow, ...]) -> int:
    """Return how many rows at the top are the head."""
    for index, row in enumerate(rows[:MOST_HEAD_ROWS]):
        # Nothing can go on from above the first row.
        if not _names_columns(row) or (index and _is_continued(row) and not _is_over_figures(rows, index)):
            return index
    return min(len(rows), MOST_HEAD_ROWS)


def is_head_row(row: GridRow) -> bool:
    """Return whether a row names columns and does not go on from the row above it."""
    return _names_columns(row) and not _is_continued(row)


def read_head(rows: tuple[GridRow, ...]) -> Head:
    """Return the names and units of the columns from the rows of a head; a head over several rows is joined."""
    columns = [_joined_column(rows, column) for column in range(len(rows[0].cells) if rows else 0)]
    everything = " ".join(cell for row in rows for cell in row.cells)
    whole = [cell for row in rows for cell in row.cells if _is_unit_only(cell)]
    unit_from = " ".join(whole) or (columns[0] if columns else "")
    return Head(
        names=tuple(without_unit(text) for text in columns),
        units=tuple(_unit_text(text) for text in columns),
        unit=_unit_text(unit_from),
        price_level=find_price_level(everything),
        label=columns[0] if columns else "",
    )


def is_unit_line(text: str) -> bool:
    """Return whether a line states a unit or a price level and nothing else: "Beløb i 1.000 kr., 2024-priser"."""
    line = " ".join(text.split())
    return bool(line) and unit_sentences(line) == line


def unit_sentences(text: str) -> str:
    """Return the sentences of a text that state a unit or a price level and nothing else."""
    sentences = _SENTENCES.split(text.strip())
    return " ".join(part for part in sentences if _is_unit_only(_UNIT_LINE_WORDS.sub("", part).strip(" .")))


def without_unit(text: str) -> str:
    """Return a head text without its unit and price level: "Sparekrav 2019 i mio. kr." → "Sparekrav 2019"."""
    for find in (find_unit_span, find_price_level_span):
        if span := find(text):
            text = _joined_around(_BEFORE_UNIT.sub("", text[: span[1]]), text[span[2] :])
    return " ".join(text.split())


def _joined_around(before: str, after: str) -> str:
    """Join what stood around a unit; the bracket around it goes with it, a comma after it stays."""
    rest = after.lstrip(" ,)").rstrip(" ,")
    if rest.endswith(")") and rest.count(")") > rest.count("("):
        rest = rest[:-1]
    # "i 1.000 kr. og 2026-priser" names both.
    rest = re.sub(r"^og\b\s*(?=(?:19|20)\d\d)", "", rest)
    joint = ", " if after.lstrip().startswith(",") else " "
    return joint.join(part for part in (before, rest) if part)


def _names_columns(row: GridRow) -> bool:
    """Years or words stand beyond the first cell, and no other figures."""
    beyond = [cell for cell in row.cells[1:] if cell]
    return bool(beyond) and not any(_is_figure(cell) and not is_year(cell) for cell in beyond)


def _is_figure(cell: str) -> bool:
    """One figure with or without its unit, several stacked in the cell, or what may be either."""
    return parse_quantity(cell) is not None or len(read_cell(cell).numbers) > 1 or is_spaced_figure(cell)


def is_year(cell: str) -> bool:
    """Return whether a cell is the year of a column, perhaps with what of it is stated: "2026", "Budget 2026"."""
    return bool(_YEAR.fullmatch(cell.strip()))


def _is_continued(row: GridRow) -> bool:
    """A label that goes on after a page break fills the second cell, perhaps a status far from it, and no year."""
    texts = [cell for cell in row.cells if cell]
    apart = row.filled[:1] == (1,) and row.filled != (1, 2)
    return len(texts) <= 2 and apart and not any(is_year(cell) or find_unit_span(cell) for cell in texts)


def _is_over_figures(rows: tuple[GridRow, ...], index: int) -> bool:
    """The second line of a head, "primo" under "Antal", has figures under it and the head's words over it."""
    if index + 1 == len(rows):
        return False
    above, below = rows[index - 1].cells, rows[index + 1].cells
    return all(above[column] and _is_figure(below[column]) for column in rows[index].filled)


def _joined_column(rows: tuple[GridRow, ...], column: int) -> str:
    """Join the cells of a column from top to bottom; a group's cell covers the empty ones to its right."""
    parts = [part for index in range(len(rows)) if (part := _head_cell(rows, index, column))]
    return " ".join(dict.fromkeys(parts))


def _head_cell(rows: tuple[GridRow, ...], index: int, column: int) -> str:
    cells = rows[index].cells
    own = cells[column]
    covered = index + 1 < len(rows) and not own and column > 0 and rows[index + 1].cells[column]
    if covered:
        over = next((at for at in range(column - 1, 0, -1) if cells[at]), 0)
        own = cells[over] if over and not _is_wrapped(rows[index + 1].cells, over, column) else ""
    return "" if column > 0 and _is_unit_only(own) else own


def _is_wrapped(below: tuple[str, ...], over: int, column: int) -> bool:
    """ "Forventet" over "regnskab" is one name on two lines, and covers no "Afvigelse" beside it."""
    return below[over][:1].islower() and not below[column][:1].islower()


def _is_unit_only(cell: str) -> bool:
    return (
        bool(cell)
        and (find_unit_span(cell) is not None or find_price_level(cell) is not None)
        and not without_unit(cell)
    )


def _unit_text(text: str) -> str | None:
    span = find_unit_span(text)
    return text[span[1] : span[2]].strip() if span else None
