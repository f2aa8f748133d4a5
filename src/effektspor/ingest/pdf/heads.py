"""Lines → the rows of a head: a name per column, and above them the names that stand over several columns."""

from collections.abc import Iterator, Sequence

from effektspor.core.unit import find_unit_span
from effektspor.ingest.pdf.cells import joined_text
from effektspor.ingest.pdf.geometry import TOUCHING, Span, nearest
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
    for number, line in enumerate(lines):
        for at, phrase in enumerate(line.phrases):
            spanned = _spanned(phrase, line, lines[number + 1 :], columns)
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


def _spanned(phrase: Phrase, line: Line, below: Sequence[Line], columns: Sequence[Span]) -> list[int]:
    """Return the columns a name stands over: those it overlaps, or those it stands in the middle of.

    A name over several columns has names of its columns below it, and none beside it over the same columns.
    """
    met = _overlapped(phrase, columns)
    if not below or len(met) > 1 or any(_aligned(phrase.span, columns[at]) for at in met):
        return met if below else []
    near = _OFF_CENTRE * phrase.words[0].height
    for wide in range(1, len(columns)):
        for left in range(1, len(columns) - wide):
            over = Span(columns[left].x0, columns[left + wide].x1)
            reaches = over.x0 - 1 < phrase.span.x0 and phrase.span.x1 < over.x1 + 1
            if reaches and abs(over.middle - phrase.span.middle) < near and _has_names(over, phrase, line, below):
                return list(range(left, left + wide + 1))
    return met


def _has_names(over: Span, name: Phrase, line: Line, below: Sequence[Line]) -> bool:
    """Names stand below, none beside; one right under its beginning is the first of them, or the name goes on there."""
    if sum(over.overlap(phrase.span) > 0 for phrase in line.phrases) > 1:
        return False
    under = [[phrase.span for phrase in one.phrases if over.overlap(phrase.span) > 0] for one in below]
    begins = [span for spans in under for span in spans if abs(span.x0 - name.span.x0) < _OVER]
    first = not begins or all(span.x0 > name.span.x0 - _OVER for spans in under for span in spans)
    return first and any(len(spans) > 1 for spans in under)


def _aligned(span: Span, column: Span) -> bool:
    return min(abs(span.x0 - column.x0), abs(span.x1 - column.x1), abs(span.middle - column.middle)) < _OVER


def _column(line: Line, at: int, columns: Sequence[Span]) -> int:
    """Return the column a name stands over; as many names as columns stand in their order."""
    skipped = len(columns) - len(line.phrases)
    if skipped == 0 or (skipped == 1 and line.phrases[0].span.x0 > columns[0].x1):
        in_order = zip(line.phrases, columns[skipped:], strict=True)
        if all(column.overlap(name.span) > TOUCHING or not _overlapped(name, columns) for name, column in in_order):
            return at + skipped
    return _beside(line, line.phrases[at].span, columns)


def _beside(line: Line, name: Span, columns: Sequence[Span]) -> int:
    """A name over no figures stands at the left of its cell, the figures at the right; or the other way round."""
    closest = nearest(name, columns)
    right = next((at for at, column in enumerate(columns) if column.x0 >= name.x1 - TOUCHING), None)
    if columns[closest].overlap(name) > TOUCHING or right is None:
        return closest
    taken = any(columns[right].overlap(phrase.span) > TOUCHING for phrase in line.phrases)
    return closest if taken else right
