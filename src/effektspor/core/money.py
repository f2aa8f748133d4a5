"""Whole øre, and the one rounding rule."""

from collections.abc import Iterable


def divide_rounded(x: int, d: int) -> int:
    """Return x / d rounded half away from zero: R(x, d) of the design, the only rounding of money there is.

    Half away from zero, so that a line and its reversal sum to 0 øre. Raises AssertionError unless d > 0.
    """
    assert d > 0, "the divisor of a rounding is positive"
    magnitude = (2 * abs(x) + d) // (2 * d)
    return magnitude if x >= 0 else -magnitude


def sum_ore(amounts_ore: Iterable[int | None]) -> int:
    """Return the sum in øre of the amounts that are stated; an amount that is not stated adds nothing."""
    return sum(amount for amount in amounts_ore if amount is not None)
