"""Points of a list in Word: the bullet that Word draws is read, a number it counts is not taken for one."""

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from effektspor.ingest.reading import read_document

COUNTED, POINTS, NONE = 901, 902, 0
_NUMBERING = (
    (COUNTED, "decimal"),
    (POINTS, "bullet"),
)


def _word() -> "docx.document.Document":
    document = docx.Document()
    numbering = document.part.numbering_part.element
    first = numbering.find(f"{{{numbering.nsmap['w']}}}num")
    for list_id, kind in _NUMBERING:
        drawn = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{list_id}"><w:lvl w:ilvl="0"><w:numFmt w:val="{kind}"/>'
            "</w:lvl></w:abstractNum>"
        )
        first.addprevious(drawn)
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{list_id}"><w:abstractNumId w:val="{list_id}"/></w:num>')
        )
    return document


def _numbered(document: "docx.document.Document", text: str, list_id: int, style: str = "Normal") -> None:
    paragraph = document.add_paragraph(text, style)
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{list_id}"/></w:numPr>')
    )


def _read(document: "docx.document.Document") -> list[str]:
    data = io.BytesIO()
    document.save(data)
    return [block.text for block in read_document("papir.docx", data.getvalue()).paragraphs]


def test_a_point_has_its_bullet() -> None:
    document = _word()
    document.add_paragraph("Formålet er", "Normal")
    document.add_paragraph("færre døgn", "List Bullet")
    _numbered(document, "flere hjem", POINTS)
    assert _read(document) == ["Formålet er", "- færre døgn", "- flere hjem"]


@pytest.mark.parametrize("text", ["- færre døgn", "• færre døgn", "– færre døgn"])
def test_one_that_is_typed_is_not_doubled(text: str) -> None:
    document = _word()
    document.add_paragraph(text, "List Bullet")
    assert _read(document) == [text]


def test_a_number_is_no_bullet_and_neither_is_a_heading_or_a_point_turned_off() -> None:
    document = _word()
    _numbered(document, "Resumé", COUNTED)
    _numbered(document, "Økonomi", POINTS, "Heading 1")
    _numbered(document, "Ikke et punkt", NONE, "List Bullet")
    assert _read(document) == ["Resumé", "Økonomi", "Ikke et punkt"]


def test_an_empty_point_is_nothing() -> None:
    document = _word()
    document.add_paragraph("Tekst", "Normal")
    document.add_paragraph("", "List Bullet")
    document.add_paragraph("  ", "List Bullet")
    assert _read(document) == ["Tekst"]


def test_a_cell_is_left_as_it_is() -> None:
    document = _word()
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Tiltag", "2026", "Hjemtagelse", "100"), strict=True):
        cell.paragraphs[0].text = text
        cell.paragraphs[0].style = document.styles["List Bullet"]
    data = io.BytesIO()
    document.save(data)
    (read,) = read_document("papir.docx", data.getvalue()).tables
    assert [row.label for row in read.rows] == ["Hjemtagelse"]
