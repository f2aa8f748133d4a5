"""What a relation comes to on the printed figures, and how far honest rounding can take it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from benchmarks.audit.figures import half_unit
from benchmarks.audit.model import Paper, Pos, Relation

COUNTED = ("flow",)


def residual(paper: Paper, relation: Relation) -> Decimal:
    """Return printed result minus the sum of printed terms; what is not printed counts as nothing."""
    value = paper.at(relation.result) or Decimal(0)
    return value - sum((k * (paper.at(pos) or Decimal(0)) for k, pos in relation.terms), start=Decimal(0))


def bound(paper: Paper, relation: Relation) -> Decimal:
    """Return what rounding explains: half a unit of the last digit of every figure in the relation."""
    if relation.kind in COUNTED:
        return Decimal(0)
    return sum((half_unit(value) for pos in relation.cells if (value := paper.at(pos)) is not None), start=Decimal(0))


def holds(paper: Paper, relation: Relation) -> bool:
    return abs(residual(paper, relation)) <= bound(paper, relation)


def is_fault(paper: Paper, relation: Relation) -> bool:
    """Whether the relation is off by at least twice what rounding explains: the rule for planting."""
    off = abs(residual(paper, relation))
    return off > 0 and off >= 2 * bound(paper, relation)


def relations_at(paper: Paper, pos: Pos) -> list[Relation]:
    return [relation for relation in paper.relations if pos in relation.cells]


def broken(paper: Paper) -> list[Relation]:
    """Return the relations that rounding does not explain."""
    return [relation for relation in paper.relations if not holds(paper, relation)]


def dependants(paper: Paper, pos: Pos) -> Iterator[tuple[int, Pos]]:
    """Yield (coefficient, result) of the relations of the same table that a figure goes into."""
    for relation in paper.relations:
        for k, term in relation.terms:
            if term == pos and relation.result.table == pos.table:
                yield k, relation.result


def put(paper: Paper, pos: Pos, value: Decimal | None) -> None:
    paper.tables[pos.table].rows[pos.row].figures[pos.col] = value


def add_through(paper: Paper, pos: Pos, delta: Decimal) -> list[Pos]:
    """Change a figure and everything in its table that it goes into, each once; return what was changed."""
    changed: dict[Pos, None] = {}
    waiting = [(pos, delta)]
    while waiting:
        where, change = waiting.pop()
        if where in changed:
            continue
        changed[where] = None
        put(paper, where, (paper.at(where) or Decimal(0)) + change)
        waiting += [(result, k * change) for k, result in dependants(paper, where)]
    return list(changed)
