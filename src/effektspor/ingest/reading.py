"""The one way in: a file's name and bytes → a document."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePath

from effektspor.core.document import Document, Paragraph, Table
from effektspor.ingest.columns import read_table
from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.excel import read_excel
from effektspor.ingest.forms import split_form
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
    check_kind(name)
    check_size(name, len(data))
    return _as_document(name, _READERS[_suffix(name)](name, data))


def check_kind(name: str) -> None:
    """Raise UnreadableDocument when a file's name says that it is of a kind that is not read."""
    if _suffix(name) not in _READERS:
        reason, remedy = _OTHER_KINDS.get(_suffix(name), _UNKNOWN_KIND)
        raise UnreadableDocument(name, reason, remedy)


def check_size(name: str, size: int) -> None:
    """Raise UnreadableDocument when a file is larger than what is read, before its bytes are."""
    if size > MAX_BYTES:
        reason = f"Filen fylder {_megabytes(size)} MB; der læses højst {_megabytes(MAX_BYTES)} MB."
        raise UnreadableDocument(name, reason, "Del papiret i mindre filer.")


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()


def _read_text(name: str, data: bytes) -> Sequence[Paragraph | Grid]:
    return split_blocks(decode_lines(name, data))


def _as_document(name: str, blocks: Sequence[Paragraph | Grid]) -> Document:
    read: list[Paragraph | Table] = []
    count = 0
    for block in _without_forms(blocks):
        table = read_table(block, f"t{count + 1}") if isinstance(block, Grid) else None
        count += table is not None
        read.extend(_shown(block, table))
    return Document(name, tuple(read))


def _without_forms(blocks: Sequence[Paragraph | Grid]) -> Iterator[Paragraph | Grid]:
    """Yield the blocks in order, the fields of a form over a table as lines of text before it."""
    for block in blocks:
        fields, rest = split_form(block) if isinstance(block, Grid) else ((), block)
        yield from (*fields, rest)


def _shown(block: Paragraph | Grid, table: Table | None) -> list[Paragraph | Table]:
    """A grid without amounts (a form, a list) is kept as the text it is."""
    if table:
        return [table]
    if isinstance(block, Paragraph):
        return [block]
    return [Paragraph(row.place, " · ".join(cell for cell in row.cells if cell), row.cells) for row in block.rows]


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

_SAVE = "Gem papiret som {} eller PDF, og læg det op igen."
_SAVE_WORD = _SAVE.format("Word-dokument (.docx)")
_SAVE_EXCEL = _SAVE.format("Excel-projektmappe (.xlsx)")
# What people have instead of what is read: the endings, what is said of them, and what to do.
_OTHERS = (
    (".doc .dot", "Filen er i et gammelt format, som Word brugte før 2007.", _SAVE_WORD),
    (".xls .xlt", "Filen er i et gammelt format, som Excel brugte før 2007.", _SAVE_EXCEL),
    (".odt .ott .rtf .pages .wpd .docm .dotx", "Dokumenter af typen {} læses ikke.", _SAVE_WORD),
    (".ods .xlsm .xlsb .xltx .numbers .csv", "Regneark af typen {} læses ikke.", _SAVE_EXCEL),
    (".ppt .pptx .pps .ppsx .odp .key", "Præsentationer læses ikke.", "Gem den som PDF, og læg den op igen."),
    (".zip .7z .rar .tar .gz", "Pakkede filer læses ikke.", "Pak filen ud, og læg papirerne i den op hver for sig."),
    (
        ".png .jpg .jpeg .gif .bmp .tif .tiff .webp .heic .svg",
        "Filen er et billede, og billeder læses ikke.",
        "Bed om papiret som Word-dokument (.docx) eller PDF, og læg det op i stedet.",
    ),
    (".msg .eml", "Filen er en mail.", "Gem det papir, der er vedhæftet mailen, og læg det op i stedet."),
)
_OTHER_KINDS = {
    suffix: (reason.format(suffix), remedy) for suffixes, reason, remedy in _OTHERS for suffix in suffixes.split()
}
_UNKNOWN_KIND = ("Filtypen kan ikke læses.", f"Brug en af disse: {', '.join(READABLE_SUFFIXES)}.")
