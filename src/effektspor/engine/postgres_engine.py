"""The engine PostgreSQL: the SQL definition on the server of EFFEKTSPOR_ENGINE_URL, in temporary tables only."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from effektspor.core.grants.cells import CostRow, GrantRow
from effektspor.core.period import Period
from effektspor.engine import sql_engine
from effektspor.engine.columns import GrantColumns, columns_of
from effektspor.engine.errors import library_missing, server_missing

URL_VARIABLE = "EFFEKTSPOR_ENGINE_URL"
# One large query over tables of this session: room in memory, and no compiling, which takes longer than it saves.
_SETTINGS = ("temp_buffers = '256MB'", "work_mem = '256MB'", "jit = off")


def cost_rows(rows: Sequence[GrantRow], period: Period, by: tuple[str, ...]) -> list[CostRow]:
    return rows_of_columns(columns_of(rows, by), period)


def rows_of_columns(columns: GrantColumns, period: Period) -> list[CostRow]:
    with database() as opened:
        return sql_engine.rows_of_columns(opened, columns, period)


@contextmanager
def database() -> Iterator["PostgresDatabase"]:
    """Open a session of its own: temporary tables end with it, and nothing is committed."""
    try:
        import pyarrow  # noqa: F401  (columns go over and come back as Arrow)
        import sqlglot  # noqa: F401  (the queries need it)
        from adbc_driver_postgresql import dbapi
    except ImportError as error:
        raise library_missing("postgres", "engines") from error
    url = os.environ.get(URL_VARIABLE)
    if not url:
        raise server_missing(URL_VARIABLE, "er ikke sat")
    try:
        with dbapi.connect(url) as connection:
            yield PostgresDatabase(connection)
    except dbapi.Error as error:
        raise server_missing(URL_VARIABLE, "peger på en, der ikke svarer eller ikke vil regne") from error


class PostgresDatabase:
    name = dialect = "postgres"

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        for setting in _SETTINGS:
            self._execute(f"SET LOCAL {setting}")

    def load(self, table: str, columns: sql_engine.Table) -> None:
        import pyarrow

        self._execute(f"DROP TABLE IF EXISTS pg_temp.{table}")
        with self._connection.cursor() as cursor:
            cursor.adbc_ingest(table, pyarrow.table(dict(columns)), mode="create", temporary=True)
        self._execute(f"ANALYZE pg_temp.{table}")

    def fetch(self, sql: str) -> sql_engine.Table:
        with self._connection.cursor() as cursor:
            cursor.execute(sql)
            table = cursor.fetch_arrow_table()
        return {name: table[name].to_numpy() for name in table.column_names}

    def _execute(self, statement: str) -> None:
        with self._connection.cursor() as cursor:
            cursor.execute(statement)
