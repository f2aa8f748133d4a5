"""The annex to a catalogue (bilag 1a): its proposals in groups, what each group comes to, and all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from effektspor.core.document import RowKind, Table
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.catalogue import Catalogue, RowPurpose
from effektspor.reports.annex_tables import INVESTMENT, NET, AnnexStyle, AnnexTables
from effektspor.reports.printed import PrintedPaper, document_of_blocks
from effektspor.reports.sentence import one_line
from effektspor.reports.table_fields import table_fields

__all__ = ["AnnexStyle", "CatalogueAnnex", "compute_catalogue_annex"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueAnnex(PrintedPaper):
    """A catalogue as it is printed: a table for each group, and what all come to.

    `purposes` are what each row of a group counts towards.
    """

    meta: str
    groups: tuple[Table, ...]
    summaries: tuple[Table, ...]
    purposes: tuple[tuple[RowPurpose, ...], ...]

    def parts_of(self, table: Table) -> dict[int, tuple[int, ...]]:
        """Return which rows of a table each sum of it is the sum of; what all groups come to has none of its own."""
        if table in self.groups:
            purposes = self.purposes[self.groups.index(table)]
            counted = {INVESTMENT: RowPurpose.INVESTMENT, NET: RowPurpose.NET}
            return {
                at: tuple(part for part, purpose in enumerate(purposes) if purpose is counted[row.label])
                for at, row in enumerate(table.rows)
                if at >= len(purposes)
            }
        last = len(table.rows) - 1
        return {last: tuple(range(last))} if table.rows[last].kind is RowKind.TOTAL else {}

    def fields(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "meta": self.meta,
            "marks": list(self.released.marks),
            "groups": [table_fields(table) for table in self.groups],
            "summaries": [table_fields(table) for table in self.summaries],
            "source": self.source,
            "made_on": self.made_on_danish,
        }


def compute_catalogue_annex(
    catalogue: Catalogue,
    made_on: date,
    style: AnnexStyle | None = None,
    cases: Sequence[BusinessCase] = (),
    source: str = "",
) -> CatalogueAnnex:
    """Return a catalogue's annex; the same catalogue and day give the same paper.

    Sums are those the catalogue states, where it was read from a paper, else computed. With `cases` the permanent
    changes of each control area are summed too, over the whole proposals.
    """
    printer = AnnexTables(catalogue, style or AnnexStyle(), cases)
    title = one_line(catalogue.title) or "Omprioriteringskatalog"
    meta = printer.meta()
    tables = [*printer.groups(), *printer.summaries()]
    document = document_of_blocks(title, [title, meta, *printer.with_captions(tables)])
    count = len(catalogue.groups)
    return CatalogueAnnex(
        title=title,
        document=document,
        made_on=made_on,
        source=one_line(source),
        meta=meta,
        groups=document.tables[:count],
        summaries=document.tables[count:],
        purposes=tuple(tuple(row.purpose for row in group.rows) for group in catalogue.groups),
    )
