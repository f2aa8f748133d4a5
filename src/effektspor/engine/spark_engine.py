"""The engine Spark: the SQL definition in a local session of its own, or in the customer's where one runs."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from effektspor.core.grants.cells import CostRow, GrantRow
from effektspor.core.period import Period
from effektspor.engine import sql_engine
from effektspor.engine.columns import GrantColumns, columns_of
from effektspor.engine.errors import java_missing, library_missing

# Few partitions: the figures of a municipality are small, and each partition has a cost of its own. Overflow is told.
_SETTINGS = {
    "spark.sql.shuffle.partitions": "4",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.ui.enabled": "false",
    "spark.sql.autoBroadcastJoinThreshold": "10000000",
}


def cost_rows(rows: Sequence[GrantRow], period: Period, by: tuple[str, ...]) -> list[CostRow]:
    return rows_of_columns(columns_of(rows, by), period)


def rows_of_columns(columns: GrantColumns, period: Period) -> list[CostRow]:
    with database() as opened:
        return sql_engine.rows_of_columns(opened, columns, period)


@contextmanager
def database() -> Iterator["SparkDatabase"]:
    """Open a session, whose views are its own; Spark itself goes on until the program ends, as it starts slowly."""
    try:
        import pyarrow  # noqa: F401  (columns go over and come back as Arrow)
        import sqlglot  # noqa: F401  (the queries need it)
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise library_missing("spark", "spark") from error
    builder = SparkSession.builder.appName("effektspor")
    for name, value in _SETTINGS.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate().newSession()
    except (PySparkException, OSError, RuntimeError) as error:
        raise java_missing() from error
    yield SparkDatabase(session)


class SparkDatabase:
    name = dialect = "spark"

    def __init__(self, session: Any) -> None:
        self._session = session

    def load(self, table: str, columns: sql_engine.Table) -> None:
        import pyarrow

        self._session.createDataFrame(pyarrow.table(dict(columns))).createOrReplaceTempView(table)

    def fetch(self, sql: str) -> sql_engine.Table:
        table = self._session.sql(sql).toArrow()
        return {name: table[name].to_numpy() for name in table.column_names}
