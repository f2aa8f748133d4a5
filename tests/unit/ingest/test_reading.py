"""The one way in: a name and bytes → a document."""

import pytest

from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.reading import MAX_BYTES, READABLE_SUFFIXES, check_size, read_document
from tests.papers import read, values


def test_a_paper_is_its_paragraphs_and_tables_in_order():
    document = read("Indledning\n\nTilbud | 2024\nA | 1\n\nSlut")
    assert [type(block).__name__ for block in document.blocks] == ["Paragraph", "Table", "Paragraph"]


@pytest.mark.parametrize("name", ["a.txt", "A.TXT", "b.md", "mappe/c.txt"])
def test_reads_text_and_markdown(name):
    assert read_document(name, b"Hej\n").name == name


@pytest.mark.parametrize("name", ["a.exe", "a", ".txt", ""])
def test_an_unknown_kind_is_refused_with_the_kinds_that_are_read(name):
    with pytest.raises(UnreadableDocument, match=r"Filtypen kan ikke læses.*\.txt"):
        read_document(name, b"Hej")


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (
            "a.doc",
            r".*som Word brugte før 2007\. Gem papiret som Word-dokument \(\.docx\) eller PDF, og læg det op igen\.",
        ),
        ("a.XLS", r".*som Excel brugte før 2007\. Gem papiret som Excel-projektmappe \(\.xlsx\) eller PDF"),
        ("a.odt a.rtf", r"Dokumenter af typen \.(odt|rtf) læses ikke\. Gem papiret som Word-dokument"),
        ("a.ods a.csv", r"Regneark af typen \.(ods|csv) læses ikke\. Gem papiret som Excel-projektmappe"),
        ("a.pptx a.ppt", r"Præsentationer læses ikke\. Gem den som PDF, og læg den op igen\."),
        ("a.zip a.txt.zip", r"Pakkede filer læses ikke\. Pak filen ud"),
        ("a.png a.JPG a.jpeg a.tif", r"Filen er et billede, .* Word-dokument \(\.docx\) eller PDF"),
        ("a.msg", r"Filen er en mail\. Gem det papir, der er vedhæftet"),
    ],
)
def test_what_people_have_instead_is_refused_with_what_to_do(names, words):
    for name in names.split():
        with pytest.raises(UnreadableDocument, match=f"^{name}: {words}"):
            read_document(name, b"Hej")


def test_a_file_of_50_mb_is_refused_with_its_size():
    with pytest.raises(UnreadableDocument, match=r"^stor\.txt: Filen fylder 50 MB; der læses højst 20 MB\."):
        check_size("stor.txt", 50 * 1024 * 1024)


def test_the_largest_file_is_not_refused():
    check_size("stor.txt", MAX_BYTES)
    with pytest.raises(UnreadableDocument, match="21 MB"):
        read_document("stor.txt", b"a" * (MAX_BYTES + 1))


def test_a_cpr_number_in_a_file_name_is_not_repeated():
    with pytest.raises(UnreadableDocument) as refused:
        read_document("010190-1234.txt", b"")
    assert "010190" not in str(refused.value) and refused.value.name == "[cpr].txt"


@pytest.mark.parametrize("text", ["Navn | Adresse\nA | B", "Overskrift | Forslag\nUdvalg | Socialudvalget"])
def test_a_form_stays_text(text):
    document = read(text)
    assert document.tables == () and " · " in document.paragraphs[0].text


def test_lines_are_counted_from_one_whatever_ends_them():
    document = read_document("a.txt", b"Hej\r\n\r\nTilbud\t2024\r\nA\t1\r\n")
    table = document.tables[0]
    assert (table.place.line, table.rows[0].place.line, values(table.rows[0])) == (3, 4, ["1"])


def test_tables_are_numbered_in_order():
    document = read("A | 2024\nx | 1\n\nNavn | By\nB | C\n\nD | 2024\ny | 1")
    assert [table.id for table in document.tables] == ["t1", "t2"]


@pytest.mark.parametrize("suffix", READABLE_SUFFIXES)
def test_every_kind_that_is_named_has_a_reader_that_says_what_is_wrong(suffix):
    with pytest.raises(UnreadableDocument, match=f"a{suffix}: "):
        read_document(f"a{suffix}", b"\x00\x01")
