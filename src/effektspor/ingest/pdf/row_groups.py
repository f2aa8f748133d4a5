"""Lines → rows: which lines of a table are one row, by drawn lines, by distance, then by how the text goes on."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from effektspor.ingest.pdf.geometry import Span, nearest
from effektspor.ingest.pdf.lines import Line, Phrase

# Points: less is the same distance.
_SAME = 1.0
# Distances that differ less are one; rows stand at least so much further apart than the lines of a cell.
_EVEN = 1.08
_APART = 1.1
# Parts of a line's height: lines of one label stand no further apart.
_WIDEST_LABEL = 1.55
_SPACE = 0.25
_UNFINISHED = re.compile(
    r"[-,/(&–]$|\b(?:og|eller|samt|af|til|for|fra|med|i|på|ved|om|efter|under|over|mod|den|det|de|en|et|der|som)$"
)


class RowGroups:
    """The rows of a table whose rows are not drawn.

    Lines of one row stand closer than rows do; where everything stands equally close, a line without figures goes
    on with the text above when that had no room for its first word, or when it goes on in small letters.
    """

    def __init__(self, lines: Sequence[Line], columns: Sequence[Span], parted: Callable[[Line, Line], bool]) -> None:
        self.lines = lines
        self.columns = columns
        self.parted = parted
        self.row_gap = row_gap_of(lines)

    def rows(self) -> list[list[Line]]:
        """Return the rows in order, each with its lines."""
        rows: list[list[Line]] = []
        for line in self.lines:
            if rows and not self._begins_row(rows[-1][-1], line):
                rows[-1].append(line)
            else:
                rows.append([line])
        return self._with_labels([part for row in rows for part in _one_row_each(row)])

    def _begins_row(self, last: Line, line: Line) -> bool:
        far = line.base - last.base > self.row_gap - _SAME
        return last.page != line.page or far or self.parted(last, line)

    def _with_labels(self, rows: list[list[Line]]) -> list[list[Line]]:
        """Join lines without figures to the text they go on with, where the distance does not tell."""
        joined: list[list[Line]] = []
        for row in rows:
            if joined and self._goes_on(joined[-1], row):
                joined[-1] = joined[-1] + row
            else:
                joined.append(row)
        return joined

    def _goes_on(self, last: list[Line], row: list[Line]) -> bool:
        above, below = last[-1], row[0]
        most = _WIDEST_LABEL * below.height
        if above.page != below.page or below.base - above.base > most or self.row_gap > most:
            return False
        figures = [any(line.figures for line in part) for part in (last, row)]
        if self.parted(above, below) or all(figures):
            return False
        return below.phrases[0].text[:1].islower() if figures[1] else self._text_goes_on(last, below.phrases[0])

    def _text_goes_on(self, last: list[Line], below: Phrase) -> bool:
        at = nearest(below.span, self.columns)
        above = [phrase for line in last for phrase in line.phrases if nearest(phrase.span, self.columns) == at]
        return bool(above) and goes_on(above[-1], below, self.columns[at].x1)


def row_gap_of(lines: Sequence[Line]) -> float:
    """Return the least distance between two rows that stand right under each other.

    Where no two rows do, because each has more lines than one, it is more than the least distance of a cell's own
    lines; where everything stands equally far apart, it is that distance.
    """
    rows = [
        below.base - above.base
        for above, below in pairwise(lines)
        if above.page == below.page and above.is_whole and below.is_whole
    ]
    if rows:
        return min(rows)
    distances = sorted(_distances_in_columns(lines)) or [lines[0].height]
    even = distances[-1] < _EVEN * distances[0]
    return distances[0] if even else _APART * distances[0] + _SAME / 2


def _distances_in_columns(lines: Sequence[Line]) -> Iterator[float]:
    """Yield how far below each other words stand that begin at the same place."""
    last: dict[tuple[int, int], float] = {}
    for line in lines:
        for phrase in line.phrases:
            begins = line.page, round(phrase.span.x0)
            if begins in last and not phrase.is_figure:
                yield line.base - last[begins]
            last[begins] = line.base


def _one_row_each(row: list[Line]) -> list[list[Line]]:
    """Part lines that stand close but have a label and figures each."""
    starts = [at for at, line in enumerate(row) if line.is_whole]
    if len(starts) < 2:
        return [row]
    return [row[left:right] for left, right in pairwise([0, *starts[1:], len(row)])]


def goes_on(above: Phrase, below: Phrase, right: float) -> bool:
    """Return whether a phrase goes on with the one above, in a column that ends at `right`."""
    if below.text[:1].islower() or below.text.startswith("(") or _UNFINISHED.search(above.text):
        return True
    # A text is broken only where its next word had no room.
    first = below.words[0]
    return above.span.x1 + _SPACE * first.height + first.x1 - first.x0 > right
