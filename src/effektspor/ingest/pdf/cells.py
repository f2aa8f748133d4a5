"""Phrases → the text of a cell, its lines joined as they were before they were broken."""

import re
from collections.abc import Iterable

_MINUSES = ("-", "−", "–")
_SOFT = "\u00ad"
_BROKEN = re.compile(r"(?<=[^\W\d_])-$")
# A hyphen before these stands for a word: "social- og sundhed".
_AND = re.compile(r"(?:og|eller|samt|hhv|til)\b")
_BULLET = re.compile(r"[•·◦▪‣]\s|[-*]\s+[^\W\d_]")


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
