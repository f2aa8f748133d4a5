"""Document → a proposal in the form of a council's budget: today's budget, what changes, staff, and its headings."""

import re
from collections.abc import Iterator

from effektspor.core.document import Document, Row, Table
from effektspor.core.number import Number
from effektspor.core.proposals.budget_proposal import BudgetChangeKind, BudgetChangeLine, BudgetProposal
from effektspor.core.unit import THOUSAND
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts
from effektspor.ingest.proposals.kinds import is_budget_form
from effektspor.ingest.proposals.outline import Outline, outline_of
from effektspor.ingest.proposals.spans import Span, spans_of
from effektspor.ingest.proposals.year_columns import amounts_of, unit_of, year_columns
from effektspor.ingest.titles import document_title

_CURRENT = re.compile(r"nuværende budget|gældende budget|budget i dag", re.IGNORECASE)
_NET = re.compile(r"samlet ændring|netto|ændring i alt", re.IGNORECASE)
_STAFF = re.compile(r"årsværk|stillinger|fuldtids", re.IGNORECASE)
_SECTION = re.compile(r"budgetændring\w*\s*[–-]?\s*(?P<section>drift|anlæg)|^(?P<alone>drift|anlæg)\b", re.IGNORECASE)
_KINDS = (
    (BudgetChangeKind.SAVING, re.compile(r"besparelse|reduktion", re.IGNORECASE)),
    (BudgetChangeKind.EFFICIENCY, re.compile(r"effektivisering", re.IGNORECASE)),
    (BudgetChangeKind.EXPANSION, re.compile(r"udvidelse|merudgift|budgetønske", re.IGNORECASE)),
)
_BULLET = re.compile(r"^(?:[-–•*]|\d{1,2}[.)])\s+")
_RELATED = r"(?:relevante )?(?:dokumenter|bilag\b.*sammenhæng)|relevante|sammenhæng"
_WORKS_COUNCIL = r"bemærkninger fra (?:\w+ )?(?:hu|h-?med\w*|med\w*|samarbejds\w*)\b|høring.*\bmed\b"


def read_budget_proposal(document: Document) -> BudgetProposal | None:
    """Return the proposal of a paper in the budget's form, the first where it has several; None where it has none."""
    return next(iter(read_budget_proposals(document)), None)


def read_budget_proposals(document: Document) -> tuple[BudgetProposal, ...]:
    """Return every proposal of a paper in the budget's form, in order."""
    spans = [span for span in spans_of(document) if any(map(is_budget_form, span.tables))]
    if not spans and any(map(is_budget_form, document.tables)):
        spans = [Span("", document_title(document), "", "", document.blocks)]
    return tuple(_proposal(span) for span in spans)


def _proposal(span: Span) -> BudgetProposal:
    table = next(table for table in span.tables if is_budget_form(table))
    outline = outline_of(span.body, frozenset())
    years = year_columns(table)
    return BudgetProposal(
        title=span.title,
        committee=outline.value("committee"),
        proposer=outline.value("submitted_by"),
        spending_type=outline.value("spending_type"),
        price_level=table.price_level,
        unit=unit_of(table) or THOUSAND,
        years=tuple(sorted(years.values())),
        current_budget=_first(table, _CURRENT) or NOTHING_STATED,
        changes=tuple(_changes(table)),
        staff=_staff(table),
        sections=outline.text_sections,
        related=_related(outline),
        works_council=outline.text(_WORKS_COUNCIL),
        code=span.code,
        stated_net=_first(table, _NET),
    )


def _amounts(table: Table, row: Row) -> YearAmounts:
    return amounts_of(row, year_columns(table), unit_of(table) or THOUSAND)


def _first(table: Table, words: re.Pattern[str]) -> YearAmounts | None:
    return next((_amounts(table, row) for row in table.rows if words.search(row.label) and not row.empty), None)


def _changes(table: Table) -> Iterator[BudgetChangeLine]:
    """Each change of the budget; a form's row that is not filled in is none."""
    section = "drift"
    for row in table.rows:
        if named := _SECTION.search(row.label.strip()):
            section = (named["section"] or named["alone"]).lower()
        kind = next((kind for kind, words in _KINDS if words.match(row.label.strip())), None)
        if kind and not row.empty and not _NET.search(row.label):
            yield BudgetChangeLine(kind, _amounts(table, row), row.label, section)


def _staff(table: Table) -> tuple[tuple[int, Number], ...]:
    row = next((row for row in table.rows if _STAFF.search(row.label) and not row.empty), None)
    if row is None:
        return ()
    found = ((year, row.cells[column].number) for column, year in year_columns(table).items())
    return tuple(sorted((year, number) for year, number in found if number))


def _related(outline: Outline) -> tuple[str, ...]:
    """The documents and proposals it hangs together with, as they are listed."""
    lines = outline.text(_RELATED).split("\n")
    return tuple(_BULLET.sub("", line).strip() for line in lines if _BULLET.match(line.strip()))
