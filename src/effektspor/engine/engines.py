"""The engines by name. The libraries of one are imported only when it is called."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from effektspor.core.grants import cells
from effektspor.core.grants.cells import CostRow, GrantRow
from effektspor.core.period import Period

Engine = Callable[[Sequence[GrantRow], Period, tuple[str, ...]], list[CostRow]]


def _engine(module: str) -> Engine:
    def cost_rows(rows: Sequence[GrantRow], period: Period, by: tuple[str, ...]) -> list[CostRow]:
        found: list[CostRow] = import_module(f"effektspor.engine.{module}").cost_rows(rows, period, by)
        return found

    return cost_rows


# All give the same rows for the same lines; EngineMissing is raised by one that cannot answer here.
ENGINES: Mapping[str, Engine] = {
    "reference": cells.cost_rows,
    "numpy": _engine("numpy_engine"),
    "duckdb": _engine("duckdb_engine"),
    "postgres": _engine("postgres_engine"),
    "spark": _engine("spark_engine"),
}
