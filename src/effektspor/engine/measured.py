"""An engine's jobs for the benchmark: on columns, cost alone and persons alone, each callable again and again."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from effektspor.core.grants.cells import CostRow
from effektspor.core.period import Period
from effektspor.engine import numpy_engine, sql_engine
from effektspor.engine.columns import GrantColumns
from effektspor.engine.horizon import horizon_of


@dataclass(frozen=True, slots=True)
class Jobs:
    """Cost, persons (with citizens and grants), and the whole answer; `load` brings a server the lines first."""

    load: Callable[[], object]
    cost: Callable[[], object]
    persons: Callable[[], object]
    rows: Callable[[], list[CostRow]]


@contextmanager
def numpy_jobs(columns: GrantColumns, period: Period) -> Iterator[Jobs]:
    yield Jobs(
        load=lambda: None,
        cost=lambda: numpy_engine.cost_of_columns(columns, period),
        persons=lambda: numpy_engine.persons_of_columns(columns, period),
        rows=lambda: numpy_engine.rows_of_columns(columns, period),
    )


def _sql_jobs(module: str) -> Callable[[GrantColumns, Period], AbstractContextManager[Jobs]]:
    @contextmanager
    def jobs(columns: GrantColumns, period: Period) -> Iterator[Jobs]:
        engine: Any = import_module(f"effektspor.engine.{module}")
        horizon = horizon_of(period)
        with engine.database() as database:
            yield Jobs(
                load=lambda: sql_engine.load(database, columns, horizon),
                cost=lambda: sql_engine.fetch_cells(database, columns, horizon, (sql_engine.COST,)),
                persons=lambda: sql_engine.fetch_cells(
                    database, columns, horizon, (sql_engine.PERSONS, sql_engine.GRANTS)
                ),
                rows=lambda: sql_engine.rows_of_columns(database, columns, period),
            )

    return jobs


JOBS: dict[str, Callable[[GrantColumns, Period], AbstractContextManager[Jobs]]] = {
    "numpy": numpy_jobs,
    "duckdb": _sql_jobs("duckdb_engine"),
    "postgres": _sql_jobs("postgres_engine"),
    "spark": _sql_jobs("spark_engine"),
}


def sum_of_inputs(columns: GrantColumns) -> int:
    """Return the sum of every column once: what reading the input alone takes."""
    return sum(int(column.sum()) for column in columns.arrays.values())
