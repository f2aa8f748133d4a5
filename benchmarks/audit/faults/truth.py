"""The truth of a planted fault."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from benchmarks.audit.faults.arithmetic import broken
from benchmarks.audit.model import Paper, Pos, Relation, Sentence


@dataclass(frozen=True)
class Spot:
    """A place that may be pointed at: a row of a table (None: the table as a whole), or a sentence."""

    table: int | None = None
    row: int | None = None
    label: str | None = None
    columns: tuple[str, ...] | None = None
    text: str | None = None


@dataclass(frozen=True)
class Fault:
    """One planted fault. `stated` is what is printed, `true` what should be."""

    kind: str
    variant: str
    table: int | None
    row: int | None
    label: str | None
    columns: tuple[str, ...]
    stated: str | None
    true: str | None
    places: tuple[Spot, ...] = field(default=())

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def spot(paper: Paper, pos: Pos) -> Spot:
    """Return a figure's row and column as a place."""
    table = paper.tables[pos.table]
    return Spot(pos.table, pos.row, table.rows[pos.row].label, (table.columns[pos.col].name,))


def whole(table: int) -> Spot:
    return Spot(table)


def sentence_spot(paper: Paper, sentence: Sentence) -> Spot:
    return Spot(text=sentence.printed(paper.style))


def places(paper: Paper, changed: Iterable[Pos]) -> tuple[Spot, ...]:
    """Return the changed figures, what they break, both ends of broken ties, and the prose that repeats them."""
    cells = dict.fromkeys(changed)
    for relation in broken(paper):
        cells.update(dict.fromkeys(_ends(relation, set(cells))))
    spots = [spot(paper, pos) for pos in cells]
    facts = [s for s in paper.sentences if set(s.cells) & set(cells)]
    return tuple(dict.fromkeys([*spots, *(sentence_spot(paper, fact) for fact in facts)]))


def _ends(relation: Relation, changed: set[Pos]) -> tuple[Pos, ...]:
    """Return what a broken relation lets one point at.

    Its result and what was changed; both ends of an equality; in a relation along a row all its columns, since
    nothing in the row says which of its figures is the wrong one.
    """
    along_row = len({(pos.table, pos.row) for pos in relation.cells}) == 1
    if along_row or len(relation.terms) == 1:
        return relation.cells
    return (relation.result, *(pos for pos in relation.cells if pos in changed))
