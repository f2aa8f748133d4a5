"""The columns of a table: as drawn, or where its figures and words stand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from effektspor.ingest.heads import without_unit
from effektspor.ingest.pdf.figure_columns import FigureColumns
from effektspor.ingest.pdf.geometry import TOUCHING, Span
from effektspor.ingest.pdf.lines import Line, Phrase
from effektspor.ingest.pdf.regions import Region

# A text column begins where words of so many rows begin to stand, and at most so many run across its beginning.
_LEAST_SHARE = 0.3
_MOST_CROSSING = 0.2
# Parts of an em: how far a year may stand from the middle of its figures.
_BESIDE = 6.0
_YEAR = re.compile(r"(?:19|20)\d\d\*?")
# A column of words ends with its longest, when that fills so much of the room there is.
_FILLED = 0.6
_MOST_ROWS = 1000
_EVERYWHERE = 10_000.0
# Points.
_NEAR = 2.0


def table_columns(region: Region) -> list[Span]:
    """Return the columns of a table from the left, each as wide as what stands in it or as it is drawn."""
    if region.boxes:
        box = next(iter(region.boxes.values()))
        return [part for column in box.columns for part in _parted(column, region.lines)]
    return open_columns(region.lines, region.head or 0)


def open_columns(lines: Sequence[Line], head: int) -> list[Span]:
    """Return the columns of rows without lines down the page: figures first, then the words beside them."""
    rows = [line for line in lines[head:] if line.is_row and not line.only_years]
    # Where columns stand shows in any thousand rows.
    rows = rows[:: len(rows) // _MOST_ROWS + 1]
    found = FigureColumns()
    for line in rows:
        found.add(line)
    spans = found.without_dashes(rows)
    spans = list(_named_as_one(spans, rows, lines[:head]))
    figures = sorted([*spans, *_only_in_head(spans, lines[:head])])
    # A head names the columns of words as well: a table may have one row.
    names = [line for line in lines[:head][-1:] if line.figures or len(line.phrases) > len(figures)]
    texts = [line for line in lines[head:] if not line.is_row and figures and line.span.x0 > figures[-1].x1]
    return sorted([*figures, *_text_columns(names, rows, figures, texts[:_MOST_ROWS])])


def widened(columns: Sequence[Span], lines: Sequence[Line]) -> list[Span]:
    """Return columns as wide as their lines without figures, too; where words are short, as wide as there is room."""
    rest = [line for line in lines if not line.is_row]
    return [_widened(column, after, rest) for column, after in pairwise(columns)] + list(columns[-1:])


def _parted(column: Span, lines: Sequence[Line]) -> list[Span]:
    """A drawn column may hold several columns of figures without a line between them."""
    cells = [[phrase for phrase in line.phrases if column.x0 <= phrase.span.middle < column.x1] for line in lines]
    filled = [figures for cell in cells if (figures := [phrase for phrase in cell if phrase.is_figure])]
    several = sum(len(figures) > 1 for figures in filled)
    found = FigureColumns()
    found.add_phrases(phrase for figures in filled for phrase in figures if not phrase.is_year)
    if several < 2 or several * 2 <= len(filled) or not found.spans:
        return [column]
    starts = [column.x0, *(span.x0 - 1 for span in found.spans[1:]), column.x1]
    first = found.spans[0].x0
    if any(not phrase.is_figure and phrase.span.x1 < first for cell in cells for phrase in cell):
        starts.insert(1, first - 1)
    return [Span(left, right) for left, right in pairwise(starts)]


def _widened(column: Span, after: Span, lines: Sequence[Line]) -> Span:
    ends = (phrase.span.x1 for line in lines for phrase in line.phrases if phrase.span.overlap(column) > 0)
    right = max([column.x1, *(x for x in ends if x < after.x0)])
    return Span(column.x0, right if right - column.x0 > _FILLED * (after.x0 - column.x0) else after.x0 - 1)


def _named_as_one(spans: Sequence[Span], rows: Sequence[Line], head: Sequence[Line]) -> Iterator[Span]:
    """Yield the columns, two as one where they have one name and no row fills both: "4.350*" is set as text."""
    names = [phrase.span for line in head for phrase in line.phrases]
    filled = [
        {at for at, line in enumerate(rows) for one in line.figures if one.span.overlap(span) > 0} for span in spans
    ]
    together: list[Span] = []
    for at, span in enumerate(spans):
        together.append(span)
        after = spans[at + 1] if at + 1 < len(spans) else None
        if after is None or filled[at] & filled[at + 1] or not _have_one_name(span, after, names):
            yield Span(together[0].x0, span.x1)
            together = []


def _have_one_name(left: Span, right: Span, names: Sequence[Span]) -> bool:
    """A name stands over both, or over the left one and none from there to where the right one ends."""
    over = [name for name in names if name.overlap(left) > TOUCHING]
    beside = [name for name in names if name not in over and name.overlap(Span(left.x1, right.x1)) > TOUCHING]
    return any(name.overlap(right) > TOUCHING for name in over) or (bool(over) and not beside)


def _only_in_head(figures: list[Span], head: Sequence[Line]) -> Iterator[Span]:
    """Yield columns that only the head names, with no figure under it in any row.

    A year may stand at the left of its cell and the figures at the right: it names them, unless another does.
    """
    last = next((line for line in reversed(head) if len(line.phrases) > 1), None)
    if last is None:
        return
    years = [name for name in last.phrases if _YEAR.fullmatch(without_unit(name.text))]
    free = [figure for figure in figures if all(figure.overlap(name.span) <= TOUCHING for name in last.phrases)]
    alone = [name for name in years if all(figure.overlap(name.span) <= TOUCHING for figure in figures)]
    for beside in (_right_of, _left_of):
        for name in reversed(list(alone)):
            if (named := beside(name, figures)) in free:
                free.remove(named)
                alone.remove(name)
    yield from (name.span for name in alone)


def _right_of(name: Phrase, figures: Sequence[Span]) -> Span | None:
    return next((figure for figure in figures if figure.x0 >= name.span.x1 - TOUCHING), None)


def _left_of(name: Phrase, figures: Sequence[Span]) -> Span | None:
    near = _BESIDE * name.words[0].height
    return next((figure for figure in reversed(figures) if abs(figure.middle - name.span.middle) < near), None)


def _text_columns(
    names: Sequence[Line], rows: Sequence[Line], figures: Sequence[Span], texts: Sequence[Line]
) -> Iterator[Span]:
    """Yield the columns of words before, between and after the columns of figures; after them lines of text alone."""
    edges = [-_EVERYWHERE, *(x for span in figures for x in span), _EVERYWHERE]
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        beside = [[phrase for phrase in line.phrases if _is_between(phrase, left, right, figures)] for line in rows]
        if left == -_EVERYWHERE:
            beside += [_over_labels(line, beside, right, figures) for line in names]
        if right == _EVERYWHERE and not any(beside):
            beside = [list(line.phrases) for line in texts]
        for zone in _zone(beside, outermost=left == -_EVERYWHERE):
            # A long label may run on over empty cells; its column ends where the figures begin.
            yield Span(zone.x0, max(min(zone.x1, right - 1), zone.x0 + 1))


def _over_labels(names: Line, rows: list[list[Phrase]], right: float, figures: Sequence[Span]) -> list[Phrase]:
    """Return the names left of the figures, without one that stands at the left of the first figures' cell."""
    left = [phrase for phrase in names.phrases if phrase.span.x1 < right]
    begins = [phrase.span.x0 for row in rows for phrase in row]
    if not left or not figures or any(figures[0].overlap(name.span) > TOUCHING for name in names.phrases):
        return left
    named = any(abs(x - left[-1].span.x0) < _NEAR for x in begins)
    return left if named or not begins else left[:-1]


