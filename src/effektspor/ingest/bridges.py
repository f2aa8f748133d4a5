"""Bridges: from one year's budget to the next in two columns, which papers print without a head."""

import re

from effektspor.ingest.cells import read_cell
from effektspor.ingest.grid import GridRow
from effektspor.ingest.heads import Head

_LEAST_ROWS, _WIDTH = 4, 2
# What a bridge goes from and to is a level with its year; what stands between are changes.
_LEVEL = re.compile(
    r"(?:(?:oprindeligt|korrigeret|vedtaget|forventet|nyt|teknisk) )?(?:budget|regnskab|ramme|budgetramme)"
    r"\s+(?:for\s+)?(?:19|20)\d\d\b",
    re.IGNORECASE,
)


def bridge_head(rows: tuple[GridRow, ...]) -> Head | None:
    """Return the empty head of a bridge; None where the rows are anything else, as a list or a form may be.

    It is certain where both ends name a level and its year, each row has its own label, and each cell is one figure.
    """
    if len(rows) < _LEAST_ROWS or len(rows[0].cells) != _WIDTH:
        return None
    ends = rows[0].cells[0], rows[-1].cells[0]
    if ends[0] == ends[1] or not all(map(_LEVEL.match, ends)) or not all(map(_is_step, rows)):
        return None
    return Head(names=("", ""), units=(None, None), unit=None, price_level=None, label="")


def _is_step(row: GridRow) -> bool:
    return bool(row.cells[0]) and len(read_cell(row.cells[1]).numbers) == 1
