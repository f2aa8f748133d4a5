"""The parts our Word templates are built of: lines, and tables that a loop fills."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.table import CT_Row, CT_Tc
from docx.shared import RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph
from tools.template_styles import HINT, ROOM, TEXT, style_id

HAIR = "BFBFBF"
_EMU_A_TWIP = 635
Border = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: what its head and its rows print, and its width in twips.

    With `each` it is one column for every item of a list in the head and of a list in the row. With `only_if` it is
    there only where that field says something. `under` is a field printed in grey under the head; `span` is the number
    of columns that a loop makes.
    """

    head: str
    value: str
    width: int
    under: str = ""
    figure: bool = False
    each: tuple[str, str] | None = None
    only_if: str = ""
    in_heading: bool = False
    span: str = ""


@dataclass(frozen=True, slots=True)
class RowLook:
    """A kind of row: the condition it stands under (the last has none), and how it looks.

    A `heading` prints its label alone; words `beside` the label span the columns of a loop.
    """

    condition: str
    bold: bool = False
    fill: str = ""
    above: Border | None = None
    below: Border = ("single", 4, HAIR)
    heading: bool = False
    beside: bool = False


def add_line(document: Document, text: str, style: str = "Normal") -> Paragraph:
    """Add a paragraph in one run, so that a field of it stays in one piece."""
    paragraph = document.add_paragraph(style=style)
    paragraph.add_run(text)
    return paragraph


def add_title(document: Document, name: str, value: str) -> None:
    """Add the title of the paper behind what it is the title of, which is lighter."""
    paragraph = document.add_paragraph(style="Title")
    before = paragraph.add_run(f"{name}: ")
    before.bold, before.font.color.rgb = False, RGBColor.from_string(HINT)
    paragraph.add_run(value)


def add_fact(document: Document, name: str, value: str) -> None:
    """Add a line with its name in bold: "Kort resumé: …"."""
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{name}: ").bold = True
    paragraph.add_run(value)


def add_tags(document: Document, *tags: str) -> None:
    """Add paragraphs that hold nothing but a tag, which disappear when the template is filled."""
    for tag in tags:
        add_line(document, f"{{%p {tag} %}}")


def add_marks(document: Document) -> None:
    """Add what a paper with an open error says of it."""
    add_tags(document, "for mark in marks")
    add_line(document, "{{ mark }}", "Forbehold")
    add_tags(document, "endfor")


def add_lines(document: Document, lines: str) -> None:
    """Add the lines of a text, those of a list with their bullets."""
    add_tags(document, f"for line in {lines}", "if line.bullet")
    add_line(document, "{{ line.text }}", "List Bullet")
    add_tags(document, "else")
    add_line(document, "{{ line.text }}")
    add_tags(document, "endif", "endfor")


def add_notes(document: Document, notes: str) -> None:
    add_tags(document, f"for note in {notes}")
    add_line(document, "{{ note }}", "Note")
    add_tags(document, "endfor")


def add_table(document: Document, columns: Sequence[Column], rows: str, looks: Sequence[RowLook], name: str) -> None:
    """Add a table whose rows are a loop over `rows`, with a row of the template for each kind; `name` describes it."""
    cells = sum(3 if column.each or column.only_if else 1 for column in columns)
    table = document.add_table(0, cells)
    _describe_table(table, name)
    _add_head(table, columns)
    _add_tag_row(table, f"for row in {rows}")
    for at, kind in enumerate(looks):
        if len(looks) > 1:
            _add_tag_row(table, f"{'elif' if at else 'if'} {kind.condition}" if kind.condition else "else")
        _add_row(table, columns, kind)
    if len(looks) > 1:
        _add_tag_row(table, "endif")
    _add_tag_row(table, "endfor")
    _set_grid(table, columns)


def _describe_table(table: Table, name: str) -> None:
    look = table._tbl.tblPr
    for child in list(look):
        look.remove(child)
    for part in (
        '<w:tblW %s w:type="pct" w:w="5000"/>',
        '<w:tblLayout %s w:type="fixed"/>',
        '<w:tblCellMar %s><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>',
        '<w:tblLook %s w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" '
        'w:noVBand="1"/>',
        f'<w:tblCaption %s w:val="{name}"/>',
    ):
        look.append(parse_xml(part % nsdecls("w")))


def _set_grid(table: Table, columns: Sequence[Column]) -> None:
    widths = [width for column in columns for width in _cell_widths(column)]
    for grid_column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        grid_column.w = width * _EMU_A_TWIP


