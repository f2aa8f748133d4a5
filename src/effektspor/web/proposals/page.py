"""What the page of one proposal shows: whether it holds, what it comes to, and what has been decided of it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby

from effektspor.app.ports import DocumentSummary, Reading, StoredReading
from effektspor.app.proposal_ports import ProposalSummary, Revision
from effektspor.core.audit.catalogue import audit_document
from effektspor.core.document import Document
from effektspor.core.finding import Place, Verdict
from effektspor.core.number import rounded_number
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.document_of import document_of, fields_of
from effektspor.core.proposals.payback import Payback, payback_danish
from effektspor.core.proposals.totals import CaseTotals, compute_totals, payback_of
from effektspor.reports.case_document import printed_document
from effektspor.reports.cash_flow import CashFlow, compute_cash_flow
from effektspor.reports.cash_flow_chart import flow_sentence, render_cash_flow_svg
from effektspor.web.documents.numbered import NumberedFinding
from effektspor.web.documents.page import PaperPage, ShownLine, paper_page
from effektspor.web.documents.shown_table import ShownTable
from effektspor.web.proposals.amounts import amount_cells, shown_decimals
from effektspor.web.proposals.budget_table import BudgetTable, budget_table
from effektspor.web.proposals.links import ShownLink, shown_links
from effektspor.web.proposals.rate import rate_on
from effektspor.web.proposals.sentence import key_sentence


@dataclass(frozen=True, slots=True)
class PaybackRow:
    """The payback of one kind of economy: at the rule's rate, without interest, and as the paper prints it."""

    label: str
    at_rate: str
    plain: str
    printed: str
    differs: bool


@dataclass(frozen=True, slots=True)
class StatedRow:
    """A sum that the paper states otherwise than its lines give, with the years they differ in."""

    label: str
    stated: tuple[str, ...]
    computed: tuple[str, ...]
    differs: tuple[bool, ...]

    @property
    def cells(self) -> Iterator[tuple[str, str, bool]]:
        return zip(self.stated, self.computed, self.differs, strict=True)


@dataclass(frozen=True, slots=True)
class FlowRow:
    year: int
    cells: tuple[str, ...]
    printed: bool


@dataclass(frozen=True, slots=True)
class CriteriaTable:
    """Lines of a text that are the rows of a table, as the template prints how the proposal is followed up."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class CaseLine:
    text: str
    heading: bool
    finding: NumberedFinding | None


@dataclass(frozen=True, slots=True)
class CaseText:
    lines: tuple[CaseLine, ...]


@dataclass(frozen=True, slots=True)
class ProposalPage:
    revision: Revision
    paper: PaperPage
    blocks: tuple[ShownTable | CaseText | CriteriaTable, ...]
    totals: CaseTotals
    rate: str
    paybacks: tuple[PaybackRow, ...]
    stated: tuple[StatedRow, ...]
    links: tuple[ShownLink, ...]
    flow: CashFlow
    flow_rows: tuple[FlowRow, ...]
    sentence: tuple[tuple[str, str], ...]
    budget: BudgetTable | None

    @property
    def case(self) -> BusinessCase:
        return self.revision.case

    @property
    def chart(self) -> str:
        return render_cash_flow_svg(self.flow) if self.flow.years else ""

    @property
    def flow_sentence(self) -> str:
        return flow_sentence(self.flow)

    @property
    def found_sentence(self) -> str:
        """What the checks say of it, in a sentence."""
        counts = self.paper.summary.counts
        errors, asks = counts.get(Verdict.ERROR, 0), counts.get(Verdict.ASK, 0)
        if not errors and not asks:
            return "Summerne stemmer."
        asked = "1 spørgsmål" if asks == 1 else f"{asks} spørgsmål"
        found = [f"{errors} fejl"] * bool(errors) + [f"{asked} at afklare"] * bool(asks)
        return f"Der er {' og '.join(found)} i tallene."

    @property
    def meta(self) -> str:
        """The grey line: for whom, whose, and in which prices."""
        case = self.case
        level = f"{case.price_level}-priser" if case.price_level else "uden prisniveau"
        parts = (case.target_group, case.revision, case.submitted_by, f"{case.unit.name}, {level}, minus er besparelse")
        return " · ".join(part for part in parts if part)


def proposal_page(
    revision: Revision, summaries: Sequence[ProposalSummary], today: date, verdict: Verdict | None, asked: str
) -> ProposalPage:
    """Return the page of a revision; `asked` names a figure, and what it is made of lights up."""
    case = revision.case
    rate = rate_on(today)
    at_rate, plain = payback_of(case, rate), payback_of(case, 0)
    paper = paper_page(_reading(revision, rate), verdict, {}, asked)
    flow = compute_cash_flow(case, rate, at_rate)
    rate_text = rounded_number(rate, 1).danish().removesuffix(",0")
    return ProposalPage(
        revision=revision,
        paper=paper,
        blocks=tuple(_blocks(paper, case)),
        totals=compute_totals(case),
        rate=rate_text,
        paybacks=tuple(_paybacks(case, at_rate, plain)),
        stated=tuple(_stated(case)),
        links=shown_links(revision, summaries),
        flow=flow,
        flow_rows=tuple(_flow_rows(flow)),
        sentence=key_sentence(case, at_rate, rate_text),
        budget=budget_table(case),
    )


def _document(case: BusinessCase, rate: Fraction) -> Document:
    """As its paper prints it where it has printed its own payback, so that it is checked; else as ours will."""
    stated = case.stated
    printed = stated.payback_service is not None or stated.payback_total is not None
    return document_of(case) if printed else printed_document(case, rate)


def _reading(revision: Revision, rate: Fraction) -> StoredReading:
    """The case as a paper that has been read and checked, so that it is shown as papers are."""
    document, findings = audit_document(_document(revision.case, rate))
    counts = {each: sum(finding.verdict is each for finding in findings) for each in Verdict}
    name = f"{revision.case.code} revision {revision.number}"
    summary = DocumentSummary(
        revision.proposal_id,
        name,
        revision.case.title,
        revision.at,
        len(document.tables),
        {each: count for each, count in counts.items() if count},
    )
    return StoredReading(summary, Reading(name, revision.case.title, "", "", document, findings))


def _blocks(paper: PaperPage, case: BusinessCase) -> Iterator[ShownTable | CaseText | CriteriaTable]:
    """The paper's blocks, with lines of several fields as the table they are."""
    written = set(fields_of(case))
    for block in paper.blocks:
        if isinstance(block, ShownTable):
            yield block
        else:
            yield from _text_blocks(block.lines, written)


