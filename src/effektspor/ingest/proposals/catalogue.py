"""Document → catalogue: its groups with their rows, what they state, and what the whole catalogue states."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from effektspor.core.document import Document, Row, Table
from effektspor.core.finding import Finding
from effektspor.core.price_level import find_price_level
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.catalogue import Catalogue, CatalogueGroup, CatalogueRow, RowPurpose
from effektspor.core.unit import Unit
from effektspor.core.year_amounts import YearAmounts
from effektspor.ingest.proposals.catalogue_groups import INVESTMENT, ListedGroup, groups_of, take_totals
from effektspor.ingest.proposals.catalogue_tables import catalogue_tables, listed_code, totals_beside
from effektspor.ingest.proposals.codes import plain_code
from effektspor.ingest.proposals.notes import note
from effektspor.ingest.proposals.purposes import (
    Entry,
    StatedSums,
    control_area_of,
    settle_purposes,
    titles_of_parts,
)
from effektspor.ingest.proposals.signs import SAVES, all_plus, says_minus, told_outside
from effektspor.ingest.proposals.spans import case_tables, revision_in
from effektspor.ingest.proposals.year_columns import (
    amounts_of,
    likely_unit,
    stacked_parts,
    step_of,
    unit_of,
    year_columns,
)

_TITLE = re.compile(r"katalog", re.IGNORECASE)
_REVISION_IN_LABEL = re.compile(r"\s*[–-]?\s*\[(?!eftersendes)[^\]]*\]\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadCatalogue:
    """A catalogue, and what is said of its reading; `total` is the row in which it prints its own net."""

    catalogue: Catalogue
    findings: tuple[Finding, ...]
    total: tuple[Row, Table] | None = None


def read_catalogue(document: Document, cases: Sequence[BusinessCase]) -> Catalogue | None:
    """Return the catalogue of a paper, or None where no table of it lists proposals."""
    read = read_catalogue_with_notes(document, cases)
    return read.catalogue if read else None


def read_catalogue_with_notes(document: Document, cases: Sequence[BusinessCase]) -> ReadCatalogue | None:
    """Return the catalogue of a paper with what is said of its reading, or None where no table lists proposals.

    Its unit is the cases' where it states none. Savings are minus inside: a catalogue that prints them with plus is
    turned, and a note says so.
    """
    listed = catalogue_tables(document)
    if not listed:
        return None
    return _Reader(document, listed, cases).read()


class _Reader:
    def __init__(self, document: Document, listed: list[tuple[str, Table]], cases: Sequence[BusinessCase]) -> None:
        self._document, self._listed, self._cases = document, listed, cases
        self._tables = tuple(table for _, table in listed)
        self._findings: list[Finding] = []
        self._case_tables = case_tables(document)
        self._codes = {plain_code(case.code): case.code for case in cases}
        self._unit = self._read_unit()
        self._sign = self._read_sign()

    def read(self) -> ReadCatalogue:
        groups, overall = self._groups()
        rows = [row for table in totals_beside(self._document) for row in self._of_table(table)]
        sums = rows or overall
        whole = self._stated(sums)
        total = next((each for each in reversed(sums) if not INVESTMENT.search(each[0].label)), None)
        listed = tuple(map(self._group, groups))
        catalogue = Catalogue(self._title(), listed, whole.net, whole.investment, self._price_level())
        return ReadCatalogue(catalogue, tuple(self._findings), total)

    def _of_table(self, table: Table) -> list[tuple[Row, Table]]:
        return [(row, table) for row in table.rows if not row.empty]

    def _groups(self) -> tuple[list[ListedGroup], list[tuple[Row, Table]]]:
        """Return the groups, and the sums of a table that has several of them inside."""
        groups: list[ListedGroup] = []
        overall: list[tuple[Row, Table]] = []
        for heading, table in self._listed:
            inside = groups_of(heading, table)
            if len(inside) > 1:
                overall += take_totals(inside)
            groups += inside
        return groups, overall

    def _title(self) -> str:
        """The paper's own line that calls itself a catalogue, else its first table's heading."""
        lines = (line.text.strip("#*_ ") for line in self._document.paragraphs)
        named = (text for text in lines if _TITLE.search(text) and len(text) <= _LONGEST_TITLE and text[-1:] != ".")
        return next(named, self._listed[0][0] or "Katalog")

    def _price_level(self) -> str:
        """The level its tables or their captions state; where they state two, the catalogue as a whole has none."""
        said = (table.price_level or find_price_level(table.caption or "") for table in self._tables)
        levels = {level for level in said if level}
        return levels.pop() if len(levels) == 1 else ""

    def _read_unit(self) -> Unit:
        stated = next((unit for table in self._tables if (unit := unit_of(table))), None)
        if stated:
            return stated
        inherited = next((case.unit for case in self._cases), None)
        unit, reason = (inherited, "som forslagene er") if inherited else likely_unit(self._tables)
        blanks = {"unit": unit.name, "reason": reason, "proposal": "kataloget"}
        self._findings.append(note("KAT-005", self._tables[0].place, self._tables[0], **blanks))
        return unit

    def _read_sign(self) -> int:
        """Return −1 where savings are printed with plus: the paper says so, or the cases' signs are the opposite."""
        own = says_minus(each.text for table in self._tables for each in table.footnotes)
        told = told_outside(self._document) if own is None else own
        if told:
            return 1
        reason = self._reason_to_turn() if told is None else "fordi papiret siger det"
        if not reason:
            return 1
        self._findings.append(
            note("KAT-006", self._tables[0].place, self._tables[0], proposal="kataloget", reason=reason)
        )
        return -1

    def _reason_to_turn(self) -> str:
        if not all_plus(self._tables):
            return ""
        saving = [case for case in self._cases if sum(ore for line in case.lines for _, ore in line.amounts.pairs) < 0]
        if saving:
            return "som forslagene står"
        named = any(SAVES.search(f"{heading} {row.label}") for heading, table in self._listed for row in table.rows)
        return "fordi kataloget er af besparelser, og intet står med minus" if named else ""

    def _amounts(self, row: Row, table: Table, part: int = 0) -> YearAmounts:
        return amounts_of(row, year_columns(table), unit_of(table) or self._unit, part, self._sign)

    def _stated(self, sums: list[tuple[Row, Table]]) -> StatedSums:
        """A sum is of the investment where it says so, and then it is printed with plus in every catalogue."""
        net: YearAmounts | None = None
        investment: YearAmounts | None = None
        for row, table in sums:
            if INVESTMENT.search(row.label):
                investment = amounts_of(row, year_columns(table), unit_of(table) or self._unit)
            else:
                net = self._amounts(row, table)
        return StatedSums(net, investment)

    def _group(self, group: ListedGroup) -> CatalogueGroup:
        entries = [entry for row, table in group.rows for entry in self._entries(row, table)]
        stated = self._stated(group.sums)
        purposes, certain = settle_purposes(entries, stated)
        for entry in {entry.code: entry for entry in entries if entry.stacked}.values() if not certain else ():
            self._findings.append(note("KAT-014", group.place, group.rows[0][1], code=entry.code))
        rows = tuple(self._row(entry, purpose) for entry, purpose in zip(entries, purposes, strict=True))
        return CatalogueGroup(group.heading, rows, stated.net, stated.investment, group.table_id)

    def _row(self, entry: Entry, purpose: RowPurpose) -> CatalogueRow:
        area = control_area_of(entry, purpose)
        told_in = self._case_tables.get(entry.code, ())
        return CatalogueRow(
            code=entry.code,
            title=entry.title,
            amounts=entry.amounts,
            revision=entry.revision,
            purpose=purpose,
            control_area=area,
            step_ore=entry.step_ore,
            case_table_ids=told_in,
        )

    def _code(self, row: Row) -> str:
        """A row's code as its case prints it."""
        code = listed_code(row)
        return self._codes.get(plain_code(code), code)

    def _entries(self, row: Row, table: Table) -> Iterator[Entry]:
        parts = stacked_parts(row, year_columns(table))
        revision = revision_in(f"{row.number or ''} {row.label}")
        titles = titles_of_parts(_REVISION_IN_LABEL.sub("", row.label).strip(), parts)
        for part in range(parts):
            amounts, step = (
                self._amounts(row, table, part),
                step_of(row, year_columns(table), unit_of(table) or self._unit),
            )
            yield Entry(self._code(row), titles[part], revision, amounts, step, stacked=parts > 1)


_LONGEST_TITLE = 140
