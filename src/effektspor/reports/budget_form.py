"""A budget proposal as a printed paper, in the form of a council's budget."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from effektspor.core.document import Cell, Paragraph, Row, RowKind, Table
from effektspor.core.finding import Place
from effektspor.core.proposals.budget_proposal import BudgetChangeKind, BudgetChangeLine, BudgetProposal
from effektspor.core.proposals.printed.amounts import exact_decimals, number_cell, year_cells
from effektspor.core.year_amounts import YearAmounts
from effektspor.reports.printed import PaperSection, PrintedPaper, document_of_blocks, lines_in
from effektspor.reports.sentence import lines_of, one_line
from effektspor.reports.table_fields import bound, section_fields, table_fields

CAPTION = "Forslagets økonomi"
_SIGNS = "Note: (−) = mindreudgift/merindtægt, (+) = merudgift/mindreindtægt"
_NO_LEVEL = "Note: Papiret siger ikke prisniveau."
_RELATED, _WORKS_COUNCIL = "Relevante dokumenter eller sammenhæng til andre bidrag", "Bemærkninger fra HU"
_DEFAULT_SECTION = "drift"
# A row that is only its label would read as a heading.
_NONE = Cell("–")


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetForm(PrintedPaper):
    """A budget proposal as it is printed: whose it is, its economy, and its numbered headings."""

    facts: tuple[tuple[str, str], ...]
    economy: Table
    sections: tuple[PaperSection, ...]

    def fields(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "marks": list(self.released.marks),
            "facts": [{"name": name, "text": bound(text)} for name, text in self.facts],
            "economy": table_fields(self.economy),
            "sections": [section_fields(section) for section in self.sections],
            "source": self.source,
            "made_on": self.made_on_danish,
        }


def compute_budget_form(proposal: BudgetProposal, made_on: date, source: str = "") -> BudgetForm:
    """Return a proposal in the budget's form; the same proposal and day give the same paper.

    The net is what the proposal's paper states, where it was read from one, else computed.
    """
    title = one_line(f"{proposal.code} {proposal.title}") or "Budgetforslag"
    facts = tuple((name, one_line(text)) for name, text in _facts(proposal) if one_line(text))
    economy, sections = _economy(proposal), tuple(_numbered(_sections(proposal)))
    told = [f"Overskrift: {title}", *(f"{name}: {text}" for name, text in facts)]
    notes = [note.text for note in economy.footnotes]
    document = document_of_blocks(title, [*told, economy, *notes, *lines_in(sections)])
    return BudgetForm(
        title=title,
        document=document,
        made_on=made_on,
        source=one_line(source),
        facts=facts,
        economy=document.tables[0],
        sections=sections,
    )


def _facts(proposal: BudgetProposal) -> Iterator[tuple[str, str]]:
    yield "Udvalg", proposal.committee
    yield "Forslagsstiller", proposal.proposer
    yield "Udgiftstype", proposal.spending_type


def years_of(proposal: BudgetProposal) -> tuple[int, ...]:
    """Return the year columns: those the proposal names, and any other that it states something of."""
    stated = {year for each in _amounts(proposal) for year in each.years}
    return tuple(sorted({*proposal.years, *stated, *(year for year, _ in proposal.staff)}))


def _amounts(proposal: BudgetProposal) -> list[YearAmounts]:
    stated = [proposal.stated_net] if proposal.stated_net else []
    return [proposal.current_budget, *(line.amounts for line in proposal.changes), *stated]


def _economy(proposal: BudgetProposal) -> Table:
    levels = () if proposal.price_level else (_NO_LEVEL,)
    return Table(
        id="",
        place=Place(),
        columns=tuple(str(year) for year in years_of(proposal)),
        rows=tuple(_rows(proposal)),
        caption=CAPTION,
        unit=proposal.unit.name,
        price_level=proposal.price_level,
        footnotes=tuple(Paragraph(Place(), text) for text in (_SIGNS, *levels)),
    )


def _rows(proposal: BudgetProposal) -> Iterator[Row]:
    years, decimals = years_of(proposal), exact_decimals(proposal.unit, _amounts(proposal))

    def row(label: str, amounts: YearAmounts, kind: RowKind = RowKind.ROW) -> Row:
        return Row(Place(), one_line(label), year_cells(amounts, years, proposal.unit, decimals), kind)

    yield row("Nuværende budget", proposal.current_budget)
    for section in dict.fromkeys(line.section for line in proposal.changes) or (_DEFAULT_SECTION,):
        yield row(f"Budgetændring – {section}", YearAmounts(), RowKind.HEADING)
        for label, amounts in _changes([line for line in proposal.changes if line.section == section]):
            yield row(label, amounts) if amounts else Row(Place(), one_line(label), (_NONE,) * len(years))
    yield row("Samlet ændring (Netto)", proposal.stated_net or proposal.net, RowKind.NET)
    yield row("Personalekonsekvenser", YearAmounts(), RowKind.HEADING)
    staff = dict(proposal.staff)
    cells = tuple(number_cell(staff.get(year)) for year in years) if staff else (_NONE,) * len(years)
    yield Row(Place(), "Ændring i antal årsværk", cells)


def _changes(lines: list[BudgetChangeLine]) -> Iterator[tuple[str, YearAmounts]]:
    """The form's three kinds of change in its order, each line of its own; a kind without any has no amounts."""
    for kind in BudgetChangeKind:
        own = [line for line in lines if line.kind is kind]
        yield from ((_label(line), line.amounts) for line in own)
        if not own:
            yield kind.danish, YearAmounts()


def _label(line: BudgetChangeLine) -> str:
    named = line.label.casefold().startswith(line.kind.danish.casefold())
    return line.label if named else f"{line.kind.danish}: {line.label}" if line.label else line.kind.danish


def _sections(proposal: BudgetProposal) -> Iterator[PaperSection]:
    yield from (PaperSection(one_line(each.heading), lines_of(each.text)) for each in proposal.sections)
    has = {_bare(each.heading).casefold() for each in proposal.sections}
    if proposal.related and _RELATED.casefold() not in has:
        yield PaperSection(_RELATED, tuple(f"- {one_line(each)}" for each in proposal.related))
    if proposal.works_council and _WORKS_COUNCIL.casefold() not in has:
        yield PaperSection(_WORKS_COUNCIL, lines_of(proposal.works_council))


def _numbered(sections: Iterator[PaperSection]) -> Iterator[PaperSection]:
    for number, section in enumerate(sections, start=1):
        yield PaperSection(f"{number}. {_bare(section.heading)}", section.lines)


def _bare(heading: str) -> str:
    """A heading without the number its paper gave it."""
    return re.sub(r"^\d{1,2}[.)]\s*", "", heading)
