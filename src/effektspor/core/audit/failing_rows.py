"""The rows that other checks already speak of, so that one cause is told once."""

from effektspor.core.audit.paper import Paper


def failing_tables(paper: Paper) -> frozenset[str]:
    """Return the tables in which figures contradict each other."""
    return frozenset(cell.table for cause in paper.causes for each in cause.failing for cell in each.cells)
