"""Numbers as Danes print them, exact, with the precision they were printed with.

Floats never carry a figure: a printed "9,38" is 938 hundredths, and its last digit says how sure it is.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

MINUS = "−"
_MINUSES = "-−–‒"
_SPACES = " \u00a0\u202f\u2009"
# Only 0-9: other scripts' digits and superscripts (a footnote's mark) are not figures of a Danish paper.
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+")
# A dot is a decimal point only where it cannot separate thousands: 9.38, 1.2345, 0.750 and 1234.567, never 1.234.
_POINTED = re.compile(r"(0|[1-9][0-9]*)\.([0-9]+)")
_FRACTION = re.compile(r"[0-9]+")
# Accounting systems print the minus behind the figure; "2024-" is an open period.
_MINUS_BEHIND = re.compile(rf"(?!(?:19|20)[0-9]{{2}}.$)[0-9][0-9.]*(?:,[0-9]+)?[{_MINUSES}]")
# Whole kroner, as a price tag prints them: "500.000,-".
_WHOLE_KRONER = re.compile(rf"(?<=[0-9]),[{_MINUSES}]+$")
# A space that does not break a line stands inside a figure: between groups of three digits it is their dot.
_HARD_SPACES = "\u00a0\u202f\u2009\u2007"
_HARD_GROUPS = re.compile(rf"(?<![\d.,])[1-9][0-9]{{0,2}}(?:[{_HARD_SPACES}][0-9]{{3}})+(?![0-9])")
_TO_DOTS = dict.fromkeys(map(ord, _HARD_SPACES), ".")
# No amount is longer; a longer run of digits is an identifier, and Python refuses to print very long integers.
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number: `digits` / 10 ** `decimals`."""

    digits: int
    decimals: int = 0

    def __post_init__(self) -> None:
        assert self.decimals >= 0, "a printed number has no fewer than no decimals"

    @property
    def value(self) -> Fraction:
        """The exact value, without its precision."""
        return Fraction(self.digits, 10**self.decimals)

    @property
    def half_unit(self) -> Fraction:
        """Half a unit of the last printed digit: what rounding may have moved it."""
        return Fraction(1, 2 * 10**self.decimals)

    def plain(self) -> str:
        """Return a plain decimal string with the printed precision: "-1650", "9.38"."""
        return self._print("", ".", "-")

    def danish(self) -> str:
        """Return the number as Danes print it: "−1.650", "9,38"."""
        return self._print(".", ",", MINUS)

    def _print(self, thousands: str, point: str, minus: str) -> str:
        whole, rest = divmod(abs(self.digits), 10**self.decimals)
        grouped = f"{whole:,}".replace(",", thousands)
        fraction = f"{point}{rest:0{self.decimals}d}" if self.decimals else ""
        return f"{minus if self.digits < 0 else ''}{grouped}{fraction}"


def rounded_number(value: Fraction, decimals: int) -> Number:
    """Return a value as a number with that many decimals, rounded half away from zero."""
    scaled = value * 10**decimals
    magnitude = (2 * abs(scaled.numerator) + scaled.denominator) // (2 * scaled.denominator)
    return Number(magnitude if scaled >= 0 else -magnitude, decimals)


def dot_hard_spaces(text: str) -> str:
    """Return a text with a dot for each hard space between groups of three digits, and as long as before."""
    return _HARD_GROUPS.sub(lambda match: match[0].translate(_TO_DOTS), text)


@lru_cache(maxsize=32_768)
def parse_number(text: str) -> Number | None:
    """Return the number a cell prints, or None when it is not exactly one number.

    Reads 1.234.567,89 · −7.125 and 7.125− with any minus · (1.234) as minus · 500,- · +5 · 9.38 where the dot can only
    be a decimal point, so that 1.234 is a thousand. Unit, footnote marks and other words are the caller's to take away.
    """
    body, negative = _split_sign(_WHOLE_KRONER.sub("", dot_hard_spaces(text).strip(_SPACES + "\t")))
    number = _parse_unsigned(body)
    if number is None or not negative:
        return number
    return Number(-number.digits, number.decimals)


def _split_sign(text: str) -> tuple[str, bool]:
    if text.startswith("(") and text.endswith(")"):
        return text[1:-1].strip(_SPACES), True
    if text[:1] and text[0] in _MINUSES:
        return text[1:].lstrip(_SPACES), True
    if _MINUS_BEHIND.fullmatch(text):
        return text[:-1], True
    return text.removeprefix("+").lstrip(_SPACES), False


def _parse_unsigned(text: str) -> Number | None:
    if len(text) > _LONGEST:
        return None
    whole, comma, fraction = text.partition(",")
    if _GROUPED.fullmatch(whole) and (not comma or _FRACTION.fullmatch(fraction)):
        return Number(int(whole.replace(".", "") + fraction), len(fraction))
    if pointed := _POINTED.fullmatch(text):
        return Number(int(pointed[1] + pointed[2]), len(pointed[2]))
    return None
