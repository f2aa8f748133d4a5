"""Rows of figures that stand under each other → one table without lines down the page, and the head over it."""

import math
import re
from collections.abc import Iterable, Sequence

from effektspor.core.unit import find_unit_span
from effektspor.ingest.captions import is_note
from effektspor.ingest.pdf.boxes import Box, box_of
from effektspor.ingest.pdf.figure_columns import FigureColumns
from effektspor.ingest.pdf.geometry import Span
from effektspor.ingest.pdf.lines import Line
from effektspor.ingest.pdf.row_groups import goes_on, row_gap_of

# Parts of a line's height.
_WIDEST_GAP = 3.6
_HEAD_GAP = 2.3
_TIGHT_GAP = 1.5
_DEEPEST_HEAD = 5
_LONGEST_UNIT = 60
_CAPTION = re.compile(r"tabel(?:let|let\.|l?et)?\s*\d|figur\s*\d", re.IGNORECASE)


def is_years(line: Line) -> bool:
    """Return whether a line is a head of years."""
    return line.only_years and len(line.figures) > 1


class Growing:
    """A table without lines down the page, while its rows are found."""

    def __init__(self, first: Line, head: Sequence[str] = ()) -> None:
        self.head = head
        self.lines = [first]
        self.columns = FigureColumns()
        # Where the first column of amounts begins: a row's number stands before its words.
        self.amounts_from = math.inf
        self._add_row(first)
        self.headings: list[Line] = []
        self.has_rows = not first.only_years

    def grow(self, below: Iterable[Line], boxes: dict[int, list[Box]]) -> int:
        """Take the rows below and the lines between them; return how many lines that is."""
        taken, waiting = 0, list[tuple[int, Line]]()
        turned = self.lines[0].page
        for count, line in enumerate(below, start=1):
            if line.page > turned and line.text in self.head:
                continue
            turned = line.page
            if box_of(line, boxes) or not self._may_follow(waiting[-1][1] if waiting else self.lines[-1], line):
                break
            if self.has_rows and self._is_head(line):
                break
            if line.is_row and self.columns.fits(line):
                self.lines += [*(one for _, one in waiting), line]
                self._add_row(line)
                self.has_rows |= not line.only_years
                waiting, taken = [], count
            elif self.columns.fits(line):
                waiting.append((count, line))
            else:
                break
        return self._take_last(waiting) or taken

    def _add_row(self, row: Line) -> None:
        self.columns.add(row)
        self.amounts_from = min(self.amounts_from, _first_amount(row))

    def _may_follow(self, last: Line, line: Line) -> bool:
        near = last.page != line.page or line.base - last.base < _WIDEST_GAP * max(line.height, last.height)
        return near and not _CAPTION.match(line.text) and not (is_note(line.text) and not line.is_row)

    def _is_head(self, line: Line) -> bool:
        """Years again, or words over the figures, are the head of the next table."""
        if is_years(line):
            return True
        return not line.figures and len(line.phrases) > 1 and self.columns.names(line) * 2 >= len(self.columns.spans)

    def _take_last(self, waiting: list[tuple[int, Line]]) -> int:
        """Take what goes on with the last row, and rows of words after it; return the count of the last line taken."""
        labels = [one.phrases[0].span for one in self.lines if one.span.x0 < self.amounts_from]
        gap, right = row_gap_of(self.lines), max((span.x1 for span in labels), default=0.0)
        taken = 0
        for count, line in waiting:
            goes_on = labels and self._continues(line, gap, Span(min(labels).x0, right))
            if not goes_on and not self._keeps_to_columns(line, gap):
                break
            self.lines.append(line)
            taken = count
        return taken

    def _keeps_to_columns(self, line: Line, gap: float) -> bool:
        """A row of words stands as close as rows do, each where a column begins ("Tilbagebetalingstid  2 år").

        A line of a status alone stands as close as its lines do.
        """
        begins = {round(phrase.span.x0) for one in self.lines for phrase in one.phrases}
        near = {x + step for x in begins for step in (-1, 0, 1)}
        last = self.lines[-1]
        status = len(line.phrases) == 1 and line.span.x0 > self.columns.spans[-1].x1
        most = _TIGHT_GAP * line.height if status else 1.3 * gap
        close = last.page == line.page and line.base - last.base < most
        beside = status or len(line.phrases) > 1
        return close and beside and all(round(phrase.span.x0) in near for phrase in line.phrases)

    def _continues(self, line: Line, gap: float, label: Span) -> bool:
        last, phrase = self.lines[-1], line.phrases[0]
        if len(line.phrases) > 1 or phrase.span.x0 < label.x0 - 2 or phrase.span.x1 > self.amounts_from:
            return False
        distance = line.base - last.base
        if last.page == line.page and distance < min(gap - 1, _TIGHT_GAP * line.height):
            return True
        near = last.page != line.page or distance < _TIGHT_GAP * line.height
        return near and goes_on(last.phrases[0], phrase, label.x1)


def _first_amount(line: Line) -> float:
    figures = line.figures[1:] if line.phrases[0].is_figure and not line.phrases[1].is_figure else line.figures
    return figures[0].span.x0 if figures else math.inf


def head_above(found: Sequence[object], grown: Growing) -> list[Line]:
    """Return the lines above that are the table's head, from the top; headings under it go to `grown`."""
    above: list[Line] = []
    skipped: list[Line] = []
    below = grown.lines[0]
    for line in reversed(found[-_DEEPEST_HEAD:]):
        if not isinstance(line, Line) or not _stands_over(line, below, grown.amounts_from):
            break
        if _is_head_line(line, grown, below):
            above.append(line)
        elif not above and not grown.lines[0].only_years and _is_heading(line, grown):
            skipped.append(line)
        else:
            break
        below = line
    if above:
        grown.headings = skipped[::-1]
    return above[::-1]


def _stands_over(line: Line, below: Line, amounts_from: float) -> bool:
    """Names over the figures may stand as far from them as rows do; a title that far away is none of the table's."""
    names = line.span.x1 > amounts_from and (len(line.phrases) > 1 or line.span.x0 > amounts_from - line.height)
    most = (_WIDEST_GAP if names else _HEAD_GAP) * max(line.height, below.height)
    return line.page == below.page and below.base - line.base < most


def _is_head_line(line: Line, grown: Growing, below: Line) -> bool:
    if any(not phrase.is_year for phrase in line.figures) or _CAPTION.match(line.text):
        return False
    left = grown.amounts_from
    over = [phrase for phrase in line.phrases if phrase.span.x1 > left]
    if not over:
        return _is_unit(line) or _continues_label(line, below)
    return len(line.phrases) > 1 or (over[0].span.x0 > left - 6 * line.height and len(line.text) <= _LONGEST_UNIT)


def _is_unit(line: Line) -> bool:
    return len(line.text) <= _LONGEST_UNIT and find_unit_span(line.text) is not None


def _continues_label(line: Line, below: Line) -> bool:
    """The upper line of a label head over two lines: the lower goes on in small letters."""
    close = below.base - line.base < _TIGHT_GAP * line.height
    return close and len(below.phrases) > 1 and below.phrases[0].text[:1].islower()


def _is_heading(line: Line, grown: Growing) -> bool:
    return len(line.phrases) == 1 and line.span.x1 < grown.amounts_from
