"""Columns set with spaces as tabs: by the gaps that all rows share, else by the figures at the end of each row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from effektspor.core.unit import parse_quantity
from effektspor.ingest.cells import strip_marks
from effektspor.ingest.text.group_heads import group_cells
from effektspor.ingest.text.pages import GOES_ON
from effektspor.ingest.text.set_apart import goes_on
from effektspor.ingest.text.single_spaces import tabbed_figures
from effektspor.ingest.thousands import is_spaced_figure

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_LEAST_GAP, _PAGE_BREAK, _LEAST_ROWS, _MOST_HEAD_LINES = 2, 2, 2, 3
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_EMPTY = ("-", "–", "−")
_PAGE_NUMBER = re.compile(r"\s{2,}side\s\d{1,4}(?:\s(?:af|/)\s\d{1,4})?\s*", re.IGNORECASE)
_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Segment:
    """Words with single spaces between them, and where they stand on the line."""

    text: str
    start: int
    end: int


def tabbed_spaces(lines: list[str]) -> list[str]:
    """Return the lines, those of tables set with spaces with tabs between their cells; the count stays the same."""
    answer = list(lines)
    blocks = list(_blocks(lines))
    for block in _joined([_without_titles(block, lines) for block in blocks], lines):
        _set(answer, block, _by_gaps(block, lines))
    for block in blocks:
        if not any("\t" in answer[line] for line in block):
            _set(answer, block, tabbed_figures([lines[line] for line in block]))
    return answer


def _set(answer: list[str], block: list[int], rows: list[str]) -> None:
    for line, text in zip(block, rows, strict=False):
        answer[line] = text


def _blocks(lines: list[str]) -> Iterator[list[int]]:
    """Yield the numbers of lines that stand together without tabs; a table may be among them."""
    block: list[int] = []
    for line, text in enumerate([*lines, ""]):
        if text == GOES_ON:
            continue
        if text.strip() and "\t" not in text:
            block.append(line)
        elif block:
            yield block
            block = []


def _joined(blocks: list[list[int]], lines: list[str]) -> Iterator[list[int]]:
    """Join a block to the one above it where the rows of both stand in the same columns: a page ran out between."""
    pending: list[int] = []
    for at, block in enumerate(blocks):
        # A title between the two begins a table of its own.
        apart = pending and not any(lines[line].strip() for line in range(pending[-1] + 1, block[0]))
        if apart and (goes_on(pending, blocks[at : at + 2], lines) or _is_over_page(pending, block, lines)):
            pending.extend(block)
            continue
        if pending:
            yield pending
        pending = list(block)
    if pending:
        yield pending


def _is_over_page(above: list[int], below: list[int], lines: list[str]) -> bool:
    """The lower part must be rows from its first line on: a head of its own begins a table."""
    if below[0] - above[-1] <= _PAGE_BREAK:
        return False
    rows = [_segments(lines[line]) for line in below]
    columns = _columns_of(above, lines)
    rows_only = bool(columns) and len(_body(rows)) == len(rows)
    return rows_only and len(_columns_of(above + below, lines)) == len(columns)


def _without_titles(block: list[int], lines: list[str]) -> list[int]:
    """Return the lines from the first with more than one column; what stands above, at the margin, is text."""
    titles = (line for line in block if len(_segments(lines[line])) > 1 or lines[line][:1] == " ")
    first = next(titles, block[-1])
    return block[block.index(first) :]


def _by_gaps(block: list[int], lines: list[str]) -> list[str]:
    """Set tabs where all rows with figures have a gap; a head's words go to the column they stand over."""
    columns = _columns_of(block, lines)
    if not columns:
        return []
    below = [*block[1:], block[-1]]
    return [_row(lines[line], lines[under], columns) for line, under in zip(block, below, strict=True)]


def _row(text: str, below: str, columns: list[_Span]) -> str:
    if _PAGE_NUMBER.fullmatch(text):
        return ""
    groups = group_cells(text, below, columns)
    return "\t".join(groups) if groups else _tabbed(_segments(text), columns)


