"""Papers that are likely to hold proposals that could not be told apart: silence about them would be no answer."""

import re
from collections import Counter

from effektspor.core.document import Document, RowKind, Table
from effektspor.ingest.proposals.economy import is_stated_sum
from effektspor.ingest.proposals.year_columns import year_columns

_PROPOSAL = re.compile(
    r"\w*forslag\w*|business ?cases?|investeringscases?|besparelseskatalog|sparekatalog|\w*reduktion\w*", re.IGNORECASE
)
_LEAST_ALIKE, _LEAST_NAMED = 2, 2
_LONGEST_HEADING = 120


def likely_proposals(document: Document) -> tuple[Table, ...]:
    """Return the tables that look like proposals' economy: several in the same form, in a paper that says proposals.

    Empty where nothing points at proposals.
    """
    named = sum(bool(_PROPOSAL.search(line.text)) for line in document.paragraphs if len(line.text) < _LONGEST_HEADING)
    if named < _LEAST_NAMED:
        return ()
    shapes = [(_shape(table), table) for table in document.tables if year_columns(table)]
    counts = Counter(shape for shape, _ in shapes if shape)
    return tuple(table for shape, table in shapes if counts[shape] >= _LEAST_ALIKE)


def _shape(table: Table) -> tuple[str, ...]:
    """A template's form: its years, the headings in it, and what its sums are called; empty for a plain list."""
    sums = [row.label.casefold() for row in table.rows if row.kind is RowKind.HEADING or is_stated_sum(row)]
    return (*table.columns, *sums) if sums else ()
