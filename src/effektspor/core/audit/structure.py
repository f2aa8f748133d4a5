"""What one table's figures say of each other, as equations: sums, row totals, differences and flows."""

from collections.abc import Iterator

from effektspor.core.audit.equations import CellId, Equation, Kind, Structure, equation
from effektspor.core.audit.horizontal import difference_equations, flow_equations, row_total_equations
from effektspor.core.audit.totals import Explanation, explain_totals
from effektspor.core.document import Table


def table_equations(table: Table) -> Iterator[Equation]:
    """Yield every equation that the structure of a table states."""
    for found in explain_totals(table):
        yield from _sum_equations(table, found)
    yield from row_total_equations(table)
    yield from difference_equations(table)
    yield from flow_equations(table)


def _sum_equations(table: Table, found: Explanation) -> Iterator[Equation]:
    certain = len(found.holding) > len(found.failing)
    stated_by = Structure(Kind.SUM, f"sum:{table.id}:{found.row}", certain)
    for column in sorted(found.holding + found.failing):
        parts = tuple((CellId(table.id, part, column), 1) for part in found.parts)
        if stated := equation({table.id: table}, stated_by, CellId(table.id, found.row, column), parts):
            yield stated