def _columns_of(block: list[int], lines: list[str]) -> list[_Span]:
    """Return where the columns of a block's rows with figures stand; none where it is no table."""
    rows = [_segments(lines[line]) for line in block]
    body = _body(rows)
    if len(body) < _LEAST_ROWS:
        return _columns_of_one(rows)
    # A line that ends before any figure stands is the rest of a label, or a heading, and no sign of text.
    first = min(row[1].start for row in body)
    others = sum(len(row) > 1 or row[0].end >= first for row in rows)
    if len(body) * 2 < others - 3:
        return []
    columns = _with_empty_years(_regions([(each.start, each.end) for row in body for each in row]), rows)
    return columns if len(columns) > 1 else []


def _columns_of_one(rows: list[list[_Segment]]) -> list[_Span]:
    """One row alone is a table where it ends the block and a name stands over each of its figures."""
    if (
        len(rows) < _LEAST_ROWS
        or len(rows[-1]) < 1 + _LEAST_ROWS
        or not all(_is_figure(it.text) for it in rows[-1][1:])
    ):
        return []
    names, figures = rows[-2], rows[-1][1:]
    over = [[name for name in names if name.start < it.end and it.start < name.end] for it in figures]
    alone = all(len(found) == 1 for found in over) and len({found[0].start for found in over}) == len(figures)
    return [(each.start, each.end) for each in rows[-1]] if alone else []


def _with_empty_years(columns: list[_Span], rows: list[list[_Segment]]) -> list[_Span]:
    """A year in the head that stands over none of the figures has a column too, in which nothing is printed."""
    years = [each for row in rows[:_MOST_HEAD_LINES] for each in row if _YEAR.match(each.text)]
    empty = [(each.start, each.end) for each in years if all(_is_clear(each, column) for column in columns)]
    return _regions([*columns, *empty])


def _is_clear(segment: _Segment, column: _Span) -> bool:
    return segment.start >= column[1] + _LEAST_GAP or column[0] >= segment.end + _LEAST_GAP


def _body(rows: list[list[_Segment]]) -> list[list[_Segment]]:
    return [row for row in rows if len(row) > 1 and any(_is_figure(each.text) for each in row[1:])]


def _segments(text: str) -> list[_Segment]:
    return [_Segment(match[0], match.start(), match.end()) for match in _SEGMENT.finditer(text)]


def _regions(spans: list[_Span]) -> list[_Span]:
    """Join spans that overlap, or stand nearer than a gap, to the regions of columns."""
    regions: list[_Span] = []
    for start, end in sorted(spans):
        if regions and start < regions[-1][1] + _LEAST_GAP:
            regions[-1] = (regions[-1][0], max(end, regions[-1][1]))
        else:
            regions.append((start, end))
    return regions


def _tabbed(row: list[_Segment], columns: list[_Span]) -> str:
    cells = [""] * len(columns)
    for segment in row:
        column = _column_of(segment, columns)
        cells[column] = f"{cells[column]} {segment.text}".strip()
    return "\t".join(cells)


def _column_of(segment: _Segment, columns: list[_Span]) -> int:
    """The first column a segment stands over, else the nearest."""
    within = [index for index, (start, end) in enumerate(columns) if start <= segment.start and segment.end <= end]
    if within:
        # The rest of a label, "108" under "§§ 107 og", is a figure too.
        return within[0]
    if all(_is_figure(word) or word in _EMPTY for word in segment.text.split()):
        # Figures, stacked ones too, end where their column ends.
        return min(range(len(columns)), key=lambda index: abs(columns[index][1] - segment.end))
    over = [index for index, (start, end) in enumerate(columns) if segment.start < end and start < segment.end]
    if over:
        return over[0]
    apart = [max(start - segment.end, segment.start - end) for start, end in columns]
    return apart.index(min(apart))


def _is_figure(text: str) -> bool:
    plain = strip_marks(text)
    return parse_quantity(plain) is not None or is_spaced_figure(plain)
