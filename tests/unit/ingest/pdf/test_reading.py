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


def test_a_number_in_a_running_head_may_be_that_of_the_page():
    page = "#set page(header: [Bilag 1: Kommunens papir])\n"
    assert texts(pdf_of(page + "Et.\n#pagebreak()\nTo.")) == ["Et.", "To."]


def test_a_unit_under_a_table_belongs_to_the_next():
    one = "#table(columns: (5cm, auto, auto), stroke: none, [], [2024], [2025], [Botilbud], [1.200], [1.300])"
    first, second = tables_in(pdf_of(f"{one}\nBeløb i 1.000 kr.\n{one}"))
    assert (first.rows[-1].label, second.unit) == ("Botilbud", "1.000 kr.")


def test_a_form_over_a_table_is_none_of_its_head():
    form = "[Udvalg], [], [Socialudvalget], [], [Udgiftstype], [], [Service], [],"
    rows = "[], [2024 i kr.], [2025 i kr.], [2026 i kr.], [Botilbud], [1.200], [1.300], [1.400]"
    (table,) = tables_in(pdf_of(f"#table(columns: (4cm, 3cm, 3cm, 3cm), stroke: none, {form} {rows})"))
    assert table.columns == ("2024", "2025", "2026")


def test_a_sheet_printed_with_its_grid_has_titles_and_notes_around_its_tables():
    title, rows = (
        "table.cell(colspan: 3)[Budget], table.cell(colspan: 3)[Tabel 1. Drift],",
        "[A], [1], [2], [B], [3], [4],",
    )
    note, second = "table.cell(colspan: 3)[Note: Netto.],", "table.cell(colspan: 3)[Tabel 2. Anlæg],"
    head = "[], [2024], [2025],"
    source = f"#table(columns: (5cm, 3cm, 3cm), {title} {head} {rows} {note} {second} {head} {rows})"
    tables = tables_in(pdf_of(source))
    assert [table.caption for table in tables] == ["Tabel 1. Drift", "Tabel 2. Anlæg"]
    assert [[row.label for row in table.rows] for table in tables] == [["A", "B"], ["A", "B"]]


def test_a_sheet_printed_with_its_grid_may_have_prose_between_its_tables():
    rows, prose = "[A], [1], [2], [B], [3], [4],", "table.cell(colspan: 3)[Der følges op i maj.],"
    head = "[Tiltag], [2024 i kr.], [2025 i kr.],"
    tables = tables_in(pdf_of(f"#table(columns: (5cm, 3cm, 3cm), {head} {rows} {prose} {head} {rows})"))
    assert [[row.label for row in table.rows] for table in tables] == [["A", "B"], ["A", "B"]]


def test_names_at_the_top_of_a_page_begin_the_next_table():
    def table(names, rows):
        return f"#table(columns: (5cm, 4cm, 4cm), stroke: none, {names} {rows})"

    first = table("[], [2024], [2025],", "[A], [1.000], [2.000], [B], [3.000], [4.000]")
    second = table("[Tiltag], [Regnskab 2023], [Budget 2024],", "[C], [5.000], [6.000]")
    tables = tables_in(pdf_of(f"{first}\n#pagebreak()\n{second}"))
    assert [table.columns for table in tables] == [("2024", "2025"), ("Regnskab 2023", "Budget 2024")]
