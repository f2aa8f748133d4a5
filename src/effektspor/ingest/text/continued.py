"""Tables broken over pages: the head that the new page repeats is dropped, and the rows go on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, islice

from effektspor.core.sum_words import sounds_like_sum
from effektspor.ingest.captions import is_note
from effektspor.ingest.grid import clean_text
from effektspor.ingest.text.headings import is_heading
from effektspor.ingest.text.pages import GOES_ON, PageBreak, page_breaks
from effektspor.ingest.text.shape import cells_of, figure_ends, figures_at_end, has_figures

_MOST_LINES_OF_A_PAGE, _MOST_TITLES, _MOST_HEAD_LINES, _MOST_TRIED = 150, 3, 8, 2
_AGAIN = re.compile(r"[\s,–-]*\(?\bforts(?:at\b|ættelse\b|\.)\)?\s*", re.IGNORECASE)
_NUMBERED = re.compile(r"tabel\s*\d", re.IGNORECASE)
_SENTENCE = re.compile(r"\w{3,}[.:!?]$")


@dataclass(frozen=True, slots=True)
class _Text:
    """Lines, each also as it is compared, which are rows, and where the last text above that ends any table stands."""

    lines: list[str]
    keys: list[str]
    rows: list[bool]
    ended: list[int]


def over_pages(lines: list[str]) -> list[str]:
    """Return the lines, GOES_ON for each between the parts of a table that a page breaks; the count stays the same."""
    answer, breaks = page_breaks(lines)
    if not breaks:
        return answer
    text = _text(list(answer))
    for each in breaks:
        if until := _goes_on_at(text, each):
            answer[each.above + 1 : until] = [GOES_ON] * (until - each.above - 1)
    return answer


def _text(lines: list[str]) -> _Text:
    ends = (line if _ends_table(text) else -1 for line, text in enumerate(lines))
    keys, rows = [_key(text) for text in lines], [has_figures(text) for text in lines]
    return _Text(lines, keys, rows, list(accumulate(ends, max)))


def _goes_on_at(text: _Text, at: PageBreak) -> int:
    """Return the line at which the table over a page break goes on; 0 where it ended, or none stood there."""
    if text.ended[at.above] == at.above:
        return 0
    # Blank lines alone may stand between two tables; the one above is over when it has had its sum. Where a page ends
    # the sum may be a group's: a table of its own would have a title on the new page.
    if not at.sure and sounds_like_sum(" ".join(cells_of(text.lines[at.above])[:2])):
        return 0
    if again := _after_head_again(text, at):
        return again
    return at.below if at.sure and _rows_go_on(text.lines, at) else 0


def _after_head_again(text: _Text, at: PageBreak) -> int:
    """Return the line after the head, and the title over it, that the page repeats; 0 when it repeats none."""
    head = at.below
    for _ in range(_MOST_TITLES):
        if text.rows[head] and not _NUMBERED.match(text.lines[head]):
            return 0
        for above in islice(_same_above(text, head, at.above), _MOST_TRIED):
            if _have_titles(text, above, range(at.below, head)) and (row := _after_same(text, above, head, at.above)):
                return row
        if not (head := _next(text.lines, head)):
            return 0
    return 0


def _same_above(text: _Text, head: int, last: int) -> Iterator[int]:
    """Yield the lines of the table above a break that are the same as one below it, the nearest first."""
    first = max(last - _MOST_LINES_OF_A_PAGE, text.ended[last])
    return (line for line in range(last, first, -1) if text.keys[line] == text.keys[head])


def _have_titles(text: _Text, head: int, titles: range) -> bool:
    """Whether every title of the new page stood over the head above: under another title it is another table."""
    over = text.keys[max(head - 2 * _MOST_TITLES, 0) : head]
    return all(any(_is_begun(known, text.keys[title]) for known in over) for title in titles)


def _is_begun(title: str, short: str) -> bool:
    """ "Tabel 1 (fortsat)" stands for "Tabel 1. Besparelser", not for "Tabel 12"."""
    return title.startswith(short) and not title[len(short) :][:1].isalnum()


def _after_same(text: _Text, above: int, head: int, last: int) -> int:
    """Return the first line that differs, where it and what was the same are a row and the head of one table."""
    first, lines = head, text.lines
    for _ in range(_MOST_HEAD_LINES):
        if not head or above > last or text.rows[head] or lines[above].rstrip() != lines[head].rstrip():
            break
        above, head = _next(lines, above), _next(lines, head)
    is_head = head > first and len(cells_of(lines[first])) > 1
    return head if is_head and _begins_rows(text, head, tabbed="\t" in lines[first]) else 0


def _begins_rows(text: _Text, line: int, *, tabbed: bool) -> bool:
    """Whether a row stands here, or right under a heading or the first half of a label."""
    if not text.rows[line] and line + 1 < len(text.lines) and is_heading(text.lines[line].strip()):
        line += 1
    return text.rows[line] and ("\t" in text.lines[line]) == tabbed


def _rows_go_on(lines: list[str], at: PageBreak) -> bool:
    """Whether rows go on with no head between, perhaps under a heading of theirs."""
    if _same_shape(lines[at.above], lines[at.below]):
        return True
    under = at.below + 1
    return is_heading(lines[at.below]) and under < len(lines) and _same_shape(lines[at.above], lines[under])


def _same_shape(above: str, below: str) -> bool:
    """Both are rows of equally many tabs, or have figures in the same columns, or end in equally many figures."""
    if not (has_figures(above) and has_figures(below)) or ("\t" in above) != ("\t" in below):
        return False
    if "\t" in above:
        return above.count("\t") == below.count("\t")
    if "  " in above.strip() or "  " in below.strip():
        ends = figure_ends(above), figure_ends(below)
        return bool(ends[0]) and (ends[0] <= ends[1] or ends[1] <= ends[0])
    return figures_at_end(above) == figures_at_end(below) > 1


def _ends_table(text: str) -> bool:
    """A sentence, a note or the title of a table is no row of one."""
    words = text.strip()
    if "\t" in words or "  " in words:
        return False
    return bool(is_note(words) or _NUMBERED.match(words) or (_SENTENCE.search(words) and not has_figures(words)))


def _next(lines: list[str], line: int) -> int:
    return next((at for at in range(line + 1, len(lines)) if lines[at].strip()), 0)


def _key(text: str) -> str:
    return clean_text(_AGAIN.sub("", text)).casefold()
