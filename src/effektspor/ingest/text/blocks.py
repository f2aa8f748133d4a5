"""Lines → grids and paragraphs: which lines are one table, also when a page break runs through it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from effektspor.core.document import Paragraph
from effektspor.core.finding import Place
from effektspor.core.sum_words import sounds_like_sum
from effektspor.ingest.captions import with_captions_and_notes
from effektspor.ingest.grid import Grid, clean_text, squared
from effektspor.ingest.heads import MOST_HEAD_ROWS, begins_with_head, count_head_rows
from effektspor.ingest.text.continued import over_pages
from effektspor.ingest.text.headings import tabbed_headings
from effektspor.ingest.text.pages import GOES_ON
from effektspor.ingest.text.pipes import tabbed_pipes
from effektspor.ingest.text.spaces import tabbed_spaces

_PAGE_BREAK = 2
_TITLE = re.compile(r"#|\*\*|<b>")
# A line drawn under a head or a table: "-----<tab>-----".
_RULE = re.compile(r"[-–—=_|:\s]+")
_DRAWN = re.compile(r"[-–—=_]{3}")


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines of one kind that follow each other; blank lines between them are skipped."""

    tabbed: bool
    lines: tuple[tuple[int, str], ...]

    @property
    def width(self) -> int:
        return max(text.count("\t") for _, text in self.lines) + 1

    @property
    def used(self) -> int:
        """The width up to the last cell that prints something: tabs behind it are nothing."""
        return max(text.rstrip().count("\t") for _, text in self.lines) + 1

    def grid(self) -> Grid:
        rows = [(Place(line=line), [clean_text(cell) for cell in text.split("\t")]) for line, text in self.lines]
        return Grid(squared(rows))


def split_blocks(lines: list[str]) -> list[Paragraph | Grid]:
    """Return the paragraphs and tables of a text in order, each table with its caption and footnotes."""
    blocks: list[Paragraph | Grid] = []
    titles: set[Paragraph] = set()
    for run in _joined(_runs(_tabbed(lines))):
        if run.tabbed:
            blocks.append(run.grid())
            continue
        for line, text in run.lines:
            paragraph = Paragraph(Place(line=line), clean_text(text.strip()))
            blocks.append(paragraph)
            if _TITLE.match(text.strip()):
                titles.add(paragraph)
    return with_captions_and_notes(blocks, titles)


def _tabbed(lines: list[str]) -> list[str]:
    """Return the lines with tabs between the cells of every table, however it is set; the count stays the same."""
    return tabbed_headings(tabbed_spaces(over_pages(tabbed_pipes(lines))))


def _runs(lines: list[str]) -> Iterator[_Run]:
    """Yield runs of tabbed and of other lines; a blank line ends a run of tabbed lines."""
    collected: list[tuple[int, str]] = []
    tabbed = False
    for line, text in enumerate(lines, start=1):
        is_tabbed = "\t" in text.strip("\n ")
        if text == GOES_ON or (is_tabbed and _RULE.fullmatch(text) and _DRAWN.search(text)):
            continue
        if collected and (is_tabbed != tabbed or not text.strip()):
            yield _Run(tabbed, tuple(collected))
            collected = []
        if text.strip():
            collected.append((line, text))
            tabbed = is_tabbed
    if collected:
        yield _Run(tabbed, tuple(collected))


def _joined(runs: Iterator[_Run]) -> Iterator[_Run]:
    """Join tabbed runs with only blank lines between them: rows to the rows above, and a head to its lower half."""
    pending: list[_Run] = []
    for run in runs:
        broken = bool(pending) and run.lines[0][0] - pending[-1].lines[-1][0] > _PAGE_BREAK
        if pending and _is_lower_half(pending, run):
            pending = [_stretched(above, run) for above in pending]
        elif pending and (rest := _without_repeated_head(pending[0], run, broken=broken)):
            pending.append(rest)
            continue
        elif pending and not _continues(pending, run):
            yield _one(pending)
            pending = []
        pending.append(run)
    if pending:
        yield _one(pending)


def _without_repeated_head(first: _Run, run: _Run, *, broken: bool) -> _Run | None:
    """Return what follows where a page, broken by blank lines, repeats the head of the table that runs on over it."""
    if not (first.tabbed and run.tabbed and first.width == run.width) or not broken:
        return None
    rows = first.grid().rows
    # A table that has had its sum is over; the next one may have the same head.
    if sounds_like_sum(" ".join(rows[-1].cells[:2])):
        return None
    heads = count_head_rows(rows)
    same = [row.cells for row in run.grid().rows[:heads]] == [row.cells for row in rows[:heads]]
    return _Run(True, run.lines[heads:]) if heads and same and len(run.lines) > heads else None


def _one(runs: list[_Run]) -> _Run:
    return _Run(runs[0].tabbed, tuple(line for run in runs for line in run.lines))


def _continues(pending: list[_Run], run: _Run) -> bool:
    first, last = pending[0], pending[-1]
    if not (last.tabbed and run.tabbed) or begins_with_head(run.grid().rows):
        return False
    return last.width == run.width or run.used <= first.used <= run.width


def _is_lower_half(pending: list[_Run], run: _Run) -> bool:
    """Whether all above is the upper half of a head: a form has words in its first column, a head has none there."""
    if not run.tabbed or len(pending) > MOST_HEAD_ROWS or not all(above.tabbed for above in pending):
        return False
    above = [row for upper in pending for row in upper.grid().rows]
    only_head = count_head_rows(tuple(above)) == len(above) and not any(row.cells[0] for row in above)
    return only_head and (run.width - 1) % (pending[0].width - 1) == 0 and begins_with_head(run.grid().rows)


def _stretched(above: _Run, run: _Run) -> _Run:
    """Widen a head's upper half so that each of its cells stands over as many columns of the lower."""
    over = (run.width - 1) // (above.width - 1)
    widened = ((line, re.sub(r"(?<=\t)[^\t]*", rf"\g<0>{chr(9) * (over - 1)}", text)) for line, text in above.lines)
    return _Run(True, tuple(widened))
