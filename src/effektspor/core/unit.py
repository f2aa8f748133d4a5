"""Units of money as papers print them, and what one of each is in øre."""

import re
from dataclasses import dataclass
from functools import lru_cache

from effektspor.core.money import divide_rounded
from effektspor.core.number import Number, parse_number


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of money; `ore` is what one of it is."""

    name: str
    ore: int

    def to_ore(self, number: Number) -> int:
        """Return the amount in whole øre."""
        return divide_rounded(number.digits * self.ore, 10**number.decimals)

    def step_ore(self, number: Number) -> int:
        """Return what one of the last printed digit is in øre: 9,38 mio. kr. is printed in steps of 10.000 kr."""
        return divide_rounded(self.ore, 10**number.decimals)

    def to_number(self, ore: int, decimals: int) -> Number:
        """Return øre in this unit, rounded half away from zero for presentation."""
        return Number(divide_rounded(ore * 10**decimals, self.ore), decimals)


KRONE = Unit("kr.", 100)
THOUSAND = Unit("1.000 kr.", 100_000)
MILLION = Unit("mio. kr.", 100_000_000)
BILLION = Unit("mia. kr.", 100_000_000_000)

_KR = r"kr(?:oner\b|\b\.?)"
_OF_KR = rf"(?:\s*{_KR})?"
# "(kr. 1.000)" with nothing else in the bracket is a unit; in a sentence "kr. 1.000" is an amount.
_KR_FIRST = r"(?:\A|(?<=\()|(?<=\(i ))(?:kr\.?|DKK)\s*1[. ]?000(?=\)|\Z)"
# A word of a unit begins where no letter stands before it; a figure may ("450.000kr.").
_BEGIN = r"(?<![^\W\d_])"
_WORDS = (
    (
        THOUSAND,
        re.compile(
            rf"(?<![\d.,])1[. ]?000\s*{_KR}|{_BEGIN}(?:t[.\s]*|tusinde?\s*){_KR}|{_KR_FIRST}",
            re.IGNORECASE,
        ),
    ),
    (MILLION, re.compile(rf"{_BEGIN}(?:mio\b\.?|mill\b\.?|million(?:er)?\b){_OF_KR}", re.IGNORECASE)),
    (BILLION, re.compile(rf"{_BEGIN}(?:mia\b\.?|mrd\b\.?|milliard(?:er)?\b){_OF_KR}", re.IGNORECASE)),
    (KRONE, re.compile(rf"{_BEGIN}(?:{_KR}|DKK\b)", re.IGNORECASE)),
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PERCENT = re.compile(r"%|\bpct\b\.?|\bprocent\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with the unit printed beside it, if any; `percent` for 2,1 pct."""

    number: Number
    unit: Unit | None = None
    percent: bool = False


def find_unit(text: str) -> Unit | None:
    """Return the first unit of money a text names, or None."""
    found = find_unit_span(text)
    return found[0] if found else None


@lru_cache(maxsize=8192)
def find_unit_span(text: str) -> tuple[Unit, int, int] | None:
    """Return the first unit of money in a text and where it stands: (unit, start, end); the longest where two begin."""
    hits = [(match.start(), -match.end(), unit) for unit, words in _WORDS if (match := words.search(text))]
    if not hits:
        return None
    start, minus_end, unit = min(hits, key=lambda hit: hit[:2])
    return unit, start, -minus_end


@lru_cache(maxsize=32_768)
def parse_quantity(text: str) -> Quantity | None:
    """Return a number printed alone or with its unit ("4,1 mio. kr.", "2,1 pct."), or None when it is not that."""
    if percent := _PERCENT.search(text):
        number = parse_number(text[: percent.start()])
        rest = text[percent.end() :].strip()
        return Quantity(number, percent=True) if number and not rest else None
    if (number := parse_number(text)) is not None:
        return Quantity(number)
    return _parse_with_unit(text)


def _parse_with_unit(text: str) -> Quantity | None:
    found = find_unit_span(text)
    if found is None:
        return None
    unit, start, end = found
    if text[end:].strip(" .\u00a0"):
        return _parse_behind_unit(text, unit, start, end)
    number = parse_number(text[:start])
    return Quantity(number, unit) if number else None


def _parse_behind_unit(text: str, unit: Unit, start: int, end: int) -> Quantity | None:
    """Letters and invoices print "kr. 500.000"; "kr. 2017" names a year's column, and "1.000 kr. 5" says too much."""
    begins = text[:start].strip() == "" and text[start:end][:1].isalpha()
    if not begins or _YEAR.fullmatch(text[end:].strip()):
        return None
    number = parse_number(text[end:])
    return Quantity(number, unit) if number else None
