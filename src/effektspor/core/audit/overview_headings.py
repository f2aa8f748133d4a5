"""Where proposals begin that only the paper's overview can tell: at their title, in their sheet, as its chapters."""

import re
from collections.abc import Iterator, Sequence

from effektspor.core.audit.codes import PRINTED_CODE, compared_code
from effektspor.core.audit.heading_lines import CODE_AND_TITLE, Start, is_form_row, plain_line
from effektspor.core.audit.listed_titles import ListedTitle, ListedTitles
from effektspor.core.document import Paragraph, Table

# A sheet "Tabel 1" is no proposal's; "AN-4", "Forslag 4" and "4" are, where the overview lists it.
_SHEET = re.compile(rf"(?i:(?:\w*forslag|\w*case|bc)\s*(?:nr\.?\s*)?)?(?P<code>{PRINTED_CODE})")
_LETTERED = r"(?<!\w)(?P<code>[A-ZÆØÅ]{1,4}[- ]?\d{1,4}[A-Za-z]?)(?!\w)"
_LEAST_TITLE, _LEAST_CHAPTERS = 8, 2

_Block = Paragraph | Table


def found_by_title(blocks: Sequence[_Block], said: dict[int, Start], missing: list[ListedTitle]) -> dict[int, Start]:
    """Return where listed proposals begin that no line with a code begins: in their own sheet, or at their title."""
    lines, sheets = _lines_by_text(blocks, said), list(_sheets(blocks))
    found: dict[int, Start] = {}
    for listed in missing:
        own = [at for at, sheet in sheets if _is_called_after(sheet, listed)]
        titled = lines.get(listed.title.casefold(), []) if len(listed.title) >= _LEAST_TITLE else []
        if at := own[:1] or titled[-1:]:
            found[at[0]] = Start(listed.code, listed.title)
    return _without_neighbours(found)


def chapters_of(blocks: Sequence[_Block], listed: ListedTitles) -> dict[int, Start]:
    """Where no line calls anything a proposal: chapters that are called, and mostly numbered, as an overview's rows.

    Each has a table of its own, and most rows have a chapter, so that headings of another list are none.
    """
    found = {at: start for at in range(len(blocks)) if (start := _chapter(blocks[at], listed))}
    ends = [*list(found)[1:], len(blocks)][: len(found)]
    kept = {
        at: found[at]
        for at, end in zip(found, ends, strict=True)
        if any(isinstance(block, Table) for block in blocks[at:end])
    }
    codes = {start.code for start in kept.values()}
    return kept if len(codes) == len(kept) >= _LEAST_CHAPTERS and 2 * len(codes) > len(listed.codes) else {}


def _chapter(block: _Block, listed: ListedTitles) -> Start | None:
    text = plain_line(block)
    match = CODE_AND_TITLE.fullmatch(text) if not is_form_row(block) else None
    for each in listed.with_code(match["code"]) if match else ():
        if match and each.title.casefold() == match["title"].casefold():
            return Start(each.code, match["title"])
    return None


def _lines_by_text(blocks: Sequence[_Block], said: dict[int, Start]) -> dict[str, list[int]]:
    lines: dict[str, list[int]] = {}
    for at, block in enumerate(blocks):
        if at not in said and isinstance(block, Paragraph) and not is_form_row(block):
            lines.setdefault(plain_line(block).casefold(), []).append(at)
    return lines


def _sheets(blocks: Sequence[_Block]) -> Iterator[tuple[int, str]]:
    """Yield each sheet of a workbook with its first block."""
    above = None
    for at, block in enumerate(blocks):
        if block.place.sheet and block.place.sheet != above:
            yield at, block.place.sheet
        above = block.place.sheet


def _is_called_after(sheet: str, listed: ListedTitle) -> bool:
    """Whether a sheet is called after a proposal; Excel cuts names at 31 letters."""
    match = _SHEET.fullmatch(sheet.strip()) or (re.search(_LETTERED, sheet) if listed.certain else None)
    if match and compared_code(match["code"]) == listed.code:
        return True
    return len(sheet) >= _LEAST_TITLE and listed.title.casefold().startswith(sheet.casefold())


def _without_neighbours(found: dict[int, Start]) -> dict[int, Start]:
    """Titles on lines that follow each other are a list."""
    return {at: start for at, start in found.items() if not {at - 1, at + 1} & found.keys()}
