"""Words → lines of phrases: a phrase is what stands together, a cell or a part of one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from math import inf

from effektspor.core.unit import THOUSAND, find_unit_span, parse_quantity
from effektspor.ingest.cells import read_cell, strip_marks
from effektspor.ingest.pdf.geometry import Page, Span, Word

# Parts of an em. A space is a quarter of one; in a justified line, which is a long one, all are stretched.
_NARROWEST_GAP = 0.45
_PHRASE_GAP = 0.8
_FIGURE_GAP = 0.5
_STRETCHED = 1.4
_LEAST_JUSTIFIED = 6
_LEAST_SPACE = 0.2
_SAME_LINE = 0.3
_DASHES = ("-", "−", "–")
_FIGURE = re.compile(r"[-−–+(]*\d.*|[-−–]+")
# A figure that is whole as it stands, its thousands parted or with decimals: the next is one of its own, however near.
_WHOLE_FIGURE = re.compile(r"[-−–+(]*(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+|(?:19|20)\d\d)[)*]*")
_CUT_FIGURE = re.compile(r"[-−–+(]*\d{1,3}(?:\.\d{3})+\.\d{0,2}")
_THOUSANDS = re.compile(r"\d{3}(?:,\d+)?[)*%]*")
_LONGEST_FIGURE = 40
_YEAR = re.compile(r"(?:(?:budget|bo|regnskab|r|b|f)[ .-]?)?(?:19|20)\d\d\*?", re.IGNORECASE)


@dataclass(frozen=True)
class Phrase:
    """Words that stand together."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @cached_property
    def span(self) -> Span:
        return Span(self.words[0].x0, max(word.x1 for word in self.words))

    @cached_property
    def is_figure(self) -> bool:
        return is_figure(self.text)

    @cached_property
    def is_year(self) -> bool:
        return bool(_YEAR.fullmatch(self.text))


@dataclass(frozen=True)
class Line:
    """A line of a page; `number` counts from the top of the page as it is printed, 1-based."""

    page: int
    number: int
    base: float
    height: float
    phrases: tuple[Phrase, ...]

    @cached_property
    def text(self) -> str:
        return " ".join(phrase.text for phrase in self.phrases)

    @cached_property
    def span(self) -> Span:
        return Span(self.phrases[0].span.x0, max(phrase.span.x1 for phrase in self.phrases))

    @cached_property
    def figures(self) -> tuple[Phrase, ...]:
        return tuple(phrase for phrase in self.phrases if phrase.is_figure)

    @cached_property
    def is_row(self) -> bool:
        """Whether figures stand beside something: the mark of a table's row or its head of years."""
        return len(self.phrases) > 1 and any(phrase.is_figure for phrase in self.phrases[1:])

    @cached_property
    def is_whole(self) -> bool:
        """Whether a label and a figure of its row stand on this line."""
        first = next((at for at, phrase in enumerate(self.phrases) if not phrase.is_figure), len(self.phrases))
        return any(phrase.is_figure for phrase in self.phrases[first:])

    @cached_property
    def only_years(self) -> bool:
        return bool(self.figures) and all(phrase.is_year or not phrase.is_figure for phrase in self.phrases)


def is_figure(text: str) -> bool:
    """Return whether a text is an amount, a percentage, a year, a stack of amounts, or the dash of an empty cell."""
    if len(text) > _LONGEST_FIGURE or not _FIGURE.match(text):
        return False
    if is_cut_figure(text):
        return True
    plain = strip_marks(text)
    if find_unit_span(plain) == (THOUSAND, 0, len(plain)):
        return False
    return plain in "-−–" or parse_quantity(plain) is not None or bool(read_cell(plain).numbers)


def is_cut_figure(text: str) -> bool:
    """Return whether a text is the upper part of an amount broken in a narrow cell ("-18.875.1" over "07")."""
    return bool(_CUT_FIGURE.fullmatch(text))


def page_lines(page: Page) -> tuple[Line, ...]:
    """Return the lines of a page from the top, their words from the left."""
    return tuple(
        Line(page.number, number, words[0].base, max(word.height for word in words), tuple(_phrases(words)))
        for number, words in enumerate(_rows_of_words(page.words), start=1)
    )


def split_line(line: Line, edges: Iterable[float]) -> Line:
    """Return a line whose phrases end where a rule runs down between their words."""
    cuts = sorted(edges)
    return replace(line, phrases=tuple(part for phrase in line.phrases for part in _split(phrase, cuts)))


def _split(phrase: Phrase, cuts: list[float]) -> Iterator[Phrase]:
    part: list[Word] = []
    for word in phrase.words:
        if part and any(_parts_at(cut, part[-1], word) for cut in cuts):
            yield Phrase(tuple(part))
            part = []
        part.append(word)
    yield Phrase(tuple(part))


def _parts_at(cut: float, left: Word, right: Word) -> bool:
    """A rule stands between two words, or the left one runs over it and the right one stands behind it."""
    runs_over = left.x0 < cut - 1 and right.x0 > cut
    return runs_over or (left.x0 + left.x1) / 2 < cut <= (right.x0 + right.x1) / 2


def _rows_of_words(words: tuple[Word, ...]) -> Iterator[list[Word]]:
    row: list[Word] = []
    for word in sorted(words, key=lambda word: word.base):
        if row and word.base - row[0].base > _SAME_LINE * min(word.height, row[0].height):
            yield sorted(row, key=lambda word: word.x0)
            row = []
        row.append(word)
    if row:
        yield sorted(row, key=lambda word: word.x0)


def _phrases(words: list[Word]) -> Iterator[Phrase]:
    gaps = [right.x0 - left.x1 for left, right in pairwise(words)]
    space = min(gaps) if len(words) >= _LEAST_JUSTIFIED else 0.0
    phrase: list[Word] = []
    for word, gap in zip(words, [*gaps, inf], strict=True):
        # A dash at the left of its cell stands near the figure before; in "5 - 6" it stands as near to the next.
        empty = word.text in _DASHES and gap > _PHRASE_GAP * word.height and phrase and phrase[-1].text[-1].isdigit()
        if phrase and (empty or word.x0 - phrase[-1].x1 > _widest_gap(phrase[-1], word, space)):
            yield Phrase(tuple(phrase))
            phrase = []
        phrase.append(word)
    if phrase:
        yield Phrase(tuple(phrase))


def _widest_gap(left: Word, right: Word, space: float) -> float:
    """Return how far two words of one phrase may stand apart, in a line whose narrowest space is given."""
    em = min(left.height, right.height)
    if _WHOLE_FIGURE.fullmatch(left.text) and _WHOLE_FIGURE.fullmatch(right.text):
        return 0.0
    # Nearer than a space, a digit before it: two cells, unless it may be a figure set with thin spaces.
    if left.text[-1].isdigit() and right.x0 - left.x1 < _LEAST_SPACE * em and not _THOUSANDS.fullmatch(right.text):
        return 0.0
    figures = _FIGURE.fullmatch(left.text) and _FIGURE.fullmatch(right.text)
    return min((_FIGURE_GAP if figures else _PHRASE_GAP) * em, max(_NARROWEST_GAP * em, _STRETCHED * space))
