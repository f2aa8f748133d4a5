"""Phrases → the text of a cell, its lines joined as they were before they were broken."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from effektspor.ingest.pdf.geometry import Span
from effektspor.ingest.pdf.lines import Phrase

_MINUSES = ("-", "−", "–")
_SOFT = "\u00ad"
_BROKEN = re.compile(r"(?<=[^\W\d_])-$")
# A hyphen before these stands for a word: "social- og sundhed".
_AND = re.compile(r"(?:og|eller|samt|hhv|til)\b")
_BULLET = re.compile(r"[•·◦▪‣]\s|[-*]\s+[^\W\d_]")
# What the parts of a broken figure must be together.
_GROUPED = re.compile(r"[-−–+(]*\d{1,3}(?:\.\d{3})+(?:,\d+)?[)%*]*")
# No part of a broken word is so short, and no rest of one is a word that stands between others.
_SHORTEST_PART = 4
_BETWEEN = re.compile(r"(?:i|på|og|af|til|for|fra|med|mv|m|ved|om|efter|under|over|mod|samt|eller|pr|hos|der|som)\b")


def cell_text(phrases: Sequence[Phrase], walls: Span | None) -> str:
    """Return the text of a cell, with its walls where they are drawn: what had no room between them is joined.

    Figures under each other are lines of their own.
    """
    text = phrases[0].text if phrases else ""
    for above, below in pairwise(phrases):
        # Phrases beside each other, one of them a figure, are parts of a line.
        stacked = abs(below.words[0].base - above.words[0].base) > 0.5 * below.words[0].height
        if stacked and _is_broken(above, below, walls):
            text += below.text
        elif stacked and above.is_figure and below.is_figure and text.rsplit(maxsplit=1)[-1] not in _MINUSES:
            text += f"\n{below.text}"
        else:
            text = _joined(text, below.text, prose=False)
    return text.replace(_SOFT, "")


def felt_walls(cells: Sequence[Sequence[Phrase]], column: Span) -> Span | None:
    """Return where a column ends that is not drawn, if words are broken there: several fill it to the last letter."""
    lines = [pair for cell in cells for pair in pairwise(cell)]
    walls = Span(column.x0, max((phrase.span.x1 for cell in cells for phrase in cell), default=column.x1))
    return walls if len({above.text for above, below in lines if _is_broken(above, below, walls)}) > 1 else None


def _is_broken(above: Phrase, below: Phrase, walls: Span | None) -> bool:
    """A word wider than its cell is broken where its next letter had no room; a figure shows it by its thousands."""
    if is_broken_figure(above.text, below.text):
        return True
    part = len(above.words) == 1 and len(above.text) >= _SHORTEST_PART and above.text.isalpha()
    rest = below.text[:1].islower() and not _BETWEEN.match(below.text)
    return walls is not None and part and rest and not _has_room(above, below, walls)


def is_broken_figure(above: str, below: str) -> bool:
    """Return whether two texts make one amount, its thousands parted, and the upper is none ("-18.875.1", "07")."""
    return bool(_GROUPED.fullmatch(above + below)) and "." in above and not _GROUPED.fullmatch(above)


def _has_room(above: Phrase, below: Phrase, walls: Span) -> bool:
    # Where words run out of their cells they are not broken.
    if above.span.x1 > walls.x1 + 1:
        return True
    padding = max(0.0, min(above.span.x0 - walls.x0, walls.x1 - above.span.x1))
    first = below.words[0]
    letter = (first.x1 - first.x0) / max(1, len(first.text))
    return above.span.x1 - above.span.x0 + letter <= walls.x1 - walls.x0 - 2 * padding


def joined_text(lines: Iterable[str], *, prose: bool = False) -> str:
    """Return the lines of a cell or paragraph as one text; each bullet begins a line of its own.

    In prose a hyphen at the end of a line breaks a word; in a table words are not broken, and it is written so.
    """
    text = ""
    for line in lines:
        text = _joined(text, line, prose=prose) if text else line
    return text.replace(_SOFT, "")


def _joined(text: str, line: str, *, prose: bool) -> str:
    # A narrow column breaks a figure after its minus.
    if text.rsplit(maxsplit=1)[-1] in _MINUSES and line[:1].isdigit():
        return text + line
    if _BULLET.match(line):
        return f"{text}\n{line}"
    if text.endswith(_SOFT):
        return text[:-1] + line
    if not _BROKEN.search(text) or _AND.match(line):
        return f"{text} {line}"
    return text[:-1] + line if prose and line[:1].islower() else text + line
