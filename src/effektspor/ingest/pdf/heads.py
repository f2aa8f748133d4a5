"""Lines → the rows of a head: a name per column, and above them the names that stand over several columns."""

from collections.abc import Iterator, Sequence

from effektspor.core.unit import find_unit_span
from effektspor.ingest.pdf.cells import joined_text
from effektspor.ingest.pdf.geometry import Span, nearest
from effektspor.ingest.pdf.lines import Line, Phrase

_OVER = 2.0
# How far from the middle of several columns a name over them may stand, in em.
_OFF_CENTRE = 0.8
HeadRow = tuple[Line, list[str]]


def head_rows(lines: Sequence[Line], columns: Sequence[Span]) -> Iterator[HeadRow]:
    """Yield the rows of a head over free columns: units of the whole table, names over several columns, names.

    A name over several columns stands in the first of them, as a spanning cell does; beside such names the others
    stand in the same row, so that they are not covered.
    """
    rest = list(lines)
    while len(rest) > 1 and _is_whole(rest[0], columns):
        yield rest[0], _row({_first(rest[0].phrases[0], columns): [rest[0].text]}, len(columns))
        del rest[0]
    if rest:
        yield from _names(rest, columns)


def _names(lines: list[Line], columns: Sequence[Span]) -> Iterator[HeadRow]:
    over: dict[int, list[str]] = {}
    covered: set[int] = set()
    names: dict[int, list[Phrase]] = {}
    for line in lines:
        for at, phrase in enumerate(line.phrases):
            spanned = _spanned(phrase, columns) if line is not lines[-1] else []
            if len(spanned) > 1:
                over.setdefault(spanned[0], []).append(phrase.text)
                covered.update(spanned)
            else:
                column = _goes_on_in(phrase, names)
                names.setdefault(_column(line, at, columns) if column is None else column, []).append(phrase)
    texts = {at: [phrase.text for phrase in phrases] for at, phrases in names.items()}
    if over:
        yield lines[0], _row(over | {at: own for at, own in texts.items() if at not in covered}, len(columns))
        texts = {at: own for at, own in texts.items() if at in covered}
    yield lines[-1] if over else lines[0], _row(texts, len(columns))


def _goes_on_in(phrase: Phrase, names: dict[int, list[Phrase]]) -> int | None:
    """Return the column whose name above a phrase stands over: a name over several lines stands over itself."""
    return next((at for at, above in names.items() if above[-1].span.overlap(phrase.span) > 0), None)


def _row(cells: dict[int, list[str]], width: int) -> list[str]:
    return [joined_text(cells.get(at, [])) for at in range(width)]


def _is_whole(line: Line, columns: Sequence[Span]) -> bool:
    """A unit or a title that stands alone over the others: "1.000 kr., 2024-priser"."""
    if len(line.phrases) > 1:
        return False
    return len(_overlapped(line.phrases[0], columns)) > 1 or find_unit_span(line.text) is not None


def _first(phrase: Phrase, columns: Sequence[Span]) -> int:
    met = _overlapped(phrase, columns)
    return met[0] if met else nearest(phrase.span, columns)


def _overlapped(phrase: Phrase, columns: Sequence[Span]) -> list[int]:
    return [at for at, column in enumerate(columns) if column.overlap(phrase.span) > _OVER]


def _spanned(phrase: Phrase, columns: Sequence[Span]) -> list[int]:
    """Return the columns a name stands over: those it overlaps, or those it stands in the middle of."""
    met = _overlapped(phrase, columns)
    if len(met) > 1:
        return met
    near = _OFF_CENTRE * phrase.words[0].height
    if any(_aligned(phrase.span, columns[at]) for at in met):
        return met
    for left in range(1, len(columns)):
        for right in range(left + 1, len(columns)):
            middle = (columns[left].x0 + columns[right].x1) / 2
            if abs(middle - phrase.span.middle) < near and _reaches(phrase.span, columns[left], columns[right]):
                return list(range(left, right + 1))
    return met


def _reaches(span: Span, left: Span, right: Span) -> bool:
    return left.x0 - 1 < span.x0 and span.x1 < right.x1 + 1


def _aligned(span: Span, column: Span) -> bool:
    return min(abs(span.x0 - column.x0), abs(span.x1 - column.x1), abs(span.middle - column.middle)) < _OVER


def _column(line: Line, at: int, columns: Sequence[Span]) -> int:
    """Return the column a name stands over; as many names as columns stand in their order."""
    if len(line.phrases) == len(columns):
        return at
    if len(line.phrases) == len(columns) - 1 and line.phrases[0].span.x0 > columns[0].x1:
        return at + 1
    return nearest(line.phrases[at].span, columns)
