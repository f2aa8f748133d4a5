"""Days and months of the calendar, as the simulator moves in them."""

from calendar import monthrange
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


def months_later(day: date, months: int) -> date:
    """Return the same day some months later, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def days_later(day: date, days: int) -> date:
    return day + timedelta(days=days)


def first_of_next_month(day: date) -> date:
    return months_later(day.replace(day=1), 1)


def year_later(day: date) -> date:
    """Return the day one year on; from 29 February it is 1 March (DESIGN §4, full year)."""
    if (day.month, day.day) == (2, 29):
        return date(day.year + 1, 3, 1)
    return day.replace(year=day.year + 1)


def inclusive(end: date | None) -> str:
    """Return the last day as files write it; nothing where the end is open."""
    return "" if end is None else (end - ONE_DAY).isoformat()
