"""Headings inside a table that are set without its tabs: "Handicap" on a line of its own between two rows."""

import re

from effektspor.ingest.captions import is_note
from effektspor.ingest.heads import is_unit_line
from effektspor.ingest.text.pages import GOES_ON
from effektspor.ingest.text.shape import has_figures

_LONGEST = 80
# A bullet, a Markdown heading, a numbered title and a sentence are text beside a table, never a heading within it.
_NO_HEADING = re.compile(r"[-–•#(]|tabel|figur|bilag", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2}")
_MOST_TOGETHER = 2


def is_heading(text: str) -> bool:
    """Return whether a line may be what titles a group of rows: a few words, and no sentence, note or unit."""
    words = text.strip()
    return (
        bool(_WORD.search(words))
        and "\t" not in words
        and "  " not in words
        and len(words) <= _LONGEST
        and not words.endswith((".", ",", ";"))
        and not _NO_HEADING.match(words)
        and not (is_note(words) or is_unit_line(words))
    )


def tabbed_headings(lines: list[str]) -> list[str]:
    """Return the lines, a heading between rows of equally many tabs with as many tabs behind it."""
    answer = list(lines)
    # A page's end between two rows of one table is no distance.
    printed = [line for line, text in enumerate(lines) if text != GOES_ON]
    together = [lines[line] for line in printed]
    for at, line in enumerate(printed):
        if is_heading(lines[line]) and (tabs := _tabs_around(together, at)):
            answer[line] = together[at] = lines[line].rstrip() + "\t" * tabs
    return answer


def _tabs_around(lines: list[str], line: int) -> int:
    """Return how many tabs the rows around a heading have; 0 where a table ends above it or begins below it."""
    above, below = _above(lines, line), _below(lines, line)
    tabs = lines[above].count("\t") if above >= 0 else 0
    if not tabs or below >= len(lines) or lines[below].count("\t") != tabs or not _is_row(lines[below]):
        return 0
    return tabs if not _blank_between(lines, line, below) or _is_set_apart(lines, line, below) else 0


def _is_row(text: str) -> bool:
    """A row has figures, or only its label: what has words over its columns is the head of another table."""
    return has_figures(text) or not text.partition("\t")[2].strip()


def _above(lines: list[str], line: int) -> int:
    """Return the line above, over a blank one; -1 where none is near."""
    return next((at for at in range(line - 1, max(line - 3, -1), -1) if lines[at].strip()), -1)


def _below(lines: list[str], line: int) -> int:
    """Return the next line with tabs; other headings may stand between, as a group's name over its first part's."""
    for at in range(line + 1, min(line + 2 * _MOST_TOGETHER + 1, len(lines))):
        if "\t" in lines[at]:
            return at
        if lines[at].strip() and not is_heading(lines[at]):
            break
    return len(lines)


def _blank_between(lines: list[str], line: int, below: int) -> bool:
    return any(not lines[at].strip() for at in range(line + 1, below))


def _is_set_apart(lines: list[str], line: int, below: int) -> bool:
    """Whether the table has a blank line after each row, so that one after the heading says nothing."""
    return below - line <= 2 and (below + 1 >= len(lines) or not lines[below + 1].strip())
