"""Titles over tables and notes under them: the same habit in every format."""

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from effektspor.core.document import Paragraph
from effektspor.core.unit import find_unit_span
from effektspor.ingest.grid import Grid
from effektspor.ingest.heads import is_unit_line

# A caption is a title, not a sentence of the text that happens to stand above the table.
LONGEST_CAPTION, _LINES_ABOVE = 140, 2
_NUMBERED = re.compile(r"tabel(?:let|let\.|l?et)?\s*\d", re.IGNORECASE)
_NOTE = re.compile(r"\\?\*|[⁰¹²³⁴-⁹ᵃ-ᶻ]|note\b|kilde\b|anm(?:ærkning)?\b", re.IGNORECASE)


def with_captions_and_notes(
    blocks: Sequence[Paragraph | Grid], titles: Container[Paragraph] = frozenset()
) -> list[Paragraph | Grid]:
    """Return the blocks, each table with the title and the unit above it and the notes under it.

    All of them stay in the text as well. `titles` are the paragraphs that the file itself marks as titles: a heading,
    a caption, a line in bold. A caption that a table already has is kept.
    """
    return [
        _titled(block, blocks, index, titles) if isinstance(block, Grid) else block
        for index, block in enumerate(blocks)
    ]


def is_note(text: str) -> bool:
    """Return whether a line explains the table above it: "Note: …", "Kilde: …", "* …", "¹ …"."""
    return bool(_NOTE.match(text))


def _titled(grid: Grid, blocks: Sequence[Paragraph | Grid], index: int, titles: Container[Paragraph]) -> Grid:
    above: list[Paragraph] = []
    unit_line = ""
    for block in reversed(blocks[max(index - _LINES_ABOVE - 1, 0) : index]):
        if not isinstance(block, Paragraph) or len(above) == _LINES_ABOVE:
            break
        if not unit_line and len(block.text) <= LONGEST_CAPTION and is_unit_line(block.text):
            unit_line = block.text
        else:
            above.append(block)
    caption = grid.caption or _caption(above, titles)
    return replace(grid, caption=caption, unit_line=unit_line, footnotes=_notes_after(blocks, index))


def _caption(above: list[Paragraph], titles: Container[Paragraph]) -> Paragraph | None:
    """Return the title over a table: "Tabel 2 …", else one that states the unit, else a heading, else a short line."""
    found = (
        *(paragraph for paragraph in above if _NUMBERED.match(paragraph.text)),
        *(paragraph for paragraph in above if _is_short(paragraph.text) and find_unit_span(paragraph.text)),
        *(paragraph for paragraph in above if paragraph in titles and not is_note(paragraph.text)),
        *(paragraph for paragraph in above if _is_short(paragraph.text)),
    )
    return replace(found[0], text=found[0].text.lstrip("# ").rstrip(":")) if found else None


def _is_short(text: str) -> bool:
    return len(text) <= LONGEST_CAPTION and not text.endswith(".") and not is_note(text) and text[:1] not in ("-", "•")


def _notes_after(blocks: Sequence[Paragraph | Grid], index: int) -> tuple[Paragraph, ...]:
    notes = []
    # By index: a copy of all that follows, for each of many tables, would be slow.
    for at in range(index + 1, len(blocks)):
        block = blocks[at]
        if not isinstance(block, Paragraph) or not is_note(block.text):
            break
        notes.append(block)
    return tuple(notes)
