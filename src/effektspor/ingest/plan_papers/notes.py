"""The text of a strategy note → its sections with indicators and dated follow-ups."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from effektspor.core.document import Document, Paragraph, Table
from effektspor.core.plans.strategy import DatedFollowUp, NoteSection
from effektspor.ingest.plan_papers.days import day_in
from effektspor.ingest.plan_papers.words import plain
from effektspor.ingest.titles import document_title

_DATED = re.compile(r"^\W*(?:dato|dateret)\s*[:·]\s*(.+)", re.IGNORECASE)
_CASE = re.compile(
    r"^\W*(?:sags?(?:id|nr|nummer)\.?|sag nr\.?|journal(?:nr|nummer)\.?|j\.?\s?nr\.?)\s*[:·]\s*(\S.*)", re.IGNORECASE
)
_INDICATOR = re.compile(r"^\W*indikator(?:er)?\s*[:·]\s*(.*)", re.IGNORECASE)
_FOLLOW_UP = re.compile(r"^\W*(?:opfølgning|status|statusopfølgning)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"^\d+(?:\.\d+)*\.?\s+(?=[A-ZÆØÅ])")
_REMARK = re.compile(r"^\W*(?:note|bemærk|kilde)\b[^:]{0,20}:", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-–•*]|\d+\)|[a-z]\))\s+")
_ITEM = re.compile(r"^\s*[-–•*]?\s*(?:\d+\)|[a-z]\))?\s*")
_ENDED = re.compile(r"[.!?]\W*$")
_VERB = re.compile(
    r"\b(?:er|var|har|havde|bliver|blev|kan|kunne|skal|skulle|vil|ville|må|giver|gav|gives|ventes|forventes|sker|ændrede"
    r"|arbejdes|viser|følger|gælder|findes)\b",
    re.IGNORECASE,
)
_LONGEST_HEADING, _LONGEST_SENTENCE_HEADING, _LONGEST_LABEL = 120, 60, 80


@dataclass(slots=True)
class _Open:
    """A section while its lines are gathered; the last of `follow_ups` takes the text, once there is one."""

    heading: str
    text: list[str] = field(default_factory=list)
    indicators: list[str] = field(default_factory=list)
    follow_ups: list[tuple[str, list[str]]] = field(default_factory=list)

    def say(self, text: str) -> None:
        (self.follow_ups[-1][1] if self.follow_ups else self.text).append(text)

    def closed(self) -> NoteSection:
        told = tuple(DatedFollowUp(label, "\n\n".join(lines), day_in(label)) for label, lines in self.follow_ups)
        return NoteSection(self.heading, "\n\n".join(self.text), tuple(self.indicators), told)


def written_on(document: Document) -> date | None:
    """Return the day a note says it was written: "Dato: 30. oktober 2016"."""
    return next((day for told in _fields(document, _DATED) if (day := day_in(told))), None)


def case_number(document: Document) -> str:
    """Return the number of its case, as printed; "" where it states none."""
    return next(_fields(document, _CASE), "")


def _fields(document: Document, pattern: re.Pattern[str]) -> Iterator[str]:
    return (match[1].strip() for each in document.paragraphs if (match := pattern.match(each.text)))


def sections_of(document: Document) -> tuple[NoteSection, ...]:
    """Return a note's sections in order; what stands before the first heading is under the heading ""."""
    title = plain(document_title(document))
    # A paper that marks headings marks them all.
    marked = any(each.text.startswith("#") for each in document.paragraphs)
    sections = [_Open("")]
    listing = False
    before: Paragraph | None = None
    for paragraph in _text(document):
        text = paragraph.text.strip()
        listing = _add_indicator(sections[-1], paragraph, before, listing=listing)
        before = paragraph
        if listing:
            continue
        if is_follow_up(text):
            sections[-1].follow_ups.append((text.strip(" :#*"), []))
        elif plain(text) == title:
            continue
        elif text.startswith("#") if marked else is_heading(text):
            sections.append(_Open(text.strip(" :#*")))
        else:
            sections[-1].say(text)
    return tuple(each.closed() for each in sections if each.heading or each.text or each.indicators or each.follow_ups)


def is_follow_up(text: str) -> bool:
    """Whether a line is the label of a follow-up and names its day or month; a sentence about one is none."""
    return bool(len(text) <= _LONGEST_LABEL and _FOLLOW_UP.match(text) and day_in(text) and not _VERB.search(text))


def _add_indicator(section: _Open, paragraph: Paragraph, before: Paragraph | None, *, listing: bool) -> bool:
    """Take a line as an indicator: what stands behind the word, the list under it, and lines right below it."""
    if match := _INDICATOR.match(paragraph.text):
        section.indicators += [match[1].strip()] if match[1].strip() else []
        return True
    if not listing or not (_BULLET.match(paragraph.text) or _is_next_line(before, paragraph)):
        return False
    section.indicators.append(_ITEM.sub("", paragraph.text).strip())
    return True


def _is_next_line(before: Paragraph | None, paragraph: Paragraph) -> bool:
    if before is None or before.place.line is None or paragraph.place.line is None:
        return False
    return paragraph.place.line == before.place.line + 1


def _text(document: Document) -> Iterator[Paragraph]:
    """Yield the lines that are a note's own: not its date and case, nor what belongs to a table."""
    of_tables = {plain(text) for table in document.tables for text in _texts(table)}
    for each in document.paragraphs:
        if plain(each.text) not in of_tables and not _DATED.match(each.text) and not _CASE.match(each.text):
            yield each


def _texts(table: Table) -> Iterable[str]:
    return (table.caption or "", *(note.text for note in table.footnotes))


def is_heading(text: str) -> bool:
    """Whether a line is a heading: marked as one, or short without an end; a short one with a full stop has no verb."""
    if text.startswith("#"):
        return True
    body = _NUMBERED.sub("", text)
    if _REMARK.match(text) or is_follow_up(text):
        return False
    if _BULLET.match(body) or len(text) > _LONGEST_HEADING or not body[:1].isupper() or "\n" in text:
        return False
    if not _ENDED.search(text):
        return True
    return len(text) <= _LONGEST_SENTENCE_HEADING and not _VERB.search(text) and not re.search(r"\d", body)
