"""How long reading and checking takes: a catalogue of 150 KB text, and a PDF of 100 pages."""

from __future__ import annotations

from statistics import median
from time import perf_counter

from benchmarks.audit.papers import make_paper
from benchmarks.audit.writers.formats import writer
from effektspor.app.documents import File, read_and_check

_RUNS = 5
_BYTES = 150_000
_PAGES = 100


def text_seconds() -> tuple[int, float]:
    """Return the bytes of a long paper of text, made of many papers after each other, and the median seconds."""
    parts: list[bytes] = []
    while sum(map(len, parts)) < _BYTES:
        parts.append(writer("txt-tab")(make_paper(len(parts) + 1)))
    data = b"\n\n".join(parts)
    return len(data), _median_seconds(File("langt-papir.txt", data))


def pdf_seconds() -> tuple[int, float]:
    """Return the pages of a long PDF and the median seconds."""
    data, pages = long_pdf()
    return pages, _median_seconds(File("langt-papir.pdf", data))


def long_pdf() -> tuple[bytes, int]:
    """Return a PDF of about a hundred pages: the pages of many papers, put together."""
    import pypdfium2

    whole = pypdfium2.PdfDocument.new()
    seed = 1
    while len(whole) < _PAGES:
        whole.import_pages(pypdfium2.PdfDocument(writer("pdf")(make_paper(seed))))
        seed += 1
    return _saved(whole), len(whole)


def _saved(document: object) -> bytes:
    from io import BytesIO

    buffer = BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def _median_seconds(file: File) -> float:
    return median(_seconds(file) for _ in range(_RUNS))


def _seconds(file: File) -> float:
    begun = perf_counter()
    read_and_check(file)
    return perf_counter() - begun
