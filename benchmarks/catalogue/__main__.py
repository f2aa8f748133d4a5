"""Times the page of the largest demo catalogue: `python -m benchmarks.catalogue [--runs N] [--times N]`.

Whole requests through Django's own handler on a database of its own, a new SQLite file: log-in, queries, ties, sums,
chart and template. `--times` makes the catalogue and its business cases so many times as many.
"""

from __future__ import annotations

import argparse
import logging
import os
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

_PAPERS = Path(__file__).parents[2] / "demo" / "documents"
_HOST = {"host": "127.0.0.1"}


def main() -> None:
    """Measure, and print a line per address."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.catalogue", description=__doc__)
    parser.add_argument("--runs", type=int, default=20, help="requests per address, after one to warm up")
    parser.add_argument("--times", type=int, default=1, help="how many times the catalogue is repeated")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        _start(Path(folder))
        catalogue_id, rows = _load(options.times)
        client = _client()
        print(f"{rows} rækker")
        for address in ("", "?maalgruppe=Udsatte+voksne", "?afvigelse=share&sorter=2018", "/raekker.csv"):
            _print_times(client, f"/katalog/{catalogue_id}{address}", options.runs)
        _print_new_filters(client, f"/katalog/{catalogue_id}", options.runs)


def _start(folder: Path) -> None:
    os.environ |= {"EFFEKTSPOR_DATA": str(folder), "EFFEKTSPOR_DEMO": "1", "DATABASE_URL": "",
                   "EFFEKTSPOR_SECRET_KEY": "kun-til-maaling-og-ikke-hemmelig-0123456789-0123456789",
                   "DJANGO_SETTINGS_MODULE": "effektspor.web.settings"}  # fmt: skip
    import django
    from django.core.management import call_command

    django.setup()
    logging.disable()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def _load(times: int) -> tuple[int, int]:
    """Load the demo's papers, make the largest catalogue larger, and return its number and its rows."""
    from effektspor.web import demo
    from effektspor.web.catalogue.store import DjangoCatalogueStore
    from effektspor.web.log.store import DjangoRecordings
    from effektspor.web.proposals.store import DjangoProposalStore

    demo.load(_PAPERS)
    catalogues, proposals = DjangoCatalogueStore(), DjangoProposalStore()
    stored = max(catalogues.all(), key=lambda each: len(each.catalogue.rows))
    cases = [revision.case for revision in proposals.newest(stored.catalogue.codes).values()]
    groups = list(stored.catalogue.groups)
    with DjangoRecordings().record("benchmark") as recording_id:
        for time in range(1, times):
            for case in cases:
                proposals.add(recording_id, replace(case, code=f"{case.code}-{time}"))
            groups += [_again(group, time) for group in stored.catalogue.groups]
        catalogues.add(recording_id, stored.document_id, replace(stored.catalogue, groups=tuple(groups)))
    return stored.id, sum(len(group.rows) for group in groups)


def _again(group: Any, time: int) -> Any:
    return replace(group, rows=tuple(replace(row, code=f"{row.code}-{time}") for row in group.rows))


def _client() -> Any:
    from django.test import Client

    from effektspor.web.accounts.models import Role, User

    client = Client()
    client.force_login(User.objects.get(role=Role.CONTROLLER))
    return client


def _print_times(client: Any, address: str, runs: int) -> None:
    _seconds(client, address)
    print(f"{address}: {_told([_seconds(client, address) for _ in range(runs)])}")


def _print_new_filters(client: Any, address: str, runs: int) -> None:
    """Each request chooses rows that were not asked for before, so that its chart has to be drawn."""
    times = [_seconds(client, f"{address}?aar={year}&tekst={letter}")
             for year in (2018, 2019, 2020, 2021) for letter in "aeioudst"][:runs]  # fmt: skip
    print(f"{address}, nyt valg hver gang: {_told(times)}")


def _told(times: list[tuple[float, float]]) -> str:
    """The processor's time is what a busy machine does not change much."""
    clock, processor = ([pair[place] * 1000 for pair in times] for place in (0, 1))
    return f"median {median(clock):.0f} ms, højst {max(clock):.0f} ms; heraf processor {median(processor):.0f} ms"


def _seconds(client: Any, address: str) -> tuple[float, float]:
    """Return how long a request takes by the clock, and of the processor."""
    begun, used = perf_counter(), process_time()
    answer = client.get(address, headers=_HOST)
    seconds = perf_counter() - begun, process_time() - used
    assert answer.status_code == 200, f"{address} answers {answer.status_code}"
    return seconds


if __name__ == "__main__":
    main()
