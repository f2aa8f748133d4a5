"""Table numbers: a caption that is read twice is one table's."""

from dataclasses import replace

from effektspor.core.audit.catalogue import audit_document
from effektspor.core.document import Document, Paragraph
from effektspor.core.finding import Place
from tests.papers import read

PAPER = "Tabel 1. Samlet økonomi\n\n1.000 kr. | 2027 | 2028\nFærre køb | -1 | -2\n"


def numbering_told(*blocks):
    return [found for found in audit_document(Document("papir", blocks))[1] if found.code == "TAB-015"]


def captioned(caption):
    (table,) = read(PAPER).tables
    return replace(table, caption=caption)


def test_a_caption_that_got_its_unit_with_the_table_is_the_line_above_it():
    line = Paragraph(Place(line=1), "Tabel 1. Samlet økonomi")
    assert numbering_told(line, captioned("Tabel 1. Samlet økonomi (1.000 kr.)")) == []


def test_another_table_of_the_same_number_is_told():
    line = Paragraph(Place(line=1), "Tabel 1. Samlet økonomi")
    (found,) = numbering_told(line, captioned("Tabel 1. Investeringer"))
    assert "Tabel 1 står 2 gange" in found.message
