"""Forms over tables: a proposal's template in one Word table prints its title and committee above its economy."""

import re
from collections.abc import Iterator
from dataclasses import replace

from effektspor.core.document import Paragraph
from effektspor.ingest.grid import Grid, GridRow
from effektspor.ingest.heads import is_year

# What forms ask for; a head's words over its years ("Forslag | Budget") are none of them.
_KEY = re.compile(
    r"(?:forslag(?:et)?s? ?(?:nr\b|nummer|titel|navn)|titel|overskrift|emne|(?:fag)?udvalg|politikområde|forvaltning"
    r"|bevillingsområde|afdeling|sags(?:nr|id|behandler)|j\.? ?nr|dato|ansvarlig|kontaktperson|udarbejdet)\b",
    re.IGNORECASE,
)
_MOST_ROWS, _LEAST_YEARS = 15, 2


def split_form(grid: Grid) -> tuple[tuple[Paragraph, ...], Grid]:
    """Return the fields of a form above the row with the years, "Titel: Bostøtte", and the table below them."""
    head = _year_row(grid.rows)
    # A title right over the years is the table's.
    while head > 1 and grid.rows[head - 1].filled == (0,):
        head -= 1
    form = grid.rows[:head]
    pairs = [pair for row in form for pair in _pairs(row)]
    if not all(map(_is_field, form)) or not any(_KEY.match(key) for _, key, _ in pairs):
        return (), grid
    fields = tuple(Paragraph(row.place, f"{key.rstrip(' :')}: {value}" if value else key) for row, key, value in pairs)
    return fields, replace(grid, rows=grid.rows[head:])


def _year_row(rows: tuple[GridRow, ...]) -> int:
    """Return the first row that names years beside words of its own; 0 where there is none."""
    named = (index for index, row in enumerate(rows[:_MOST_ROWS]) if row.cells[0] and _years(row) >= _LEAST_YEARS)
    return next(named, 0)


def _years(row: GridRow) -> int:
    return sum(map(is_year, row.cells[1:]))


def _is_field(row: GridRow) -> bool:
    """A name and what is filled in, once or twice in the row; or a heading over some of them."""
    return row.filled[:1] == (0,) and len(row.filled) in (1, 2, 4)


def _pairs(row: GridRow) -> Iterator[tuple[GridRow, str, str]]:
    texts = [row.cells[column].replace("\n", " ") for column in row.filled]
    values = [*texts[1::2], ""] if len(texts) % 2 else texts[1::2]
    return ((row, key, value) for key, value in zip(texts[::2], values, strict=True))
