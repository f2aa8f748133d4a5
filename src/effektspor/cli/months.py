"""Months as arguments: 2026-01."""

import re

from effektspor.app.errors import NotPossible
from effektspor.core.grants.month import Month
from effektspor.core.period import Period

_MONTH = re.compile(r"((?:19|20|21)[0-9]{2})-(0[1-9]|1[0-2])")


def read_month(option: str, text: str) -> Month:
    """Return the month that an option was given; raises NotPossible where it is none."""
    found = _MONTH.fullmatch(text)
    if not found:
        raise NotPossible(f"{option} '{text}' kan ikke læses som en måned. Skriv år og måned: 2026-01.")
    return Month(int(found[1]), int(found[2]))


def read_months(first: str, last: str) -> Period:
    """Return the days from the first month to the last, both with; raises NotPossible where there are none."""
    start, end = read_month("--from", first), read_month("--to", last)
    if end < start:
        raise NotPossible(f"--from {start} ligger efter --to {end}. Skriv den første måned i --from.")
    return Period(start.start, end.next.start)
