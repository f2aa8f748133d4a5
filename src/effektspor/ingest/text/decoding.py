"""Bytes → lines: which encoding, and what is no text at all."""

import codecs
import re

from effektspor.core.number import dot_hard_spaces
from effektspor.ingest.errors import UnreadableDocument

# Control characters that no text editor writes; form feed and tab are common in papers.
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WIDE = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode_lines(name: str, data: bytes) -> list[str]:
    """Return the lines of a text file in UTF-8, UTF-16 with its mark, or CP1252.

    Raises UnreadableDocument when the file is empty or is not text.
    """
    text = _decode(name, data).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableDocument(name, "Filen er tom: der er ingen linjer at læse.", "Vælg en fil med indhold.")
    if found := _NOT_TEXT.search(text):
        raise _not_text(name, text.count("\n", 0, found.start()) + 1)
    return dot_hard_spaces(text).split("\n")


def _decode(name: str, data: bytes) -> str:
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            return _decode_as(name, data, encoding)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decode_as(name, data, "cp1252")


def _decode_as(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_text(name, data.count(b"\n", 0, error.start) + 1) from error


def _not_text(name: str, line: int) -> UnreadableDocument:
    reason = f"Filen er ikke ren tekst: linje {line} har tegn, som ingen tekst har."
    return UnreadableDocument(name, reason, "Gem papiret som tekst (.txt), og prøv igen.")
