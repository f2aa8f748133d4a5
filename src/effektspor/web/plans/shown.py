"""A table of a page: shown, printed, and fetched as CSV or Excel from the same rows."""

from collections.abc import Iterable
from dataclasses import dataclass

from effektspor.core.number import Number
from effektspor.core.unit import Unit
from effektspor.reports.listing import Column, Listing

_LONGEST_SHEET = 31
_WIDE, _NARROW = 48, 16


@dataclass(frozen=True, slots=True)
class Head:
    """A column's head with its unit; a `wide` one leaves at half a screen, since it can be derived."""

    label: str
    unit: str = ""
    numeric: bool = True
    wide: bool = False


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell: its text, the figure it is, what it opens, a second line, and a mark of doubt."""

    text: str = ""
    number: Number | None = None
    link: str = ""
    under: str = ""
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row; the first cell is its head. `css` is its kind in the stylesheet: sub, sum, net or part."""

    cells: tuple[ShownCell, ...]
    css: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table as a page shows it; `id` names it in the address of its files."""

    id: str
    title: str
    caption: str
    heads: tuple[Head, ...]
    rows: tuple[ShownRow, ...]
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        assert all(len(row.cells) == len(self.heads) for row in self.rows), "one cell per head in every row"

    @property
    def body(self) -> list[tuple[ShownRow, list[tuple[Head, ShownCell]]]]:
        """The rows with each cell under its head, as a template takes them."""
        return [(row, list(zip(self.heads, row.cells, strict=True))) for row in self.rows]


EMPTY = ShownCell()


def text_cell(text: str, link: str = "", under: str = "") -> ShownCell:
    return ShownCell(text, link=link, under=under)


def amount_cell(ore: int | None, unit: Unit, decimals: int, *, plus: bool = False, under: str = "") -> ShownCell:
    """Return an amount as its paper prints it; nothing stated is an empty cell, with `plus` a rise is "+0,06"."""
    if ore is None:
        return EMPTY
    number = unit.to_number(ore, decimals)
    return ShownCell(f"{'+' if plus and number.digits > 0 else ''}{number.danish()}", number, under=under)


def number_cell(number: Number | None) -> ShownCell:
    return ShownCell(number.danish(), number) if number else EMPTY


def listing_of(table: ShownTable) -> Listing:
    """Return a table as the rows of a file: a second line of the first column gets a column of its own."""
    doubled = any(row.cells[0].under for row in table.rows)
    heads = [table.heads[0], *([Head("Bemærkning", numeric=False)] if doubled else []), *table.heads[1:]]
    columns = tuple(Column(_head(head), _NARROW if head.numeric else _WIDE) for head in heads)
    return Listing(_sheet_name(table.title), columns, tuple(tuple(_written(row, doubled)) for row in table.rows))


def _written(row: ShownRow, doubled: bool) -> Iterable[str | Number]:
    first, *rest = row.cells
    yield first.text
    if doubled:
        yield first.under
    for cell in rest:
        yield cell.number if cell.number is not None else cell.text


def _head(head: Head) -> str:
    return f"{head.label} ({head.unit})" if head.unit else head.label


def _sheet_name(title: str) -> str:
    """A sheet's name as Excel takes it: no brackets or slashes, and not too long."""
    return "".join(" " if letter in "[]:*?/\\'" else letter for letter in title)[:_LONGEST_SHEET].strip() or "Tabel"
