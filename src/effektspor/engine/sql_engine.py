"""What the SQL engines share: the tables they compute from, the three queries, and the cells that come back."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np

from effektspor.core.grants.cells import CostRow
from effektspor.core.period import Period
from effektspor.engine.amounts import fits_int64
from effektspor.engine.columns import GrantColumns, Ints
from effektspor.engine.errors import too_large
from effektspor.engine.horizon import Horizon, horizon_of
from effektspor.engine.numpy_engine import rows_of_cells
from effektspor.engine.sql_text import query

Table = Mapping[str, np.ndarray]

Query = tuple[str, tuple[str, ...]]

# The queries, and the figures that each gives by group (grp) and month.
COST: Query = ("cost", ("cost_ore",))
PERSONS: Query = ("persons", ("person_days", "citizens"))
GRANTS: Query = ("grants", ("grants",))
QUERIES = (COST, PERSONS, GRANTS)


class Database(Protocol):
    """A database of one's own: what is loaded lives as long as it is open."""

    name: str
    dialect: str

    def load(self, table: str, columns: Table) -> None: ...

    def fetch(self, sql: str) -> Table: ...


def load(database: Database, columns: GrantColumns, horizon: Horizon) -> None:
    """Load lines and calendar, in the fewest bytes: loading is most of the time of a database server."""
    if not fits_int64(columns):
        raise too_large(database.name)
    database.load("lines", lines_table(columns))
    database.load("grps", {"grp": np.arange(len(columns.groups), dtype=np.int32)})
    database.load("months", _months(horizon))
    database.load("days", _days(horizon))
    database.load("kinds", _kinds(horizon))
    database.load("sides", {"step": np.array([1, -1], dtype=np.int32)})


def rows_of_columns(database: Database, columns: GrantColumns, period: Period) -> list[CostRow]:
    """Return what the numpy engine returns, computed by a database."""
    horizon = horizon_of(period)
    if not horizon.months or not len(columns):
        return []
    load(database, columns, horizon)
    cells = fetch_cells(database, columns, horizon, QUERIES)
    return rows_of_cells(columns, horizon, cells)


def fetch_cells(database: Database, columns: GrantColumns, horizon: Horizon, queries: Sequence[Query]) -> list[Ints]:
    """Return each figure of the queries by group and month, with an empty last column."""
    cells = []
    for name, figures in queries:
        found = database.fetch(query(name, database.dialect, horizon.first, horizon.days))
        for figure in figures:
            cell = np.zeros((len(columns.groups), horizon.width), dtype=np.int64)
            cell[found["grp"], found["month"]] = found[figure]
            cells.append(cell)
    return cells


def lines_table(columns: GrantColumns) -> Table:
    return {
        "amount_ore": columns.amount_ore * columns.quantity,
        "unit": columns.unit.astype(np.int16),
        "base": columns.base.astype(np.int16),
        "start_day": columns.start.astype(np.int32),
        "end_day": columns.end.astype(np.int32),
        "grp": columns.group.astype(np.int32),
        "citizen": columns.citizen.astype(np.int32),
        "grnt": columns.grant.astype(np.int32),
    }


def _months(horizon: Horizon) -> Table:
    numbers = np.arange(len(horizon.months), dtype=np.int32)
    return {"month": numbers, "length": horizon.length.astype(np.int32), "number": horizon.number.astype(np.int32)}


def _kinds(horizon: Horizon) -> Table:
    """What months are told apart by: their length for what is divided by 7 (weeks), their number for 12 (years)."""
    kinds = [*((7, length) for length in horizon.lengths), *((12, number) for number in horizon.numbers)]
    divisor, kind = np.array(kinds, dtype=np.int32).T
    return {"divisor": np.ascontiguousarray(divisor), "kind": np.ascontiguousarray(kind)}


def _days(horizon: Horizon) -> Table:
    """Days with their month; that after the last has a month that is in no answer."""
    length, number = np.append(horizon.length, 31), np.append(horizon.number, 1)
    columns = {
        "day": np.arange(horizon.days + 1),
        "month": horizon.month,
        "days_before": horizon.offset,
        "length": length[horizon.month],
        "number": number[horizon.month],
    }
    return {name: values.astype(np.int32) for name, values in columns.items()}
