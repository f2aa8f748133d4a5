"""Flows: what there was, plus what came, minus what went, is what there is; along the rows or down the columns."""

import re
from collections.abc import Iterator

from effektspor.core.audit.believing import Proposed, believed_along, believed_down
from effektspor.core.audit.equations import Equation, Kind
from effektspor.core.document import Table

_INTO = re.compile(r"tilgang|\bnye\b|\bind(?:flytt\w*|skrev\w*)?\b|^til$", re.IGNORECASE)
_OUT = re.compile(r"afgang|ophør|\bud(?:flytt\w*|skrev\w*)?\b|^fra$", re.IGNORECASE)


def flow_equations(table: Table) -> Iterator[Equation]:
    """Yield each row's end against its start, plus in, minus out; and each column's, where the flow goes down."""
    names = [name.strip() for name in table.columns]
    if (parts := _parts(names[1:-1])) and len(parts) == len(names) - 2:
        flow = ((0, 1), *((at + 1, sign) for at, sign in parts))
        yield from believed_along(table, Proposed(Kind.FLOW, len(names) - 1, flow), range(len(table.rows)), least=1)
    for start, end in _flows_down(table):
        moving = _parts([row.label.strip() for row in table.rows[start + 1 : end]])
        flow = ((start, 1), *((start + 1 + at, sign) for at, sign in moving))
        yield from believed_down(table, Proposed(Kind.FLOW, end, flow), least=1)


def stock_rows(table: Table) -> frozenset[int]:
    """Return the rows that say how many there are at a day, around what comes and goes: they have no row total."""
    return frozenset(row for flow in _flows_down(table) for row in flow)


def _flows_down(table: Table) -> Iterator[tuple[int, int]]:
    """Yield the rows of a flow's start and end: the first after each run of rows that come and go, both kinds."""
    labels = [row.label.strip() for row in table.rows]
    moving = [bool(_sign(label)) for label in labels]
    for start in range(len(labels) - 2):
        if not moving[start] and moving[start + 1]:
            end = next((at for at in range(start + 1, len(labels)) if not moving[at]), None)
            if end and _parts(labels[start + 1 : end]):
                yield start, end


def _parts(names: list[str]) -> tuple[tuple[int, int], ...]:
    """Return what comes and goes with its sign, where there is some of both."""
    signed = tuple((at, sign) for at, name in enumerate(names) if (sign := _sign(name)))
    return signed if {sign for _, sign in signed} == {1, -1} else ()


def _sign(name: str) -> int:
    return 1 if _INTO.search(name) else -1 if _OUT.search(name) else 0
