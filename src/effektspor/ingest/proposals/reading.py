"""Document → business cases: everything their template has, and what could not be placed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from effektspor.core.audit.cases import all_cases_of
from effektspor.core.document import Document, Paragraph, Table
from effektspor.core.finding import Finding
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.details import Criterion, Link, ServiceLevel
from effektspor.ingest.proposals.allocations import read_allocations, read_pools
from effektspor.ingest.proposals.case_economy import CaseEconomy, Outside, read_case_economy, told_unit
from effektspor.ingest.proposals.catalogue_groups import groups_of
from effektspor.ingest.proposals.catalogue_tables import catalogue_tables, listed_code
from effektspor.ingest.proposals.codes import plain_code
from effektspor.ingest.proposals.departments import read_departments
from effektspor.ingest.proposals.economy import AREA, control_area
from effektspor.ingest.proposals.forms import as_text, read_criteria, read_service_levels
from effektspor.ingest.proposals.group_names import names_no_group
from effektspor.ingest.proposals.headings import repeated_headings
from effektspor.ingest.proposals.kinds import TableKind, is_budget_form, kind_of
from effektspor.ingest.proposals.mentions import read_budgets, read_link_fields, read_links
from effektspor.ingest.proposals.notes import note, shortened, told_once
from effektspor.ingest.proposals.outline import Outline, outline_of
from effektspor.ingest.proposals.payback_rows import read_payback_lines
from effektspor.ingest.proposals.prices_and_staff import read_staff, read_unit_prices
from effektspor.ingest.proposals.risk import read_case_risk
from effektspor.ingest.proposals.signs import told_outside
from effektspor.ingest.proposals.spans import Span, revision_in, same_group, spans_of

# A listed code with its group's heading and the label of its revision.
Listed = Sequence[tuple[str, str, str]]


def read_cases(document: Document) -> tuple[tuple[BusinessCase, ...], tuple[Finding, ...]]:
    """Return the business cases of a paper in order, and what is said of their reading.

    A code that stands several times is returned each time; a proposal in the budget's form is not one of them.
    """
    spans = [span for span in spans_of(document) if is_case(span)]
    repeated = repeated_headings(span.lines for span in spans)
    listed = list(_rows(catalogue_tables(document)))
    known = frozenset({span.code for span in spans if span.code} | {code for code, *_ in listed})
    unit = told_unit(line for line in all_cases_of(document)[0].blocks if isinstance(line, Paragraph))
    outside = Outside(unit, told_outside(document))
    read = [_Reader(span, repeated, listed, known, outside).read() for span in spans]
    said = [(span.danish, each) for span, (_, findings) in zip(spans, read, strict=True) for each in findings]
    return tuple(case for case, _ in read), tuple(told_once(said))


def is_case(span: Span) -> bool:
    """Return whether a proposal is a business case: it has amounts by year, or several headings, and no budget form.

    "Titel:" stands over other papers too: without a code, something must say that it is a proposal.
    """
    if any(map(is_budget_form, span.tables)) or not (span.code or _is_told(span)):
        return False
    economy = any(kind_of(table) in (TableKind.ECONOMY, TableKind.DETAIL) for table in span.tables)
    return economy or len(outline_of(span.body, frozenset()).sections) >= _LEAST_HEADINGS


_LEAST_HEADINGS = 2
_PROPOSAL = re.compile(
    r"forslag|business case|investeringscase|effektiviser|bespar|reduktion|varige? ændring", re.IGNORECASE
)
_FIRST_LINES = 6


def _is_told(span: Span) -> bool:
    lines = [line.text for line in span.lines[:_FIRST_LINES]]
    rows = [row.label for table in span.tables for row in table.rows]
    return any(_PROPOSAL.search(text) for text in (*lines, *rows, *(table.caption or "" for table in span.tables)))


def _rows(listed: Sequence[tuple[str, Table]]) -> Iterator[tuple[str, str, str]]:
    """Yield each listed code with its group's heading and the label of its revision."""
    groups = (group for heading, table in listed for group in groups_of(heading, table))
    for heading, row in ((group.heading, row) for group in groups for row, _ in group.rows):
        if code := listed_code(row):
            yield code, heading, revision_in(f"{row.number or ''} {row.label}")


