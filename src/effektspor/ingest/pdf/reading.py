"""Digital PDF → paragraphs and grids, in the order they are read."""

from collections.abc import Iterator

from effektspor.core.document import Paragraph
from effektspor.core.finding import Place
from effektspor.ingest.captions import with_captions_and_notes
from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.grid import Grid
from effektspor.ingest.pdf.boxes import find_boxes
from effektspor.ingest.pdf.geometry import Page
from effektspor.ingest.pdf.lines import Line, page_lines
from effektspor.ingest.pdf.pages import read_pages
from effektspor.ingest.pdf.paragraphs import build_paragraphs
from effektspor.ingest.pdf.regions import Region, find_regions
from effektspor.ingest.pdf.running import without_running
from effektspor.ingest.pdf.tables import build_grid

SCANNED_PAGE = "Siden er et billede; hvad der står i billedet, er ikke læst."
# A scanned page may carry a stamp of a few words ("Punkt 5, bilag 2"); a picture of so much of it is the page.
_STAMP = 20
_WHOLE = 0.5


def read_pdf(name: str, data: bytes) -> list[Paragraph | Grid]:
    """Return the paragraphs and tables of a PDF in order, each with its page and its line on that page.

    Raises UnreadableDocument when the file is broken, locked with a password, too long, or pictures only.
    """
    pages = read_pages(name, data)
    if all(_is_scanned(page) or not page.words for page in pages):
        raise _without_text(name, pages)
    return _with_scanned_pages(with_captions_and_notes(list(_blocks(pages))), pages)


def _blocks(pages: list[Page]) -> Iterator[Paragraph | Grid]:
    lines = without_running([page_lines(page) for page in pages])
    across = {page.number: page.across for page in pages}
    boxes = {page.number: find_boxes(page) for page in pages}
    prose: list[Line] = []
    for found in find_regions([line for page in lines for line in page], boxes):
        if isinstance(found, Region):
            yield from build_paragraphs(prose)
            prose = []
            yield build_grid(found, across)
        else:
            prose.append(found)
    yield from build_paragraphs(prose)


def _with_scanned_pages(blocks: list[Paragraph | Grid], pages: list[Page]) -> list[Paragraph | Grid]:
    """Say of each page that is a picture that it is not read, where it would stand."""
    scanned = [Paragraph(Place(page=page.number, line=1), SCANNED_PAGE) for page in pages if _is_scanned(page)]
    return sorted([*scanned, *blocks], key=_page) if scanned else blocks


def _is_scanned(page: Page) -> bool:
    if not page.words:
        return page.picture_share > 0
    return page.picture_share >= _WHOLE and len(page.words) < _STAMP


def _page(block: Paragraph | Grid) -> int:
    place = block.place if isinstance(block, Paragraph) else block.rows[0].place
    return place.page or 0


def _without_text(name: str, pages: list[Page]) -> UnreadableDocument:
    if any(page.picture_share for page in pages):
        remedy = "Bed om papiret som Word eller som PDF gemt fra Word, eller kør det gennem tekstgenkendelse (OCR)."
        return UnreadableDocument(name, "Siderne er billeder, ikke tekst.", remedy)
    return UnreadableDocument(name, "Filen har ingen tekst at læse.", "Vælg en fil med indhold.")
