"""What one table's figures say of each other, as equations: sums, row totals, differences and flows."""

from collections.abc import Iterable, Iterator

from effektspor.core.audit.detailed import explain_details
from effektspor.core.audit.equations import CellId, Equation, Kind, Structure, equation
from effektspor.core.audit.explanation import Explanation
from effektspor.core.audit.flows import flow_equations
from effektspor.core.audit.horizontal import difference_equations, row_total_equations, unnamed_equations
from effektspor.core.audit.subtracted import subtracted_equations
from effektspor.core.audit.totals import explain_totals
from effektspor.core.audit.years_as_rows import year_row_equations
from effektspor.core.document import Table
from effektspor.core.sum_words import sounds_like_sum


def table_equations(table: Table) -> Iterator[Equation]:
    """Yield every equation that the structure of a table states."""
    totals = explain_totals(table)
    less = list(subtracted_equations(table, {found.row for found in totals if found.holds}))
    for found in totals:
        if not _is_rather(less, found):
            yield from _sum_equations(table, found)
    for found in explain_details(table):
        yield from _sum_equations(table, found)
    yield from less
    yield from _along(table)


def _is_rather(less: Iterable[Equation], found: Explanation) -> bool:
    """Whether a row is rather the difference of two rows than the sum that holds in fewer columns."""
    return len(found.holding) < sum(each.holds for each in less if each.result.row == found.row)


def _along(table: Table) -> Iterator[Equation]:
    named = [*row_total_equations(table), *difference_equations(table), *flow_equations(table)]
    yield from named
    told = {cell.column for each in named for cell in each.cells}
    by_year = list(year_row_equations(table, told))
    yield from by_year
    yield from unnamed_equations(table, told | {cell.column for each in by_year for cell in each.cells})


def _sum_equations(table: Table, found: Explanation) -> Iterator[Equation]:
    # Where no word calls a row a sum, the figures alone are not certain enough for an error.
    certain = len(found.holding) > len(found.failing) and sounds_like_sum(table.rows[found.row].label)
    stated_by = Structure(Kind.SUM, f"sum:{table.id}:{found.row}", certain)
    for column in sorted(found.holding + found.failing):
        parts = tuple((CellId(table.id, part, column), 1) for part in found.parts)
        if stated := equation({table.id: table}, stated_by, CellId(table.id, found.row, column), parts):
            yield stated