class _Reader:
    """Puts one proposal together; what is said of the reading is gathered on the way."""

    def __init__(
        self, span: Span, repeated: frozenset[str], listed: Listed, known: frozenset[str], outside: Outside
    ) -> None:
        self._span, self._known, self._outside = span, known, outside
        self._rows = [(heading, label) for code, heading, label in listed
                      if plain_code(code) == plain_code(span.code)]  # fmt: skip
        self._outline = outline_of(span.body, repeated)
        self._findings: list[Finding] = []

    def read(self) -> tuple[BusinessCase, list[Finding]]:
        economy = read_case_economy(self._span, self._outside, self._area())
        self._findings += economy.findings
        criteria, levels = self._forms(economy)
        case = replace(self._text_of(economy), criteria=criteria, service_levels=levels)
        return self._with_tables(case, economy), self._findings

    def _area(self) -> str:
        """The one control area that the proposal's head states, "Udgiftstype: Serviceudgifter"; "" for none."""
        stated = self._outline.value("spending_type").strip()
        return control_area(stated) if AREA.match(stated) else ""

    def _text_of(self, economy: CaseEconomy) -> BusinessCase:
        outline = self._outline
        summary = "\n\n".join(outline.values("summary"))
        text = "\n".join([summary, *(text for _, text in outline.texts)])
        self._say_stray(outline)
        return BusinessCase(
            code=self._span.code,
            title=self._span.title,
            target_group=self._target_group(),
            revision=self._revision(),
            price_level=economy.price_level,
            unit=economy.unit,
            years=economy.years,
            summary=summary,
            submitted_by=outline.value("submitted_by"),
            departments=self._departments(),
            sections=outline.text_sections,
            lines=tuple(economy.lines),
            risk=read_case_risk(outline.texts, [line.text for line in outline.stray]),
            links=self._links(text),
            budgets=read_budgets(text),
            stated=economy.stated,
        )

    def _links(self, text: str) -> tuple[Link, ...]:
        """What the head says of other proposals stands before what the prose says of them."""
        told = read_link_fields(line.text for line in self._outline.fields.get("links", ()))
        codes = {link.code for link in told}
        return told + tuple(link for link in read_links(text, self._span.code, self._known) if link.code not in codes)

    def _target_group(self) -> str:
        groups = list(dict.fromkeys(heading for heading, _ in self._rows if heading and not names_no_group(heading)))
        above = self._span.above
        matching = [group for group in groups if same_group(group, above)]
        told = matching or (groups if len(groups) == 1 else [])
        return told[0] if told else above or self._outline.value("target_group") or next(iter(groups), "")

    def _revision(self) -> str:
        return self._span.revision or next((label for _, label in self._rows if label), "")

    def _departments(self) -> tuple[str, ...]:
        lines = self._outline.fields.get("departments", [])
        ticked = read_departments(lines) if lines else ()
        if ticked is None:
            self._say("KAT-002", lines[0])
        return ticked or ()

    def _say_stray(self, outline: Outline) -> None:
        """Lines that follow a field's own, where it has only one, belong nowhere."""
        extra = outline.fields.get("submitted_by", [])[1:] if outline.value("submitted_by") else []
        for line in (*outline.stray, *extra):
            self._say("KAT-003", line, text=shortened(line.text))

    def _say(self, code: str, at: Paragraph | Table, **blanks: str) -> None:
        table = at if isinstance(at, Table) else None
        self._findings.append(note(code, at.place, table, proposal=self._span.danish, **blanks))

    def _forms(self, economy: CaseEconomy) -> tuple[tuple[Criterion, ...], tuple[ServiceLevel, ...]]:
        """Each form is criteria, service before and after, a payback, or text under the heading it stands under."""
        criteria: tuple[Criterion, ...] = ()
        levels: tuple[ServiceLevel, ...] = ()
        for form in self._outline.forms:
            if found := read_criteria(form.rows):
                criteria += found
            elif changed := read_service_levels(form.rows):
                levels += changed
            elif paid := read_payback_lines(form.rows):
                years = (paid.payback_service, paid.payback_total)
                economy.stated = replace(economy.stated, payback_service=years[0], payback_total=years[1])
            else:
                form.section.append(Paragraph(form.rows[0].place, as_text(form.rows)))
                self._say("KAT-019", form.rows[0], text=shortened(as_text(form.rows[:1])))
        return criteria, levels

    def _with_tables(self, case: BusinessCase, economy: CaseEconomy) -> BusinessCase:
        for table in self._span.tables:
            if table.id not in economy.read:
                case = self._with_table(case, table, economy)
        return case

    def _with_table(self, case: BusinessCase, table: Table, economy: CaseEconomy) -> BusinessCase:
        unit = economy.unit_of(table)
        match kind_of(table):
            case TableKind.ALLOCATION:
                return replace(case, allocations=case.allocations + tuple(read_allocations(table, unit, economy.sign)))
            case TableKind.POOL:
                return replace(case, pools=case.pools + tuple(read_pools(table, unit)))
            case TableKind.UNIT_PRICE:
                return replace(case, unit_prices=case.unit_prices + tuple(read_unit_prices(table)))
            case TableKind.STAFF if (staff := read_staff(table)) is not None:
                return replace(case, staff=case.staff + tuple(staff))
            case _:
                self._say("KAT-001", table, table=shortened(table.caption or table.id))
                return case
