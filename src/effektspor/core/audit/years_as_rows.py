"""Tables whose rows are years and whose columns are the lines: the last column is their sum, or their net."""

import re
from collections.abc import Iterator

from effektspor.core.audit.believing import Parts, Proposed, believed_along
from effektspor.core.audit.equations import Equation, Kind
from effektspor.core.document import Row, Table

# "2027", "Budget 2027", "2030 og frem"
_YEAR = re.compile(r"(?:budget(?:år)?\s+|år\s+)?(?:19|20)\d\d(?:\s+og\s+frem\w*)?", re.IGNORECASE)
_TOTAL = re.compile(r"^(?:netto|i alt|samlet|sum|total|resultat)|\bi alt$", re.IGNORECASE)
_COUNTED = re.compile(r"\bantal\b|\bpct\b|procent|%|\bpr\.\s|helår|årsværk", re.IGNORECASE)
_LEAST_YEARS, _LEAST_COLUMNS, _MOST_COLUMNS = 3, 2, 12


def year_row_equations(table: Table, told: set[int]) -> Iterator[Equation]:
    """Yield each year's sum of the columns before the last, where most years hold; `told`: columns known by others.

    A column may be called after prices ("Lavere priser på …"): in a table of this form it is a line, and the rows
    decide. Of two columns without signs the second may be subtracted.
    """
    total = len(table.columns) - 1
    rows = [index for index, row in enumerate(table.rows) if not row.empty and not row.kind.sums]
    if total < _LEAST_COLUMNS or total in told or total > _MOST_COLUMNS or not _has_form(table):
        return
    for parts in _signed(total):
        found = believed_along(table, Proposed(Kind.ROW_TOTAL, total, parts), rows, least=_LEAST_YEARS - 1)
        if found and 2 * sum(each.holds for each in found) > len(found):
            yield from found
            return


def rows_are_years(table: Table) -> bool:
    """Whether every row with figures is a year or a sum: then figures of one kind stand below each other."""
    rows = [row for row in table.rows if not row.empty and not row.kind.sums]
    return len(rows) >= _LEAST_YEARS and all(_is_year(row) for row in rows)


def _has_form(table: Table) -> bool:
    units = {table.unit_of(column) for column in range(len(table.columns))}
    counted = any(_COUNTED.search(name) for name in table.columns)
    total = _TOTAL.search(table.columns[-1])
    return bool(rows_are_years(table) and total and len(units) == 1 and not counted)


def _is_year(row: Row) -> bool:
    return _YEAR.fullmatch(row.label.strip()) is not None


def _signed(total: int) -> Iterator[Parts]:
    """All added; of two columns also the first less the second."""
    yield tuple((column, 1) for column in range(total))
    if total == _LEAST_COLUMNS:
        yield ((0, 1), (1, -1))
