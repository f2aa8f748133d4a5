"""The one way in: a file's name and bytes → a document."""

from collections.abc import Callable, Sequence
from pathlib import PurePath

from effektspor.core.document import Document, Paragraph, Table
from effektspor.ingest.columns import read_table
from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.excel import read_excel
from effektspor.ingest.grid import Grid
from effektspor.ingest.page import read_page
from effektspor.ingest.pdf.reading import read_pdf
from effektspor.ingest.text.blocks import split_blocks
from effektspor.ingest.text.decoding import decode_lines
from effektspor.ingest.word import read_word

MAX_BYTES = 20 * 1024 * 1024


def read_document(name: str, data: bytes) -> Document:
    """Return a paper as it reads: its paragraphs and its tables of amounts, in order.

    Raises UnreadableDocument when the file is empty, too large, of an unknown kind, or not what its name says.
    """
    check_size(name, len(data))
    reader = _READERS.get(PurePath(name).suffix.lower())
    if reader is None:
        kinds = ", ".join(READABLE_SUFFIXES)
        raise UnreadableDocument(name, "Filtypen kan ikke læses.", f"Brug en af disse: {kinds}.")
    return _as_document(name, reader(name, data))


def check_size(name: str, size: int) -> None:
    """Raise UnreadableDocument when a file is larger than what is read, before its bytes are."""
    if size > MAX_BYTES:
        reason = f"Filen fylder {_megabytes(size)} MB; der læses højst {_megabytes(MAX_BYTES)} MB."
        raise UnreadableDocument(name, reason, "Del papiret i mindre filer.")


def _read_text(name: str, data: bytes) -> Sequence[Paragraph | Grid]:
    return split_blocks(decode_lines(name, data))


def _as_document(name: str, blocks: Sequence[Paragraph | Grid]) -> Document:
    read: list[Paragraph | Table] = []
    count = 0
    for block in blocks:
        table = read_table(block, f"t{count + 1}") if isinstance(block, Grid) else None
        count += table is not None
        read.extend(_shown(block, table))
    return Document(name, tuple(read))


def _shown(block: Paragraph | Grid, table: Table | None) -> list[Paragraph | Table]:
    """A grid without amounts (a form, a list) is kept as the text it is."""
    if table:
        return [table]
    if isinstance(block, Paragraph):
        return [block]
    return [Paragraph(row.place, " · ".join(cell for cell in row.cells if cell)) for row in block.rows]


def _megabytes(size: int) -> int:
    return -(-size // (1024 * 1024))


_READERS: dict[str, Callable[[str, bytes], Sequence[Paragraph | Grid]]] = {
    ".txt": _read_text,
    ".md": _read_text,
    ".html": read_page,
    ".htm": read_page,
    ".docx": read_word,
    ".xlsx": read_excel,
    ".pdf": read_pdf,
}
READABLE_SUFFIXES = tuple(_READERS)
