"""Bytes → lines."""

import codecs

import pytest

from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.text.decoding import decode_lines

TEXT = "Øget opfølgning – § 107\nÅrsværk"
LINES = TEXT.split("\n")


def decode(data):
    return decode_lines("papir.txt", data)


def test_utf8_is_the_ordinary_case():
    assert decode(TEXT.encode()) == LINES


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16", "utf-8"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_reads_what_danish_offices_write(encoding, ending):
    assert decode(TEXT.replace("\n", ending).encode(encoding)) == LINES


def test_utf16_of_either_end_carries_its_mark():
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")) == LINES


@pytest.mark.parametrize("data", [b"", b"  \n\t\r\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, b"\x0c\n"])
def test_an_empty_file_is_refused(data):
    with pytest.raises(UnreadableDocument, match=r"^papir\.txt: Filen er tom"):
        decode(data)


@pytest.mark.parametrize(
    "data, line",
    [
        (b"A\nB\x00C", 2),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 2),
        (b"PK\x03\x04", 1),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x01", 3),
        (b"A\r\nB\r\n\x81", 3),
        (codecs.BOM_UTF16_LE + b"A", 1),
        (codecs.BOM_UTF32_LE + "A".encode("utf-32-le"), 1),
    ],
)
def test_what_is_no_text_is_refused_with_the_line(data, line):
    with pytest.raises(UnreadableDocument, match=f"linje {line} har tegn"):
        decode(data)


def test_form_feed_and_tab_are_common_in_papers():
    assert decode(b"A\tB\x0c\nC") == ["A\tB\x0c", "C"]
