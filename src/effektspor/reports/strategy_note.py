"""A strategy note as a printed paper: what a person wrote, and tables from data."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from effektspor.core.document import Paragraph, Table
from effektspor.core.period import danish_date
from effektspor.core.plans.strategy import NoteSection, StrategyNote
from effektspor.reports.note_tables import adopted_table, estimates_table, flow_table
from effektspor.reports.printed import PaperSection, PrintedPaper, document_of_blocks
from effektspor.reports.sentence import lines_of, one_line
from effektspor.reports.table_fields import section_fields

_ESTIMATES, _ADOPTED, _FLOWS = "Forventet besparelse", "Vedtagne besparelser", "Tilgang og afgang"


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyNotePaper(PrintedPaper):
    """A strategy note as it is printed."""

    facts: tuple[tuple[str, str], ...]
    sections: tuple[PaperSection, ...]

    def fields(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "marks": list(self.released.marks),
            "facts": [{"name": name, "text": text} for name, text in self.facts],
            "sections": [section_fields(section) for section in self.sections],
            "source": self.source,
            "made_on": self.made_on_danish,
        }


def compute_strategy_note(note: StrategyNote, made_on: date, source: str = "") -> StrategyNotePaper:
    """Return a note as a paper; the same note and day give the same paper.

    Sums of its tables are those it states where they hold, else computed.
    """
    title = one_line(note.title) or "Strateginotat"
    facts = tuple(_facts(note))
    sections = [*map(_section, note.sections), *_table_sections(note)]
    document = document_of_blocks(title, [title, *(f"{name}: {text}" for name, text in facts), *_blocks(sections)])
    tables = iter(document.tables)
    placed = tuple(
        PaperSection(each.heading, each.lines, tuple(next(tables) for _ in each.tables)) for each in sections
    )
    return StrategyNotePaper(
        title=title, document=document, made_on=made_on, source=one_line(source), facts=facts, sections=placed
    )


def _facts(note: StrategyNote) -> Iterator[tuple[str, str]]:
    if note.written_on:
        yield "Dato", danish_date(note.written_on)
    if note.case_number:
        yield "Sagsid", one_line(note.case_number)


def _section(section: NoteSection) -> PaperSection:
    lines = list(lines_of(section.text))
    if section.indicators:
        lines += ["Indikatorer:", *map(_point, section.indicators)]
    for follow_up in section.follow_ups:
        told = lines_of(follow_up.text)
        lines += [f"{one_line(follow_up.label).rstrip(':')}:", *told]
    return PaperSection(one_line(section.heading), tuple(lines))


def _point(text: str) -> str:
    """An indicator that has its own number needs no bullet."""
    said = one_line(text)
    return said if re.match(r"\d{1,2}[.)]\s|[-–•]\s", said) else f"- {said}"


def _table_sections(note: StrategyNote) -> Iterator[PaperSection]:
    parts: tuple[tuple[str, tuple[Table, ...]], ...] = (
        (_ESTIMATES, tuple(map(estimates_table, note.estimates))),
        (_ADOPTED, tuple(map(adopted_table, note.adopted))),
        (_FLOWS, tuple(map(flow_table, note.flows))),
    )
    yield from (PaperSection(heading, tables=tables) for heading, tables in parts if tables)


def _blocks(sections: list[PaperSection]) -> Iterator[str | Table]:
    """A caption and the notes of a table stand in the text as well, as a reader meets them."""
    for section in sections:
        yield section.heading
        yield from section.lines
        for table in section.tables:
            yield table.caption or ""
            yield table
            yield from (note.text for note in table.footnotes if isinstance(note, Paragraph))
