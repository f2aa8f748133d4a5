"""The one way in: a file's name and bytes → a document."""

from collections.abc import Callable
from pathlib import PurePath

from effektspor.core.document import Document, Paragraph, Table
from effektspor.ingest.columns import read_table
from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.grid import Grid, clean_text
from effektspor.ingest.text.blocks import split_blocks
from effektspor.ingest.text.decoding import decode_lines

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
    return reader(name, data)


def check_size(name: str, size: int) -> None:
    """Raise UnreadableDocument when a file is larger than what is read, before its bytes are."""
    if size > MAX_BYTES:
        reason = f"Filen fylder {_megabytes(size)} MB; der læses højst {_megabytes(MAX_BYTES)} MB."
        raise UnreadableDocument(name, reason, "Del papiret i mindre filer.")


def _read_text(name: str, data: bytes) -> Document:
    blocks: list[Paragraph | Table] = []
    count = 0
    for block in split_blocks(decode_lines(name, data)):
        table = read_table(block, f"t{count + 1}") if isinstance(block, Grid) else None
        count += table is not None
        blocks.extend(_shown(block, table))
    return Document(name, tuple(blocks))


def _shown(block: Paragraph | Grid, table: Table | None) -> list[Paragraph | Table]:
    """A grid without amounts (a form, a list) is kept as the text it is."""
    if table:
        return [table]
    if isinstance(block, Paragraph):
        return [Paragraph(block.place, clean_text(block.text))]
    return [Paragraph(row.place, " · ".join(cell for cell in row.cells if cell)) for row in block.rows]


def _megabytes(size: int) -> int:
    return -(-size // (1024 * 1024))


_READERS: dict[str, Callable[[str, bytes], Document]] = {".txt": _read_text, ".md": _read_text}
READABLE_SUFFIXES = tuple(_READERS)
