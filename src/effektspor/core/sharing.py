"""Sharing out whole øre so that none is lost: the largest remainder first."""

from collections.abc import Sequence
from fractions import Fraction


def share_ore(total_ore: int, keys: Sequence[int | Fraction]) -> list[int]:
    """Return a total shared over keys to the øre; a negative total gives the shares of the positive with minus.

    A key of 0 gets 0. Keys may be negative, but not sum to 0: then there is nothing to share by (an assertion).
    """
    whole = sum(keys, Fraction(0))
    assert whole, "the keys of a sharing do not sum to 0"
    return rounded_parts([total_ore * Fraction(key) / whole for key in keys])


def rounded_parts(parts: Sequence[Fraction]) -> list[int]:
    """Return parts with a whole sum as whole øre with the same sum, each less than one øre from its exact value.

    What is left when all are rounded down goes to the largest remainders, of equal ones to the first. A whole part
    stays. Parts with a negative sum are rounded as their opposites, so that a reversal sums with what it reverses to 0.
    """
    total = sum(parts, Fraction(0))
    assert total.denominator == 1, "parts that are rounded together have a whole sum"
    if total < 0:
        return [-part for part in rounded_parts([-part for part in parts])]
    rounded = [part.numerator // part.denominator for part in parts]
    largest_first = sorted(range(len(parts)), key=lambda at: rounded[at] - parts[at])
    for at in largest_first[: total.numerator - sum(rounded)]:
        rounded[at] += 1
    assert sum(rounded) == total, "no øre is lost"
    return rounded
