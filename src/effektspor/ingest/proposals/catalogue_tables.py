"""Which tables of a paper are its catalogue: rows with the codes of proposals, over the same years."""

import re
from collections.abc import Iterator, Sequence

from effektspor.core.audit.cases import all_cases_of
from effektspor.core.audit.codes import PRINTED_CODE, code_of_row, number_of_row
from effektspor.core.audit.labels import same_label
from effektspor.core.document import Document, Row, RowKind, Table
from effektspor.ingest.proposals.codes import plain_code, printed_code_of_row
from effektspor.ingest.proposals.group_names import group_name
from effektspor.ingest.proposals.year_columns import year_columns

_IN_BRACKETS = re.compile(r"\((?P<inside>[^()]*)\)\s*$")
_ANY_CODE = re.compile(r"(?<!\w)[A-ZÆØÅ]{1,4}[- ]?\d{1,4}[a-z]?(?!\w)")
_CATALOGUE = re.compile(r"katalog|forslag|effektivisering|besparelse|omprioritering|prioritering", re.IGNORECASE)
_LED = re.compile(rf"^\W*{PRINTED_CODE}\s*[:·–-]?\s*")
# "§ 85" and "2018" are no codes; a bare number is a proposal's only under a head that says so, or with its title.
_LEAST_ROWS = 2


def catalogue_tables(document: Document) -> list[tuple[str, Table]]:
    """Return the tables that list proposals, each with the name of its group: its caption's, or ""."""
    by_year = [table for table in document.tables if year_columns(table)]
    if not any(listed_code(row) for table in by_year for row in table.rows):
        return []
    cases = all_cases_of(document)
    known = frozenset((plain_code(case.code), _bare(case.title)) for case in cases if case.code and case.title)
    outside = [table for table in cases[0].tables if year_columns(table)]
    chosen = {table.id for alike in _alike(outside) for table in _listing(alike, known)}
    return [(group_name(table.caption or "", document), table) for table in document.tables if table.id in chosen]


_Known = frozenset[tuple[str, str]]


def _alike(tables: Sequence[Table]) -> Iterator[list[Table]]:
    """Yield tables over the same columns together: a catalogue often has one for each group."""
    by_columns: dict[tuple[str, ...], list[Table]] = {}
    for table in tables:
        by_columns.setdefault(table.columns, []).append(table)
    yield from by_columns.values()


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


def _listing(tables: Sequence[Table], known: _Known) -> Iterator[Table]:
    """Yield those of some tables over the same columns that list proposals.

    A code with letters is one; a number is one where something says that it is a proposal's.
    """
    with_codes = [table for table in tables if any(map(coded, table.rows))]
    if any(map(_lists_several, tables)) or _list_together(with_codes):
        yield from with_codes
    else:
        numbered = [table for table in tables if any(map(listed_code, table.rows))]
        yield from numbered if _list_numbers(numbered, known) else ()


def _lists_several(table: Table) -> bool:
    return len({code for row in table.rows if (code := code_of_row(row))}) >= _LEAST_ROWS


def _list_together(tables: Sequence[Table]) -> bool:
    """Whether tables of a row each are the groups of one catalogue."""
    codes = {code for table in tables for row in table.rows if (code := code_of_row(row))}
    return len(codes) >= _LEAST_ROWS and all(map(_numbers_its_rows, tables))


def _list_numbers(tables: Sequence[Table], known: _Known) -> bool:
    loosely = {code for table in tables if _is_named(table) for row in table.rows if (code := listed_code(row))}
    told = {code for table in tables for row in table.rows if (code := listed_code(row)) and _is_told(row, code, known)}
    return len(loosely) >= _LEAST_ROWS or len(told) >= _LEAST_ROWS


def _numbers_its_rows(table: Table) -> bool:
    """Whether a code stands in a column of its own in every row that is no heading and no sum."""
    rows = [row for row in table.rows if not row.empty and row.kind is not RowKind.HEADING]
    return all(code_of_row(row) and row.number for row in rows if not is_sum(row))


def _is_named(table: Table) -> bool:
    return bool(_CATALOGUE.search(f"{table.caption or ''} {table.text_head or ''}"))


def _is_told(row: Row, code: str, known: _Known) -> bool:
    """Whether the paper tells a proposal of this number and this title."""
    return any(number == plain_code(code) and same_label(row.label, title) for number, title in known)


def _bare(title: str) -> str:
    return _LED.sub("", title)


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
    r"netto\w*|samle[td]e?\b|i ?alt\b|total\w*|\bsum\b|invester\w*behov|invester\w* fra|effektivisering(?:er)? i alt"
    r"|alle (?:forslag|grupper|målgrupper|områder)\b|hele (?:kataloget|området|udvalget)\b|kataloget\b"
    r"|.*(?:\bi ?alt|[,:–-] ?(?:netto|total\w*|samlet|sum))$",
    re.IGNORECASE,
)


def is_sum(row: Row) -> bool:
    """Return whether a row of a catalogue is a sum of its rows: it has no code, and it says so."""
    if listed_code(row) or row.kind is RowKind.HEADING:
        return False
    return row.kind.sums or bool(_SUM.match(row.label.strip()))
