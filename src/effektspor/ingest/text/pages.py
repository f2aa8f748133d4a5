"""Where pages end in a text: form feeds, page numbers, running heads; else several blank lines."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

# Stands instead of each line that a page prints between two rows of one table.
GOES_ON = "\f"
# Converters leave three blank lines or more where a page ended without any other mark.
_LEAST_BLANK = 3
_FEED = "\f"
_SIDE = r"(?:side|s\.|page)\s*\d{1,4}(?:\s*(?:af|/|of)\s*\d{1,4})?"
# "Side 2 af 9", "- 2 -", "2 af 9"; or behind a running foot, set off from it: "Budget 2024 – Side 2 af 9".
_PAGE_NUMBER = re.compile(
    rf"[-–\s]*{_SIDE}[-–\s]*|[-–]\s*\d{{1,4}}\s*[-–]|\d{{1,4}}\s+(?:af|of)\s+\d{{1,4}}"
    rf"|\S[^\t]{{0,80}}(?:\s{{2,}}|\s[-–|·•]\s){_SIDE}",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"\d{1,4}")
_TABLE_NUMBER = re.compile(r"tabel", re.IGNORECASE)
_FIRST_LINES = 2


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The last line of a page and the first of the next; `sure` where a mark stands there, not only blank lines."""

    above: int
    below: int
    sure: bool


def page_breaks(lines: list[str]) -> tuple[list[str], list[PageBreak]]:
    """Return the lines, what is printed at the edge of pages emptied, and where the pages end."""
    fed = {line + (text.lstrip(" ")[:1] != _FEED) for line, text in enumerate(lines) if _FEED in text}
    plain = [text.replace(_FEED, "") for text in lines]
    marks = fed | {line for line in range(len(plain)) if _is_page_number(plain, line, fed)}
    emptied = _without(plain, {line for line in marks if line < len(plain) and _is_page_number(plain, line, fed)})
    emptied = _without(emptied, _running(emptied, list(_gaps(emptied, marks))))
    return emptied, list(_gaps(emptied, marks))


def _without(lines: list[str], gone: set[int]) -> list[str]:
    return ["" if line in gone else text for line, text in enumerate(lines)]


def _is_page_number(lines: list[str], line: int, fed: set[int]) -> bool:
    """A page number stands apart: in a wrapped sentence "side 3" has the rest of it above. Alone it needs a feed."""
    text = lines[line].strip()
    if _BARE_NUMBER.fullmatch(text):
        return line in fed or line + 1 in fed
    return bool(_PAGE_NUMBER.fullmatch(text)) and (line in fed or _is_blank(lines, line - 1))


def _is_blank(lines: list[str], line: int) -> bool:
    return not 0 <= line < len(lines) or not lines[line].strip()


def _gaps(lines: list[str], marks: set[int]) -> Iterator[PageBreak]:
    """Yield the breaks between lines that print something, one for all the marks and blank lines between two."""
    above = -1
    for below, text in enumerate(lines):
        if not text.strip():
            continue
        sure = any(mark in marks for mark in range(above + 1, below + 1))
        if above >= 0 and (sure or below - above > _LEAST_BLANK):
            yield PageBreak(above, below, sure)
        above = below


def _running(lines: list[str], breaks: list[PageBreak]) -> set[int]:
    """Return the lines that stand at the edge of two pages or more; the first page may have its title there."""
    marked = [each for each in breaks if each.sure]
    edges = {line for each in marked for line in (each.above, each.below) if _may_run(lines, line)}
    first = [line for line, text in enumerate(lines) if text.strip()][:_FIRST_LINES] if marked else []
    seen = Counter(_key(lines[line]) for line in edges.union(first))
    return {line for line in edges if seen[_key(lines[line])] > 1}


def _may_run(lines: list[str], line: int) -> bool:
    """A running head stands apart from text and has no columns; a table's title is the table's own."""
    text = lines[line].strip()
    apart = _is_blank(lines, line - 1) and (_is_blank(lines, line + 1) or "\t" in lines[line + 1])
    return apart and "\t" not in text and "  " not in text and not _TABLE_NUMBER.match(text)


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
