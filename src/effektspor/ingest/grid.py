"""A table as any file format gives it: rows of cell texts with their places, before roles are known."""

import html
import re
from dataclasses import dataclass
from functools import lru_cache

from effektspor.core.document import Paragraph
from effektspor.core.finding import Place

_BREAK = re.compile(r"</(?:p|li|ul|ol|div)>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_BOX = re.compile(r"<input\b[^<>]*\btype\s*=\s*[\"']?checkbox\b[^<>]*>", re.IGNORECASE)
_TICKED_TAG = re.compile(r"[\s\"']checked\b", re.IGNORECASE)
TICKED, UNTICKED = "☒", "☐"
_EMPHASIS = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True, slots=True)
class GridRow:
    place: Place
    cells: tuple[str, ...]

    @property
    def filled(self) -> tuple[int, ...]:
        """The columns in which something is printed."""
        return tuple(column for column, cell in enumerate(self.cells) if cell)


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of equal width; `caption` is the line that titles them, `footnotes` the notes that follow.

    `unit_line` is a line over the table that states nothing but its unit and price level ("i mio. kr.").
    """

    rows: tuple[GridRow, ...]
    caption: Paragraph | None = None
    footnotes: tuple[Paragraph, ...] = ()
    unit_line: str = ""

    @property
    def width(self) -> int:
        return len(self.rows[0].cells) if self.rows else 0


@lru_cache(maxsize=32_768)
def clean_text(text: str) -> str:
    """Return text without tags, entities and Markdown's marks; block ends become line breaks.

    A form's boxes become ☒ and ☐.
    """
    boxed = _BOX.sub(_box, text) if "<" in text else text
    broken = html.unescape(_TAG.sub("", _BREAK.sub("\n", boxed)))
    plain = _EMPHASIS.sub(r"\1", broken).replace("\\*", "*")
    lines = (" ".join(line.split()) for line in plain.split("\n"))
    return "\n".join(line for line in lines if line)


def _box(tag: re.Match[str]) -> str:
    return f"{TICKED if _TICKED_TAG.search(tag[0]) else UNTICKED} "


def squared(rows: list[tuple[Place, list[str]]]) -> tuple[GridRow, ...]:
    """Return rows padded with empty cells to the width of the widest."""
    width = max((len(cells) for _, cells in rows), default=0)
    return tuple(GridRow(place, tuple(cells) + ("",) * (width - len(cells))) for place, cells in rows)
