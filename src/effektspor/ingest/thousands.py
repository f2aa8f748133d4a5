"""A space as thousands separator: "350 000" is one figure where the table decides it, and elsewhere a stack."""

import re
from collections.abc import Iterator
from dataclasses import replace

from effektspor.core.sum_words import sounds_like_sum
from effektspor.core.unit import find_unit_span, parse_quantity
from effektspor.ingest.cells import strip_marks
from effektspor.ingest.grid import Grid, GridRow

_SPACED = re.compile(r"[-−–+]?\(?[1-9]\d{0,2}(?: \d{3})+(?:,\d+)?\)?[-−–]?")
_SIDE_BY_SIDE = re.compile(r"[-−–+(]*\d[\d.,()]*(?: [-−–+(]*\d[\d.,()]*)+[-−–]?")
_SPACE = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
# Who separates thousands with a space uses no dot for it and leaves none out; a year is no such figure.
_OTHERWISE = re.compile(r"(?!(?:19|20)\d\d$)[-−–+(]*(?:\d{1,3}(?:\.\d{3})+|\d{4,})(?:,\d+)?[-−–)]?")


def is_spaced_figure(text: str) -> bool:
    """Return whether a text may be one figure with spaces between its thousands."""
    return bool(_SPACED.fullmatch(text))


def with_thousands(grid: Grid) -> Grid:
    """Return a grid with dots between the thousands, where its figures have spaces there."""
    return replace(grid, rows=tuple(map(_dotted, grid.rows))) if _separates_with_spaces(grid) else grid


def _separates_with_spaces(grid: Grid) -> bool:
    """Every cell with figures side by side reads as one figure, at least two do, and nothing speaks against it.

    Stacked values look the same where each has three digits, but they are few among many, and seldom in the sum.
    """
    bare = [text for row in grid.rows for text in _bare_cells(row)]
    spaced = [text for text in bare if _SIDE_BY_SIDE.fullmatch(text)]
    if len(spaced) < 2 or not all(map(_SPACED.fullmatch, spaced)) or any(map(_OTHERWISE.fullmatch, bare)):
        return False
    others = sum(parse_quantity(text) is not None for text in bare if not re.fullmatch(r"\d{4}", text))
    return len(spaced) >= others or any(map(_is_spaced_sum, grid.rows))


def _is_spaced_sum(row: GridRow) -> bool:
    return sounds_like_sum(" ".join(row.cells[:2])) and any(map(_SPACED.fullmatch, _bare_cells(row)))


def _bare_cells(row: GridRow) -> Iterator[str]:
    """Yield what may be figures, without their marks and units."""
    for text in row.cells[1:]:
        plain = strip_marks(text)
        span = find_unit_span(plain)
        yield plain[: span[1]].rstrip() if span and span[2] == len(plain) else plain


def _dotted(row: GridRow) -> GridRow:
    dotted = (_SPACE.sub(".", text) if bare and _SPACED.fullmatch(bare) else text for text, bare in _with_bare(row))
    return GridRow(row.place, (*row.cells[:1], *dotted))


def _with_bare(row: GridRow) -> Iterator[tuple[str, str]]:
    return zip(row.cells[1:], _bare_cells(row), strict=True)
