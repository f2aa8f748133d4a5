"""What the readers of a paper's tables share: the paper, what stands around a table, and the notes so far."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from effektspor.core.audit.cases import Case, cases_of
from effektspor.core.audit.telling_pairs import name_of
from effektspor.core.audit.units_in_prose import unit_in_prose
from effektspor.core.document import Document, Paragraph, Table
from effektspor.core.finding import Finding, Place
from effektspor.core.unit import Unit
from effektspor.ingest.plan_papers.amounts import TableAmounts, amounts_of
from effektspor.ingest.plan_papers.notes import is_heading
from effektspor.ingest.plan_papers.telling import note
from effektspor.ingest.plan_papers.words import title_of
from effektspor.ingest.titles import document_title


@dataclass(slots=True)
class PlanReading:
    """A paper while it is read: its notes gather, and a table that is placed is not read again as another kind."""

    document: Document
    placed: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    _in_kroner: list[Table] = field(default_factory=list)
    _cases: tuple[Case, ...] | None = None

    @property
    def free_tables(self) -> list[Table]:
        return [table for table in self.document.tables if table.id not in self.placed]

    def title(self, table: Table) -> str:
        """Return what a table is called: its caption, else the last heading before it, else the paper's title."""
        return title_of(table, self.titles(table))

    def titles(self, table: Table) -> tuple[str, ...]:
        """Return what stands over a table, the nearest heading first and the paper's title last."""
        headings = [each.text.strip(" :#*") for each in reversed(self.before(table)) if is_heading(each.text.strip())]
        return (*headings, document_title(self.document))

    def named(self, table: Table) -> str:
        """Return a table as a sentence names it."""
        return name_of(table)

    def before(self, table: Table) -> list[Paragraph]:
        """Return the text between the table before and this one."""
        found: list[Paragraph] = []
        for block in self.document.blocks:
            if block is table:
                break
            found = [] if isinstance(block, Table) else [*found, block]
        return found

    def amounts(self, table: Table, columns: Iterable[int], kind: str) -> TableAmounts | None:
        """Return a table's amounts; where it states no unit, a note says that it is read as kr., or not at all."""
        read = amounts_of(table, columns, self._asked_unit(table))
        if read is None:
            self.findings.append(note("PLA-003", table.place, {"table": self.named(table), "kind": kind}, table))
        elif not read.printed.unit_stated:
            self._in_kroner.append(table)
        return read

    def all_findings(self) -> tuple[Finding, ...]:
        """Return every note; one cause is said once, with its other places beside it."""
        kroner = list(dict.fromkeys(self._in_kroner))
        if not kroner:
            return tuple(self.findings)
        first, *rest = kroner
        places: list[Place] = [table.place for table in rest]
        return (*self.findings, note("PLA-002", first.place, {"table": self.named(first)}, first, places))

    def _asked_unit(self, table: Table) -> Unit | None:
        """Return the unit that the check of units asks about (TAB-012), where the text says the table's own figures."""
        if self._cases is None:
            self._cases = cases_of(self.document)
        case = next((case for case in self._cases if any(block is table for block in case.blocks)), None)
        found = unit_in_prose(case, table) if case else None
        return found[0] if found else None
