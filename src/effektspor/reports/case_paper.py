"""A business case as a printed paper: what it is, its whole economy, and its sections in the template's order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from effektspor.core.document import Document, Paragraph, Table
from effektspor.core.finding import Place
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.document_of import fields_of
from effektspor.core.proposals.template import FOLLOW_UP, RISK, in_order
from effektspor.reports.case_document import printed_document
from effektspor.reports.printed import PaperSection, PrintedPaper, TextTable
from effektspor.reports.sentence import one_line
from effektspor.reports.table_fields import bound, section_fields, table_fields

_TICKED, _EMPTY = "☒", "☐"
_WORD_FIELDS = ("criteria.", "service_levels.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePaper(PrintedPaper):
    """A business case as it is printed. `departments` are all that the template names, ticked or not."""

    summary: str
    submitted_by: str
    departments: tuple[tuple[str, bool], ...]
    links: tuple[tuple[str, str], ...]
    economy: Table
    sections: tuple[PaperSection, ...]

    def fields(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "marks": list(self.released.marks),
            "summary": bound(self.summary),
            "submitted_by": self.submitted_by,
            "departments": "   ".join(f"{_TICKED if on else _EMPTY}\u00a0{name}" for name, on in self.departments),
            "links": [{"kind": kind, "text": text} for kind, text in self.links],
            "economy": table_fields(self.economy),
            "sections": [section_fields(section) for section in self.sections],
            "source": self.source,
            "made_on": self.made_on_danish,
        }


def compute_case_paper(
    case: BusinessCase,
    made_on: date,
    rate_pct: Fraction | int,
    departments: Sequence[str] = (),
    source: str = "",
) -> CasePaper:
    """Return a case as its municipality's template prints it; the same case and day give the same paper.

    `rate_pct` is what the payback is discounted by, in per cent a year; it is named, and the payback without it stands
    beside. `departments` are the template's own, so that those not concerned can be printed without a tick.
    """
    document = printed_document(case, Fraction(rate_pct))
    economy = document.tables[0]
    return CasePaper(
        title=_title_in(document),
        document=document,
        made_on=made_on,
        source=one_line(source),
        summary=one_line(case.summary),
        submitted_by=one_line(case.submitted_by),
        departments=_ticked(case, departments),
        links=tuple((link.kind.danish, _link_text(link.code, link.note)) for link in case.links),
        economy=economy,
        sections=tuple(_with_risk(section, case) for section in _sections(case, document)),
    )


def _sections(case: BusinessCase, document: Document) -> Iterator[PaperSection]:
    """The headings of the template with what stands under each, found in the document by their order."""
    prints, waiting = fields_of(case), [section.heading for _, section in in_order(case)]
    heading, under = "", list[Paragraph | Table]()
    for block in document.blocks[document.blocks.index(document.tables[0]) + 2 :]:
        if isinstance(block, Paragraph) and waiting and block.text == waiting[0] and block.place not in prints:
            if heading:
                yield _section(heading, under, prints, case)
            heading, under = waiting.pop(0), []
        else:
            under.append(block)
    if heading:
        yield _section(heading, under, prints, case)


def _section(
    heading: str, blocks: Sequence[Paragraph | Table], prints: Mapping[Place, str], case: BusinessCase
) -> PaperSection:
    """Rows of words stand in the document as lines; here they are the tables they are."""
    lines, heads = list[str](), list[tuple[str, ...]]()
    for block in blocks:
        if isinstance(block, Paragraph):
            field = prints.get(block.place, "")
            if not field and "\t" in block.text:
                heads.append(tuple(block.text.split("\t")))
            elif not field.startswith(_WORD_FIELDS):
                lines.append(one_line(block.text))
    tables = tuple(block for block in blocks if isinstance(block, Table))
    return PaperSection(heading, tuple(lines), tables, tuple(_words(heads, heading, case)))


def _words(heads: Sequence[tuple[str, ...]], heading: str, case: BusinessCase) -> Iterator[TextTable]:
    criteria = ((each.criterion, each.measured_by, each.responsible, each.when) for each in case.criteria)
    levels = ((each.subject, each.before, each.after) for each in case.service_levels)
    for head in heads:
        yield TextTable(head, tuple(criteria if heading == FOLLOW_UP else levels))


def _with_risk(section: PaperSection, case: BusinessCase) -> PaperSection:
    """The level of the risk is said, whatever the text under the heading goes into."""
    level = one_line(case.risk.level)
    if section.heading != RISK or not level or any(level.casefold() in line.casefold() for line in section.lines):
        return section
    return replace(section, lines=(f"Risikoen ved forslaget vurderes at være {level}.", *section.lines))


def _title_in(document: Document) -> str:
    """The proposal's code, revision and title as its document has them."""
    first = next(block for block in document.blocks if isinstance(block, Paragraph) and ": " in block.text)
    return one_line(first.text.partition(": ")[2])


def _ticked(case: BusinessCase, departments: Sequence[str]) -> tuple[tuple[str, bool], ...]:
    known = dict.fromkeys((*departments, *case.departments))
    return tuple((one_line(name), name in case.departments) for name in known)


def _link_text(code: str, note: str) -> str:
    return one_line(f"{code} ({note})" if note else code)
