"""What a group of a catalogue is called: its table's caption without number, unit, price level and paper's title."""

import re

from effektspor.core.audit.cases import numbered_caption
from effektspor.core.document import Document, Paragraph
from effektspor.core.finding import Place
from effektspor.core.price_level import find_price_level_span
from effektspor.core.unit import find_unit_span

_BRACKET = re.compile(r"\s*\([^()]*\)")
_JOINT = re.compile(r"(?:[\s,;:.–(-]+|(?<=\s)i(?=\s|$)|\bbeløb\b)*$", re.IGNORECASE)
# A caption that names the list itself, and no group of it.
_LIST_WORD = (
    r"(?:\w*oversigt\w*|\w*katalog\w*|\w*forslag(?:et|ene)?|\w*effektiviseringer|\w*besparelser|liste\w*|tiltag)"
)
_LIST = re.compile(
    rf"(?:samlet\s+|alle\s+|\w+-\s+og\s+)?{_LIST_WORD}(?:[\s,/–-]+(?:{_LIST_WORD}|over|med|til|i|for|af|og|budget\w*|\d{{4}}))*",
    re.IGNORECASE,
)


def group_name(caption: str, document: Document | None = None) -> str:
    """Return "Voksne med handicap" of "Tabel 2. Voksne med handicap (1.000 kr., 2027-priser)"."""
    text = " ".join(caption.strip("#*_ ").split())
    numbered = numbered_caption(Paragraph(Place(), text))
    text = numbered.rest.strip() if numbered and numbered.rest.strip() else text
    text = _without_title(text, document)
    named = _cut(_BRACKET.sub(lambda match: "" if _stated(match[0]) else match[0], text))
    return named or text


def names_no_group(heading: str) -> bool:
    """Return whether a heading is of the list as a whole: "Oversigt over forslag", "Katalog 2027"."""
    return bool(_LIST.fullmatch(heading))


def _without_title(text: str, document: Document | None) -> str:
    """A workbook's sheet begins with the paper's title, and then the table's: "Sparekatalog 2027. Udsatte voksne"."""
    first = next((line.text.strip("#*_ ") for line in document.paragraphs), "") if document else ""
    return text[len(first) + 2 :] if first and text.startswith(f"{first}. ") and text[len(first) + 2 :] else text


def _cut(text: str) -> str:
    starts = [found[1] for found in (find_unit_span(text), find_price_level_span(text)) if found]
    return _JOINT.sub("", text[: min(starts)]) if starts else text


def _stated(bracket: str) -> bool:
    return find_unit_span(bracket) is not None or find_price_level_span(bracket) is not None
