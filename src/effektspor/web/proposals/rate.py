"""The rate that payback is computed with."""

from datetime import date
from fractions import Fraction

from effektspor.rules.national import DISCOUNT_PCT


def rate_on(today: date) -> Fraction:
    """Return the rate in per cent a year on a day."""
    return DISCOUNT_PCT.load().at(today).value
