"""Where each proposal of a paper begins and ends, what it is called, and the heading it stands under."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from effektspor.core.audit.cases import Block, Case, all_cases_of
from effektspor.core.audit.codes import PRINTED_CODE
from effektspor.core.document import Document, Paragraph, Table
from effektspor.core.finding import Place
from effektspor.ingest.proposals.catalogue_tables import catalogue_tables, listed_code
from effektspor.ingest.proposals.codes import PRINTED, plain_code
from effektspor.ingest.proposals.headings import is_known_heading, looks_like_heading, plain

_LABEL_WORDS = r"(?:revidere[td]|erstatningsforslag|nyt? (?:forslag|udgave)|opdateret|trukket|udgået|eftersendes)"
_LABEL = re.compile(rf"\[(?P<bracket>[^\[\]]{{2,40}})\]|\b(?P<word>{_LABEL_WORDS})\b", re.IGNORECASE)
_BRACKET = re.compile(r"\[[^\[\]]{2,40}\]")
_CODE_FIRST = re.compile(rf"^\W*(?P<code>{PRINTED_CODE})\s*[:·–-]?\s*")
_REPLACED = re.compile(r"erstatningsforslag (?:for|til)\s+(?P<code>[A-ZÆØÅ]{1,4}[- ]?\d{1,4}[a-z]?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Span:
    """A proposal's blocks with what its title line says; `above` is the heading it stands under, "" for none."""

    code: str
    title: str
    revision: str
    above: str
    blocks: tuple[Block, ...]

    @property
    def place(self) -> Place:
        return self.blocks[0].place if self.blocks else Place()

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def lines(self) -> tuple[Paragraph, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks after the line with its title, where that is the first."""
        first = self.blocks[0] if self.blocks else None
        led = isinstance(first, Paragraph) and bool(self.title) and plain(first.text).endswith(self.title)
        return self.blocks[1:] if led else self.blocks

    @property
    def danish(self) -> str:
        """What messages call it."""
        return f"forslag {self.code}" if self.code.isdigit() else self.code or f"»{self.title}«"


def spans_of(document: Document) -> tuple[Span, ...]:
    """Return the proposals of a paper in order; a heading over several of them ends the proposal before it."""
    cases = [case for case in all_cases_of(document) if case.title]
    listing = catalogue_tables(document)
    codes = {plain_code(code): code for _, table in listing for row in table.rows if (code := listed_code(row))}
    return tuple(_listed_as(codes, span) for span in _spans(document, cases, [heading for heading, _ in listing]))


def _listed_as(codes: dict[str, str], span: Span) -> Span:
    """Return a proposal with its code as it is printed: where its own lines do not, as the catalogue does."""
    own = any(span.code in line.text for line in span.lines[:_FIRST_LINES])
    return span if own or not span.code else replace(span, code=codes.get(plain_code(span.code), span.code))


def case_tables(document: Document) -> dict[str, tuple[str, ...]]:
    """Return the ids of the tables in which each code is told, in order."""
    found: dict[str, tuple[str, ...]] = {}
    for span in spans_of(document):
        found[span.code] = found.get(span.code, ()) + tuple(table.id for table in span.tables)
    return found


def _spans(document: Document, cases: list[Case], captions: list[str]) -> Iterator[Span]:
    before = dict(zip(map(id, document.blocks[1:]), document.blocks, strict=False))
    # A paper's first line is its own title, whatever follows it.
    before.pop(id(document.blocks[1]) if len(document.blocks) > 1 else 0, None)
    headings = {id(line): text for case in cases if (line := before.get(id(case.blocks[0])))
                if (text := _section_heading(line, captions))}  # fmt: skip
    above = ""
    for case in cases:
        above = headings.get(id(before.get(id(case.blocks[0]))), above)
        blocks = tuple(block for block in case.blocks if id(block) not in headings)
        yield _span(case, above, blocks)


def _span(case: Case, above: str, blocks: tuple[Block, ...]) -> Span:
    printed = plain(case.title or "")
    replaced = _REPLACED.search(printed)
    code = replaced["code"] if replaced else _printed(case.code or "", printed, blocks)
    revision = revision_in(printed)
    title = (_BRACKET if replaced else _LABEL).sub("", printed).strip(" –-")
    led = _CODE_FIRST.match(title)
    named = title[led.end() :] if led and led["code"] == code else title
    return Span(code, named.strip(" –-:") or printed, revision, above, blocks)


def _printed(code: str, title: str, blocks: tuple[Block, ...]) -> str:
    """Return a code as the lines where the proposal begins print it: "E12" is "E-12" in "Businesscase E-12"."""
    lines = [title, *(block.text for block in blocks[:_FIRST_LINES] if isinstance(block, Paragraph))]
    found = (match[0] for line in lines for match in PRINTED.finditer(line) if plain_code(match[0]) == plain_code(code))
    return next(found, code) if code[:1].isalpha() else code


def revision_in(text: str) -> str:
    """Return the label of a revision that a title or a number carries: "HA07b – [REVIDERET]" → "REVIDERET"."""
    match = _LABEL.search(text)
    label = (match["bracket"] or match["word"]) if match else ""
    return re.sub(r"(?<=\w)- (?=\w)", "", label).strip().upper()


def _section_heading(block: Block, captions: list[str]) -> str:
    """Return the heading over the proposals that follow: the name of a group, or what looks like one in any paper."""
    if not isinstance(block, Paragraph) or not looks_like_heading(block.text) or sum(map(bool, block.cells)) > 1:
        return ""
    text = plain(block.text)
    if any(same_group(text, caption) for caption in captions):
        return text
    marked = block.text.lstrip().startswith("#")
    return text if marked and not is_known_heading(text) else ""


def same_group(first: str, second: str) -> bool:
    """Return whether two headings name one group: "Hjemmeplejen" and "Hjemmepleje", or one is the other's beginning."""
    a, b = (re.sub(r"[^\wæøå]+", " ", text.casefold()).strip() for text in (first, second))
    shorter, longer = sorted((a, b), key=len)
    return len(shorter) >= _LEAST_LETTERS and longer.startswith(shorter)


_LEAST_LETTERS, _FIRST_LINES = 5, 4
