"""Lines in blocks that stay in the processor's cache, each with its days inside the horizon."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from effektspor.engine.columns import GrantColumns, Ints
from effektspor.engine.horizon import Horizon

# Half a megabyte a column: large enough that numpy's calls cost nothing, small enough for the cache of a core.
BLOCK_LINES = 2**16


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Lines that have a day in the horizon, and their days `[start, end)` there, numbered from its first."""

    columns: GrantColumns
    line: Ints
    start: Ints
    end: Ints

    def of(self, column: Ints) -> Ints:
        """Return a column's values of these lines."""
        return column[self.line]


def blocks_of(columns: GrantColumns, horizon: Horizon) -> Iterator[Block]:
    for first in range(0, len(columns), BLOCK_LINES):
        chosen = slice(first, first + BLOCK_LINES)
        start = np.maximum(columns.start[chosen] - horizon.first, 0)
        end = np.minimum(columns.end[chosen] - horizon.first, horizon.days)
        line = np.flatnonzero(start < end)
        yield Block(columns, line + first, start[line], end[line])
