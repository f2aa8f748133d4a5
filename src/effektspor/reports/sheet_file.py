"""Sheets as Excel files: real numbers, sums as formulas, and nothing a user wrote is ever run as one."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from io import BytesIO
from itertools import groupby
from textwrap import wrap

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from effektspor.core.document import RowKind
from effektspor.core.number import Number
from effektspor.reports.listing import LONGEST_CELL
from effektspor.reports.sheet import At, Sheet, SheetRow, SheetSum, sum_holds

_FILL, _HAIR = "#F4F4F4", "#BFBFBF"
_FIGURE_ROOM, _NARROWEST = 3, 9
_LINE_HEIGHT, _HEADING_HEIGHT = 15, 24


def render_sheets(sheets: Sequence[Sheet], made_on: date) -> bytes:
    """Return sheets as xlsx for A4 landscape; the same sheets and day give the same bytes.

    A sum is a formula where it holds to the last digit, with its value for readers that do not calculate; a sum that
    is rounded apart from its rows is written as the figure it is printed as.
    """
    written = BytesIO()
    with Workbook(written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        created = datetime.combine(made_on, time())
        book.set_properties({"title": sheets[0].title[:255], "author": "Effektspor", "created": created})
        for sheet in sheets:
            _Writer(book, sheet).write()
    return written.getvalue()


class _Writer:
    def __init__(self, book: Workbook, sheet: Sheet) -> None:
        self._book, self._sheet = book, sheet
        self._page: Worksheet = book.add_worksheet(sheet.name)
        self._head = 1 + len(sheet.lines)
        self._formulas = {added.result: added for added in sheet.sums if sum_holds(sheet, added)}

    def write(self) -> None:
        self._write_lines()
        for column, each in enumerate(self._sheet.columns):
            self._page.set_column(column, column, each.width or self._figure_width(column))
            look: dict[str, object] = {"bold": True, "bottom": 2, "text_wrap": True, "valign": "bottom"}
            aligned = {"align": "right"} if each.has_figures else self._beside(column)
            self._text(self._head, column, each.head, look | aligned)
        for at, row in enumerate(self._sheet.rows):
            self._write_row(at, row)
        below = self._head + 2 + len(self._sheet.rows)
        for at, note in enumerate(self._sheet.notes):
            said = note if note.startswith("Note") else f"Note: {note}"
            self._text(below + at, 0, said, {"font_color": "#454545", "font_size": 9})
        self._set_up()

    def _write_lines(self) -> None:
        self._text(0, 0, self._sheet.title, {"bold": True, "font_size": 14})
        for at, line in enumerate(self._sheet.lines, start=1):
            self._text(at, 0, line, {"font_color": "#454545"})

    def _write_row(self, at: int, row: SheetRow) -> None:
        heading = row.kind is RowKind.HEADING
        self._page.set_row(self._head + 1 + at, _HEADING_HEIGHT if heading else self._height(row))
        for column, value in enumerate(row.values):
            look = _look_of(row.kind)
            if isinstance(value, Number):
                self._figure(at, column, value, look)
            else:
                wrapped = {"text_wrap": not heading, "valign": "bottom" if heading else "top", "num_format": "@"}
                self._text(self._head + 1 + at, column, value or "", look | wrapped | self._beside(column))

    def _height(self, row: SheetRow) -> int:
        """Room for the words that take most lines; a spreadsheet does not always make it itself."""
        words = zip(row.values, self._sheet.columns, strict=True)
        lines = [
            len(wrap(text, column.width * 12 // 10)) for text, column in words if isinstance(text, str) and column.width
        ]
        return _LINE_HEIGHT * max(1, *lines, 1)

    def _beside(self, column: int) -> dict[str, object]:
        """Words behind figures keep a distance to them."""
        columns = self._sheet.columns
        behind = column > 0 and columns[column - 1].has_figures and not columns[column].has_figures
        return {"align": "left", "indent": 1} if behind else {}

    def _figure(self, at: int, column: int, number: Number, look: dict[str, object]) -> None:
        signed = self._sheet.columns[column].signed
        style = self._format(look | {"num_format": number_format(number.decimals, signed), "valign": "top"})
        place = (self._head + 1 + at, column)
        # The writer's own type; the file holds the shortest decimal that is exactly the figure.
        value = float(number.value)
        if formula := self._formulas.get((at, column)):
            self._page.write_formula(*place, self._formula(formula), style, value)
        else:
            self._page.write_number(*place, value, style)

    def _formula(self, added: SheetSum) -> str:
        less = "".join(f"-{self._cell(at)}" for at in added.less)
        if len(added.parts) == 1:
            return f"={self._cell(added.parts[0])}{less}"
        return f"=SUM({','.join(self._ranges(added.parts))}){less}"

    def _ranges(self, parts: Sequence[At]) -> Iterator[str]:
        """Cells that follow one another down a column are one range."""
        for _, run in groupby(enumerate(sorted(parts, key=_down)), key=lambda each: (each[1][1], each[1][0] - each[0])):
            cells = [at for _, at in run]
            first, last = self._cell(cells[0]), self._cell(cells[-1])
            yield first if first == last else f"{first}:{last}"

    def _cell(self, at: At) -> str:
        return str(xl_rowcol_to_cell(self._head + 1 + at[0], at[1]))

    def _text(self, row: int, column: int, text: str, look: dict[str, object]) -> None:
        """Write words as words, whatever they begin with."""
        style = self._format(look)
        if text:
            self._page.write_string(row, column, text[:LONGEST_CELL], style)
        else:
            self._page.write_blank(row, column, None, style)

    def _format(self, look: dict[str, object]) -> Format:
        return self._book.add_format(look)

    def _figure_width(self, column: int) -> int:
        printed = [number.danish() for row in self._sheet.rows if isinstance(number := row.values[column], Number)]
        words = [line for line in self._sheet.columns[column].head.split() if line]
        return max(_NARROWEST, *(len(text) + _FIGURE_ROOM for text in (*printed, *words, "")))

    def _set_up(self) -> None:
        """The head stays in sight and stands on every page; the paper is A4, as many pages down as it takes."""
        page = self._page
        first_figure = next((at for at, column in enumerate(self._sheet.columns) if column.has_figures), 0)
        page.freeze_panes(self._head + 1, first_figure)
        page.repeat_rows(self._head)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.8)
        page.set_footer("&L&8&A&R&8Side &P af &N")
        page.hide_gridlines(2)


def number_format(decimals: int, signed: bool = False) -> str:
    """Return Excel's format of a figure with that many decimals; Danish Excel prints it as 1.234,5."""
    figure = f"#,##0{'.' + '0' * decimals if decimals else ''}"
    return f"+{figure};-{figure};{figure}" if signed else figure


def _down(at: At) -> At:
    return at[1], at[0]


def _look_of(kind: RowKind) -> dict[str, object]:
    look: dict[str, object] = {"bottom": 1, "bottom_color": _HAIR}
    if kind is RowKind.HEADING:
        return look | {"bold": True, "top": 1, "top_color": _HAIR}
    if kind in (RowKind.TOTAL, RowKind.NET):
        return {"bold": True, "bg_color": _FILL, "top": 1, "bottom": 6}
    return look | ({"bold": True, "bg_color": _FILL} if kind is RowKind.SUBTOTAL else {})
