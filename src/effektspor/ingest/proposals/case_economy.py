"""The economy of one proposal over all its tables: which one is the whole, which are parts of it, and their unit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from effektspor.core.audit.labels import same_label
from effektspor.core.document import Paragraph, Table
from effektspor.core.finding import Finding
from effektspor.core.price_level import find_price_level
from effektspor.core.proposals.business_case import StatedCase
from effektspor.core.proposals.change_line import ChangeLine, LineKind
from effektspor.core.unit import THOUSAND, Unit, find_unit
from effektspor.core.year_amounts import YearAmounts, sum_years
from effektspor.ingest.proposals.allocations import area_in
from effektspor.ingest.proposals.economy import AREA, Economy, read_economy
from effektspor.ingest.proposals.group_names import group_name
from effektspor.ingest.proposals.kinds import TableKind, economy_of, is_of_investment, kind_of
from effektspor.ingest.proposals.notes import note, shortened
from effektspor.ingest.proposals.signs import says_minus, turned_by_labels
from effektspor.ingest.proposals.spans import Span
from effektspor.ingest.proposals.year_columns import likely_unit, unit_of, year_columns, year_in


@dataclass(slots=True)
class CaseEconomy:
    """What a proposal's tables of amounts say; `read` are the ids of the tables it is read from."""

    unit: Unit = THOUSAND
    price_level: str | None = None
    years: tuple[int, ...] = ()
    sign: int = 1
    area: str = ""
    lines: list[ChangeLine] = field(default_factory=list)
    stated: StatedCase = field(default_factory=StatedCase)
    read: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def unit_of(self, table: Table) -> Unit:
        """Return a table's unit: its own, else the proposal's."""
        return unit_of(table) or self.unit


class Outside(NamedTuple):
    """What a paper states once for all its proposals: the unit, and whether savings are minus."""

    unit: Unit | None = None
    minus: bool | None = None


_NOTHING_OUTSIDE = Outside()


def read_case_economy(span: Span, outside: Outside = _NOTHING_OUTSIDE, area: str = "") -> CaseEconomy:
    """Return the economy of a proposal: from the table of the whole, else from those of its control areas.

    `area` is the control area that the proposal's head states, "" for none.
    """
    main = economy_of(span.tables)
    details = [table for table in span.tables if kind_of(table) is TableKind.DETAIL]
    tables = (main,) if main else tuple(details)
    economy = CaseEconomy(area=area)
    if not tables:
        economy.findings.append(note("KAT-008", span.place, proposal=span.danish))
        return economy
    _set_unit(economy, span, tables, outside.unit)
    _set_sign(economy, span, tables, outside.minus)
    _add_lines(economy, span, tables)
    if main:
        _take_repeats(economy, span)
        _add_investments(economy, span)
        _compare_details(economy, span, details)
    return economy


def _set_unit(economy: CaseEconomy, span: Span, tables: tuple[Table, ...], outside: Unit | None) -> None:
    stated = next((unit for table in (*tables, *_by_year(span)) if (unit := unit_of(table))), None)
    stated = stated or told_unit(span.lines) or outside
    economy.unit, reason = (stated, "") if stated else likely_unit(tables)
    if not stated:
        blanks = {"unit": economy.unit.name, "reason": reason}
        economy.findings.append(note("KAT-005", tables[0].place, tables[0], proposal=span.danish, **blanks))
    levels = (table.price_level or find_price_level(table.caption or "") for table in (*tables, *_by_year(span)))
    economy.price_level = next((level for level in levels if level), None)
    economy.years = tuple(sorted({year for table in tables for year in _years(table)}))


def _by_year(span: Span) -> Iterator[Table]:
    return (table for table in span.tables if year_columns(table))


def _years(table: Table) -> Iterator[int]:
    yield from year_columns(table).values()
    yield from (year for row in table.rows if not year_columns(table) and (year := year_in(row.label)))


_TOLD = ("beløb", "tabel", "alle tal")
_LONGEST_TOLD = 120


def told_unit(lines: Iterable[Paragraph]) -> Unit | None:
    """Return the unit that a line says all amounts are in: "Alle beløb er i 1.000 kr."."""
    short = (line.text for line in lines if len(line.text) < _LONGEST_TOLD)
    telling = (text for text in short if any(word in text.casefold() for word in _TOLD))
    return next((unit for text in telling if (unit := find_unit(text))), None)


