"""The parts a case's document is put together of: lines and tables that know which field of the case they print."""

from collections.abc import Sequence
from dataclasses import dataclass

from effektspor.core.document import Cell, Row, RowKind, Table
from effektspor.core.finding import Place


@dataclass(frozen=True, slots=True)
class TextPart:
    """A line of text; `field` is the case's field it prints ("sections.2"), "" where it is only a heading.

    `cells` are those of a row of a table without amounts.
    """

    text: str
    field: str = ""
    cells: tuple[str, ...] = ()


def cells_part(cells: tuple[str, ...], field: str = "") -> TextPart:
    """Return a row of a table without amounts, such as a success criterion, as readers give it."""
    return TextPart("\t".join(cells), field, cells)


@dataclass(frozen=True, slots=True)
class RowPart:
    """A row of a table; `field` is the line of the case it prints ("lines.0"), "" for a sum or a heading."""

    label: str
    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.ROW
    field: str = ""
    category: str | None = None
    key_pct: str | None = None
    text: str | None = None

    def row(self, place: Place) -> Row:
        return Row(place, self.label, self.cells, self.kind, None, self.category, self.key_pct, self.text)


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table before it has its number and place; a caption gets its number when the parts are put together."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[RowPart, ...]
    unit: str | None = None
    price_level: str | None = None
    column_units: tuple[str | None, ...] = ()
    notes: tuple[str, ...] = ()

    def table(self, number: int) -> Table:
        return Table(
            id=f"t{number}",
            place=Place(table=number),
            columns=self.columns,
            rows=tuple(each.row(Place(table=number, row=at)) for at, each in enumerate(self.rows, start=1)),
            caption=f"Tabel {number}. {self.caption}",
            unit=self.unit,
            price_level=self.price_level,
            column_units=self.column_units,
        )


Part = TextPart | TablePart


def heading_row(label: str, columns: Sequence[object]) -> RowPart:
    """Return a row that titles those below it."""
    return RowPart(label, (Cell(),) * len(columns), RowKind.HEADING)
