"""Every check there is, and running them all."""

from collections.abc import Iterable
from dataclasses import replace

from effektspor.core.audit.check import Check
from effektspor.core.audit.checks.for001_payback import PaybackDiffers
from effektspor.core.audit.checks.for002_budget_share import BudgetShareDiffers
from effektspor.core.audit.checks.for003_unit_price import UnitPriceDiffers
from effektspor.core.audit.checks.for004_staff_cost import StaffCostDiffers
from effektspor.core.audit.checks.for005_allocation_key import AllocationKeyDiffers
from effektspor.core.audit.checks.for006_phasing import PhasingDiffers
from effektspor.core.audit.checks.for007_price_levels import PriceLevelsMixed
from effektspor.core.audit.checks.for008_gross_as_net import GrossPrintedAsNet
from effektspor.core.audit.checks.for009_copied_row import CopiedFromAnotherCase
from effektspor.core.audit.checks.for010_control_area import ControlAreaDiffers
from effektspor.core.audit.checks.tab001_unread_figure import UnreadFigure
from effektspor.core.audit.checks.tab002_note_differs import NoteDiffersFromRows
from effektspor.core.audit.checks.tab003_sum_differs import SumDiffersFromRows
from effektspor.core.audit.checks.tab004_row_total_differs import RowTotalDiffers
from effektspor.core.audit.checks.tab005_difference_differs import DifferenceDiffers
from effektspor.core.audit.checks.tab006_sign_turned import SignTurned
from effektspor.core.audit.checks.tab007_wrong_scale import WrongScale
from effektspor.core.audit.checks.tab008_transposed_digits import TransposedDigits
from effektspor.core.audit.checks.tab009_twins_differ import TwinsDiffer
from effektspor.core.audit.checks.tab010_catalogue_differs import CatalogueDiffers
from effektspor.core.audit.checks.tab011_flow_differs import FlowDiffers
from effektspor.core.audit.checks.tab012_unit_contradicts import UnitContradicts
from effektspor.core.audit.checks.tab013_years_missing import YearsMissing
from effektspor.core.audit.checks.tab014_orphan_footnote import OrphanFootnote
from effektspor.core.audit.checks.tab015_table_numbering import TableNumbering
from effektspor.core.audit.checks.tab016_overview_differs import OverviewDiffers
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.relations import relations_of
from effektspor.core.audit.settling import settle
from effektspor.core.audit.shares import share_relations
from effektspor.core.document import Document, Table
from effektspor.core.finding import Finding, Place, Verdict

CHECKS: tuple[Check, ...] = (
    UnreadFigure(),
    NoteDiffersFromRows(),
    SumDiffersFromRows(),
    RowTotalDiffers(),
    DifferenceDiffers(),
    SignTurned(),
    WrongScale(),
    TransposedDigits(),
    TwinsDiffer(),
    CatalogueDiffers(),
    FlowDiffers(),
    UnitContradicts(),
    YearsMissing(),
    OrphanFootnote(),
    TableNumbering(),
    OverviewDiffers(),
    PaybackDiffers(),
    BudgetShareDiffers(),
    UnitPriceDiffers(),
    StaffCostDiffers(),
    AllocationKeyDiffers(),
    PhasingDiffers(),
    PriceLevelsMixed(),
    GrossPrintedAsNet(),
    CopiedFromAnotherCase(),
    ControlAreaDiffers(),
)
_ORDER = (Verdict.ERROR, Verdict.ASK, Verdict.NOTE)


def audit_document(document: Document) -> tuple[Document, tuple[Finding, ...]]:
    """Return the document with its sums explained, and its findings: the surest first, then as checks are listed."""
    paper = Paper(_settled(document))
    findings = [finding for check in CHECKS for finding in check.check(paper)]
    if not paper.tables:
        findings.append(_no_table(document))
    return _with_relations(paper), by_verdict(findings)


def by_verdict(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings with the surest first, else in their order."""
    return tuple(sorted(findings, key=lambda found: _ORDER.index(found.verdict)))


def audit_table(table: Table) -> list[Finding]:
    """Return what every check says of one table that stands alone."""
    return list(audit_document(Document(table.id, (table,)))[1])


def _settled(document: Document) -> Document:
    blocks = tuple(settle(block) if isinstance(block, Table) else block for block in document.blocks)
    return replace(document, blocks=blocks)


def _with_relations(paper: Paper) -> Document:
    told = relations_of(paper.equations)
    blocks = (
        replace(block, relations=told.get(block.id, ()) + share_relations(block)) if isinstance(block, Table) else block
        for block in paper.document.blocks
    )
    return replace(paper.document, blocks=tuple(blocks))


def _no_table(document: Document) -> Finding:
    place = document.paragraphs[0].place if document.paragraphs else Place()
    return Finding(
        code="DOK-001",
        verdict=Verdict.NOTE,
        place=place,
        message="Papiret har ingen tabel med beløb, så der er ingen summer at kontrollere.",
        remedy="Se efter, om det er det rigtige papir. Tabeller i tekst skrives med tabulator mellem kolonnerne.",
    )
