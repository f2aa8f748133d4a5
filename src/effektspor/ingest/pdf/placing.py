"""Phrases → columns."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from effektspor.ingest.pdf.boxes import Box
from effektspor.ingest.pdf.geometry import Span, nearest
from effektspor.ingest.pdf.lines import Line, Phrase, split_line

Placed = tuple[int, Phrase]


def place_in_box(line: Line, columns: Sequence[Span], box: Box) -> Iterator[Placed]:
    """Yield each phrase of a line with its column; in a cell over several columns that is the first of them."""
    y = line.base - 0.3 * line.height
    walls = [rule.at for rule in box.down if rule.start - 2 <= y <= rule.end + 2]
    cells: dict[Span, list[Phrase]] = {}
    for phrase in split_line(line, walls).phrases:
        at = _stands_at(phrase, walls)
        left = max((wall for wall in walls if wall <= at), default=box.edges[0])
        right = min((wall for wall in walls if wall > at), default=box.edges[-1])
        cells.setdefault(Span(left, right), []).append(phrase)
    for cell, phrases in cells.items():
        yield from _in_cell(phrases, cell, columns, box)


def _stands_at(phrase: Phrase, walls: Sequence[float]) -> float:
    """Return where a phrase stands: a word wider than its cell runs out of it at the right, and belongs to its left."""
    first = phrase.words[0]
    runs_out = (
        len(phrase.words) == 1 and not phrase.is_figure and any(first.x0 + 1 < wall < first.x1 - 1 for wall in walls)
    )
    return first.x0 + 1 if runs_out else phrase.span.middle


def _in_cell(phrases: list[Phrase], cell: Span, columns: Sequence[Span], box: Box) -> Iterator[Placed]:
    """A cell over several drawn columns holds one phrase; several stand in columns that are not drawn there."""
    over = [at for at, column in enumerate(columns) if cell.x0 - 3 < column.x0 and column.x1 < cell.x1 + 3]
    spanning = len(phrases) == 1 and any(cell.x0 + 3 < edge < cell.x1 - 3 for edge in box.edges)
    for phrase in phrases:
        if len(over) == 1 or (over and spanning):
            yield over[0], phrase
        else:
            yield from _by_words(phrase, columns)


def place_freely(line: Line, columns: Sequence[Span]) -> Iterator[Placed]:
    """Yield each phrase of a row with the column it stands in; figures set close are parted between columns."""
    for phrase in line.phrases:
        yield from _by_words(phrase, columns)


def _by_words(phrase: Phrase, columns: Sequence[Span]) -> Iterator[Placed]:
    met = [at for at, column in enumerate(columns) if column.overlap(phrase.span) > 0]
    if len(met) < 2:
        yield nearest(phrase.span, columns), phrase
        return
    words = [(nearest(Span(word.x0, word.x1), columns), word) for word in phrase.words]
    # Words that run on over the next column belong to where they begin; figures belong where they stand.
    if not phrase.words[-1].text[-1:].isdigit() and not phrase.is_figure:
        yield met[0], phrase
        return
    for column, group in groupby(words, key=lambda placed: placed[0]):
        yield column, Phrase(tuple(word for _, word in group))
