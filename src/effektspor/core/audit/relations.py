"""Equations within a table as its relations: how the command and the page show what a figure is made of."""

from collections.abc import Iterable

from effektspor.core.audit.equations import Equation, Kind
from effektspor.core.document import Relation, RelationKind

_KINDS = {
    Kind.SUM: RelationKind.SUM,
    Kind.ROW_TOTAL: RelationKind.SUM,
    Kind.FLOW: RelationKind.SUM,
    Kind.DIFFERENCE: RelationKind.DIFFERENCE,
}


def relations_of(equations: Iterable[Equation]) -> dict[str, tuple[Relation, ...]]:
    """Return each table's relations by its id, in the order its structure was read."""
    told: dict[str, tuple[Relation, ...]] = {}
    for each in equations:
        if kind := _KINDS.get(each.kind):
            told[each.result.table] = (*told.get(each.result.table, ()), _relation(each, kind))
    return told


def _relation(stated: Equation, kind: RelationKind) -> Relation:
    parts = tuple((cell.row, cell.column) for cell, _ in stated.parts)
    return Relation(kind, (stated.result.row, stated.result.column), parts, stated.holds)
