"""The causes of what differs between tables, one for each pair of rows.

A row that differs takes its total with it: the same difference in the same years is the same cause, told at the row.
"""

from effektspor.core.audit.diagnosis import Cause
from effektspor.core.audit.equations import Equation, Kind
from effektspor.core.audit.paper import Paper

_LINKS = (Kind.TWIN, Kind.CATALOGUE)


def link_causes(paper: Paper) -> list[Cause]:
    """Return the causes that show between tables only, and that no known slip explains."""
    causes = [cause for cause in paper.causes if cause.main.kind in _LINKS and not cause.slip]
    rows = _by_pair([cause for cause in causes if not _is_total(paper, cause.main)])
    for total in _by_pair([cause for cause in causes if _is_total(paper, cause.main)]):
        host = next((index for index, row in enumerate(rows) if _takes_along(paper, row, total)), None)
        if host is None:
            rows.append(total)
        else:
            rows[host] = Cause(rows[host].failing + total.failing)
    return rows


def _by_pair(causes: list[Cause]) -> list[Cause]:
    """Join the causes of one pair of rows that differ by more than one amount."""
    failing: dict[str, tuple[Equation, ...]] = {}
    for cause in causes:
        failing[cause.main.group] = failing.get(cause.main.group, ()) + cause.failing
    return [Cause(each) for each in failing.values()]


def _is_total(paper: Paper, stated: Equation) -> bool:
    return paper.tables[stated.result.table].rows[stated.result.row].kind.sums


def _takes_along(paper: Paper, row: Cause, total: Cause) -> bool:
    """Whether a total differs in the years and by the amounts in which a row of one of its tables does."""
    tables = {cell.table for each in row.failing for cell in each.cells}
    touched = any(cell.table in tables for cell in total.main.cells)
    return touched and _differences(paper, total) == _differences(paper, row)


def _differences(paper: Paper, cause: Cause) -> dict[str, object]:
    main = [each for each in cause.failing if each.group == cause.main.group]
    return {paper.tables[each.result.table].columns[each.result.column]: abs(each.residual) for each in main}
