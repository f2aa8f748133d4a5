"""Known slips of the hand: what turns a right figure into the printed one."""

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction

from effektspor.core.number import Number

_FACTORS = (10, 100, 1000, 1_000_000)


class Slip(StrEnum):
    SIGN = "sign"
    SCALE = "scale"
    TRANSPOSED = "transposed"


def slip_between(printed: Number, right: Fraction, bound: Fraction) -> Slip | None:
    """Return the slip that makes a printed figure of the right one, within what rounding may have moved; else None."""
    if not printed.digits or not right or abs(printed.value - right) <= bound:
        return None
    if abs(printed.value + right) <= bound:
        return Slip.SIGN
    if any(_is_factor(printed.value, right, bound, factor) for factor in _FACTORS):
        return Slip.SCALE
    # A swap moves a figure by so little that rounding could fit many: it must give the right figure to the digit.
    return Slip.TRANSPOSED if right in _transpositions(printed) else None


def _is_factor(printed: Fraction, right: Fraction, bound: Fraction, factor: int) -> bool:
    """Ten or a thousand times too large or too small; a figure too large carries the rounding times the factor."""
    # Where rounding, times the factor, is a tenth of the figure or more, the factor may be chance.
    too_large = abs(printed - right * factor) <= bound * factor < abs(printed) / 10
    return too_large or (abs(printed * factor - right) <= bound < abs(right) / 10)


def _transpositions(printed: Number) -> Iterator[Fraction]:
    """Every figure with two neighbouring, different digits changed about."""
    digits, sign = str(abs(printed.digits)), -1 if printed.digits < 0 else 1
    for index in range(len(digits) - 1):
        if digits[index] != digits[index + 1]:
            swapped = digits[:index] + digits[index + 1] + digits[index] + digits[index + 2 :]
            yield Fraction(sign * int(swapped), 10**printed.decimals)
