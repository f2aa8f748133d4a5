"""Whether a paper prints savings with minus: what it says, else what its labels and figures show."""

import re
from collections.abc import Iterable, Sequence

from effektspor.core.audit.cases import all_cases_of
from effektspor.core.document import Document, Paragraph, Row, Table
from effektspor.ingest.proposals.economy import is_stated_sum
from effektspor.ingest.proposals.year_columns import year_columns

_SAYS_MINUS = re.compile(
    r"besparelser?\b[^.;,]{0,60}(?:negativ\w*|minus|\(-\))|\(-\)\s*=\s*(?:mindreudgift|besparelse)"
    r"|\bminus\b[^.;,]{0,30}(?:besparelse|mindreudgift)", re.IGNORECASE | re.DOTALL,
)  # fmt: skip
_SAYS_PLUS = re.compile(
    r"besparelser?\b[^.;,]{0,60}(?:positiv\w*|uden (?:minus|fortegn)|med plus)|\(\+\)\s*=\s*(?:mindreudgift|besparelse)"
    r"|\+\s*=?\s*(?:er\s+)?(?:besparelse|mindreudgift)", re.IGNORECASE | re.DOTALL,
)  # fmt: skip
SAVES = re.compile(
    r"besparel|effektiviser|mindreudgift|reduktion|reduceret|\bfærre\b|nedlæg|bortfald|mindre brug|optimer|hjemtag",
    re.IGNORECASE,
)
_COSTS = re.compile(
    r"merudgift|udgift til|udvidelse|investering|implementering|ansættelse|\båv\b|årsværk", re.IGNORECASE
)


def says_minus(texts: Iterable[str]) -> bool | None:
    """Return whether notes say that savings are minus (True) or plus (False); None where none says so."""
    told = " \n ".join(texts)
    if _SAYS_MINUS.search(told):
        return True
    return False if _SAYS_PLUS.search(told) else None


def told_outside(document: Document) -> bool | None:
    """Return what a paper says once, outside its proposals, of all its savings: minus, plus, or nothing."""
    outside = all_cases_of(document)[0]
    notes = (note.text for table in outside.tables for note in table.footnotes)
    return says_minus([*(block.text for block in outside.blocks if isinstance(block, Paragraph)), *notes])


def turned_by_labels(table: Table) -> bool:
    """Return whether what is called a saving is printed with plus, everywhere in a table, and nothing with minus."""
    rows = [row for row in table.rows if not row.empty and not is_stated_sum(row)]
    saving = [row for row in rows if SAVES.search(row.label) and not _COSTS.search(row.label)]
    costing = [row for row in rows if _COSTS.search(row.label) and not SAVES.search(row.label)]
    return bool(saving) and _all_plus(table, saving) and not _any_plus(table, costing)


def all_plus(tables: Sequence[Table]) -> bool:
    """Return whether no amount by year in some tables is minus, and some are plus."""
    return all(_all_plus(table, table.rows) for table in tables)


def _all_plus(table: Table, rows: Sequence[Row]) -> bool:
    values = _values(table, rows)
    return any(value > 0 for value in values) and not any(value < 0 for value in values)


def _any_plus(table: Table, rows: Sequence[Row]) -> bool:
    return any(value > 0 for value in _values(table, rows))


def _values(table: Table, rows: Sequence[Row]) -> list[int]:
    years = year_columns(table)
    return [number.digits for row in rows for column in years for number in row.cells[column].numbers if number]
