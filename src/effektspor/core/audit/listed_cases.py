"""A catalogue's rows against the proposals they list: the same change, year by year."""

import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from effektspor.core.audit.cases import Case
from effektspor.core.audit.codes import code_of_row, number_of_row
from effektspor.core.audit.equations import Equation, Kind
from effektspor.core.audit.labels import same_label
from effektspor.core.audit.pairs import Pair, compare_rows, has_one_figure_a_cell, shared_years
from effektspor.core.document import Row, RowKind, Table

# A row that says so is a part of its proposal: a department's share, one control area, the investment.
_SHARE = re.compile(
    r"(?<!h)andel(?:en)?\b|overførs|anlæg|invester\w*behov|implementering|\bheraf\b|(?-i:\([A-ZÆØÅ]{2,4}\b)",
    re.IGNORECASE,
)
_PERMANENT = re.compile(r"\bvarige?\b", re.IGNORECASE)
_CODE_IN_TITLE = re.compile(r"^\W*[A-ZÆØÅ]{1,4}[- ]?\d{1,4}[a-z]?\s*[:·–-]\s*")
_Rows = list[tuple[Table, int]]


def catalogue_equations(cases: tuple[Case, ...]) -> Iterator[Equation]:
    """Yield the equations between each row that alone lists a proposal and the proposal's total."""
    outside = (table for case in cases if case.title is None for table in case.tables)
    by_code = _by_code([(table, index) for table in outside for index in range(len(table.rows))])
    for case in cases:
        rows = by_code.get(case.code or "", [])
        if _is_only(case, cases) and len(rows) == 1 and (pair := _pair(rows[0], case)):
            yield from pair.equations


def title_without_code(title: str) -> str:
    """Return "Bedre aftaler" of "S2 – Bedre aftaler"."""
    return _CODE_IN_TITLE.sub("", title)


def _by_code(listed: _Rows) -> dict[str, _Rows]:
    rows: dict[str, _Rows] = defaultdict(list)
    for table, index in listed:
        row = table.rows[index]
        if code := code_of_row(row) or number_of_row(row):
            rows[code].append((table, index))
    return rows


def _is_only(case: Case, cases: tuple[Case, ...]) -> bool:
    return sum(other.code == case.code for other in cases) == 1


def _pair(row: tuple[Table, int], case: Case) -> Pair | None:
    table, index = row
    total = permanent_total(case)
    if total is None or not _is_whole_case(table.rows[index], case) or _is_of_one_of_its_areas(row, total):
        return None
    pair = compare_rows(Kind.CATALOGUE, (table, total[0]), (index, total[1]), shared_years(table, total[0]))
    # A catalogue often lists one area of a case that has several: then nearly all years must agree.
    least = pair.failing if _is_of_one_area(*total) else 2 * pair.failing
    return pair if pair.agreeing >= max(1, least) else None


def _is_whole_case(row: Row, case: Case) -> bool:
    """A bare number is a proposal's only where the name is the proposal's too."""
    if _SHARE.search(row.label) or not has_one_figure_a_cell(row):
        return False
    return code_of_row(row) is not None or same_label(row.label, title_without_code(case.title or ""))


def _is_of_one_of_its_areas(row: tuple[Table, int], total: tuple[Table, int]) -> bool:
    """Whether a catalogue's row is what the case's rows of one control area add up to."""
    (catalogue, index), (table, at) = row, total
    plain = [line for line in table.rows[:at] if line.kind is RowKind.ROW and not line.empty]
    areas = {line.category for line in plain}
    columns = shared_years(catalogue, table)
    return len(areas) > 1 and any(
        all(
            _value(catalogue.rows[index], first) == sum(_value(line, second) for line in plain if line.category == area)
            for first, second in columns
        )
        for area in areas
    )


def _value(row: Row, column: int) -> Fraction:
    number = row.cells[column].number
    return number.value if number else Fraction(0)


def permanent_total(case: Case) -> tuple[Table, int] | None:
    """Return where a case states its permanent change: in its first table with a total."""
    for table in case.tables:
        sums = [index for index, row in enumerate(table.rows) if row.kind.sums and not row.empty]
        permanent = [index for index in sums if _PERMANENT.search(table.rows[index].label)]
        if sums:
            total = permanent or sums
            return (table, total[0]) if len(total) == 1 else None
    return None


def _is_of_one_area(table: Table, total: int) -> bool:
    plain = (row for row in table.rows[:total] if row.kind is RowKind.ROW and not row.empty)
    return len({row.category for row in plain}) <= 1
