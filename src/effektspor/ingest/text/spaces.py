"""Columns set with spaces as tabs: by the gaps that all rows share, else by the figures at the end of each row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from effektspor.core.unit import parse_quantity
from effektspor.ingest.cells import strip_marks

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_LEAST_GAP, _PAGE_BREAK = 2, 2
_EMPTY = ("-", "–", "−")
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
            _set(answer, block, _by_figures(block, lines))
    return answer


def _set(answer: list[str], block: list[int], rows: list[str]) -> None:
    for line, text in zip(block, rows, strict=False):
        answer[line] = text


def _blocks(lines: list[str]) -> Iterator[list[int]]:
    """Yield the numbers of lines that stand together without tabs; a table may be among them."""
    block: list[int] = []
    for line, text in enumerate([*lines, ""]):
        if text.strip() and "\t" not in text:
            block.append(line)
        elif block:
            yield block
            block = []


def _joined(blocks: list[list[int]], lines: list[str]) -> Iterator[list[int]]:
    """Join a block to the one above it where the rows of both stand in the same columns: a page ran out between."""
    pending: list[int] = []
    for block in blocks:
        if pending and block[0] - pending[-1] > _PAGE_BREAK and _same_columns(pending, block, lines):
            pending = pending + block
            continue
        if pending:
            yield pending
        pending = block
    if pending:
        yield pending


def _same_columns(above: list[int], below: list[int], lines: list[str]) -> bool:
    """The lower part must be rows from its first line on: a head of its own begins a table."""
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
    return [_tabbed(_segments(lines[line]), columns) for line in block] if columns else []


def _columns_of(block: list[int], lines: list[str]) -> list[_Span]:
    """Return where the columns of a block's rows with figures stand; none where it is no table."""
    rows = [_segments(lines[line]) for line in block]
    body = _body(rows)
    if len(body) < 2 or len(body) * 2 < len(rows) - 3:
        return []
    columns = _regions([(each.start, each.end) for row in body for each in row])
    return columns if len(columns) > 1 else []


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
    if all(_is_figure(word) or word in _EMPTY for word in segment.text.split()):
        # Figures, stacked ones too, end where their column ends.
        return min(range(len(columns)), key=lambda index: abs(columns[index][1] - segment.end))
    over = [index for index, (start, end) in enumerate(columns) if segment.start < end and start < segment.end]
    if over:
        return over[0]
    apart = [max(start - segment.end, segment.start - end) for start, end in columns]
    return apart.index(min(apart))


def _by_figures(block: list[int], lines: list[str]) -> list[str]:
    """Set tabs before the figures that end each row, where most rows and a head end in as many."""
    words = [lines[line].split() for line in block]
    counts = [_figures_at_end(row) for row in words]
    width = max(set(counts), key=lambda count: (counts.count(count), count))
    if width < 2 or counts.count(width) < 3 or counts.count(width) * 2 < len(block):
        return []
    return [_ended(row, count, width) for row, count in zip(words, counts, strict=True)]


def _figures_at_end(words: list[str]) -> int:
    count = 0
    for word in reversed(words[1:]):
        if not (_is_figure(word) or word in _EMPTY):
            break
        count += 1
    return count


def _ended(words: list[str], count: int, width: int) -> str:
    if count < width:
        return "\t".join([" ".join(words), *[""] * width])
    return "\t".join([" ".join(words[: len(words) - width]), *words[len(words) - width :]])


def _is_figure(text: str) -> bool:
    return parse_quantity(strip_marks(text)) is not None
