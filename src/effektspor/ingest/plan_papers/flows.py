"""A table of flows → places with opening, what came and went per period, and closing."""

import re
from dataclasses import dataclass

from effektspor.core.document import Row, RowKind, Table
from effektspor.core.number import Number
from effektspor.core.plans.flow import FlowMove, FlowPlace, FlowTable
from effektspor.ingest.plan_papers.context import PlanReading
from effektspor.ingest.plan_papers.days import day_in
from effektspor.ingest.plan_papers.telling import cannot_read

_IN = re.compile(r"\b(?:til(?:gang|gået|kommet)\w*|nye|ind(?:flytt\w*|skrev\w*|visit\w*)?)\b|^til$", re.IGNORECASE)
_OUT = re.compile(
    r"\b(?:(?:af|fra)(?:gang|gået)\w*|ophør\w*|ud(?:flytt\w*|skrev\w*)?|afslutt?\w*)\b|^fra$", re.IGNORECASE
)
_KIND = "en opgørelse af til- og afgang"


@dataclass(frozen=True, slots=True)
class _Heads:
    """Where a flow stands among names of columns or of rows; `moves` are (period, in, out)."""

    opening: int
    closing: int
    moves: tuple[tuple[str, int | None, int | None], ...]


def read_flows(reading: PlanReading) -> tuple[FlowTable, ...]:
    """Return every flow table of a paper, along the rows or down the columns."""
    found = ((table, _read(reading, table)) for table in reading.free_tables)
    flows = [(table, flow) for table, flow in found if flow]
    reading.placed.update(table.id for table, _ in flows)
    return tuple(flow for _, flow in flows)


def _read(reading: PlanReading, table: Table) -> FlowTable | None:
    names = list(table.columns)
    if _moves_both_ways(names):
        heads = _heads(names)
        if heads is None:
            _tell_lacking(reading, table)
        return _along(reading, table, heads) if heads else None
    labels = [row.label.strip() for row in table.rows]
    heads = _heads(labels) if _moves_both_ways(labels) else None
    return _down(reading, table, heads) if heads else None


def _moves_both_ways(names: list[str]) -> bool:
    return {_side(name) for name in names} >= {"in", "out"}


def _side(name: str) -> str:
    """Return "in" or "out" where a name says only the one; "Til- og afgang" says both, and so neither."""
    into, out = bool(_IN.search(name)), bool(_OUT.search(name))
    return "in" if into and not out else "out" if out and not into else ""


def _heads(names: list[str]) -> _Heads | None:
    """Return where a flow stands: the name before its first move is the opening, the one after its last the closing."""
    moving = [at for at, name in enumerate(names) if _side(name)]
    first, last = moving[0], moving[-1]
    if first == 0 or last == len(names) - 1 or len(moving) != last - first + 1:
        return None
    return _Heads(first - 1, last + 1, _paired(names, moving))


def _paired(names: list[str], moving: list[int]) -> tuple[tuple[str, int | None, int | None], ...]:
    """Put what came and went in one period together; a second move in the same direction is a new period.

    Where the two take turns, neighbours belong together, also where a merged head stands over the wrong one of them.
    """
    sides = [_side(names[at]) for at in moving]
    if len(moving) % 2 == 0 and sides == ["in", "out"] * (len(moving) // 2):
        return tuple((_period(names[a]), a, b) for a, b in zip(moving[::2], moving[1::2], strict=True))
    return _by_period(names, moving)


def _by_period(names: list[str], moving: list[int]) -> tuple[tuple[str, int | None, int | None], ...]:
    periods: dict[tuple[str, int], dict[str, int]] = {}
    for at in moving:
        name, side = _period(names[at]), _side(names[at])
        count = sum(1 for (known, _), sides in periods.items() if known == name and side in sides)
        periods.setdefault((name, count), {})[side] = at
    return tuple((name, sides.get("in"), sides.get("out")) for (name, _), sides in periods.items())


def _period(name: str) -> str:
    return re.sub(r"\s+", " ", _OUT.sub("", _IN.sub("", name))).strip(" ,:-–")


def _along(reading: PlanReading, table: Table, heads: _Heads) -> FlowTable:
    filled = [row for row in table.rows if row.kind is not RowKind.HEADING and not row.empty]
    totals = [_place(row, heads) for row in filled if row.kind.sums]
    return FlowTable(
        title=reading.title(table),
        periods=tuple(period for period, _, _ in heads.moves),
        places=tuple(_place(row, heads) for row in filled if row.kind is RowKind.ROW),
        opening_on=day_in(table.columns[heads.opening]),
        closing_on=day_in(table.columns[heads.closing]),
        stated_total=totals[-1] if totals else None,
    )


def _place(row: Row, heads: _Heads) -> FlowPlace:
    def number(column: int | None) -> Number | None:
        return row.cells[column].number if column is not None else None

    moves = tuple(FlowMove(number(into), number(out)) for _, into, out in heads.moves)
    return FlowPlace(row.label, number(heads.opening), moves, number(heads.closing))


def _down(reading: PlanReading, table: Table, heads: _Heads) -> FlowTable | None:
    """A flow down the columns: each column is a place, or a year, of its own."""
    rows = table.rows

    def place(column: int) -> FlowPlace:
        def number(row: int | None) -> Number | None:
            return rows[row].cells[column].number if row is not None else None

        moves = tuple(FlowMove(number(into), number(out)) for _, into, out in heads.moves)
        return FlowPlace(table.columns[column], number(heads.opening), moves, number(heads.closing))

    places = tuple(place(column) for column in range(len(table.columns)))
    stated = tuple(each for each in places if each.opening is not None or each.stated_closing is not None)
    # A label says less than a column's head, so the figures must bear it out.
    if not stated or 2 * sum(each.agrees for each in stated) <= len(stated):
        return None
    opening, closing = day_in(rows[heads.opening].label), day_in(rows[heads.closing].label)
    return FlowTable(reading.title(table), tuple(period for period, _, _ in heads.moves), stated, opening, closing)


def _tell_lacking(reading: PlanReading, table: Table) -> None:
    lack = "der mangler en kolonne med antallet før eller efter"
    repair = "Sæt antallet ved begyndelsen først og antallet ved slutningen sidst."
    reading.findings.append(cannot_read(table, reading.named(table), _KIND, lack, repair))
