"""Use case: what price lines cost by month and group, with the engine that was chosen."""

from collections.abc import Callable, Collection, Sequence

from effektspor.app.errors import NotPossible
from effektspor.core.grants import cells
from effektspor.core.grants.cells import CostRow, GrantRow
from effektspor.core.grants.grant import GrantStatus
from effektspor.core.period import Period

ENGINE_NAMES = ("reference", "numpy", "duckdb", "postgres", "spark")
DEFAULT_ENGINE = "numpy"

_Engine = Callable[[Sequence[GrantRow], Period, tuple[str, ...]], list[CostRow]]


def compute_cost(
    rows: Sequence[GrantRow],
    period: Period,
    by: tuple[str, ...],
    statuses: Collection[GrantStatus] = tuple(GrantStatus),
    engine: str = DEFAULT_ENGINE,
) -> list[CostRow]:
    """Return cost by month and by what the columns `by` say, for grants of some statuses; any engine, the same rows.

    Raises NotPossible where the engine is unknown, or its library or server is missing.
    """
    return engine_called(engine)(of_status(rows, statuses), period, by)


def of_status(rows: Sequence[GrantRow], statuses: Collection[GrantStatus]) -> Sequence[GrantRow]:
    """Return the rows of grants with one of some statuses."""
    wanted = {status.value for status in statuses}
    return rows if len(wanted) == len(GrantStatus) else [row for row in rows if row.texts["status"] in wanted]


def engine_called(name: str) -> _Engine:
    """Return an engine by name; what it lacks is told when it is called, as NotPossible."""
    if name not in ENGINE_NAMES:
        raise NotPossible(f"Beregningsmotoren '{name}' findes ikke. Brug en af {', '.join(ENGINE_NAMES)}.")
    return cells.cost_rows if name == "reference" else _set_based(name)


def _set_based(name: str) -> _Engine:
    def compute(rows: Sequence[GrantRow], period: Period, by: tuple[str, ...]) -> list[CostRow]:
        # The engines' libraries are heavy, and some are optional: they are loaded when one is asked.
        from effektspor.engine.engines import ENGINES
        from effektspor.engine.errors import EngineMissing

        try:
            return ENGINES[name](rows, period, by)
        except EngineMissing as missing:
            raise NotPossible(str(missing)) from missing

    return compute
