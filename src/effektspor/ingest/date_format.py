"""What an Excel cell with a date or a time prints, as a Danish paper writes it."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

from effektspor.ingest.number_format import format_sections, plain_letters, print_exact

_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
# Excel counts days; a Mac's old files count from another one.
_DAY_ZERO, _DAY_ZERO_1904 = datetime.fromisoformat("1899-12-30"), datetime.fromisoformat("1904-01-01")
_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip


def is_date_format(code: str) -> bool:
    """Return whether a format prints a day or a time."""
    section = format_sections(code)[0]
    if section.strip().lower() in ("general", "standard"):
        return False
    letters = plain_letters(section).lower()
    return bool(_ELAPSED.search(section)) or ("#" not in letters and not set(letters).isdisjoint("dmyhs"))


def print_date(serial: Decimal, code: str, *, since_1904: bool) -> str:
    """Return a day as 31.12.2019, a month as "december 2019" and a year as 2019, by what its format shows."""
    section = format_sections(code)[0]
    if _ELAPSED.search(section):
        minutes = int(serial * 24 * 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    try:
        # Half a second is added: a serial number is a fraction of a day, never quite a whole minute.
        moment = (_DAY_ZERO_1904 if since_1904 else _DAY_ZERO) + timedelta(days=float(serial), seconds=0.5)
    except OverflowError:
        return print_exact(serial)
    shown = set(plain_letters(section).lower()).intersection("dmyhs")
    clock = f"{moment:%H:%M}" if shown & {"h", "s"} else ""
    return " ".join(part for part in (_print_day(moment.date(), shown), clock) if part)


def _print_day(day: date, shown: set[str]) -> str:
    if "d" in shown:
        return f"{day.day:02}.{day.month:02}.{day.year}"
    if "y" in shown:
        return f"{_MONTHS[day.month - 1]} {day.year}" if "m" in shown else str(day.year)
    return "" if shown & {"h", "s"} else _MONTHS[day.month - 1]
