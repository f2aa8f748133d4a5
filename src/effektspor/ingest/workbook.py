"""Excel workbooks (.xlsx) → what each cell of each visible sheet prints, read from the file's own parts.

The parts are read here, and not by a library, because a library opens more than is printed: a merged area of a
million cells, charts and caches of pivots cost memory and time before anything can be counted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from effektspor.ingest.cells import NOT_COMPUTED
from effektspor.ingest.characters import raised_text, tidy_text
from effektspor.ingest.date_format import is_date_format, print_date
from effektspor.ingest.limits import LONGEST_CELL
from effektspor.ingest.markup import Element, attribute, child, children, local, value_of, whole
from effektspor.ingest.number_format import BUILT_IN, GENERAL, print_number, read_decimal
from effektspor.ingest.package import Package

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
# As Danish Excel prints them.
_ERRORS = {"#DIV/0!": "#DIVISION/0!", "#N/A": "#I/T", "#NAME?": "#NAVN?", "#REF!": "#REFERENCE!", "#VALUE!": "#VÆRDI!"}
_TRUTHS = {"1": "SAND", "0": "FALSK", "true": "SAND", "false": "FALSK"}


class Area(NamedTuple):
    """A merged area, its last row and column included; rows and columns are counted from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """A sheet: what its filled cells print, by row and column, and the areas that are merged."""

    name: str
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Book:
    """What the cells of all sheets share: texts, number formats, and the day that days are counted from."""

    texts: list[str]
    formats: list[str]
    since_1904: bool


def read_sheets(package: Package) -> Iterator[Sheet]:
    """Yield the visible sheets in order. Hidden rows and columns are read: the sums of the sheet count them.

    Raises UnreadableDocument.
    """
    path, root = package.main()
    book = _Book(
        texts=[_text(item) for item in children(package.first_related(path, "sharedStrings"), "si")],
        formats=_formats(package.first_related(path, "styles")),
        since_1904=any(attribute(look, "date1904") in ("1", "true") for look in children(root, "workbookPr")),
    )
    parts = package.related(path)
    for entry in children(child(root, "sheets"), "sheet"):
        part = parts.get(attribute(entry, "id") or "")
        if part and part.kind == "worksheet" and attribute(entry, "state") in (None, "visible"):
            yield _sheet(package, book, attribute(entry, "name") or "", package.part(part.path))


def column_letters(column: int) -> str:
    """Return the letters of a column: 1 → "A", 28 → "AB"."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _formats(styles: Element | None) -> list[str]:
    """Return the number format of each style that cells point to."""
    own = {
        whole(attribute(number, "numFmtId"), -1): attribute(number, "formatCode") or GENERAL
        for number in children(child(styles, "numFmts"), "numFmt")
    }
    ids = [whole(attribute(look, "numFmtId"), 0) for look in children(child(styles, "cellXfs"), "xf")]
    return [own.get(number) or BUILT_IN.get(number, GENERAL) for number in ids]


def _sheet(package: Package, book: _Book, name: str, root: Element | None) -> Sheet:
    sheet = Sheet(name)
    row, column = 0, 0
    for line in children(child(root, "sheetData"), "row"):
        row, column = whole(attribute(line, "r"), row + 1), 0
        for cell in children(line, "c"):
            _, column = _position(cell.get("r")) or (row, column + 1)
            # Cells that only have a look are many, and print nothing.
            if len(cell) and (text := _printed(book, cell)):
                package.limits.count_cells()
                sheet.rows.setdefault(row, {})[column] = text
    sheet.merged.extend(_merged(root))
    return sheet


def _merged(root: Element | None) -> Iterator[Area]:
    for area in children(child(root, "mergeCells"), "mergeCell"):
        first, _, last = (attribute(area, "ref") or "").partition(":")
        if (start := _position(first)) and (end := _position(last)):
            yield Area(*start, *end)


def _position(reference: str | None) -> tuple[int, int] | None:
    """Return the row and column of "B4", or None when it is no cell."""
    found = _REFERENCE.fullmatch(reference or "")
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _printed(book: _Book, cell: Element) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text(child(cell, "is"))
    stored = getattr(child(cell, "v"), "text", None)
    if not stored:
        # A formula that gives the empty text is computed; one that has never been has no value at all.
        return NOT_COMPUTED if child(cell, "f") is not None and kind != "str" else ""
    return _value(book, kind, stored, whole(cell.get("s"), 0))


def _value(book: _Book, kind: str, stored: str, style: int) -> str:
    match kind:
        case "s":
            at = whole(stored, len(book.texts))
            return book.texts[at] if at < len(book.texts) else ""
        case "n":
            return _number(book, stored, style)
        case "b":
            return _TRUTHS.get(stored, stored)
        case "e":
            return _ERRORS.get(stored, stored)
    return _tidy(stored)


def _number(book: _Book, text: str, style: int) -> str:
    number = read_decimal(text)
    code = book.formats[style] if style < len(book.formats) else GENERAL
    if number is None:
        return _tidy(text)
    if is_date_format(code):
        return print_date(number, code, since_1904=book.since_1904)
    return print_number(number, code)


def _text(item: Element | None) -> str:
    """Return a text with its raised characters; a guide to its pronunciation (East Asia) is not printed."""
    parts = []
    for part in () if item is None else item:
        if local(part) == "t":
            parts.append(part.text or "")
        elif local(part) == "r":
            text = getattr(child(part, "t"), "text", None) or ""
            parts.append(raised_text(text) if value_of(child(part, "rPr"), "vertAlign") == "superscript" else text)
    return _tidy("".join(parts))


def _tidy(text: str) -> str:
    return tidy_text(_ESCAPED.sub(_unescaped, text))[:LONGEST_CELL]


def _unescaped(found: re.Match[str]) -> str:
    """Excel writes control characters as "_x000D_"; half a character outside the first plane is none."""
    code = int(found[1], 16)
    return "" if 0xD800 <= code <= 0xDFFF else chr(code)
