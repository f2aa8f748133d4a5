"""A proposal's text as its template orders it: the fields at its head, and what stands under each heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from effektspor.core.audit.case_headings import names_proposal
from effektspor.core.audit.cases import Block, numbered_caption
from effektspor.core.document import Paragraph, Table
from effektspor.core.proposals.details import TextSection
from effektspor.ingest.proposals.cells import cells_of, is_row
from effektspor.ingest.proposals.fields import field_name, value_of
from effektspor.ingest.proposals.forms import is_form_head
from effektspor.ingest.proposals.headings import heading_text, inline_heading, is_heading, is_known_heading, plain

_MARKER = re.compile(r"(?:business|investerings)[ -]?case\b.{0,160}", re.IGNORECASE)
# What amounts' signs mean is in the amounts, and needs no text.
_SIGN_NOTE = re.compile(r"^\*?\s*note\b.{0,40}?:.*(?:\bfortegn\b|\([-−+]\)\s*=)", re.IGNORECASE | re.DOTALL)
_ENDS = re.compile(r"[.!?:;)”\"»]\s*$")


@dataclass(slots=True)
class Form:
    """Rows printed in columns, and the lines of the section they stand in."""

    rows: list[Paragraph]
    section: list[Paragraph]


@dataclass(slots=True)
class Outline:
    """What a proposal's blocks are: fields by name, text by heading, and forms (rows printed in columns).

    `stray` are lines before the first heading that are no field.
    """

    fields: dict[str, list[Paragraph]] = field(default_factory=dict)
    sections: list[tuple[str, list[Paragraph]]] = field(default_factory=list)
    stray: list[Paragraph] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)

    def value(self, name: str) -> str:
        """Return what a field says: on its own line, else on the first line below it."""
        return next(iter(self.values(name)), "")

    def values(self, name: str) -> list[str]:
        """Return what a field says, a text for each line."""
        told = (
            value_of(line) if field_name(line) is not None else plain(line.text) for line in self.fields.get(name, ())
        )
        return [text for text in told if text]

    def text(self, pattern: str) -> str:
        """Return what stands under the headings that match."""
        found = [text for heading, text in self.texts if re.match(pattern, heading, re.IGNORECASE)]
        return "\n\n".join(found)

    @property
    def texts(self) -> list[tuple[str, str]]:
        return [(heading, _joined(lines)) for heading, lines in self.sections]

    @property
    def text_sections(self) -> tuple[TextSection, ...]:
        return tuple(TextSection(heading, text) for heading, text in self.texts if text)


def outline_of(blocks: tuple[Block, ...], repeated: frozenset[str]) -> Outline:
    """Return what each line of a proposal is; captions and footnotes of tables are the tables' own.

    Sentences before the first heading are its description, under the heading "Beskrivelse".
    """
    reader = _Reader(repeated)
    for line in _lines(blocks):
        reader.read(line)
    return reader.outline


def _lines(blocks: tuple[Block, ...]) -> Iterator[Paragraph | None]:
    """Yield the lines; None where a table stands, which ends a form."""
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            yield None
        elif not _is_of_table(block, blocks[at + 1 : at + 3]) and not _SIGN_NOTE.match(plain(block.text)):
            yield block


def _is_of_table(line: Paragraph, following: tuple[Block, ...]) -> bool:
    if numbered_caption(line):
        return True
    if is_heading(line, frozenset()) or field_name(line) is not None:
        return False
    nearest = next((block for block in following if isinstance(block, Table)), None)
    return nearest is not None and bool(nearest.caption) and plain(nearest.caption or "") == plain(line.text)


class _Reader:
    """Goes through the lines of a proposal: what a line is follows from the lines before it too."""

    def __init__(self, repeated: frozenset[str]) -> None:
        self.outline = Outline()
        self._repeated = repeated
        self._field: list[Paragraph] | None = None
        self._section: list[Paragraph] | None = None
        self._form: Form | None = None

    def read(self, line: Paragraph | None) -> None:
        if line is None or _MARKER.fullmatch(plain(line.text)) or names_proposal(line.text):
            self._form = self._field = None
        elif (name := field_name(line)) and (self._section is None or name in _ANYWHERE):
            self._field = self.outline.fields.setdefault(name, [])
            self._field.append(line)
            self._form = None
        elif is_heading(line, self._repeated):
            self._open(heading_text(line.text))
        elif told := _heading_and_text(line):
            self._open(told[0])
            self._add(Paragraph(line.place, told[1]))
        elif self._field is not None:
            self._field.append(line)
        else:
            self._add(line)

    def _open(self, heading: str) -> list[Paragraph]:
        self._section = []
        self.outline.sections.append((heading, self._section))
        self._field = self._form = None
        return self._section

    def _add(self, line: Paragraph) -> None:
        if self._section is None and not _is_sentence(line) and not is_row(line):
            self.outline.stray.append(line)
            return
        section = self._open(_DESCRIPTION) if self._section is None else self._section
        self._place(line, section)

    def _place(self, line: Paragraph, section: list[Paragraph]) -> None:
        if not is_row(line):
            self._form = None
            section.append(line)
        elif self._form is None:
            self._form = Form([line], section)
            self.outline.forms.append(self._form)
        else:
            self._form.rows.append(line)


_DESCRIPTION = "Beskrivelse"
_LEAST_SENTENCE = 60
_ANYWHERE = ("summary", "submitted_by", "departments")


def _is_sentence(line: Paragraph) -> bool:
    text = line.text.strip()
    return text.endswith((".", "!", "?")) or len(text) >= _LEAST_SENTENCE


def _heading_and_text(line: Paragraph) -> tuple[str, str] | None:
    """Return a heading and its text where both stand on one line, or side by side in a template's two columns."""
    if not is_row(line):
        return inline_heading(line.text)
    cells = [cell for cell in cells_of(line) if cell.strip()]
    if len(cells) == 2 and cells_of(line)[0] and is_known_heading(cells[0]) and not is_form_head(cells_of(line)):
        return heading_text(cells[0]), cells[1].strip()
    return None


def _joined(lines: list[Paragraph]) -> str:
    """Return the paragraphs with empty lines between them; one that a page broke is whole again."""
    texts: list[str] = []
    for line in lines:
        text = line.text.strip()
        if texts and not _ENDS.search(texts[-1]) and text[:1].islower():
            texts[-1] = f"{texts[-1]} {text}"
        else:
            texts.append(text)
    return "\n\n".join(texts)
