"""Rows that a blank line sets apart: converters of pages leave one wherever a page has some air."""

import re

from effektspor.ingest.text.headings import is_heading
from effektspor.ingest.text.shape import figure_ends, has_figures

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_BLANK_LINE = 2
# The head and the rows nearest above tell where the columns end; all rows of a long table would take long.
_FIRST, _LAST = 3, 12


def goes_on(above: list[int], blocks: list[list[int]], lines: list[str]) -> bool:
    """Return whether the first of some blocks is rows of the table above it, or a heading over such rows."""
    block, *rest = blocks
    if block[0] - above[-1] != _BLANK_LINE:
        return False
    if _has_rows_of(above, block, lines):
        return True
    heads = len(block) == 1 and is_heading(lines[block[0]]) and len(_SEGMENT.findall(lines[block[0]])) == 1
    return heads and bool(rest) and rest[0][0] - block[-1] == _BLANK_LINE and _has_rows_of(above, rest[0], lines)


def _has_rows_of(above: list[int], block: list[int], lines: list[str]) -> bool:
    """Every figure ends where something above does, and what has none is the rest of a label."""
    if not has_figures(lines[block[0]]):
        return False
    ends = _ends([lines[line] for line in dict.fromkeys([*above[:_FIRST], *above[-_LAST:]])])
    first = min(min(figure_ends(lines[line]), default=0) for line in block if has_figures(lines[line]))
    return all(
        _end_in(figure_ends(lines[line]), ends) if has_figures(lines[line]) else _is_label(lines[line], first)
        for line in block
    )


def _ends(rows: list[str]) -> set[int]:
    return {match.end() for text in rows for match in list(_SEGMENT.finditer(text))[1:]}


def _end_in(figures: set[int], ends: set[int]) -> bool:
    """Half a character is lost where a converter places a figure."""
    return all({end - 1, end, end + 1} & ends for end in figures)


def _is_label(text: str, first_figure: int) -> bool:
    return len(_SEGMENT.findall(text)) == 1 and len(text.rstrip()) < first_figure
