"""Characters → words. pdfium gives characters in the order they are drawn, which is the order of the text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from effektspor.ingest.pdf.geometry import Char, Word

# Parts of an em: less than half a space is kerning, more is a gap that was set without a space.
_GAP = 0.2
_AFTER_DIGIT = 0.1
_BACK = 0.5
_OTHER_LINE = 0.35
_NO_BREAK_SPACES = "\u00a0\u2007\u2009\u202f"
_BEGINS_FIGURE = "0123456789-−–+("
# Hyphens in their many codes; U+FFFE and U+0002 are pdfium's own marks for a hyphen at the end of a line. What only
# breaks a word (U+00AD, and typst's U+2010) stays apart from what is written.
_HYPHENS = dict.fromkeys(map(ord, "\u2011\ufffe\u0002"), "-") | {0x2010: "\u00ad"}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_GROUPED = re.compile(rf"[-−–+(]*[1-9]\d{{0,2}}(?:[{_NO_BREAK_SPACES}]\d{{3}})+(?:,\d+)?[)*%]*")


def build_words(chars: Iterable[Char]) -> Iterator[Word]:
    """Yield words; a word ends at a space, a gap, or where the next character stands on another line."""
    current: list[Char] = []
    for char in chars:
        if current and (char.text.isspace() or not _goes_on(current, char)):
            # A no-break space joins the groups of a figure (1 234), and nothing else.
            if char.text in _NO_BREAK_SPACES and current[-1].text.isdigit():
                current.append(char)
                continue
            yield from _words(current)
            current = []
        if not char.text.isspace():
            current.append(char)
    yield from _words(current)


def _goes_on(current: list[Char], char: Char) -> bool:
    last, em = current[-1], max(current[0].height, char.height)
    if abs(char.base - current[0].base) > _OTHER_LINE * em:
        return False
    # The second letter of a ligature has the box of the first.
    same_box = char.x0 == last.x0 and char.x1 == last.x1
    return same_box or -_BACK * em < char.x0 - last.x1 <= _widest_gap(current, char) * em


def _widest_gap(current: list[Char], char: Char) -> float:
    """Digits stand evenly: a figure at the right of its cell all but touches what stands at the left of the next."""
    last = current[-1]
    if not last.text.isdigit() or not (char.text.isalpha() or (char.text in _BEGINS_FIGURE and len(current) > 1)):
        return _GAP
    before = (last.x0 - current[-2].x1) / last.height if len(current) > 1 else 0.0
    return min(_GAP, _AFTER_DIGIT + max(0.0, before))


def _words(chars: list[Char]) -> Iterator[Word]:
    """Yield one word, or its parts where a no-break space did not stand within a figure."""
    text = "".join(char.text for char in chars).rstrip(_NO_BREAK_SPACES)
    grouped = _GROUPED.fullmatch(text) is not None
    part: list[Char] = []
    for char in chars[: len(text)]:
        if char.text not in _NO_BREAK_SPACES:
            part.append(char)
        elif grouped:
            part.append(char._replace(text="."))
        elif part:
            yield _word(part)
            part = []
    if part:
        yield _word(part)


def _word(chars: list[Char]) -> Word:
    text = "".join(char.text.translate(_RAISED) if char.raised else char.text for char in chars)
    plain = unicodedata.normalize("NFC", text.translate(_HYPHENS))
    first = chars[0]
    return Word(plain, first.x0, max(char.x1 for char in chars), first.base, max(char.height for char in chars))
