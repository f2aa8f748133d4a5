"""Calendar months, and the days of a line in them."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from effektspor.core.period import Period


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month."""

    year: int
    number: int

    @property
    def start(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def length(self) -> int:
        """Its 28 to 31 days."""
        return monthrange(self.year, self.number)[1]

    @property
    def next(self) -> "Month":
        return Month(self.year + 1, 1) if self.number == 12 else Month(self.year, self.number + 1)

    @property
    def period(self) -> Period:
        return Period(self.start, self.next.start)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"


def month_of(day: date) -> Month:
    return Month(day.year, day.month)


def months_of(period: Period) -> Iterator[Month]:
    """Yield the calendar months that have a day in a period, in order."""
    month = month_of(period.start)
    while period.days and month.start < period.end:
        yield month
        month = month.next


def overlap(one: Period, other: Period) -> Period | None:
    """Return the days that two periods share, or None."""
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Period(start, end) if start < end else None


def within(period: Period, start: date, end: date | None) -> Period | None:
    """Return the days of `[start, end)` that lie in a period, or None; an `end` of None is open."""
    last = period.end if end is None else min(end, period.end)
    first = max(start, period.start)
    return Period(first, last) if first < last else None