def _text_blocks(lines: Iterable[ShownLine], written: Collection[Place]) -> Iterator[CaseText | CriteriaTable]:
    """What no field of the case is printed by is the template's own: a heading, or the note on signs."""
    for fielded, group in groupby(lines, key=lambda line: "\t" in line.text):
        if fielded:
            heads, *rows = (tuple(line.text.split("\t")) for line in group)
            yield CriteriaTable(heads, tuple(rows))
        else:
            yield CaseText(
                tuple(CaseLine(line.text, line.place not in written and line.title, line.finding) for line in group)
            )


def _paybacks(case: BusinessCase, at_rate: Payback | None, plain: Payback | None) -> Iterator[PaybackRow]:
    if not at_rate or not plain:
        return
    stated = case.stated
    for label, own, without, printed in (
        ("Totaløkonomi", at_rate.total, plain.total, stated.payback_total),
        ("Service", at_rate.service, plain.service, stated.payback_service),
    ):
        shown = "" if printed is None else payback_danish(printed)
        yield PaybackRow(
            label, payback_danish(own), payback_danish(without), shown, printed is not None and printed != own
        )


def _stated(case: BusinessCase) -> Iterator[StatedRow]:
    totals = compute_totals(case)
    for label, stated, computed in (
        ("Samlet varig ændring", case.stated.permanent, totals.permanent),
        ("Samlede implementeringsomkostninger", case.stated.implementation, totals.implementation),
        ("Samlet økonomisk påvirkning", case.stated.total, totals.total),
    ):
        differs = tuple(stated is not None and (stated.at(y) or 0) != (computed.at(y) or 0) for y in case.years)
        if stated is not None and any(differs):
            decimals = shown_decimals(case.unit, (stated, computed))
            printed, ours = (amount_cells(each, case.years, case.unit, decimals) for each in (stated, computed))
            yield StatedRow(label, printed, ours, differs)


def _flow_rows(flow: CashFlow) -> Iterator[FlowRow]:
    unit = flow.unit
    for each in flow.years:
        cells = (each.flow_ore, each.plain_sum_ore, each.discounted_sum_ore)
        yield FlowRow(each.year, tuple(unit.to_number(ore, 0).danish() for ore in cells), each.printed)
