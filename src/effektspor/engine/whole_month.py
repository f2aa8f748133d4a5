"""What lines cost in a month they cover whole, for many lines at once: `core.grants.cost` over arrays."""

from typing import Any

from effektspor.core.grants.price_line import PriceUnit

# An array of whole numbers, int64 or, where amounts are too large for that, Python's own; or one number.
Whole = Any


def divide_rounded(x: Whole, d: Whole) -> Whole:
    """Return R(x, d), `core.money.divide_rounded`: half away from zero.

    `//` floors, so below zero a half must be lowered by one before it, or it would be rounded towards zero.
    """
    return (2 * x + d - (x < 0)) // (2 * d)


def whole_month_ore(unit: PriceUnit, amount_ore: Whole, length: Whole, number: Whole) -> Whole:
    """Return what amounts (with their quantity) of one unit cost in a month of that length and calendar number."""
    match unit:
        case PriceUnit.DAY:
            return amount_ore * length
        case PriceUnit.WEEK:
            return divide_rounded(amount_ore * length, 7)
        case PriceUnit.MONTH:
            return amount_ore
        case PriceUnit.YEAR:
            return divide_rounded(amount_ore * number, 12) - divide_rounded(amount_ore * (number - 1), 12)
        case PriceUnit.HOUR_WEEK:
            return divide_rounded(amount_ore * length, 420)
        case PriceUnit.HOUR_MONTH:
            return divide_rounded(amount_ore, 60)
    raise AssertionError(f"{unit} has no whole month")


def first_days_ore(unit: PriceUnit, amount_ore: Whole, days: Whole, length: Whole, number: Whole) -> Whole:
    """Return what the first days of a month cost: R(whole month · days, length)."""
    if unit is PriceUnit.DAY:
        return amount_ore * days  # what the division gives, without dividing
    return divide_rounded(whole_month_ore(unit, amount_ore, length, number) * days, length)
