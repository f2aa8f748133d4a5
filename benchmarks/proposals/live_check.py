"""Times the live check of a business case at the server: python -m benchmarks.proposals.live_check [--lines N].

The case has the size of the largest of a real catalogue (TF03): eleven lines, eight pool lines, nine keys, four years.
Every answer is that of the address the form is posted to, database and templates included.
"""

import argparse
import os
import statistics
import tempfile
import time
from dataclasses import replace
from importlib import import_module
from urllib.parse import urlencode

from effektspor.app.proposal_form import fields_of
from effektspor.core.number import Number
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.change_line import ChangeLine, LineKind
from effektspor.core.proposals.details import Allocation, AllocationRole, Criterion, PoolLine, TextSection
from effektspor.core.year_amounts import YearAmounts

_YEARS = (2018, 2019, 2020, 2021)
_AREAS = ("Overførsler", "Indsats", "Service", "Anlæg")
_RUNS, _WARM_UPS = 100, 5
_FORM = "application/x-www-form-urlencoded"


def large_case(lines: int = 11) -> BusinessCase:
    """Return a case with so many lines, of which a third save, and as many pool lines and keys as go with them."""
    saving = lines // 3 + 1
    return BusinessCase(
        code="TF03",
        title="Et stort forslag",
        price_level="2018",
        years=_YEARS,
        sections=(
            TextSection("Forslagets indhold", "Det koster 0,3 mio. kr.: først 0,2 mio. kr., så 0,1 mio. kr.\n" * 8),
            TextSection("Økonomi", "Når indsatsen er i gang, spares ca. 6,0 mio. kr. om året.\n" * 8),
        ),
        lines=tuple(_line(at, saving) for at in range(lines)),
        pools=tuple(PoolLine(f"Investering nummer {at}", _amounts(500 + at)) for at in range(lines - saving)),
        allocations=tuple(
            Allocation(f"Udvalg {at}", AllocationRole.INVESTMENT, "Service", Number(100 if at == 0 else 0))
            for at in range(9)
        ),
        criteria=(Criterion("Flere i job", "Opgørelse", "Forvaltningen", "Hvert andet år"),),
    )


def _line(at: int, saving: int) -> ChangeLine:
    saves = at < saving
    kind = LineKind.PERMANENT if saves else LineKind.IMPLEMENTATION
    amounts = _amounts(-200 - 100 * at if saves else 500 + 10 * at)
    return ChangeLine(f"Linje nummer {at} om noget, der sker i forvaltningen, 2 årsværk", kind, amounts, _AREAS[at % 4])


def _amounts(thousands: int) -> YearAmounts:
    return YearAmounts.of({year: (thousands + 7 * at) * 100_000 for at, year in enumerate(_YEARS)})


def main() -> None:
    """Print the median and the slowest of the measured answers, in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=11)
    lines = parser.parse_args().lines
    with tempfile.TemporaryDirectory() as folder:
        measured = _measured(folder, lines)
    for what, times_ms in (("ur", [clock for clock, _ in measured]), ("processor", [work for _, work in measured])):
        slowest = ", ".join(f"{each:.0f}" for each in sorted(times_ms)[-5:])
        print(
            f"{lines} linjer, {what}: median {statistics.median(times_ms):.0f} ms, de langsomste af {_RUNS}: {slowest}"
        )


def _measured(folder: str, lines: int) -> list[tuple[float, float]]:
    """Return each answer's time by the clock and in the processor, in milliseconds."""
    client, fields = _posting_client(folder), fields_of(large_case(lines))
    times_ms = []
    for run in range(_RUNS + _WARM_UPS):
        # Each answer is of figures that were not seen before, as when somebody types.
        typed = urlencode(fields | {"varig-0-2018": str(-200 - run)})
        started, worked = time.perf_counter(), time.process_time()
        assert client.post("/forslag/ny/kontrol", typed, content_type=_FORM).status_code == 200
        times_ms.append((1000 * (time.perf_counter() - started), 1000 * (time.process_time() - worked)))
    return times_ms[_WARM_UPS:]


def _posting_client(folder: str):  # type: ignore[no-untyped-def]
    """A client that is logged in as a controller, on a database of its own with thirty proposals."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "effektspor.web.settings", "EFFEKTSPOR_DATA": folder, "EFFEKTSPOR_DEMO": "1",
        "EFFEKTSPOR_SECRET_KEY": "for a measurement and not secret: 0123456789", "DATABASE_URL": "",
        "EFFEKTSPOR_LOG_LEVEL": "WARNING",
    }  # fmt: skip
    import django

    django.setup()
    from django.core.management import call_command
    from django.test import Client

    from effektspor.web.accounts.models import Role, User
    from effektspor.web.log.store import DjangoRecordings
    from effektspor.web.proposals.store import DjangoProposalStore

    # As the server does when it starts.
    import_module("effektspor.web.wsgi")
    call_command("migrate", verbosity=0)
    user = User.objects.create_user("maaler", role=Role.CONTROLLER)
    with DjangoRecordings(user).record("benchmark") as recording_id:
        for number in range(30):
            DjangoProposalStore().add(recording_id, replace(large_case(), code=f"BM{number}"))
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    return client


if __name__ == "__main__":
    main()
