"""A PDF as a whole: order, running heads, pictures, and what cannot be read."""

import io
import struct
import zlib

import pypdfium2
import pytest

from effektspor.core.document import Paragraph
from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.pdf.reading import SCANNED_PAGE, read_pdf
from effektspor.reports.pdf import render_pdf
from tests.papers import values
from tests.unit.reports.plans import report_000

from .drawing import pdf_of, tables_in


def texts(data):
    return [block.text for block in read_pdf("papir.pdf", data) if isinstance(block, Paragraph)]


def test_paragraphs_come_in_order_with_page_and_line():
    blocks = read_pdf("papir.pdf", pdf_of("Første afsnit.\n\nAndet afsnit.\n#pagebreak()\nTredje afsnit."))
    assert [(block.place.page, block.place.line, block.text) for block in blocks] == [
        (1, 1, "Første afsnit."),
        (1, 2, "Andet afsnit."),
        (2, 1, "Tredje afsnit."),
    ]


def test_our_own_paper_is_read_back_with_the_same_figures():
    report = report_000()
    (table,) = tables_in(render_pdf(report))
    assert [values(row) for row in table.rows] == [values(row) for row in report.table.rows]
    assert [row.label for row in table.rows] == [row.label for row in report.table.rows]
    assert table.unit == "mio. kr."


def test_a_broken_paragraph_is_one_and_a_soft_hyphen_goes():
    source = '#set page(width: 8cm)\n#set text(lang: "da", hyphenate: true)\n#set par(justify: true)\n'
    prose = "Socialforvaltningens omprioriteringsforslag omhandler servicelovens bestemmelser og ledsageordninger."
    assert texts(pdf_of(source + prose)) == [prose]


def test_running_heads_feet_and_page_numbers_are_left_out():
    page = "#set page(header: [Kommunens papir], footer: context [Side #counter(page).display() af 3])\n"
    assert texts(pdf_of(page + "Et.\n#pagebreak()\nTo.\n#pagebreak()\nTre.")) == ["Et.", "To.", "Tre."]


def test_a_landscape_page_that_is_turned_reads_the_same():
    data = pdf_of("#set page(flipped: true)\n#table(columns: 3, [Tiltag], [2024], [2025], [A], [1], [2])")
    assert [values(row) for row in tables_in(_turned(data))[0].rows] == [["1", "2"]]


def _turned(data):
    """Return a PDF whose page is stored upright and shown turned, as scanners and Word store landscape pages."""
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    width, height = page.get_size()
    for item in page.get_objects(max_depth=1):
        item.transform(pypdfium2.PdfMatrix(0, 1, -1, 0, height, 0))
    page.set_mediabox(0, 0, height, width)
    page.set_rotation(90)
    page.gen_content()
    return _saved(document)


def _saved(document):
    target = io.BytesIO()
    document.save(target)
    document.close()
    return target.getvalue()


def _chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\x00\x80"))
    + _chunk(b"IEND", b"")
)
PICTURE = f"#image(bytes(({', '.join(map(str, PNG))})), width: 100%, height: 100%)"


def test_a_page_that_is_a_picture_says_so():
    assert texts(pdf_of(f"Et.\n#pagebreak()\n{PICTURE}\n#pagebreak()\nTre.")) == ["Et.", SCANNED_PAGE, "Tre."]


@pytest.mark.parametrize("source", [PICTURE, f"{PICTURE}\n#pagebreak()\n{PICTURE}", f"#place[Bilag 2]{PICTURE}"])
def test_a_scanned_paper_says_what_to_do(source):
    with pytest.raises(UnreadableDocument, match=r"^papir\.pdf: Siderne er billeder.*OCR"):
        read_pdf("papir.pdf", pdf_of(source))


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n%%EOF", b"tekst", b""])
def test_what_is_no_pdf_says_so(data):
    with pytest.raises(UnreadableDocument, match="beskadiget eller ikke en PDF"):
        read_pdf("papir.pdf", data)


def test_a_paper_without_text_says_so():
    with pytest.raises(UnreadableDocument, match="ingen tekst"):
        read_pdf("papir.pdf", pdf_of("#rect()"))


def test_too_many_pages_say_so():
    document = pypdfium2.PdfDocument.new()
    for _ in range(1001):
        document.new_page(100, 100)
    with pytest.raises(UnreadableDocument, match=r"1001 sider; der læses højst 1\.000"):
        read_pdf("papir.pdf", _saved(document))


LOCKED = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj
3 0 obj <</Filter /Standard /V 1 /R 2 /P -4 /O <@@> /U <@@>>> endobj
trailer <</Root 1 0 R /Encrypt 3 0 R /ID [<00><00>]>>
""".replace(b"@@", b"41" * 32)


def test_a_locked_paper_says_what_to_do():
    with pytest.raises(UnreadableDocument, match="adgangskode"):
        read_pdf("papir.pdf", LOCKED)
