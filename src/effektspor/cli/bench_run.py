"""One engine measured in this process."""

import resource
import sys
from collections.abc import Callable
from hashlib import sha256
from statistics import median
from time import perf_counter
from typing import TypedDict

from effektspor.cli.bench_reference import reference_jobs
from effektspor.cli.printing import canonical_json
from effektspor.core.grants.cells import CostRow
from effektspor.core.period import Period

_RUNS, _SEED = 7, 20_260_101


class Run(TypedDict):
    """What is told of an engine: seconds are medians; `load_s` is bringing the lines to a database."""

    engine: str
    median_s: float
    persons_median_s: float
    load_s: float
    peak_mb: int
    ratio_to_sum: float
    digest: str


def measured(name: str, lines: int, period: Period) -> Run:
    """Measure an engine on random lines. Raises EngineMissing where it cannot answer."""
    from effektspor.engine.measured import JOBS, sum_of_inputs
    from effektspor.engine.random_columns import random_columns

    columns = random_columns(lines, period, _SEED)
    sum_s = _median_s(lambda: sum_of_inputs(columns))
    with (JOBS | {"reference": reference_jobs})[name](columns, period) as jobs:
        load_s, cost_s, persons_s = _median_s(jobs.load), _median_s(jobs.cost), _median_s(jobs.persons)
        digest = digest_of(jobs.rows())
    return Run(
        engine=name,
        median_s=round(cost_s, 4),
        persons_median_s=round(persons_s, 4),
        load_s=round(load_s, 4),
        peak_mb=_peak_mb(),
        ratio_to_sum=round(cost_s / sum_s, 1),
        digest=digest,
    )


def digest_of(rows: list[CostRow]) -> str:
    """Return the sha256 of rows as canonical JSON."""
    values = [
        {
            "month": row.month,
            "group": list(row.group),
            "cost_ore": row.cost_ore,
            "person_days": row.person_days,
            "citizens": row.citizens,
            "grants": row.grants,
        }
        for row in rows
    ]
    return sha256(canonical_json(values).encode()).hexdigest()


def _median_s(job: Callable[[], object]) -> float:
    """The median of several runs, after one that warms up."""
    job()
    return median(_seconds(job) for _ in range(_RUNS))


def _seconds(job: Callable[[], object]) -> float:
    start = perf_counter()
    job()
    return perf_counter() - start


def _peak_mb() -> int:
    """The most memory that this process has had; a server's or Java's is not in it. macOS tells bytes, others KB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1024 * 1024 if sys.platform == "darwin" else 1024)
