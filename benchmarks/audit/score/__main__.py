"""`python -m benchmarks.audit.score --seeds 1-200 [--formats txt,html] [--json] [--show-misses N]`."""

from __future__ import annotations

import argparse
import json
import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from benchmarks.audit.score.report import misses, render
from benchmarks.audit.score.run import Outcome, run_seed
from benchmarks.audit.score.tally import add_up
from benchmarks.audit.writers.formats import WRITERS


def main() -> None:
    """Score the product and print the tables, or JSON."""
    options = _options()
    outcomes = run(seed_range(options.seeds), tuple(options.formats.split(",")), options.jobs)
    tallies = add_up(outcomes)
    if options.json:
        print(json.dumps([tally.as_json() for tally in tallies.values()], ensure_ascii=False, sort_keys=True))
        return
    print(render(tallies))
    for line in misses(outcomes, options.show_misses):
        print(line)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.audit.score")
    parser.add_argument("--seeds", default="1-200", help="first-last, both included")
    parser.add_argument("--formats", default="txt", help=f"of {','.join(WRITERS)}")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--show-misses", type=int, default=0, metavar="N")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


def seed_range(text: str) -> range:
    """Return the seeds of "1-200", both included, or of "7"."""
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


def run(seeds: range, formats: tuple[str, ...], jobs: int = os.cpu_count() or 1) -> list[Outcome]:
    """Return the outcomes of the seeds in each format, in order."""
    work = partial(run_seed, formats=formats)
    if jobs < 2:
        return [outcome for seed in seeds for outcome in work(seed)]
    with ProcessPoolExecutor(jobs) as pool:
        return [outcome for outcomes in pool.map(work, seeds, chunksize=5) for outcome in outcomes]


if __name__ == "__main__":
    main()
