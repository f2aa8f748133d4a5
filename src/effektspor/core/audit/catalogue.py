"""Every check there is, and running them all."""

from dataclasses import replace

from effektspor.core.audit.check import Check
from effektspor.core.audit.checks.tab001_unread_figure import UnreadFigure
from effektspor.core.audit.checks.tab002_note_differs import NoteDiffersFromRows
from effektspor.core.audit.checks.tab003_sum_differs import SumDiffersFromRows
from effektspor.core.audit.totals import settle
from effektspor.core.document import Document, Table
from effektspor.core.finding import Finding, Place, Verdict

CHECKS: tuple[Check, ...] = (UnreadFigure(), NoteDiffersFromRows(), SumDiffersFromRows())
_ORDER = (Verdict.ERROR, Verdict.ASK, Verdict.NOTE)


def audit_document(document: Document) -> tuple[Document, tuple[Finding, ...]]:
    """Return the document with its sums explained, and its findings: the surest first, then by place."""
    tables = {table.id: settle(table) for table in document.tables}
    blocks = tuple(tables[block.id] if isinstance(block, Table) else block for block in document.blocks)
    findings = [finding for table in tables.values() for finding in audit_table(table)]
    if not tables:
        findings.append(_no_table(document))
    return replace(document, blocks=blocks), tuple(sorted(findings, key=lambda found: _ORDER.index(found.verdict)))


def audit_table(table: Table) -> list[Finding]:
    """Return what every check says of one table."""
    return [finding for check in CHECKS for finding in check.check(table)]


def _no_table(document: Document) -> Finding:
    place = document.paragraphs[0].place if document.paragraphs else Place()
    return Finding(
        code="DOK-001",
        verdict=Verdict.NOTE,
        place=place,
        message="Papiret har ingen tabel med beløb, så der er ingen summer at kontrollere.",
        remedy="Se efter, om det er det rigtige papir. Tabeller i tekst skrives med tabulator mellem kolonnerne.",
    )