def _is_between(phrase: Phrase, left: float, right: float, figures: Sequence[Span]) -> bool:
    """Words begin in the zone; only a label may run on into empty cells."""
    inside = left <= phrase.span.x0 and (phrase.span.x1 <= right or left == -_EVERYWHERE) and phrase.span.x0 < right
    return inside and not (phrase.is_figure and any(figure.overlap(phrase.span) > 0 for figure in figures))


def _zone(rows: list[list[Phrase]], *, outermost: bool) -> Iterator[Span]:
    filled = [row for row in rows if row]
    # A word or two among the figures of a table ("2 år") are no column; the labels are one, however few.
    if not filled or (len(filled) < _LEAST_SHARE * len(rows) and not outermost):
        return
    starts = _starts(filled)
    for left, right in zip(starts, [*starts[1:], _EVERYWHERE], strict=True):
        own = [phrase for row in filled for phrase in row if left <= phrase.span.x0 < right]
        ends = [phrase.span.x1 for phrase in own if phrase.span.x1 < right]
        # A damaged file can place its words nowhere on the page.
        if own:
            yield Span(min(phrase.span.x0 for phrase in own), max(ends, default=left + 1))


def _starts(rows: list[list[Phrase]]) -> list[float]:
    """Return where columns of words begin: where a gap runs down through nearly all rows."""
    starts = [min(phrase.span.x0 for row in rows for phrase in row) - 1]
    candidates = sorted({round(phrase.span.x0) for row in rows for phrase in row[1:]})
    for x in candidates:
        crossing = sum(any(phrase.span.x0 < x - 1 < phrase.span.x1 for phrase in row) for row in rows)
        both = sum(_begins_in(row, starts[-1], x - 1) and _begins_in(row, x - 1, _EVERYWHERE) for row in rows)
        if crossing <= _MOST_CROSSING * len(rows) and both >= max(2, _LEAST_SHARE * len(rows)):
            starts.append(x - 1)
    return starts


def _begins_in(row: Iterable[Phrase], left: float, right: float) -> bool:
    return any(left <= phrase.span.x0 < right for phrase in row)
