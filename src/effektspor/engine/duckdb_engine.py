"""The engine DuckDB: the SQL definition in the process, on the columns where they are."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from effektspor.core.grants.cells import CostRow, GrantRow
from effektspor.core.period import Period
from effektspor.engine import sql_engine
from effektspor.engine.columns import GrantColumns, columns_of
from effektspor.engine.errors import library_missing


def cost_rows(rows: Sequence[GrantRow], period: Period, by: tuple[str, ...]) -> list[CostRow]:
    return rows_of_columns(columns_of(rows, by), period)


def rows_of_columns(columns: GrantColumns, period: Period) -> list[CostRow]:
    with database() as opened:
        return sql_engine.rows_of_columns(opened, columns, period)


@contextmanager
def database() -> Iterator["DuckDbDatabase"]:
    """Open an empty database in memory."""
    try:
        import duckdb
        import sqlglot  # noqa: F401  (the queries need it)
    except ImportError as error:
        raise library_missing("duckdb", "engines") from error
    with duckdb.connect(":memory:") as connection:
        yield DuckDbDatabase(connection)


class DuckDbDatabase:
    name = dialect = "duckdb"

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def load(self, table: str, columns: sql_engine.Table) -> None:
        self._connection.register(table, dict(columns))

    def fetch(self, sql: str) -> sql_engine.Table:
        found: sql_engine.Table = self._connection.execute(sql).fetchnumpy()
        return found
