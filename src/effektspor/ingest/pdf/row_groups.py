"""Lines → rows: which lines of a table are one row, by drawn lines, by distance, then by how the text goes on."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from effektspor.core.sum_words import sounds_like_sum
from effektspor.ingest.pdf.cells import is_broken_figure
from effektspor.ingest.pdf.geometry import Span, nearest
from effektspor.ingest.pdf.lines import Line, Phrase, is_cut_figure

# Points: less is the same distance.
_SAME = 1.0
_TELLING = 0.3
# Distances that differ less are one; rows stand at least so much further apart than the lines of a cell.
_EVEN = 1.08
_APART = 1.1
# Parts of a line's height: lines of one label stand no further apart.
_WIDEST_LABEL = 1.55
_SPACE = 0.25
_PART = re.compile(r"(?:heraf|deraf|herunder|i alt)\b")
_DASHES = ("-", "−", "–")
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
        line_gap = line_gap_of(lines)
        # Whether distance alone tells the lines of a cell from rows; it may be less than a point.
        self.tells = line_gap is not None and line_gap + _TELLING < self.row_gap
        self.apart = (line_gap + self.row_gap) / 2 if line_gap and self.tells else self.row_gap - _SAME

    def rows(self) -> list[list[Line]]:
        """Return the rows in order, each with its lines."""
        rows: list[list[Line]] = []
        for line in self.lines:
            if rows and not self._begins_row(rows[-1][-1], line):
                rows[-1].append(line)
            else:
                rows.append([line])
        return self._with_labels([part for row in rows for part in self._one_row_each(row)])

    def _begins_row(self, last: Line, line: Line) -> bool:
        # Figures alone a little closer than rows stand are the lower ones of stacked cells.
        stacked = last.is_whole and len(line.figures) == len(line.phrases) > 1
        far = line.base - last.base > (self.row_gap - _TELLING if stacked else self.apart)
        begins = (far or _is_minuses(line)) and not _is_broken(last, line)
        return last.page != line.page or self.parted(last, line) or begins

    def _one_row_each(self, row: list[Line]) -> list[list[Line]]:
        """Part lines that stand close but have a label and figures each, unless distance says that they are stacked."""
        starts = [at for at, line in enumerate(row) if line.is_whole and not (at and _is_broken(row[at - 1], line))]
        if len(starts) < 2 or (self.tells and len(starts) == starts[-1] - starts[0] + 1):
            return [row]
        cuts = [_widest(row, left, right) for left, right in pairwise(starts)]
        return [row[left:right] for left, right in pairwise([0, *cuts, len(row)])]

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
        if self.tells and below.base - above.base > self.apart:
            return False
        most = _WIDEST_LABEL * below.height
        if above.page != below.page or below.base - above.base > most or self.row_gap > most:
            return False
        figures = [any(line.figures for line in part) for part in (last, row)]
        if self.parted(above, below) or all(figures):
            return all(figures) and not self.parted(above, below) and _is_stacked(last[0], below)
        return below.phrases[0].text[:1].islower() if figures[1] else self._text_goes_on(last, below.phrases[0])

    def _text_goes_on(self, last: list[Line], below: Phrase) -> bool:
        at = nearest(below.span, self.columns)
        above = [phrase for line in last for phrase in line.phrases if nearest(phrase.span, self.columns) == at]
        return bool(above) and not _ends_sum(above, below) and goes_on(above[-1], below, self.columns[at].x1)


def _is_stacked(above: Line, below: Line) -> bool:
    """In a numbered table a row without a number whose label goes on in small letters has the lower figures of two."""
    numbered = above.phrases[0].span.x1 < below.span.x0 and above.is_whole and len(above.figures) == len(below.figures)
    return numbered and below.text[:1].islower() and not _PART.match(below.text)


def _is_minuses(line: Line) -> bool:
    """Dashes without a label are the minuses of the figures below, broken from them in narrow cells."""
    return all(phrase.text in _DASHES for phrase in line.phrases)


def _is_broken(above: Line, below: Line) -> bool:
    """Return whether figures go on in the line below: broken after their minuses, or within their digits."""
    over = ((one, other) for one in above.figures for other in below.figures if one.span.overlap(other.span) > 0)
    minuses = _is_minuses(above)
    return any(
        (one.text in _DASHES and other.text[:1].isdigit() and (minuses or is_cut_figure(other.text)))
        or is_broken_figure(one.text, other.text)
        for one, other in over
    )


def _widest(row: list[Line], left: int, right: int) -> int:
    """Return where the widest gap between two lines ends; of gaps alike, the last."""
    return max(range(left + 1, right + 1), key=lambda at: (round(row[at].base - row[at - 1].base), at))


def _ends_sum(above: list[Phrase], below: Phrase) -> bool:
    """Under a sum a capital begins a heading: the lower lines of the sum's own name begin in small letters."""
    named = sounds_like_sum(" ".join(phrase.text for phrase in above)) and not _UNFINISHED.search(above[-1].text)
    return named and below.text[:1].isupper()


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
        return _without_stacks(rows, line_gap_of(lines))
    distances = sorted(_distances_in_columns(lines)) or [lines[0].height]
    even = distances[-1] < _EVEN * distances[0]
    return distances[0] if even else _APART * distances[0] + _SAME / 2


def _without_stacks(rows: list[float], line_gap: float | None) -> float:
    """Figures stacked in a cell stand as close as its lines do; where most rows do, rows and lines stand alike."""
    apart = [] if line_gap is None else [row for row in rows if row > line_gap + _TELLING]
    return min(apart if len(apart) * 2 > len(rows) else rows)


def line_gap_of(lines: Sequence[Line]) -> float | None:
    """Return the least distance at which a text goes on in small letters right under where it began, if any does."""
    lower = (below.base - above.base for above, below in pairwise(lines) if _is_lower_line(above, below))
    return min(lower, default=None)


def _is_lower_line(above: Line, below: Line) -> bool:
    if above.page != below.page or len(below.phrases) > 1 or not below.text[:1].islower():
        return False
    return any(abs(phrase.span.x0 - below.span.x0) < _SAME for phrase in above.phrases if not phrase.is_figure)


def _distances_in_columns(lines: Sequence[Line]) -> Iterator[float]:
    """Yield how far below each other words stand that begin at the same place."""
    last: dict[tuple[int, int], float] = {}
    for line in lines:
        for phrase in line.phrases:
            begins = line.page, round(phrase.span.x0)
            if begins in last and not phrase.is_figure:
                yield line.base - last[begins]
            last[begins] = line.base


def goes_on(above: Phrase, below: Phrase, right: float) -> bool:
    """Return whether a phrase goes on with the one above, in a column that ends at `right`."""
    if below.text[:1].islower() or below.text.startswith("(") or _UNFINISHED.search(above.text):
        return True
    # A text is broken only where its next word had no room.
    first = below.words[0]
    return above.span.x1 + _SPACE * first.height + first.x1 - first.x0 > right
