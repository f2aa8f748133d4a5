"""Dates: half-open inside, inclusive on screen, paper and in CSV."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ULTIMO = re.compile(r"\bultimo ((?:19|20)\d\d)\b", re.IGNORECASE)
_DAY = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from `start` up to, not including, `end`."""

    start: date
    end: date

    def __post_init__(self) -> None:
        assert self.start <= self.end, "a period does not end before it starts"

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    @property
    def last_day(self) -> date:
        """The last day inside, as screen, paper and CSV write it."""
        return self.end - timedelta(days=1)


def calendar_year(year: int) -> Period:
    """Return the 365 or 366 days of a year."""
    return Period(date(year, 1, 1), date(year + 1, 1, 1))


def danish_date(day: date) -> str:
    """Return 31.12.2019."""
    return f"{day:%d.%m.%Y}"


def find_years(text: str) -> tuple[int, ...]:
    """Return the years between 1900 and 2099 that a text names, in order."""
    return tuple(int(year) for year in _YEAR.findall(text))


def find_day(text: str) -> date | None:
    """Return the day a text states: "31.12.2019", or "ultimo 2019" as the last day of the year; else None."""
    if day := _DAY.search(text):
        return _valid_date(int(day[3]), int(day[2]), int(day[1]))
    if ultimo := _ULTIMO.search(text):
        return calendar_year(int(ultimo[1])).last_day
    return None


def _valid_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
