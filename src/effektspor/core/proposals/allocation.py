"""Sharing an amount between committees by their keys (fordelingsnøgle), to the øre."""

from collections.abc import Sequence
from fractions import Fraction

from effektspor.core.number import Number
from effektspor.core.sharing import share_ore
from effektspor.core.year_amounts import YearAmounts


def allocate(total: YearAmounts, keys_pct: Sequence[Number]) -> list[YearAmounts]:
    """Return each key's part of a total, year by year; the parts of a year sum to it, so no øre is lost.

    Raises AssertionError when the keys sum to 0: then there is nothing to share by.
    """
    values = [key.value for key in keys_pct]
    by_year = {year: share_ore(ore, values) for year, ore in total.pairs}
    return [YearAmounts.of({year: parts[at] for year, parts in by_year.items()}) for at in range(len(values))]


def keys_sum_pct(keys_pct: Sequence[Number]) -> Fraction:
    """Return what keys sum to in per cent; 100 is a whole."""
    return sum((key.value for key in keys_pct), Fraction(0))


def share_of_budget_pct(saving_ore: int, budget_ore: int) -> Fraction:
    """Return what share of a budget a saving is, in per cent and without sign. Raises AssertionError on no budget."""
    assert budget_ore > 0, "a share is of a budget that is more than 0"
    return Fraction(100 * abs(saving_ore), budget_ore)
