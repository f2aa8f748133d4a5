"""Known slips of the hand: what turns a right figure into the printed one."""

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction

from effektspor.core.number import Number

_FACTORS = (10, 100, 1000, 1_000_000)
# From here a factor is a change of unit, and the figure may be printed more finely than the others.
_UNIT = 1000
# Two digits can be swapped into too many figures for that to prove anything.
_LEAST_SWAPPED = 3


class Slip(StrEnum):
    SIGN = "sign"
    SCALE = "scale"
    TRANSPOSED = "transposed"
    LEFT_OUT = "left_out"


def slip_between(printed: Number, right: Fraction, bound: Fraction) -> Slip | None:
    """Return the slip that makes a printed figure of the right one, within what rounding may have moved; else None."""
    if not printed.digits or not right or abs(printed.value - right) <= bound:
        return None
    if abs(printed.value + right) <= bound:
        return Slip.SIGN
    if any(_is_factor(printed, right, bound, factor) for factor in _FACTORS):
        return Slip.SCALE
    # A swap moves a figure by so little that rounding could fit many: it must give the right figure to the digit.
    return Slip.TRANSPOSED if right in _transpositions(printed) else None


def is_proof(slip: Slip, printed: Number) -> bool:
    """Return whether a slip is proof enough of which figure is wrong; a swap of a short figure may be chance."""
    return slip is not Slip.TRANSPOSED or len(str(abs(printed.digits))) >= _LEAST_SWAPPED


def _is_factor(printed: Number, right: Fraction, bound: Fraction, factor: int) -> bool:
    """Ten or a thousand times too large or too small; a figure too large carries the rounding times the factor."""
    value = printed.value
    # Where rounding, times the factor, is a tenth of the figure or more, the factor may be chance.
    too_large = abs(value - right * factor) <= bound * factor < abs(value) / 10
    # A nought too many stands last in the figure.
    with_noughts = factor >= _UNIT or printed.digits % factor == 0
    return (too_large and with_noughts) or (abs(value * factor - right) <= bound < abs(right) / 10)


def _transpositions(printed: Number) -> Iterator[Fraction]:
    """Every figure with two neighbouring, different digits changed about."""
    digits, sign = str(abs(printed.digits)), -1 if printed.digits < 0 else 1
    for index in range(len(digits) - 1):
        if digits[index] != digits[index + 1]:
            swapped = digits[:index] + digits[index + 1] + digits[index] + digits[index + 2 :]
            yield Fraction(sign * int(swapped), 10**printed.decimals)
