"""Lines outside tables → paragraphs: lines that follow each other closely are one."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from effektspor.core.document import Paragraph
from effektspor.core.finding import Place
from effektspor.ingest.pdf.cells import joined_text
from effektspor.ingest.pdf.lines import Line, Phrase

# Parts of a line's height.
_WIDEST_GAP = 1.6
_WIDER = 1.12
_SAME_SIZE = 0.06
_FULL = 4.0
_APART = 2.0
_BEGINS = re.compile(
    r"[•·◦▪‣]|[-*]\s|\\?\*|[¹²³⁴⁵⁶⁷⁸⁹]|\d{1,2}[.)]\s|(?:note|kilde|anm\w*|tabel\w*|figur)\b", re.IGNORECASE
)


def build_paragraphs(lines: Iterable[Line]) -> Iterator[Paragraph]:
    """Yield paragraphs in order, each with the place of its first line."""
    together: list[Line] = []
    for line in lines:
        if together and not _goes_on(together, line):
            yield _paragraph(together)
            together = []
        together.append(line)
    if together:
        yield _paragraph(together)


def _goes_on(together: list[Line], line: Line) -> bool:
    last = together[-1]
    if last.page != line.page or _is_form(line) or _BEGINS.match(line.text):
        return False
    if abs(last.height - line.height) > _SAME_SIZE * line.height:
        return False
    gap = line.base - last.base
    as_before = len(together) < 2 or gap < _WIDER * (last.base - together[-2].base)
    close = as_before and gap < _WIDEST_GAP * line.height
    # A paragraph's line is broken where there is no more room: one that ends early ends the paragraph or a title.
    right = max(one.span.x1 for one in (*together, line))
    return close and (last.span.x1 > right - _FULL * line.height * 2 or line.text[:1].islower())


def _is_form(line: Line) -> bool:
    return any(_is_apart(left, right, line) for left, right in pairwise(line.phrases))


def _is_apart(left: Phrase, right: Phrase, line: Line) -> bool:
    """What stands far apart is a form's cells; the number of a heading is no cell."""
    return right.span.x0 - left.span.x1 > _APART * line.height and len(left.text) > 3


def _paragraph(lines: list[Line]) -> Paragraph:
    return Paragraph(
        Place(page=lines[0].page, line=lines[0].number), joined_text((_text(line) for line in lines), prose=True)
    )


def _text(line: Line) -> str:
    """Return a line's text; what stands far apart, as in a form, is parted as the cells of a form are."""
    text = line.phrases[0].text
    for left, right in pairwise(line.phrases):
        text += (" · " if _is_apart(left, right, line) else " ") + right.text
    return text
