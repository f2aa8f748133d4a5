"""What a filled template's tables need: figures get the room they need, and a short table stays on one page."""

from collections.abc import Sequence

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tc
from docx.shared import Twips
from docx.table import Table, _Row

# A figure of 9 points is at most 108 twips wide; a cell has 140 of margin.
_TWIPS_A_FIGURE, _TWIPS_A_MARGIN = 108, 170
# A table of no more rows and letters than this is no higher than half a page.
_SHORT_ROWS, _SHORT_TEXT = 10, 1500
_NARROWEST_TEXT, _ROOMY_TEXT, _EMU_A_TWIP = 1700, 2600, 635


def fit_tables(document: Document) -> None:
    """Give each table that a loop over columns has made the width of the text, and keep the short ones whole."""
    section = document.sections[0]
    assert section.page_width and section.left_margin is not None and section.right_margin is not None
    room = (section.page_width - section.left_margin - section.right_margin) // _EMU_A_TWIP
    for table in document.tables:
        _in_schema_order(table)
        _keep_whole(table)
        widths = _widths(table)
        if widths != _grid(table) or abs(sum(widths) - room) > room // 50:
            _set_widths(table, _fitted(table, widths, room))


def _in_schema_order(table: Table) -> None:
    """The library puts the span of a cell before its width; Word's schema has it after."""
    for look in table._tbl.iter(qn("w:tcPr")):
        span, width = look.find(qn("w:gridSpan")), look.find(qn("w:tcW"))
        if span is not None and width is not None:
            width.addnext(span)


def _keep_whole(table: Table) -> None:
    """A short table stands on one page: each row keeps with the next."""
    letters = sum(len(text.text or "") for text in table._tbl.iter(qn("w:t")))
    if len(table.rows) > _SHORT_ROWS or letters > _SHORT_TEXT:
        return
    for row in table._tbl.tr_lst[:-1]:
        for paragraph in row.iter(qn("w:p")):
            paragraph.get_or_add_pPr().get_or_add_keepNext()


def _widths(table: Table) -> list[int]:
    """The widths the template gives the cells of its fullest row."""
    if not table.rows:
        return _grid(table)
    cells = max((list(row._tr.tc_lst) for row in table.rows), key=len)
    return [int(cell.width or 0) // _EMU_A_TWIP for cell in cells]


def _grid(table: Table) -> list[int]:
    """The widths of the columns as they stand: those of the cells, unless a loop has made more or fewer of them."""
    return [int(column.w or 0) // _EMU_A_TWIP for column in table._tbl.tblGrid.gridCol_lst]


def _fitted(table: Table, widths: Sequence[int], room: int) -> list[int]:
    """The widest column of the template takes what is left; where that is little, heads are broken between words.

    Columns that are all as wide share the room.
    """
    if len(set(widths)) == 1:
        return [room * (at + 1) // len(widths) - room * at // len(widths) for at in range(len(widths))]
    flexible = max(range(len(widths)), key=lambda at: widths[at])
    needed = [max(width, _needed(table, at, whole_heads=True)) for at, width in enumerate(widths)]
    if room - (sum(needed) - needed[flexible]) < _ROOMY_TEXT:
        needed = [max(width, _needed(table, at, whole_heads=False)) for at, width in enumerate(widths)]
    needed[flexible] = max(room - (sum(needed) - needed[flexible]), _NARROWEST_TEXT)
    whole = sum(needed)
    fitted = [width * room // whole for width in needed]
    fitted[flexible] += room - sum(fitted)
    return fitted


def _needed(table: Table, column: int, whole_heads: bool) -> int:
    """What a column of figures needs for its longest figure and its head; 0 for one of words."""
    cells = [row._tr.tc_lst[column] for row in table.rows if len(row._tr.tc_lst) > column]
    kept = [cell for cell in cells[1:] if _is_on_one_line(cell)]
    if not kept:
        return 0
    heads = [line if whole_heads else max(line.split() or [""], key=len) for line in _lines(cells[0])]
    longest = max(len(text) for text in (*heads, *(line for cell in kept for line in _lines(cell))))
    return longest * _TWIPS_A_FIGURE + _TWIPS_A_MARGIN


def _lines(cell: CT_Tc) -> list[str]:
    parts = ("\n" if part.tag == qn("w:br") else part.text or "" for part in cell.iter(qn("w:t"), qn("w:br")))
    return "".join(parts).split("\n")


def _is_on_one_line(cell: CT_Tc) -> bool:
    look = cell.tcPr
    return look is not None and look.find(qn("w:noWrap")) is not None


def _set_widths(table: Table, widths: Sequence[int]) -> None:
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Twips(width)
    for row in table.rows:
        _set_row(row, widths)


def _set_row(row: _Row, widths: Sequence[int]) -> None:
    at = 0
    for cell in row._tr.tc_lst:
        cell.width = Twips(sum(widths[at : at + cell.grid_span]))
        at += cell.grid_span
