"""What a single line looks like: its cells, and whether figures stand in them."""

import re

from effektspor.core.unit import parse_quantity
from effektspor.ingest.cells import strip_marks
from effektspor.ingest.grid import clean_text
from effektspor.ingest.heads import without_unit

_YEAR = re.compile(r"(?:19|20)\d\d")
_GAP = re.compile(r"\t|\s{2,}")


def cells_of(text: str) -> list[str]:
    """Return the cells of a line: between tabs, else between gaps, else its words."""
    if "\t" in text:
        return [clean_text(cell) for cell in text.split("\t")]
    cells = _GAP.split(text.strip())
    return cells if len(cells) > 1 else without_unit(text.strip()).split()


def has_figures(text: str) -> bool:
    """Return whether a line is a row: a figure stands beyond its first cell that is no year of a head.

    Where no gap parts the cells, figures must end the line: a sentence has some in its midst.
    """
    if "\t" in text or _GAP.search(text.strip()):
        return any(_is_figure(cell) for cell in cells_of(text)[1:])
    return 0 < figures_at_end(text) < len(text.split())


def _is_figure(cell: str) -> bool:
    return parse_quantity(strip_marks(cell)) is not None and not _YEAR.fullmatch(cell)


def figures_at_end(text: str) -> int:
    """Return how many figures end a line whose words stand with single spaces between."""
    words = text.split()
    return next((count for count, word in enumerate(reversed(words)) if not _is_figure(word)), len(words))


def figure_ends(text: str) -> set[int]:
    """Return where the figures of a line end: columns of figures are set to the right."""
    return {match.end() for match in re.finditer(r"\S+(?: \S+)*", text) if _is_figure(match[0])}
