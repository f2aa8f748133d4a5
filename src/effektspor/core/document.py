"""Documents and tables: what is read, checked, shown and printed is this one type.

Readers make them from files and reports make them from data, so that the same checks hold both.
"""

from dataclasses import dataclass
from enum import StrEnum

from effektspor.core.finding import Place
from effektspor.core.number import Number


class RowKind(StrEnum):
    """What a row is to the rows around it (CONTRACT, TABLE.rows.kind)."""

    ROW = "row"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    NET = "net"
    PART = "part"
    HEADING = "heading"

    @property
    def sums(self) -> bool:
        return self in (RowKind.SUBTOTAL, RowKind.TOTAL, RowKind.NET)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of an amount column: the text as printed and the numbers read from it.

    No number: empty, or not readable with certainty. Several: the cell stacks values, an empty part is None.
    """

    text: str = ""
    numbers: tuple[Number | None, ...] = ()

    @property
    def number(self) -> Number | None:
        """The one value, or the first of a stack; None where there is none."""
        return self.numbers[0] if self.numbers else None

    @property
    def unread(self) -> bool:
        """Whether something is printed that could not be read as a figure."""
        return not self.numbers and self.text.strip() not in ("", "-", "–", "−")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its label and its amounts; what is not an amount stands in fields of its own.

    `marks` are the footnote marks taken from its label: "*", "**", "1".
    """

    place: Place
    label: str
    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.ROW
    number: str | None = None
    category: str | None = None
    key_pct: str | None = None
    text: str | None = None
    marks: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return all(cell.number is None for cell in self.cells)


class RelationKind(StrEnum):
    SUM = "sum"
    DIFFERENCE = "difference"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Relation:
    """How a figure is explained by others; positions are (row, column), 0-based."""

    kind: RelationKind
    result: tuple[int, int]
    parts: tuple[tuple[int, int], ...]
    holds: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of text between the tables; `cells` are those of a row of a form or a list that has no amounts."""

    place: Place
    text: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table of amounts; every row has one cell per column. `footnotes` are the notes that belong to it."""

    id: str
    place: Place
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    caption: str | None = None
    unit: str | None = None
    price_level: str | None = None
    column_units: tuple[str | None, ...] = ()
    text_head: str | None = None
    footnotes: tuple[Paragraph, ...] = ()
    relations: tuple[Relation, ...] = ()

    def __post_init__(self) -> None:
        assert all(len(row.cells) == len(self.columns) for row in self.rows), "one cell per column in every row"
        assert len(self.column_units) in (0, len(self.columns)), "a unit per column, or none"

    def unit_of(self, column: int) -> str | None:
        """Return the unit of a column as the document states it: its own, else the table's."""
        return (self.column_units[column] if self.column_units else None) or self.unit


@dataclass(frozen=True, slots=True)
class Document:
    """A paper as it reads: paragraphs and tables in order. `name` is the file's."""

    name: str
    blocks: tuple[Paragraph | Table, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))
