"""The reference for the benchmark: the same random lines as rows, which the engine itself never makes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from effektspor.core.grants import cells
from effektspor.core.grants.cells import CostRow, GrantRow
from effektspor.core.grants.price_line import LineKind, PriceLine
from effektspor.core.period import Period

if TYPE_CHECKING:
    from effektspor.engine.columns import GrantColumns
    from effektspor.engine.measured import Jobs

_BY = ("section", "target_group")


@contextmanager
def reference_jobs(columns: "GrantColumns", period: Period) -> Iterator["Jobs"]:
    """For few lines: it counts day by day, and has no shorter way to a part of the answer."""
    from effektspor.engine.measured import Jobs

    rows = rows_of(columns)

    def answer() -> list[CostRow]:
        return cells.cost_rows(rows, period, _BY)

    yield Jobs(load=lambda: None, cost=answer, persons=answer, rows=answer)


def rows_of(columns: "GrantColumns") -> list[GrantRow]:
    """Return columns as rows, whose texts are the groups' and the codes of citizen and grant."""
    values = zip(*(column.tolist() for column in columns.arrays.values()), strict=True)
    return [_row(columns.groups, dict(zip(columns.arrays, each, strict=True))) for each in values]


def _row(groups: tuple[tuple[str, ...], ...], values: dict[str, int]) -> GrantRow:
    from effektspor.engine.columns import OPEN, UNITS

    end = None if values["end"] == OPEN else date.fromordinal(values["end"])
    kind = LineKind.BASE if values["base"] else LineKind.ADDON
    unit, start = UNITS[values["unit"]], date.fromordinal(values["start"])
    line = PriceLine(values["amount_ore"], unit, values["quantity"], start, end, kind)
    texts = dict(zip(_BY, groups[values["group"]], strict=True))
    return GrantRow(0, texts | {"citizen": str(values["citizen"]), "grant_id": str(values["grant"])}, line)
