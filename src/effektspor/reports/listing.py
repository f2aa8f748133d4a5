"""A plain list of texts and figures as CSV and as an Excel sheet, so that no text is ever run as a formula."""

import csv
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any

from xlsxwriter import Workbook

from effektspor.core.number import MINUS, Number

# What a spreadsheet would take for a formula when it opens a CSV file, tabulator and line break included.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
LONGEST_CELL = 32_767


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head, and its width in a sheet, in characters."""

    head: str
    width: int


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows of texts and figures, one a column. A figure is a number in a sheet, with the decimals it has in print."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str | Number, ...], ...]

    def __post_init__(self) -> None:
        assert all(len(row) == len(self.columns) for row in self.rows), "one cell per column in every row"


def render_csv(listing: Listing) -> bytes:
    """Return the list as Danish Excel opens it: semicolons, and UTF-8 that says so."""
    written = StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(column.head for column in listing.columns)
    writer.writerows([_written(cell) for cell in row] for row in listing.rows)
    return written.getvalue().encode("utf-8-sig")


def render_xlsx(listing: Listing) -> bytes:
    """Return the list as a sheet: its head stays in sight, its columns can be filtered, and no text is a formula."""
    written = BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet(listing.name)
        head = book.add_format({"bold": True, "bg_color": "#F5F5F5", "bottom": 1, "text_wrap": True})
        body = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        for place, column in enumerate(listing.columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(0, place, column.head, head)
        for number, row in enumerate(listing.rows, start=1):
            for place, cell in enumerate(row):
                if isinstance(cell, Number):
                    sheet.write_number(number, place, cell.value, _figures(book, cell.decimals))
                else:
                    sheet.write_string(number, place, cell[:LONGEST_CELL], body)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(listing.rows), len(listing.columns) - 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    return written.getvalue()


def _figures(book: Workbook, decimals: int) -> Any:
    """The format of a figure with so many decimals; Excel shows it with the separators of its own language."""
    return book.add_format({"valign": "top", "num_format": f"#,##0{'.' if decimals else ''}{'0' * decimals}"})


def _written(cell: str | Number) -> str:
    """A figure as Excel reads it in Danish: no dots between thousands, and the minus of the keyboard."""
    if isinstance(cell, Number):
        return cell.danish().replace(".", "").replace(MINUS, "-")
    return _harmless(cell)


def _harmless(text: str) -> str:
    """A quote in front makes a cell text, as a person would type it."""
    return f"'{text}" if text.startswith(_FORMULA) else text
