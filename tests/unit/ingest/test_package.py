"""Office files that are locked, old, broken or made to do harm: one Danish sentence, and quickly."""

import io
import zipfile

import pytest
from docx import Document
from openpyxl import Workbook

from effektspor.ingest import package
from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.excel import read_excel
from effektspor.ingest.word import read_word

from .archives import archive_of, with_part_changed
from .formats import saved, texts

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
WORD, EXCEL = saved(Document()), saved(Workbook())
READERS = [("papir.docx", read_word, WORD), ("ark.xlsx", read_excel, EXCEL)]
BOTH = pytest.mark.parametrize("name, read, file", READERS, ids=["word", "excel"])


def refused(read, name, data):
    with pytest.raises(UnreadableDocument) as error:
        read(name, data)
    assert str(error.value).startswith(f"{name}: Filen ") and "\n" not in str(error.value)
    return str(error.value)


@BOTH
def test_an_old_file_says_how_it_is_saved_anew(name, read, file):
    assert f"gem den som {name[-5:]}." in refused(read, name, OLE)


@BOTH
def test_a_locked_file_says_so(name, read, file):
    assert "adgangskode" in refused(read, name, OLE + "EncryptedPackage".encode("utf-16-le"))


@BOTH
@pytest.mark.parametrize("data", [b"", b"  "])
def test_an_empty_file_says_so(name, read, file, data):
    assert "tom" in refused(read, name, data)


@BOTH
def test_a_file_that_is_no_archive_or_half_of_one_is_broken(name, read, file):
    for data in (b"Hej", b"PK\x03\x04", file[: len(file) // 2]):
        assert "beskadiget" in refused(read, name, data)


@BOTH
def test_another_kind_of_file_is_named(name, read, file):
    other = EXCEL if file is WORD else WORD
    for data in (other, archive_of({"a.txt": "Hej"}), archive_of({})):
        assert "Filen er ikke e" in refused(read, name, data)


@BOTH
@pytest.mark.parametrize(
    "parts",
    [
        {"[Content_Types].xml": bytes(60_000_000)},
        {f"{at}.xml": "" for at in range(10_001)},
        {"word/document.xml": "<a>" * 3_000_001, "xl/workbook.xml": "<a>" * 3_000_001},
    ],
    ids=["packed", "parts", "tags"],
)
def test_a_file_that_unpacks_to_too_much_is_refused(name, read, file, parts):
    assert " for m" in refused(read, name, archive_of(parts))


def test_a_size_that_is_a_lie_is_broken():
    data = bytearray(archive_of({"word/document.xml": "<a/>" * 1000}))
    at = data.rindex(b"PK\x01\x02") + 24
    data[at : at + 4] = (10).to_bytes(4, "little")
    refused(read_word, "papir.docx", bytes(data))


def test_only_the_two_methods_office_uses_are_unpacked():
    assert "beskadiget" in refused(read_word, "p.docx", archive_of({"word/document.xml": "<a/>"}, zipfile.ZIP_LZMA))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_part_with_entities_is_refused(encoding):
    part = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    data = with_part_changed(WORD, "word/document.xml", lambda _: part.encode(encoding))
    assert "beskadiget" in refused(read_word, "papir.docx", data)


def test_a_broken_part_is_refused():
    data = with_part_changed(WORD, "word/styles.xml", lambda xml: xml[:200])
    assert "beskadiget" in refused(read_word, "papir.docx", data)


def test_links_out_of_the_file_are_not_followed():
    def out(xml):
        return xml.replace(b'Target="styles.xml"', b'Target="file:///etc/passwd" TargetMode="External"')

    assert read_word("papir.docx", with_part_changed(WORD, "word/_rels/document.xml.rels", out)) == []


def test_a_part_may_stand_where_another_program_puts_it():
    document = Document()
    document.add_paragraph("Hej")
    moved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(document))) as source, zipfile.ZipFile(moved, "w") as target:
        for name in source.namelist():
            content = source.read(name).replace(b"word/document.xml", b"/Papir/Tekst.xml")
            target.writestr(name.replace("word/document.xml", "papir\\tekst.xml"), content)
    assert texts(read_word("papir.docx", moved.getvalue())) == ["Hej"]


def test_a_part_too_large_to_take_apart_is_refused(monkeypatch):
    monkeypatch.setattr(package, "_LARGEST_PART", 100)
    assert "for meget" in refused(read_word, "papir.docx", WORD)
