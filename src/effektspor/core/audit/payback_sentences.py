"""Two ways in which a sentence says a payback without a number of years: by the year, and by its own division."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from effektspor.core.audit.payback_words import PAID_BACK, PrintedPayback, is_own_payback
from effektspor.core.number import Number, parse_number, rounded_number

# "betalt tilbage i 2028", "tjent hjem allerede ved udgangen af 2028"
_IN_YEAR = re.compile(
    rf"{PAID_BACK}\s+(?:allerede\s+)?(?:i|i\s+løbet\s+af|(?:ved|med)\s+udgangen\s+af)\s+(20\d\d)\b", re.IGNORECASE
)
_UNIT = r"(?:\s*(?:mio\.?|mill\.?|t\.?|1\.000)?\s?kr\.?)?"
_AMOUNT = r"(?<![\w.,])(\d{1,9}(?:[.,]\d{1,3}){0,3})"
# "6,0 mio. kr. / 1,6 mio. kr. = 3,75 år"
_DIVIDED = re.compile(
    rf"{_AMOUNT}{_UNIT}\s*[/:÷]\s*{_AMOUNT}{_UNIT}\s*=\s*(?:ca\.?\s*)?(\d{{1,3}}(?:,\d{{1,2}})?)\s*år\b", re.IGNORECASE
)
_PAYBACK = re.compile(r"tilbagebetal|pay-?\s?back|tjen\w*\s+(?:\w+\s+)?(?:hjem|ind)\b", re.IGNORECASE)


class DividedPayback(NamedTuple):
    """A division that a sentence works out itself: what is printed, and what it gives."""

    words: str
    stated: Number
    given: Number


def payback_by_year(sentence: str, years: Sequence[str]) -> PrintedPayback | None:
    """Return the payback of a sentence that names the year, counted from the first of the years of some flows."""
    match = _IN_YEAR.search(sentence)
    if match is None or not years or not is_own_payback(sentence) or match[1] < years[0]:
        return None
    counted = Number(int(match[1]) - int(years[0]) + 1)
    return PrintedPayback(f"Tilbagebetalingen i {match[1]}", counted, ("total", "service"), strict=False)


def wrong_division(sentence: str) -> DividedPayback | None:
    """Return the division of a sentence about payback where it does not give the years that it says."""
    match = _DIVIDED.search(sentence)
    numbers = [parse_number(each) for each in match.groups()] if match and _PAYBACK.search(sentence) else []
    if match is None or len(numbers) != 3:
        return None
    laid_out, saved, stated = numbers
    if not (laid_out and saved and stated and saved.digits):
        return None
    given = laid_out.value / saved.value
    spread = (laid_out.half_unit + given * saved.half_unit) / saved.value
    if abs(given - stated.value) <= spread + _rounding(stated):
        return None
    return DividedPayback(match[0], stated, rounded_number(given, max(stated.decimals, 1)))


def _rounding(stated: Number) -> Fraction:
    """Whole years are rounded up as often as to the nearest."""
    return stated.half_unit if stated.decimals else Fraction(1)
