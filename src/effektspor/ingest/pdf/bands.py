"""Rows as they are drawn: the bands between the lines, or coloured areas, that run across a table."""

from bisect import bisect
from collections import Counter
from collections.abc import Mapping, Sequence

from effektspor.ingest.pdf.boxes import separators
from effektspor.ingest.pdf.geometry import Rule, Span
from effektspor.ingest.pdf.lines import Line

# Rows are drawn when so many of the bands that hold rows hold exactly one.
_SHARE = 0.6
_LEAST_BANDS = 3
# How much of a table's width a line between rows runs along: beside cells over several rows, only a part of it.
_BOXED, _FREE = 0.15, 0.5
Band = tuple[int, int]


class Bands:
    """Where lines across part a table, per page."""

    def __init__(self, across: Mapping[int, Sequence[Rule]], columns: Sequence[Span], *, boxed: bool) -> None:
        self.across = across
        self.columns = columns
        self.boxed = boxed
        self.edges = {page: separators(rules, columns, _BOXED if boxed else _FREE) for page, rules in across.items()}

    def of(self, line: Line, column: int | None = None) -> Band:
        """Return the band a line stands in; in a cell that spans rows, the first of them."""
        y = line.base - 0.3 * line.height
        if column is not None and (top := self._top_of_cell(line.page, y, column)) is not None:
            y = min(y, top + 1.5)
        return line.page, bisect(self.edges.get(line.page, []), y)

    def parts(self, above: Line, below: Line) -> bool:
        return self.of(above) != self.of(below)

    def are_rows(self, body: Sequence[Line]) -> bool:
        """Return whether every row of a table is drawn; a table of words is, when it is drawn at all."""
        rows = Counter(self.of(line) for line in body if line.is_whole)
        single = sum(count == 1 for count in rows.values())
        enough = self.boxed or single >= _LEAST_BANDS
        return enough and single >= _SHARE * len(rows)

    def _top_of_cell(self, page: int, y: float, column: int) -> float | None:
        middle = self.columns[column].middle
        over = [r.at for r in self.across.get(page, ()) if not r.fill and r.at < y and r.start <= middle <= r.end]
        return max(over, default=None)
