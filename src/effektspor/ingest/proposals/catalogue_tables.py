"""Which tables of a paper are its catalogue: rows with the codes of proposals, over the same years."""

import re
from collections.abc import Iterator

from effektspor.core.audit.cases import all_cases_of
from effektspor.core.audit.codes import code_of_row, number_of_row
from effektspor.core.document import Document, Row, RowKind, Table
from effektspor.ingest.proposals.codes import printed_code_of_row
from effektspor.ingest.proposals.year_columns import year_columns

_IN_BRACKETS = re.compile(r"\((?P<inside>[^()]*)\)\s*$")
_ANY_CODE = re.compile(r"(?<!\w)[A-ZÆØÅ]{1,4}[- ]?\d{1,4}[a-z]?(?!\w)")
_CATALOGUE = re.compile(r"katalog|forslag|effektivisering|besparelse|omprioritering|prioritering", re.IGNORECASE)
# "§ 85" and "2018" are no codes; a bare number is a proposal's only under a head that says so.
_LEAST_ROWS = 2


def catalogue_tables(document: Document) -> list[tuple[str, Table]]:
    """Return the tables that list proposals, each with the heading it has: its caption, or ""."""
    if not any(map(_lists, document.tables)):
        return []
    outside = all_cases_of(document)[0].tables
    listing = [table for table in outside if _lists(table)]
    columns = {table.columns for table in listing}
    more = [table for table in outside if table.columns in columns and any(map(coded, table.rows))]
    chosen = {table.id for table in (*listing, *more)}
    return [(_heading(table), table) for table in document.tables if table.id in chosen]


def coded(row: Row) -> str:
    """Return the code of the proposal that a row lists, "" for none; several in brackets are one row's."""
    if row.kind is RowKind.HEADING:
        return ""
    return printed_code_of_row(row) or _bracketed(row) or ""


def listed_code(row: Row) -> str:
    """Return the code of a row of a catalogue, where a bare number is one too."""
    return coded(row) or (number_of_row(row) or "" if not row.kind.sums else "")


def _bracketed(row: Row) -> str | None:
    match = _IN_BRACKETS.search(row.label)
    codes = _ANY_CODE.findall(match["inside"]) if match else []
    return ", ".join(code.replace(" ", "") for code in codes) or None


def _lists(table: Table) -> bool:
    if not year_columns(table):
        return False
    by_code = {code for row in table.rows if (code := code_of_row(row))}
    if len(by_code) >= _LEAST_ROWS:
        return True
    loosely = {code for row in table.rows if (code := listed_code(row))}
    return len(loosely) >= _LEAST_ROWS and bool(_CATALOGUE.search(f"{table.caption or ''} {table.text_head or ''}"))


def _heading(table: Table) -> str:
    return " ".join((table.caption or "").strip("#*_ ").split())


def totals_beside(document: Document) -> Iterator[Table]:
    """Yield the tables outside every proposal that hold nothing but sums, over the years of the catalogue."""
    listing = [table for _, table in catalogue_tables(document)]
    columns = {table.columns for table in listing}
    ids = {table.id for table in listing}
    for table in next(iter(all_cases_of(document))).tables:
        filled = [row for row in table.rows if not row.empty]
        if table.id not in ids and table.columns in columns and filled and all(map(is_sum, filled)):
            yield table


_SUM = re.compile(
    r"netto\w*|samle[td]e?\b|i ?alt\b|total\w*|\bsum\b|invester\w*behov|invester\w* fra|effektivisering(?:er)? i alt",
    re.IGNORECASE,
)


def is_sum(row: Row) -> bool:
    """Return whether a row of a catalogue is a sum of its rows: it has no code, and it says so."""
    if listed_code(row) or row.kind is RowKind.HEADING:
        return False
    return row.kind.sums or bool(_SUM.match(row.label.strip()))
