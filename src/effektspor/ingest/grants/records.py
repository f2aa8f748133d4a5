"""Bytes → lines of fields: which encoding, which separator, and where each line stands in the file."""

import csv
import io
import re
from collections.abc import Iterator
from typing import NamedTuple

from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.grants.columns import KNOWN

# Room for two million price lines; more is a file of something else.
MAX_BYTES = 512 * 1024 * 1024
SEPARATORS = (";", ",")
# Control characters that no text has: a workbook or UTF-16 saved under the name of a CSV file.
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_SAVE = "Gem den som CSV i UTF-8."


class Record(NamedTuple):
    """The fields of a line, and the lines of the file it stands on; None where quotation marks do not pair."""

    line: int
    last_line: int
    fields: list[str] | None

    def fits(self, width: int) -> bool:
        """Return whether there is a field for each of `width` columns; empty ones behind the last are nothing."""
        if self.fields is None or len(self.fields) < width:
            return False
        return len(self.fields) == width or not any(map(str.strip, self.fields[width:]))


def decode(file: str, data: bytes) -> str:
    """Return the text of a file in UTF-8 or CP1252, with one kind of line end. Raises UnreadableDocument."""
    if len(data) > MAX_BYTES:
        raise UnreadableDocument(file, "Filen fylder mere end 512 MB.", "Del den i mindre filer.")
    text = _text(file, data).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableDocument(file, "Filen er tom: der er ingen linjer at læse.", "Vælg en fil med bevillinger.")
    if found := _NOT_TEXT.search(text):
        raise _not_text(file, text.count("\n", 0, found.start()) + 1)
    return text


def records_of(text: str) -> Iterator[Record]:
    """Yield the lines of a file that hold something, the head first."""
    separator = _separator(text)
    reader = csv.reader(io.StringIO(text, newline="\n"), delimiter=separator, strict=True)
    line, more = 1, True
    while more:
        fields, more = _next(reader)
        if more and (fields is None or any(map(str.strip, fields))):
            yield Record(line, reader.line_num, fields)
        line = reader.line_num + 1


def _next(reader: Iterator[list[str]]) -> tuple[list[str] | None, bool]:
    """The next fields, and whether there were any; after a line that cannot be split, reading goes on."""
    try:
        return next(reader), True
    except csv.Error:
        return None, True
    except StopIteration:
        return None, False


def _separator(text: str) -> str:
    """The one that finds most of the known columns in the first line that says something."""
    head = text.lstrip().partition("\n")[0]
    return max(SEPARATORS, key=lambda each: sum(name.strip(' "') in KNOWN for name in head.split(each)))


def _text(file: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise _not_text(file, data.count(b"\n", 0, error.start) + 1) from error


def _not_text(file: str, line: int) -> UnreadableDocument:
    return UnreadableDocument(file, f"Filen er ikke ren tekst: linje {line} har tegn, som ingen tekst har.", _SAVE)
