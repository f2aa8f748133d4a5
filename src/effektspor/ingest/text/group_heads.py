"""Heads over two lines: a name over several columns, "Overslag" over 2027 to 2029, stands in the first of them."""

import re
from collections.abc import Sequence

from effektspor.ingest.heads import is_year
from effektspor.ingest.text.shape import has_figures

_Span = tuple[int, int]
_Placed = tuple[str, int, int]
_SEGMENT = re.compile(r"\S+(?: \S+)*")


def group_cells(upper: str, lower: str, columns: Sequence[_Span]) -> list[str] | None:
    """Return the cells of a line that groups the columns named below it; None where it is no such line.

    Each column belongs to the name it stands nearest to: a name is set in the middle of what it covers, and that may
    be over none of the columns' own figures.
    """
    if has_figures(lower):
        # A row under the last line of a head: figures that come again are no names to tell apart.
        return None
    names = _placed(upper)
    named = [column for word in _placed(lower) if (column := _column_over(word, columns)) > 0]
    below = [text for text, *_ in _placed(lower)][-len(named) :]
    if len(names) < 2 or len(names) >= len(named) or not _needs_groups(below) or names[0][1] < columns[named[0]][0] - 1:
        return None
    cells = [""] * len(columns)
    for column in reversed(named):
        nearest = min(names, key=lambda name: _distance(name, columns[column]))
        cells = ["" if cell == nearest[0] else cell for cell in cells]
        cells[column] = nearest[0]
    return cells


def _needs_groups(below: list[str]) -> bool:
    """Years are names of their own, and words that come again are told apart by the names above them."""
    return all(map(is_year, below)) or len(set(below)) < len(below)


def _placed(text: str) -> list[_Placed]:
    return [(match[0], match.start(), match.end()) for match in _SEGMENT.finditer(text)]


def _column_over(word: _Placed, columns: Sequence[_Span]) -> int:
    return min(range(len(columns)), key=lambda at: (_distance(word, columns[at]), abs(word[2] - columns[at][1])))


def _distance(name: _Placed, column: _Span) -> int:
    """Return how far apart two stand; below nothing where they overlap, the more the further below."""
    return max(column[0] - name[2], name[1] - column[1])
