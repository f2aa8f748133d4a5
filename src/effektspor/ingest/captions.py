"""Titles over tables and notes under them: the same habit in every format."""

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from effektspor.core.document import Paragraph
from effektspor.core.unit import find_unit_span
from effektspor.ingest.cells import mark_of
from effektspor.ingest.grid import Grid
from effektspor.ingest.heads import is_unit_line, unit_sentences

# A caption is a title, not a sentence of the text that happens to stand above the table.
LONGEST_CAPTION, _LINES_ABOVE = 140, 2
_NUMBERED = re.compile(r"tabel(?:let|let\.|l?et)?\s*\d", re.IGNORECASE)
# In a sentence, "Tabel 2 viser", no mark stands behind the number.
_UNDER = re.compile(r"tabel\s*\d{1,3}[a-z]?\s*[.:–-]", re.IGNORECASE)
_LONGEST_DATED = 80
_DATED = re.compile(r"\b\d{1,2}\.\d{1,2}\.$")
_VERB = re.compile(
    r"\b(?:er|var|bliver|blev|har|havde|skal|kan|vil|viser|fremgår|udgør|udgjorde|stiger|falder|gælder|løber|\w{3,}(?:es|ede))\b",
    re.IGNORECASE,
)
_PLAIN_NOTE = re.compile(r"(?:(\d{1,2})\)|\[(\d{1,2})\])\s")
_SET_OFF = re.compile(r"(?:[,:(]|\s[-–]|\bi)\s+(?:i\s+)?(?:hele\s+)?$", re.IGNORECASE)
_NOTE = re.compile(r"\\?\*|[⁰¹²³⁴-⁹ᵃ-ᶻ]|note\b|kilde\b|anm(?:ærkning)?\b", re.IGNORECASE)


def with_captions_and_notes(
    blocks: Sequence[Paragraph | Grid], titles: Container[Paragraph] = frozenset()
) -> list[Paragraph | Grid]:
    """Return the blocks, each table with the title and the unit above it and the notes under it.

    All of them stay in the text as well. `titles` are the paragraphs that the file itself marks as titles: a heading,
    a caption, a line in bold. A caption that a table already has is kept.
    """
    below = _captions_below(blocks)
    return [
        _titled(block, blocks, index, titles, below) if isinstance(block, Grid) else block
        for index, block in enumerate(blocks)
    ]


def is_note(text: str) -> bool:
    """Return whether a line explains the table above it: "Note: …", "Kilde: …", "* …", "¹ …"."""
    return bool(_NOTE.match(text))


def _captions_below(blocks: Sequence[Paragraph | Grid]) -> dict[int, Paragraph]:
    """Return the numbered titles by the table they stand under, where a paper has them all there, as Word may set them.

    The first title stands under the first table, every one right under a table, and the last table has one too.
    """
    titled = [at for at, block in enumerate(blocks) if isinstance(block, Paragraph) and _UNDER.match(block.text)]
    grids = [at for at, block in enumerate(blocks) if isinstance(block, Grid)]
    if not titled or not grids or titled[0] < grids[0] or grids[-1] + 1 != titled[-1]:
        return {}
    below = {at - 1: block for at in titled if isinstance(block := blocks[at], Paragraph)}
    return below if set(below) <= set(grids) else {}


def _titled(
    grid: Grid,
    blocks: Sequence[Paragraph | Grid],
    index: int,
    titles: Container[Paragraph],
    below: dict[int, Paragraph],
) -> Grid:
    above: list[Paragraph] = []
    unit_line = ""
    for at in range(index - 1, max(index - _LINES_ABOVE - 1, 0) - 1, -1):
        block = blocks[at]
        # A title under the table above it is not this table's.
        if not isinstance(block, Paragraph) or len(above) == _LINES_ABOVE or at - 1 in below:
            break
        stated = unit_sentences(block.text) if not unit_line and len(block.text) <= LONGEST_CAPTION else ""
        unit_line = unit_line or stated
        # "Beløb i 1.000 kr. Minus er en besparelse." says more than the unit, and stays a line of its own.
        if not stated or not is_unit_line(block.text):
            above.append(block)
    caption = grid.caption or below.get(index) or _caption(above, titles)
    notes = _notes_after(blocks, index + (index in below), _plain_marks(grid))
    return replace(grid, caption=caption, unit_line=unit_line, footnotes=notes)


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
    is_sentence = text.endswith(".") and not _ends_in_unit(text) and not _ends_in_date(text)
    return len(text) <= LONGEST_CAPTION and not is_sentence and not is_note(text) and text[:1] not in ("-", "•")


def _ends_in_unit(text: str) -> bool:
    """The last dot of "Hjælpemidler, 1.000 kr." is the unit's: a title. In a sentence a unit has its figure by it."""
    span = find_unit_span(text)
    return span is not None and span[2] == len(text) and bool(_SET_OFF.search(text[: span[1]]))


def _ends_in_date(text: str) -> bool:
    """ "Antal borgere pr. 31.12." is a title: its last dot is the day's. A sentence has a verb."""
    return len(text) <= _LONGEST_DATED and bool(_DATED.search(text)) and not _VERB.search(text)


def _notes_after(blocks: Sequence[Paragraph | Grid], index: int, marks: frozenset[str]) -> tuple[Paragraph, ...]:
    notes = []
    # By index: a copy of all that follows, for each of many tables, would be slow.
    for at in range(index + 1, len(blocks)):
        block = blocks[at]
        if not isinstance(block, Paragraph) or not (is_note(block.text) or _begins_with_mark(block.text, marks)):
            break
        notes.append(block)
    return tuple(notes)


def _plain_marks(grid: Grid) -> frozenset[str]:
    """Return the marks in a table that are printed as plain figures: "Egenbetaling 1)", "Egenbetaling [1]"."""
    return frozenset(mark for row in grid.rows for cell in row.cells if (mark := mark_of(cell)).isdigit())


def _begins_with_mark(text: str, marks: frozenset[str]) -> bool:
    """ "1) Pladserne er ledige." is a note where the table has its mark; elsewhere it is a point of a list."""
    found = _PLAIN_NOTE.match(text)
    return found is not None and next(filter(None, found.groups()), "") in marks
