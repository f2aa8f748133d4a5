"""`effektspor bench --lines N --months M [--engine ...] [--json]`: how fast each engine is, and that all agree."""

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from typing import Any

from effektspor.app.cost import ENGINE_NAMES
from effektspor.app.errors import NotPossible
from effektspor.cli.bench_run import Run, measured
from effektspor.cli.errors import CLEAN
from effektspor.cli.printing import canonical_json
from effektspor.core.grants.month import Month
from effektspor.core.period import Period

_FIRST_YEAR, _LAST_MONTHS = 2024, 1_200
# Without --engine: the product's own, and the others where they can answer; Spark only when asked, as it starts slowly.
_ALWAYS, _WHERE_POSSIBLE = ("numpy",), ("duckdb", "postgres")


def add_command(commands: Any) -> None:
    parser = commands.add_parser("bench", help="mål beregningsmotorernes hastighed",
                                 description="Måler beregningsmotorerne på tilfældige prislinjer.")  # fmt: skip
    parser.add_argument("--lines", metavar="N", type=int, default=1_000_000, help="antal prislinjer (1000000)")
    parser.add_argument("--months", metavar="M", type=int, default=60, help="antal måneder (60)")
    parser.add_argument("--engine", metavar="MOTOR", nargs="+", action="extend", default=[],
                        help=f"en eller flere af {', '.join(ENGINE_NAMES)}")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="skriv svaret som JSON")
    parser.set_defaults(run=run_bench)


def run_bench(arguments: argparse.Namespace) -> int:
    """Measure each engine in a process of its own, so that the memory of one is not counted for the next."""
    lines, months = arguments.lines, arguments.months
    if not (lines >= 1 and 1 <= months <= _LAST_MONTHS):
        raise NotPossible(f"--lines skal være mindst 1, og --months skal være mellem 1 og {_LAST_MONTHS}.")
    runs = [run for name, asked in _chosen(arguments.engine) if (run := _run(name, lines, months, asked=asked))]
    if len({run["digest"] for run in runs}) > 1:
        raise NotPossible(
            "Beregningsmotorerne er ikke enige om resultatet: " + ", ".join(run["engine"] for run in runs)
        )
    answer = {"lines": lines, "months": months, "runs": runs}
    sys.stdout.write(canonical_json(answer) if arguments.json else _as_text(lines, months, runs))
    return CLEAN


def _chosen(given: list[str]) -> list[tuple[str, bool]]:
    """The engines to measure, and whether each was asked for by name."""
    names = [name for words in given for name in words.split(",") if name]
    unknown = [name for name in names if name not in ENGINE_NAMES]
    if unknown:
        raise NotPossible(f"Beregningsmotoren '{unknown[0]}' findes ikke. Brug en af {', '.join(ENGINE_NAMES)}.")
    asked = [(name, True) for name in dict.fromkeys(names)]
    return asked or [*((name, True) for name in _ALWAYS), *((name, False) for name in _WHERE_POSSIBLE)]


def _run(name: str, lines: int, months: int, *, asked: bool) -> Run | None:
    """Measure an engine, or, unless it was asked for, nothing where it is missing."""
    from effektspor.engine.errors import EngineMissing

    try:
        with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as process:
            return process.submit(measured, name, lines, horizon(months)).result()
    except EngineMissing as missing:
        if asked:
            raise NotPossible(str(missing)) from missing
        return None


def horizon(months: int) -> Period:
    years, rest = divmod(months, 12)
    return Period(date(_FIRST_YEAR, 1, 1), Month(_FIRST_YEAR + years, rest + 1).start)


def _as_text(lines: int, months: int, runs: list[Run]) -> str:
    head = (
        f"{lines:,}".replace(",", ".")
        + f" linjer, {months} måneder; median af flere kørsler, alle med samme resultat\n"
    )
    return head + "".join(
        f"{run['engine']}: omkostning {_seconds(run['median_s'])}, personer {_seconds(run['persons_median_s'])}, "
        f"indlæsning {_seconds(run['load_s'])}, højst {run['peak_mb']} MB\n"
        for run in runs
    )


def _seconds(value: float) -> str:
    return f"{value:.3f} s".replace(".", ",")
