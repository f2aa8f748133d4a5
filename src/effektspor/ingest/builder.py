"""Paragraphs and grids as a walk through a file meets them, where tables may stand in the cells of others."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from effektspor.core.document import Paragraph
from effektspor.core.finding import Place
from effektspor.ingest.characters import tidy_text
from effektspor.ingest.grid import Grid
from effektspor.ingest.limits import LONGEST_CELL, WIDEST_SPAN, Limits
from effektspor.ingest.spans import SpannedCell, has_figure, spread_grid

Block = Paragraph | Grid


@dataclass(slots=True)
class _Cell:
    place: Place
    colspan: int
    rowspan: int
    continued: bool
    blocks: list[Block] = field(default_factory=list)

    def spanned(self) -> SpannedCell:
        """Return the cell with its paragraphs as lines; it stands where its text begins."""
        paragraphs = [block for block in self.blocks if isinstance(block, Paragraph)]
        text = "\n".join(paragraph.text for paragraph in paragraphs)[:LONGEST_CELL]
        place = paragraphs[0].place if paragraphs else self.place
        return SpannedCell(place, text, self.colspan, self.rowspan, self.continued)


@dataclass(slots=True)
class _Table:
    rows: list[list[_Cell]] = field(default_factory=list)
    row: list[_Cell] | None = None
    cell: _Cell | None = None
    caption: Paragraph | None = None

    @property
    def inside(self) -> list[Block]:
        """What the cells hold, without the table around it."""
        return [block for row in self.rows for cell in row for block in cell.blocks]


class BlockBuilder:
    """Takes text and the beginnings and ends of tables, rows and cells, in whatever order a broken file has them."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._blocks: list[Block] = []
        self._tables: list[_Table] = []
        self._text: list[str] = []
        self._place: Place | None = None

    @property
    def in_table(self) -> bool:
        return bool(self._tables)

    def add_text(self, text: str, place: Place) -> None:
        """Add to the paragraph at hand; it stands where its first text does."""
        if text.strip() and self._place is None:
            self._place = place
        self._text.append(text)

    def end_paragraph(self) -> Paragraph | None:
        """End the paragraph at hand; return it as it will stand in the paper, None when it says nothing."""
        paragraph = self._taken()
        if paragraph is None:
            return None
        self._limits.count_paragraph()
        self._flow().append(paragraph)
        return _on_one_line(paragraph)

    def break_line(self) -> None:
        """Begin a new line; after an empty one, a new paragraph."""
        if self._text and self._text[-1] == "\n":
            self.end_paragraph()
        elif self._place is not None:
            self._text.append("\n")

    def open_table(self) -> None:
        self.end_paragraph()
        self._limits.count_table()
        self._tables.append(_Table())

    def open_row(self) -> None:
        self.close_row()
        if self._tables:
            self._tables[-1].row = []

    def open_cell(self, place: Place, *, colspan: int = 1, rowspan: int = 1, continued: bool = False) -> None:
        self.close_cell()
        if not self._tables:
            return
        table = self._tables[-1]
        if table.row is None:
            table.row = []
        colspan = min(max(colspan, 1), WIDEST_SPAN)
        self._limits.count_cells(colspan)
        table.cell = _Cell(place, colspan, max(rowspan, 1), continued)
        table.row.append(table.cell)

    def close_cell(self) -> None:
        self.end_paragraph()
        if self._tables:
            self._tables[-1].cell = None

    def close_row(self) -> None:
        self.close_cell()
        if self._tables and self._tables[-1].row is not None:
            self._tables[-1].rows.append(self._tables[-1].row)
            self._tables[-1].row = None

    def close_caption(self) -> None:
        """The paragraph at hand is the caption of the table at hand."""
        paragraph = self._taken()
        if paragraph and self._tables:
            self._tables[-1].caption = _on_one_line(paragraph)

    def close_table(self) -> None:
        self.close_row()
        if self._tables:
            table = self._tables.pop()
            self._flow().extend(_blocks_of(table, self._limits))

    def blocks(self) -> list[Block]:
        """Return everything in order; tables that never ended end here."""
        while self._tables:
            self.close_table()
        self.end_paragraph()
        return [_on_one_line(block) if isinstance(block, Paragraph) else block for block in self._blocks]

    def _flow(self) -> list[Block]:
        """Where text goes: the innermost open cell, else the paper itself."""
        return next((table.cell.blocks for table in reversed(self._tables) if table.cell), self._blocks)

    def _taken(self) -> Paragraph | None:
        parts, place = self._text, self._place
        self._text, self._place = [], None
        text = tidy_text("".join(parts)) if place else ""
        return Paragraph(place, text) if text and place else None


def _blocks_of(table: _Table, limits: Limits) -> Iterator[Block]:
    """Yield a table as a grid, then the tables in its cells; a table that only lays out a page as what it holds."""
    inner = [block for block in table.inside if isinstance(block, Grid)]
    grid = replace(spread_grid(([cell.spanned() for cell in row] for row in table.rows), limits), caption=table.caption)
    if not _is_layout(table, grid, bool(inner)):
        yield from (found for found in [grid, *inner] if found.rows)
        return
    if table.caption:
        yield table.caption
    yield from table.inside


def _is_layout(table: _Table, grid: Grid, has_inner: bool) -> bool:
    """One column frames text; a table around tables that shows no figure itself lays out a page."""
    if all(len(row) <= 1 for row in table.rows):
        return True
    return has_inner and not any(has_figure(row.cells) for row in grid.rows)


def _on_one_line(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, text=paragraph.text.replace("\n", " "))
