"""Which rows of a table are sums: words propose, the figures decide."""

from dataclasses import replace

from effektspor.core.audit.detailed import with_details
from effektspor.core.audit.explanation import Explanation
from effektspor.core.audit.totals import explain_totals
from effektspor.core.audit.unnamed_sums import with_unnamed_sums
from effektspor.core.document import Row, RowKind, Table


def settle(table: Table) -> Table:
    """Return the table with the sums that no word names marked, and as plain rows those that words alone call sums."""
    table = with_unnamed_sums(with_details(table))
    found = explain_totals(table)
    mistaken = {part for explanation in found for part in _mistaken(table.rows, explanation)}
    mistaken -= {explanation.row for explanation in found}
    rows = (replace(row, kind=RowKind.ROW) if index in mistaken else row for index, row in enumerate(table.rows))
    return replace(table, rows=tuple(rows))


def _mistaken(rows: tuple[Row, ...], found: Explanation) -> list[int]:
    """Return the parts that words call sums, though they add up beside the plain rows above them."""
    first_plain = next((part for part in found.parts if not rows[part].kind.sums), len(rows))
    return [part for part in found.parts if found.holds and part > first_plain and rows[part].kind.sums]
