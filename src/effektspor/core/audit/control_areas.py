"""The control area (styringsområde) that a caption, a total and a proposal's lines say they are of."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from effektspor.core.audit.case_lines import economy_of
from effektspor.core.audit.cases import Case
from effektspor.core.audit.copied_rows import amounts_of
from effektspor.core.audit.labels import same_label
from effektspor.core.document import Row, RowKind, Table

SERVICE, TRANSFERS, CAPITAL, EFFORT = "service", "overførsler", "anlæg", "indsats"
_INVESTED = r"(?:s?investering\w*)?"
# Whole words only: "serviceniveau" and "anlægsgartner" are measures, no control areas.
_AREAS = (
    (SERVICE, re.compile(rf"\bservice{_INVESTED}(?!\w)(?!-)", re.IGNORECASE)),
    (TRANSFERS, re.compile(r"\boverførs(?:el|ler|elsudgifter|elsområdet)\b", re.IGNORECASE)),
    (CAPITAL, re.compile(rf"\banlæg{_INVESTED}(?!\w)(?!-)", re.IGNORECASE)),
    (EFFORT, re.compile(r"\befterspørgselsstyrede?\s+indsats(?:er)?\b", re.IGNORECASE)),
)
# An area is what a caption ends with, behind a comma or a dash, or what is invested in.
_NAMED = re.compile(r"(?:[,:(–-]|\btotalt?,?|\bi alt,?|\bpå|\binden for)\s*(?P<area>[^,:(–-]*)\)?\s*$", re.IGNORECASE)
_INVESTMENT = re.compile(r"\b(?:service|anlæg)s?investering\w*", re.IGNORECASE)


class AreaClash(NamedTuple):
    """A table whose caption names one area, and a row of it that is of another.

    `of_total` where it is the total that names the area, and the lines above it that are of another.
    """

    table: Table
    at: int
    captions: str
    rows: str
    line: Row | None
    of_total: bool = False

    @property
    def row(self) -> Row:
        return self.table.rows[self.at]


def area_clashes(case: Case) -> Iterator[AreaClash]:
    """Yield one clash for each table: its total's name first, else a line the case's first table puts elsewhere."""
    economy = economy_of(case)
    for table in case.tables:
        first = economy.table if economy and economy.table is not table else None
        own = named_area(table.caption or "")
        if own:
            clash = _clash_of_total(table, own) or (_clash_of_line(table, own, first) if first else None)
        else:
            clash = _clash_under_total(table, first) if first else None
        if clash:
            yield clash


def named_area(text: str) -> str | None:
    """Return the one control area that a caption or a total's name ends with, or that its investments are of."""
    invested = _INVESTMENT.search(text)
    ending = _NAMED.search(text)
    told = invested[0] if invested else ending["area"] if ending else ""
    found = {area for area, words in _AREAS if words.search(told)}
    return found.pop() if len(found) == 1 else None


def area_of(category: str) -> str | None:
    """Return the control area that a line's own column names."""
    found = {area for area, words in _AREAS if words.search(category)}
    if not found and re.fullmatch(r"\s*(?:efterspørgsels\w*\s+)?indsats\w*\s*", category, re.IGNORECASE):
        return EFFORT
    return found.pop() if len(found) == 1 else None


def _clash_of_total(table: Table, own: str) -> AreaClash | None:
    sums = [index for index, row in enumerate(table.rows) if row.kind.sums and not row.empty]
    areas = [named_area(table.rows[index].label) for index in sums]
    if own in areas:
        return None
    return next((AreaClash(table, at, own, area, None) for at, area in zip(sums, areas, strict=True) if area), None)


def _clash_under_total(table: Table, first: Table) -> AreaClash | None:
    """Where no caption says it, the total's own name does: then all its lines are of another area."""
    sums = [index for index, row in enumerate(table.rows) if row.kind.sums and not row.empty]
    told = [(index, area) for index in sums if (area := named_area(table.rows[index].label))]
    if len(told) != 1:
        return None
    at, area = told[0]
    clash = _clash_of_line(table, area, first)
    return clash._replace(at=at, of_total=True) if clash else None


def _clash_of_line(table: Table, own: str, first: Table) -> AreaClash | None:
    """A line is the first table's where it is called the same and has its figures; all such lines are of another."""
    found: list[tuple[int, Row, str]] = []
    for index, row in enumerate(table.rows):
        if row.kind is RowKind.ROW and not row.empty:
            lines = [line for line in first.rows if line.category and _is_line(table, row, first, line)]
            areas = {area_of(line.category or "") for line in lines}
            if len(lines) == 1 and (area := areas.pop()):
                found.append((index, lines[0], area))
    if not found or any(area == own for _, _, area in found):
        return None
    index, line, area = found[0]
    return AreaClash(table, index, own, area, line)


def _is_line(table: Table, row: Row, first: Table, line: Row) -> bool:
    figures = amounts_of(table, row)
    return bool(figures) and same_label(row.label, line.label) and figures == amounts_of(first, line)
