"""Which tables belong together: those of one proposal.

A proposal begins where the paper says so (case_headings): a line "BUSINESS CASE", a title, a heading with a code or a
title that the overview lists; or where table numbers start over. What stands outside every proposal, and
a catalogue wherever it stands, is the case without a title.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from effektspor.core.audit.case_headings import starts_of
from effektspor.core.audit.codes import code_of_row, number_of_row
from effektspor.core.audit.heading_lines import Start
from effektspor.core.document import Document, Paragraph, Row, Table

_CAPTION = re.compile(r"tab\w{2,3}\s*(?P<number>\d{1,3})(?![.,]?\d)\s*(?:[.:·–-]|$)\s*(?P<rest>.*)", re.IGNORECASE)
_DECORATION = "#*_\\ \u00a0"
_LONGEST_HEADING = 160

Block = Paragraph | Table


class NumberedCaption(NamedTuple):
    """A caption with its table's number: "Tabel 2. Varige ændringer, service"."""

    number: int
    rest: str


@dataclass(frozen=True, slots=True)
class Case:
    """A proposal's blocks in order; `code` and `title` as the paper gives them, None outside every proposal."""

    code: str | None
    title: str | None
    blocks: tuple[Block, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))


@dataclass(slots=True)
class _Open:
    """A case while its blocks are gathered; an empty title is one that the paper has not told yet."""

    code: str | None = None
    title: str | None = None
    blocks: list[Block] = field(default_factory=list)
    captioned: bool = False

    def closed(self) -> Case:
        return Case(self.code, self.title, tuple(self.blocks))


def cases_of(document: Document) -> tuple[Case, ...]:
    """Return the proposals of a paper with their tables; a paper without any is one case without a code."""
    cases = all_cases_of(document)
    return tuple(case for case in cases if case.tables) or (cases[0],)


def all_cases_of(document: Document) -> tuple[Case, ...]:
    """Return what stands outside every proposal, then each proposal in order, also one that has no table."""
    outside = _Open()
    opened = [outside]
    current = outside
    over = _starts_over([numbered_caption(block) for block in document.blocks])
    starts = starts_of(document)
    titles = {start.code: start.title.casefold() for start in starts.values() if start.code}
    for index, block in enumerate(document.blocks):
        current = (
            outside if _lists_proposals(block, titles) else _case_of(starts.get(index), current, over=index in over)
        )
        if current is not outside and not current.blocks:
            opened.append(current)
        current.blocks.append(block)
        current.captioned = current.captioned or numbered_caption(block) is not None
    return tuple(each.closed() for each in opened)


def _lists_proposals(block: Block, titles: Mapping[str, str]) -> bool:
    """Whether a table has the codes of several proposals, or their numbers with their titles."""
    if not isinstance(block, Table):
        return False
    by_number = {number for row in block.rows if (number := number_of_row(row)) and _is_titled(row, titles.get(number))}
    return len({code for row in block.rows if (code := code_of_row(row))}) > 1 or len(by_number) > 1


def _is_titled(row: Row, title: str | None) -> bool:
    return bool(title and row.label) and (title or "").endswith(row.label.casefold())


def numbered_caption(block: Block) -> NumberedCaption | None:
    """Return the numbered caption that a line is, or that a table has; a list of tables with page numbers is none."""
    text = block.text if isinstance(block, Paragraph) else block.caption or ""
    match = _CAPTION.fullmatch(text.strip(_DECORATION))
    if match is None or len(text) > _LONGEST_HEADING or re.search(r"(?:\.{2,}|\t|\s·)\s*\d+$", text):
        return None
    return NumberedCaption(int(match["number"]), match["rest"])


def _case_of(start: Start | None, current: _Open, *, over: bool) -> _Open:
    """Return the case a block belongs to: the current one, or a new one that begins with it."""
    if start is None:
        return _Open() if over and current.captioned else current
    code, text = start
    if current.title == "" and text:
        current.code, current.title = code, text
    elif not text or ((code, text) != (current.code, current.title) and (code is None or code != current.code)):
        return _Open(code, text)
    return current


def _starts_over(captions: list[NumberedCaption | None]) -> set[int]:
    """Return where table numbers begin again at 1; a 1 that stands twice, with no 2 to follow it, is a slip.

    A caption is read as a line and with its table; only the first of the two begins anything.
    """
    told = [(index, caption) for index, caption in enumerate(captions) if caption]
    new = [pair for before, pair in zip([(-1, None), *told], told, strict=False) if not repeats_caption(before, pair)]
    numbers = [caption.number for _, caption in new]
    slips = {at + 1 for at in range(len(numbers) - 1) if _is_slip(numbers, at)}
    return {index for at, (index, caption) in enumerate(new) if caption.number == 1 and at not in slips}


def repeats_caption(before: tuple[int, NumberedCaption | None], pair: tuple[int, NumberedCaption]) -> bool:
    """Return whether a caption is an earlier one again, each with its place among the blocks of its paper.

    A caption is read as a line and with its table, and with its table it may have got the unit as well.
    """
    (at, above), (index, caption) = before, pair
    if above is None or above.number != caption.number:
        return False
    return above.rest == caption.rest or (index - at == 1 and caption.rest.startswith(above.rest))


def _is_slip(numbers: list[int], at: int) -> bool:
    """Whether two tables are both number 1 and the count goes on, or the paper has no more: 1, 1, 3."""
    following = numbers[at + 2] if at + 2 < len(numbers) else 3
    return numbers[at : at + 2] == [1, 1] and numbers.count(1) == 2 and following > 2
