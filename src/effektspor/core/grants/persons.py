"""Full-year persons: the union of a citizen's days with a base line, over the days of the year."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

from effektspor.core.grants.month import within
from effektspor.core.grants.price_line import PriceLine
from effektspor.core.period import Period, calendar_year


def person_days(lines: Iterable[PriceLine], period: Period) -> int:
    """Return on how many days of a period one citizen has a base line, whatever the number of lines."""
    return len({day for line in lines if line.makes_person for day in days_of(line, period)})


def full_year_persons(days: int, year: int) -> Fraction:
    """Return person days as full-year persons (helårspersoner): divided by the 365 or 366 days of the year."""
    return Fraction(days, calendar_year(year).days)


def average_price_ore(cost_ore: int, persons: Fraction) -> Fraction | None:
    """Return cost per full-year person in øre, or None where there is no person to divide by."""
    return Fraction(cost_ore) / persons if persons else None


def days_of(line: PriceLine, period: Period) -> Iterable[date]:
    """Return the days of a line that lie in a period."""
    days = within(period, line.start, line.end)
    return () if days is None else (days.start + timedelta(days=number) for number in range(days.days))
