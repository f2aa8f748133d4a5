"""Document → plan: the status table of an økonomisk handleplan, whatever its measures are called."""

import re
from dataclasses import dataclass

from effektspor.core.audit.checks.tab002_note_differs import read_stated
from effektspor.core.document import Document, Row, RowKind, Table
from effektspor.core.number import Number
from effektspor.core.period import find_day
from effektspor.core.plans.plan import Measure, Plan, StatedTotals
from effektspor.core.unit import Unit, find_unit
from effektspor.ingest.cells import strip_marks
from effektspor.ingest.titles import document_title

_TARGET = re.compile(r"sparekrav|måltal|\bmål\b|\bkrav\b|forudsat", re.IGNORECASE)
_REALISED = re.compile(r"opnå\w*|realiser\w*|effektueret|indfriet", re.IGNORECASE)
_EXPECTED = re.compile(r"forvent\w*|skøn\w*|årets udgang", re.IGNORECASE)
_PLAN = re.compile(r"plan(?:en|er)?\b|plan_|tiltag|initiativ|indsats", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Columns:
    target: int
    realised: int
    unit: Unit
    expected: int | None = None


def read_plan(document: Document) -> Plan | None:
    """Return the plan in a paper, or None when it has no table of measures with both target and realised saving."""
    table = plan_table(document)
    columns = _columns(table) if table else None
    return _plan(table, columns) if table and columns else None


def plan_table(document: Document) -> Table | None:
    """Return the table that the plan of a paper is read from."""
    named = f"{document.name} {document_title(document)}"
    plans = (table for table in document.tables if _PLAN.search(f"{table.caption or ''} {named}"))
    return next((table for table in plans if _columns(table) and not _counts_years(table)), None)


def _counts_years(table: Table) -> bool:
    """Whether every row is a year: an effect account has target and realised by year, and no measures."""
    rows = [row for row in table.rows if row.kind is RowKind.ROW and not row.empty]
    return bool(rows) and all(re.fullmatch(r"\W*(?:19|20)\d\d\W*", row.label) for row in rows)


def _columns(table: Table) -> _Columns | None:
    targets = [index for index, name in enumerate(table.columns) if _TARGET.search(name)]
    realised = [index for index, name in enumerate(table.columns) if _REALISED.search(name)]
    unit = find_unit(table.unit or "")
    if len(targets) != 1 or len(realised) != 1 or unit is None:
        return None
    return _Columns(targets[0], realised[0], unit, _expected(table, (*targets, *realised)))


def _expected(table: Table, taken: tuple[int, ...]) -> int | None:
    """Return the one column of what the measures are expected to come to."""
    found = [at for at, name in enumerate(table.columns) if at not in taken and _EXPECTED.search(name)]
    return found[0] if len(found) == 1 else None


def _plan(table: Table, columns: _Columns) -> Plan:
    rows = [row for row in table.rows if row.kind is RowKind.ROW and not row.empty]
    sums = [row for row in table.rows if row.kind.sums]
    numbers = [number for row in rows for number in _pair(row, columns) if number]
    heads = [table.columns[columns.realised], table.text_head or "", table.caption or ""]
    return Plan(
        title=table.caption or "Økonomisk handleplan",
        measures=tuple(_measure(row, columns, index) for index, row in enumerate(rows, start=1)),
        unit=columns.unit,
        decimals=max((number.decimals for number in numbers), default=0),
        as_of=next((day for head in heads if (day := find_day(head))), None),
        price_level=table.price_level,
        stated_target=StatedTotals(net_ore=_ore(sums[-1], columns.target, columns.unit) if sums else None),
        stated_realised=_stated_realised(table, columns, sums),
        note=" ".join(strip_marks(note.text) for note in table.footnotes),
        stated_expected=StatedTotals(net_ore=_ore(sums[-1], columns.expected, columns.unit) if sums else None),
    )


def _measure(row: Row, columns: _Columns, index: int) -> Measure:
    return Measure(
        number=strip_marks(row.number or str(index)),
        title=row.label,
        target_ore=_ore(row, columns.target, columns.unit),
        realised_ore=_ore(row, columns.realised, columns.unit),
        status_text=row.text or "",
        expected_ore=_ore(row, columns.expected, columns.unit),
    )


def _stated_realised(table: Table, columns: _Columns, sums: list[Row]) -> StatedTotals:
    """Return the net of the sum row, with gross and investment from the note that explains it."""
    stated = {figure.role: figure for note in table.footnotes for figure in read_stated(note.text)}
    investment = stated.get("investment")
    return StatedTotals(
        net_ore=_ore(sums[-1], columns.realised, columns.unit) if sums else None,
        gross_ore=stated["gross"].unit.to_ore(stated["gross"].number) if "gross" in stated else None,
        investment_ore=-abs(investment.unit.to_ore(investment.number)) if investment else None,
    )


def _pair(row: Row, columns: _Columns) -> tuple[Number | None, Number | None]:
    return row.cells[columns.target].number, row.cells[columns.realised].number


def _ore(row: Row, column: int | None, unit: Unit) -> int | None:
    number = row.cells[column].number if column is not None else None
    return unit.to_ore(number) if number else None
