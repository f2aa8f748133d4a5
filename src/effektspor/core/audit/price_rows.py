"""Rows of a table that say another price level than it has, and are added up as they stand."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from effektspor.core.audit.cases import Case
from effektspor.core.audit.prose import sentences_of
from effektspor.core.audit.totals import explain_totals
from effektspor.core.document import Row, Table
from effektspor.core.price_level import find_price_level

# "omregnet fra 2025-priser", "fremskrevet til 2027": the amount is in the table's level already.
_CONVERTED = re.compile(r"omregn|fremskr|opregn|opskriv|indekser|reguler|\bfra\s+(?:19|20)\d\d", re.IGNORECASE)
# A sentence that says so of anything in the proposal silences all of its rows.
_SAID_CONVERTED = re.compile(r"omregn|fremskr|opregn|opskriv", re.IGNORECASE)
_COLUMN = re.compile(r"\s*(?:prisniveau|p/?l|pl-niveau|pris-\s*og\s*lønniveau|prisår)\s*", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")


class MixedRow(NamedTuple):
    """A row in one price level, the sum that adds it up unconverted, and the level of the others."""

    table: Table
    at: int
    total: int
    level: str
    usual: str

    @property
    def row(self) -> Row:
        return self.table.rows[self.at]


def mixed_rows(case: Case) -> Iterator[MixedRow]:
    """Yield the rows of a case's tables that are part of a sum in another price level; none where any is converted."""
    found = [mixed for table in case.tables for mixed in _mixed_in(table)]
    if found and not any(_SAID_CONVERTED.search(sentence.text) for sentence in sentences_of(case)):
        yield from found


def _mixed_in(table: Table) -> Iterator[MixedRow]:
    texts = [table.caption or "", table.text_head or "", *(row.label for row in table.rows)]
    if any(_CONVERTED.search(text) for text in texts):
        return
    levels = [_level(table, row) for row in table.rows]
    for found in explain_totals(table) if any(levels) else ():
        usual = levels[found.row] or table.price_level or _most(levels)
        own = [levels[part] or table.price_level for part in found.parts]
        others = [at for at, level in zip(found.parts, own, strict=True) if level and level != usual]
        if found.holds and usual and usual in own and len(others) == 1:
            yield MixedRow(table, others[0], found.row, levels[others[0]] or "", usual)


def _level(table: Table, row: Row) -> str | None:
    """The level a row says in its label, or in a column of price levels."""
    column = next((at for at, name in enumerate(table.columns) if _COLUMN.fullmatch(name)), None)
    cell = row.cells[column].text.strip() if column is not None else row.category or ""
    if _YEAR.fullmatch(cell):
        return cell if column is not None else None
    return find_price_level(cell) or find_price_level(row.label)


def _most(levels: list[str | None]) -> str | None:
    known = Counter(level for level in levels if level).most_common(1)
    return known[0][0] if known and known[0][1] > 1 else None