def _cell_widths(column: Column) -> tuple[int, ...]:
    return (column.width,) * (3 if column.each or column.only_if else 1)


def _add_head(table: Table, columns: Sequence[Column]) -> None:
    row = _new_row(table, "cantSplit", "tblHeader")
    for column in columns:
        for text, is_tag in _with_tags(column, column.head, 0):
            cell = _new_cell(row, column)
            _set_look(cell, RowLook("", below=("single", 8, TEXT)), column, head=True)
            paragraph = _write(cell, text, column, bold=not is_tag)
            if column.under and not is_tag:
                _write_under(paragraph, column.under)


def _write_under(paragraph: Paragraph, field: str) -> None:
    """Write a line in grey under a head, where its field says something."""
    paragraph.add_run(f"{{%r if {field} %}}")
    paragraph.add_run().add_break()
    paragraph.add_run(f"{{{{ {field} }}}}").font.color.rgb = RGBColor.from_string(HINT)
    paragraph.add_run("{%r endif %}")


def _add_row(table: Table, columns: Sequence[Column], kind: RowLook) -> None:
    row = _new_row(table, "cantSplit")
    for column in columns:
        for text, is_tag in _row_cells(column, kind):
            cell = _new_cell(row, column)
            _set_look(cell, kind, column)
            paragraph = _write(cell, text, column, bold=kind.bold and not is_tag)
            if kind.beside:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
            if kind.heading:
                paragraph.paragraph_format.keep_with_next = True


def _row_cells(column: Column, kind: RowLook) -> Iterable[tuple[str, bool]]:
    if kind.beside and column.each:
        return [(f"{{% colspan {column.span} %}}{{{{ row.beside }}}}", False)]
    silent = kind.heading and not column.in_heading
    return _with_tags(column, "" if silent else column.value, 1)


def _with_tags(column: Column, text: str, at: int) -> Iterable[tuple[str, bool]]:
    """Yield the cells of a column: the tags of a loop and of a condition stand in cells of their own."""
    if column.each:
        yield f"{{%tc for {'column' if at == 0 else 'cell'} in {column.each[at]} %}}", True
    elif column.only_if:
        yield f"{{%tc if {column.only_if} %}}", True
    yield text, False
    if column.each or column.only_if:
        yield f"{{%tc {'endfor' if column.each else 'endif'} %}}", True


def _add_tag_row(table: Table, tag: str) -> None:
    cells = len(table._tbl.tblGrid.gridCol_lst)
    row = _new_row(table)
    cell = _new_cell(row, Column("", "", ROOM))
    cell.tcPr.get_or_add_gridSpan().val = cells
    _write(cell, f"{{%tr {tag} %}}", Column("", "", ROOM), bold=False)


def _new_row(table: Table, *marks: str) -> CT_Row:
    row = table._tbl.add_tr()
    look = row.get_or_add_trPr()
    for mark in marks:
        look.append(OxmlElement(f"w:{mark}"))
    return row


def _new_cell(row: CT_Row, column: Column) -> CT_Tc:
    cell = CT_Tc.new()
    row.append(cell)
    cell.width = column.width * _EMU_A_TWIP
    return cell


def _set_look(cell: CT_Tc, kind: RowLook, column: Column, *, head: bool = False) -> None:
    look = cell.get_or_add_tcPr()
    sides = (("top", kind.above), ("bottom", kind.below))
    borders = "".join(
        f'<w:{side} w:val="{line[0]}" w:sz="{line[1]}" w:space="0" w:color="{line[2]}"/>'
        for side, line in sides
        if line
    )
    look.append(parse_xml(f"<w:tcBorders {nsdecls('w')}>{borders}</w:tcBorders>"))
    if kind.fill:
        look.append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{kind.fill}"/>'))
    if column.figure and not kind.beside and not head:
        look.append(OxmlElement("w:noWrap"))
    if head:
        look.append(parse_xml(f'<w:vAlign {nsdecls("w")} w:val="bottom"/>'))


def _write(cell: CT_Tc, text: str, column: Column, *, bold: bool) -> Paragraph:
    paragraph = Paragraph(cell.p_lst[0], None)
    look = paragraph._p.get_or_add_pPr()
    look.style = style_id("Tabeltal" if column.figure else "Tabeltekst")
    run = paragraph.add_run(text)
    if bold:
        run.bold = True
    return paragraph
