"""Running heads, feet and page numbers: what stands at the edge of many pages is no part of the text."""

import re
from collections import Counter

from effektspor.ingest.pdf.lines import Line

# Lines from the top or bottom of a page that may be a running head or foot, and on how many pages it must stand;
# in a paper of two pages, on both.
_DEEPEST = 4
_LEAST_PAGES = 3
_SAME_HEIGHT = 6.0
_PAGE_NUMBER = re.compile(
    r"[-–\s]*(?:(?:side|s\.|page)\s*)?(\d{1,4})(?:\s*(?:af|/|of)\s*(\d{1,4}))?[-–\s]*", re.IGNORECASE
)
_NAMED_NUMBER = re.compile(r"\b(?:side|s\.|page)\s*\d{1,4}(?:\s*(?:af|/|of)\s*\d{1,4})?", re.IGNORECASE)


def without_running(pages: list[tuple[Line, ...]]) -> list[tuple[Line, ...]]:
    """Return the lines of each page without its running head, foot and page number."""
    return _without_feet(_without_heads(pages))


def _without_heads(pages: list[tuple[Line, ...]]) -> list[tuple[Line, ...]]:
    seen = _seen([lines[:_DEEPEST] for lines in pages])
    least = min(_LEAST_PAGES, max(2, len(pages)))
    return [lines[_count(lines[:_DEEPEST], seen, least) :] for lines in pages]


def _without_feet(pages: list[tuple[Line, ...]]) -> list[tuple[Line, ...]]:
    seen = _seen([lines[-_DEEPEST:] for lines in pages])
    least = min(_LEAST_PAGES, max(2, len(pages)))
    return [lines[: len(lines) - _count(lines[: -_DEEPEST - 1 : -1], seen, least)] for lines in pages]


def _seen(edges: list[tuple[Line, ...]]) -> Counter[tuple[str, int]]:
    """Count on how many pages a text stands at a height; heights are counted with the two bands beside their own."""
    counted: Counter[tuple[str, int]] = Counter()
    for lines in edges:
        keys = {(text, _band(line) + step) for line in lines for text in _texts(line) for step in (-1, 0, 1)}
        counted.update(keys)
    return counted


def _count(lines: tuple[Line, ...], seen: Counter[tuple[str, int]], least: int) -> int:
    """Return how many lines from the edge inwards are running."""
    return next((at for at, line in enumerate(lines) if not _is_running(line, seen, least)), len(lines))


def _is_running(line: Line, seen: Counter[tuple[str, int]], least: int) -> bool:
    if _is_page_number(line):
        return True
    # A table's head that stands on every page is the table's own; figures are never a running head.
    if len(line.figures) > 1 or (len(line.phrases) > 2 and not _NAMED_NUMBER.search(line.text)):
        return False
    return any(seen[text, _band(line)] >= least for text in _texts(line))


def _is_page_number(line: Line) -> bool:
    """ "Side 3 af 7" says so itself; a number alone must be the page's own."""
    found = _PAGE_NUMBER.fullmatch(line.text)
    if found is None:
        return False
    return bool(_NAMED_NUMBER.search(line.text) or found[2]) or int(found[1]) == line.page


def _texts(line: Line) -> set[str]:
    """A number in a running head may be the page's own, or not: "Bilag 1" stands on page 1, too."""
    text = _NAMED_NUMBER.sub("#", line.text).casefold()
    return {text, re.sub(rf"\b{line.page}\b", "#", text)}


def _band(line: Line) -> int:
    return int(line.base // _SAME_HEIGHT)
