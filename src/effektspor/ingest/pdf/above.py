"""The head over the rows of a table without lines down the page."""

from collections.abc import Sequence

from effektspor.core.unit import find_unit_span
from effektspor.ingest.pdf.growing import CAPTION, NEAR, TIGHT_GAP, WIDEST_GAP, Growing
from effektspor.ingest.pdf.lines import Line

_DEEPEST_HEAD = 5
# Parts of a line's height.
_HEAD_GAP = 2.3
# Lines of one cell stand further apart; what stands nearer is centred beside them.
_HALF_LINE = 0.9
_LONGEST_UNIT = 60


def head_above(found: Sequence[object], grown: Growing) -> list[Line]:
    """Return the lines above that are the table's head, from the top; headings under it go to `grown`."""
    above: list[Line] = []
    skipped: list[Line] = []
    below = grown.lines[0]
    for line in reversed(found[-_DEEPEST_HEAD:]):
        if not isinstance(line, Line) or not _stands_over(line, below, grown.amounts_from):
            break
        if not above and _is_of_row(line, below, grown):
            skipped.append(line)
        elif _is_head_line(line, grown, below):
            above.append(line)
        elif not above and not grown.lines[0].only_years and _is_heading(line, grown):
            skipped.append(line)
        else:
            break
        below = line
    above = _without_form(above[::-1], grown)
    if above:
        grown.headings = skipped[::-1]
    return above


def _without_form(above: list[Line], grown: Growing) -> list[Line]:
    """Two lines or more with a label and a text each are a form over the table ("Udvalg  Socialudvalget")."""
    form = [len(line.phrases) == 2 and line.phrases[0].span.x1 < grown.amounts_from for line in above]
    last = max((at for at in range(1, len(above)) if form[at] and form[at - 1]), default=-1)
    return above[last + 1 :]


def _is_of_row(line: Line, row: Line, grown: Growing) -> bool:
    """The upper line of the first row's label or text, where its figures stand lower: half a line, or the last one."""
    if row.only_years or len(line.phrases) > 1 or line.figures:
        return False
    beside = line.span.x1 < grown.amounts_from or line.span.x0 > grown.columns.spans[-1].x1
    distance = (row.base - line.base) / row.height
    continued = distance < TIGHT_GAP and any(
        abs(phrase.span.x0 - line.span.x0) < NEAR and phrase.text[:1].islower() for phrase in row.phrases
    )
    return beside and (distance < _HALF_LINE or continued)


def _stands_over(line: Line, below: Line, amounts_from: float) -> bool:
    """Names over the figures may stand as far from them as rows do; a title that far away is none of the table's."""
    names = line.span.x1 > amounts_from and (len(line.phrases) > 1 or line.span.x0 > amounts_from - line.height)
    most = (WIDEST_GAP if names else _HEAD_GAP) * max(line.height, below.height)
    return line.page == below.page and below.base - line.base < most


def _is_head_line(line: Line, grown: Growing, below: Line) -> bool:
    if any(not phrase.is_year for phrase in line.figures) or CAPTION.match(line.text):
        return False
    left = grown.amounts_from
    over = [phrase for phrase in line.phrases if phrase.span.x1 > left]
    if not over:
        return _is_unit(line) or _continues_label(line, below)
    return len(line.phrases) > 1 or (over[0].span.x0 > left - 6 * line.height and len(line.text) <= _LONGEST_UNIT)


def _is_unit(line: Line) -> bool:
    return len(line.text) <= _LONGEST_UNIT and find_unit_span(line.text) is not None


def _continues_label(line: Line, below: Line) -> bool:
    """The upper line of a label head over two lines: the lower goes on in small letters."""
    close = below.base - line.base < TIGHT_GAP * line.height
    return close and len(below.phrases) > 1 and below.phrases[0].text[:1].islower()


def _is_heading(line: Line, grown: Growing) -> bool:
    return len(line.phrases) == 1 and line.span.x1 < grown.amounts_from
