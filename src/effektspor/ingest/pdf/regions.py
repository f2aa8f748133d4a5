"""Lines → what is one table: boxes as drawn, and rows of figures that stand under each other."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile

from effektspor.ingest.captions import is_note
from effektspor.ingest.pdf.above import head_above
from effektspor.ingest.pdf.boxes import Box, box_of
from effektspor.ingest.pdf.growing import CAPTION, NEAR, Growing, is_years
from effektspor.ingest.pdf.lines import Line

_DEEPEST_HEAD = 5
# How many lines are tried as one table before its head is looked for.
_TRIED = 40
# No page has as many lines in a table.
_MOST_LINES = 1000


@dataclass(slots=True)
class Region:
    """The lines of one table; `head` is how many of them are its head, in a box None: there the lines tell."""

    lines: list[Line]
    head: int | None = None
    boxes: dict[int, Box] = field(default_factory=dict)

    @property
    def last_page(self) -> int:
        return self.lines[-1].page


def find_regions(lines: Sequence[Line], boxes: dict[int, list[Box]]) -> list[Line | Region]:
    """Return the lines in order, those of a table put together; a table goes on over a page break."""
    found: list[Line | Region] = []
    at = 0
    while at < len(lines):
        box = box_of(lines[at], boxes)
        at += _boxed(found, lines, at, box) if box else _open(found, lines, at, boxes)
    return found


def _boxed(found: list[Line | Region], lines: Sequence[Line], at: int, box: Box) -> int:
    """Take the lines of a box; one at the top of a page with the columns of the page before goes on with its table."""
    page = lines[at].page
    inside = _one_table(
        list(takewhile(lambda line: line.page == page and box.holds(line), lines[at : at + _MOST_LINES]))
    )
    last = found[-1] if found else None
    if isinstance(last, Region) and last.last_page == inside[0].page - 1 and last.boxes:
        above = last.boxes.get(last.last_page)
        repeated = _repeated(last.lines, inside)
        if above and box.continues(above) and (repeated or not _begins_with_head(inside)):
            last.lines.extend(inside[repeated:])
            last.boxes[inside[0].page] = box
            return len(inside)
    titles = _titles(inside, box)
    if titles:
        found.extend(inside[:titles])
        return titles
    found.append(Region(inside, boxes={inside[0].page: box}))
    return len(inside)


def _one_table(inside: list[Line]) -> list[Line]:
    """Return the lines of a box up to where a caption or years begin the next table, or the title over them."""
    rows = False
    for at, line in enumerate(inside):
        if rows and (CAPTION.match(line.text) or is_note(line.text)) and not line.is_row:
            return inside[:at]
        if rows and (is_years(line) or _names_columns(inside, at)):
            return inside[: at - 1 if _is_alone(inside[at - 1]) else at]
        rows |= line.is_row and not line.only_years
    return inside


def _is_alone(line: Line) -> bool:
    return len(line.phrases) == 1 and not line.figures


def _names_columns(inside: list[Line], at: int) -> bool:
    """Under a line alone, words over rows of figures are the head of the next table."""
    words = len(inside[at].phrases) > 2 and all(phrase.is_year for phrase in inside[at].figures)
    return words and _is_alone(inside[at - 1]) and at + 1 < len(inside) and len(inside[at + 1].figures) > 1


def _titles(inside: list[Line], box: Box) -> int:
    """Return how many lines at the top are titles: a sheet printed with its grid has all its lines in one box.

    One title alone may be the table's own, in a cell over its head.
    """
    begins = inside[0].span.x0
    alone = takewhile(lambda line: _is_alone(line) and abs(line.span.x0 - begins) < NEAR, inside)
    titles = sum(1 for _ in alone) if begins < box.edges[min(2, len(box.columns) - 1)] else 0
    several = titles > 1 or (titles == 1 and CAPTION.match(inside[0].text))
    return titles if several and not any(line.figures for line in inside[:titles]) else 0


def _repeated(above: list[Line], below: list[Line]) -> int:
    """Return how many lines at the top repeat the head of the table above."""
    same = 0
    while same < min(len(above), len(below), _DEEPEST_HEAD) and above[same].text == below[same].text:
        same += 1
    return same


def _begins_with_head(lines: list[Line]) -> bool:
    return any(is_years(line) for line in lines[:3])


def _open(found: list[Line | Region], lines: Sequence[Line], at: int, boxes: dict[int, list[Box]]) -> int:
    """Take a table that begins with this line, with its head from the lines just taken; else take the line."""
    line = lines[at]
    if not line.is_row or _is_below_row(found, line):
        found.append(line)
        return 1
    grown = Growing(line)
    # A few rows show where the figures stand; many rows without a head are no table, and are not all tried.
    grown.grow(lines[at + 1 : at + _TRIED], boxes)
    above = head_above(found, grown)
    if not above and not line.only_years:
        found.append(line)
        return 1
    # Its head known, a table is followed over page breaks where the head is printed again.
    again = Growing(line, [one.text for one in (*above, line) if one is not line or line.only_years])
    taken = 1 + again.grow(islice(lines, at + 1, None), boxes)
    if not again.has_rows:
        found.append(line)
        return 1
    if above:
        del found[-len(above) - len(grown.headings) :]
    found.append(Region(above + grown.headings + again.lines, len(above) + line.only_years))
    return taken


def _is_below_row(found: list[Line | Region], line: Line) -> bool:
    """A row right under one that had no head has none either."""
    last = found[-1] if found else None
    return isinstance(last, Line) and last.is_row and not last.only_years and not line.only_years
