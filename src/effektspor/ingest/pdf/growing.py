"""Rows of figures that stand under each other → one table without lines down the page."""

import math
import re
from collections.abc import Iterable, Sequence

from effektspor.ingest.captions import is_note
from effektspor.ingest.heads import is_unit_line
from effektspor.ingest.pdf.boxes import Box, box_of
from effektspor.ingest.pdf.figure_columns import FigureColumns
from effektspor.ingest.pdf.geometry import Span
from effektspor.ingest.pdf.lines import Line
from effektspor.ingest.pdf.row_groups import goes_on, row_gap_of

# Parts of a line's height.
WIDEST_GAP = 3.6
TIGHT_GAP = 1.5
# Points: what begins nearer begins at the same place.
NEAR = 2.0
CAPTION = re.compile(r"tabel(?:let|let\.|l?et)?\s*\d|figur\s*\d", re.IGNORECASE)


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
        # How far a word of a label may run on: to where the first amounts end.
        self.labels_to = 0.0
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
            elif self.columns.fits(line) or self._is_long_label(line):
                waiting.append((count, line))
            else:
                break
        return self._take_last(waiting) or taken

    def _is_long_label(self, line: Line) -> bool:
        """A word that is wider than its narrow cell runs on into the next, but not past the figures there."""
        phrase = line.phrases[0]
        begins = any(abs(phrase.span.x0 - one.span.x0) < NEAR for row in self.lines for one in row.phrases[:2])
        return len(line.phrases) == 1 and begins and phrase.span.x1 <= self.labels_to

    def _add_row(self, row: Line) -> None:
        self.columns.add(row)
        first = _first_amount(row)
        if first is not None:
            self.amounts_from = min(self.amounts_from, first.x0)
            self.labels_to = max(self.labels_to, first.x1)

    def _may_follow(self, last: Line, line: Line) -> bool:
        near = last.page != line.page or line.base - last.base < WIDEST_GAP * max(line.height, last.height)
        return near and not CAPTION.match(line.text) and not (not line.is_row and self._ends_table(line))

    def _ends_table(self, line: Line) -> bool:
        """A note ends a table; under its rows a line that is nothing but a unit belongs to the next one."""
        return is_note(line.text) or (self.has_rows and is_unit_line(line.text))

    def _is_head(self, line: Line) -> bool:
        """Years again, words over the figures, or names at the top of a page are the head of the next table."""
        if is_years(line):
            return True
        if line.page != self.lines[-1].page and len(line.phrases) > 2 and not line.figures:
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
        most = TIGHT_GAP * line.height if status else 1.3 * gap
        close = last.page == line.page and line.base - last.base < most
        beside = status or len(line.phrases) > 1
        return close and beside and all(round(phrase.span.x0) in near for phrase in line.phrases)

    def _continues(self, line: Line, gap: float, label: Span) -> bool:
        last, phrase = self.lines[-1], line.phrases[0]
        if len(line.phrases) > 1 or phrase.span.x0 < label.x0 - 2 or phrase.span.x1 > self.labels_to:
            return False
        distance = line.base - last.base
        if last.page == line.page and distance < min(gap - 1, TIGHT_GAP * line.height):
            return True
        near = last.page != line.page or distance < TIGHT_GAP * line.height
        return near and goes_on(last.phrases[0], phrase, label.x1)


def _first_amount(line: Line) -> Span | None:
    figures = line.figures[1:] if line.phrases[0].is_figure and not line.phrases[1].is_figure else line.figures
    return figures[0].span if figures else None
