"""Which cells light up: those that the figure the address asks for is made of."""

from collections.abc import Iterable

from effektspor.core.document import Table

Position = tuple[int, int]
Cells = frozenset[Position]


def cell_name(table_id: str, position: Position) -> str:
    """Return a cell's name in an address, with rows and columns counted from one: "t8-3-2"."""
    row, column = position
    return f"{table_id}-{row + 1}-{column + 1}"


def explained_cells(table: Table) -> Cells:
    """Return the figures that the others of their table explain."""
    return frozenset(relation.result for relation in table.relations)


def lit_cells(table: Table, asked: str) -> Cells:
    """Return the cells that the asked figure is made of; none when it is of another table or explained by nothing."""
    asked_for = (relation.parts for relation in table.relations if cell_name(table.id, relation.result) == asked)
    return frozenset(_flat(asked_for))


def _flat(parts: Iterable[tuple[Position, ...]]) -> Iterable[Position]:
    return (position for each in parts for position in each)
