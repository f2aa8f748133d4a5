"""A made paper: blocks in order, figures as printed, and the relations that tie the figures together.

Figures are exact øre while a table is built (builder.py); here they are what is printed: decimals of the table's
own unit, each rounded on its own, so that a clean paper has the rounding differences of a real one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from benchmarks.audit.figures import Style, Unit

Figure = Decimal | None


class Pos(NamedTuple):
    """Where a figure stands: table (in the paper's order), row and column, all 0-based."""

    table: int
    row: int
    col: int


@dataclass(frozen=True)
class Relation:
    """result = sum of coefficient x term; `kind` says what sort of sum. Twins are one term with coefficient 1."""

    kind: str  # sum | row_total | difference | accumulated | flow | carried | twin
    result: Pos
    terms: tuple[tuple[int, Pos], ...]

    @property
    def cells(self) -> tuple[Pos, ...]:
        return (self.result, *(pos for _, pos in self.terms))

    def placed(self, table: int) -> Relation:
        """Return a table's own relation with the table's place in the paper."""
        terms = tuple((k, pos._replace(table=table)) for k, pos in self.terms)
        return Relation(self.kind, self.result._replace(table=table), terms)


@dataclass
class Column:
    """An amount column. role: amount, total, difference, accumulated, pct, count, price."""

    head: str
    role: str = "amount"
    group: str = ""
    year: int | None = None
    decimals: int | None = None

    @property
    def name(self) -> str:
        """The head with its group before it, as one reads it."""
        return f"{self.group} {self.head}".strip()


@dataclass
class Row:
    """A row of a table; `figures` has one entry per column. `second`: the lower values of stacked cells."""

    label: str
    figures: list[Figure]
    kind: str = "row"
    number: str = ""
    category: str = ""
    key: str = ""
    text: str = ""
    label_mark: str = ""
    figure_marks: dict[int, str] = field(default_factory=dict)
    second: list[Figure] | None = None

    @property
    def has_figures(self) -> bool:
        return any(figure is not None for figure in self.figures)


@dataclass
class Layout:
    """How a table is set: where the unit stands and what the writers may vary."""

    unit_at: str = "corner"  # corner | span | column | caption | above | none
    unit_phrase: str = "{unit} {level}"
    title_row: bool = False
    page_break: int | None = None
    repeat_head: bool = False
    split_label: int | None = None
    ruled: bool = True
    bold_totals: bool = True
    tags: bool = False


@dataclass
class Table:
    """A table of amounts. `leads`: heads of number, label, category and key columns, those that are there."""

    kind: str
    columns: list[Column]
    rows: list[Row]
    style: Style
    label_head: str = ""
    number_head: str | None = None
    category_head: str | None = None
    key_head: str | None = None
    text_head: str | None = None
    number: int | None = None
    title: str | None = None
    price_level: str = ""
    layout: Layout = field(default_factory=Layout)

    @property
    def unit(self) -> Unit:
        return self.style.unit

    def figure(self, row: int, col: int) -> Figure:
        return self.rows[row].figures[col]


@dataclass
class Sentence:
    """A line of text. `slots` fill {0}, {1} ... in `text`; `about` is the table it speaks of; `role` how.

    role: text, heading, note (under a table), net_note (net, gross, investment), fact (a table's figure in prose).
    """

    text: str
    role: str = "text"
    slots: list[Decimal] = field(default_factory=list)
    about: int | None = None
    cells: tuple[Pos, ...] = ()

    def printed(self, style: Style) -> str:
        return self.text.format(*(style.print(slot, prose=True) for slot in self.slots))


@dataclass
class TextTable:
    """A table without amounts: success criteria, who answers for what."""

    rows: list[list[str]]


Block = Sentence | Table | TextTable


@dataclass
class Paper:
    """A paper: its blocks, the relations between its figures, and how its text version is written."""

    seed: int
    kind: str
    title: str
    style: Style
    blocks: list[Block] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    text_variant: str = "tab"

    @property
    def tables(self) -> list[Table]:
        return [block for block in self.blocks if isinstance(block, Table)]

    @property
    def sentences(self) -> list[Sentence]:
        return [block for block in self.blocks if isinstance(block, Sentence)]

    def at(self, pos: Pos) -> Figure:
        return self.tables[pos.table].figure(pos.row, pos.col)

    def positions(self) -> Iterator[Pos]:
        """Yield where the paper prints a figure."""
        for number, table in enumerate(self.tables):
            for row_number, row in enumerate(table.rows):
                for col, figure in enumerate(row.figures):
                    if figure is not None:
                        yield Pos(number, row_number, col)