def _set_sign(economy: CaseEconomy, span: Span, tables: tuple[Table, ...], outside: bool | None) -> None:
    notes = [line.text for line in span.lines] + [each.text for table in span.tables for each in table.footnotes]
    own = says_minus(notes)
    told = outside if own is None else own
    if told is None and any(map(turned_by_labels, tables)):
        reason = "fordi det, der hedder en besparelse, står med plus"
    elif told is False:
        reason = "fordi papiret siger det"
    else:
        return
    economy.sign = -1
    economy.findings.append(note("KAT-006", tables[0].place, tables[0], proposal=span.danish, reason=reason))


def _add_lines(economy: CaseEconomy, span: Span, tables: tuple[Table, ...], known: Sequence[ChangeLine] = ()) -> None:
    read = [(table, _read(economy, span, table)) for table in tables]
    economy.lines = [*known, *(line for _, each in read for line in each.lines)]
    economy.stated = read[0][1].stated if len(read) == 1 else _added([each.stated for _, each in read])
    economy.findings += [finding for _, each in read for finding in each.findings]
    economy.read |= {table.id for table in tables}
    said = any(finding.code == "KAT-004" for finding in economy.findings)
    if not said and (unplaced := next((table for table, each in read if not each.places_area), None)):
        economy.findings.append(note("KAT-004", unplaced.place, unplaced, proposal=span.danish))


def _read(economy: CaseEconomy, span: Span, table: Table) -> Economy:
    read = read_economy(table, economy.unit_of(table), span.danish, _area(economy, table), economy.sign)
    if "implementering" in (table.caption or "").casefold() or is_of_investment(table):
        read.lines = [replace(line, kind=LineKind.IMPLEMENTATION) for line in read.lines]
        cost = read.stated.implementation or read.stated.permanent
        read.stated = replace(read.stated, permanent=None, implementation=cost)
    return read


def _area(economy: CaseEconomy, table: Table) -> str:
    """The area that a table's caption names, else the one in the proposal's head; "" where neither does."""
    caption = table.caption or ""
    if kind_of(table) is TableKind.DETAIL or AREA.match(group_name(caption).rpartition(",")[2].strip()):
        return area_in(caption)
    return economy.area


def _added(stated: list[StatedCase]) -> StatedCase:
    """Sums per control area add up to the proposal's, where every table has one."""
    permanent = [each.permanent for each in stated if each.permanent]
    cost = [each.implementation for each in stated if each.implementation]
    complete = len(permanent) + len(cost) == len(stated)
    return StatedCase(_sum(permanent) if complete else None, _sum(cost) if complete else None)


def _sum(amounts: list[YearAmounts]) -> YearAmounts | None:
    return sum_years(amounts) if amounts else None


def _take_repeats(economy: CaseEconomy, span: Span) -> None:
    """A table without a caption of its own often repeats the lines of the whole; then it says nothing new."""
    for table in span.tables:
        if kind_of(table) is TableKind.ECONOMY and table.id not in economy.read:
            again = read_economy(table, economy.unit_of(table), span.danish, "", economy.sign)
            if again.lines and _repeated(again.lines, economy.lines):
                economy.read.add(table.id)


def _add_investments(economy: CaseEconomy, span: Span) -> None:
    """A table of its own with what is laid out is a part of the economy, where the other has none of it."""
    if any(line.kind is LineKind.IMPLEMENTATION for line in economy.lines):
        return
    for table in span.tables:
        if table.id not in economy.read and kind_of(table) is TableKind.ECONOMY and is_of_investment(table):
            stated = economy.stated
            _add_lines(economy, span, (table,), economy.lines)
            cost = economy.stated.implementation
            economy.stated = replace(stated, implementation=cost, total=None)


def _compare_details(economy: CaseEconomy, span: Span, details: list[Table]) -> None:
    """A table of one control area repeats lines of the whole; where it has others, it says so."""
    for table in details:
        economy.read.add(table.id)
        finer = read_economy(table, economy.unit_of(table), span.danish, area_in(table.caption or ""), economy.sign)
        if not _repeated(finer.lines, economy.lines):
            caption = shortened(table.caption or "")
            economy.findings.append(note("KAT-007", table.place, table, table=caption, proposal=span.danish))


def _repeated(lines: list[ChangeLine], whole: list[ChangeLine]) -> bool:
    """Whether each line is one of the whole by its name, or by its amounts in most years."""
    return all(any(_is_same(line, other) for other in whole) for line in lines)


def _is_same(line: ChangeLine, other: ChangeLine) -> bool:
    if same_label(line.label, other.label):
        return True
    shared = set(line.amounts.years) & set(other.amounts.years)
    agreeing = [year for year in shared if line.amounts.at(year) == other.amounts.at(year)]
    return 2 * len(agreeing) > len(shared)
