"""The reference cost of a price line: obviously right, in whole øre, additive over any split of the period.

Every engine is held to these few lines. The rules are DESIGN §4, "Cost".
"""

from collections.abc import Iterable

from effektspor.core.grants.month import Month, months_of, overlap, within
from effektspor.core.grants.price_line import PriceLine, PriceUnit
from effektspor.core.money import divide_rounded
from effektspor.core.period import Period


def cost_ore(lines: Iterable[PriceLine], period: Period) -> int:
    """Return what lines cost in a period, in øre: the sum of each line's cost."""
    return sum(line_cost_ore(line, period) for line in lines)


def line_cost_ore(line: PriceLine, period: Period) -> int:
    """Return what a line costs in a period, in øre."""
    days = within(period, line.start, line.end)
    if days is None:
        return 0
    if line.unit is PriceUnit.ONCE:
        return line.amount_ore * line.quantity
    if line.unit is PriceUnit.ATTENDANCE:
        return _attended_ore(line, days)
    return sum(_in_month_ore(line, month, days) for month in months_of(days))


def whole_month_ore(line: PriceLine, month: Month) -> int:
    """Return what a line that runs all month costs in it, in øre; not for what is attended or paid once.

    A yearly amount is split so that twelve months are the year; hours are minutes by the week or the month.
    """
    amount = line.amount_ore * line.quantity
    match line.unit:
        case PriceUnit.DAY:
            return amount * month.length
        case PriceUnit.WEEK:
            return divide_rounded(amount * month.length, 7)
        case PriceUnit.MONTH:
            return amount
        case PriceUnit.YEAR:
            return divide_rounded(amount * month.number, 12) - divide_rounded(amount * (month.number - 1), 12)
        case PriceUnit.HOUR_WEEK:
            return divide_rounded(amount * month.length, 420)
        case PriceUnit.HOUR_MONTH:
            return divide_rounded(amount, 60)
    raise AssertionError(f"{line.unit} has no whole month")


def _in_month_ore(line: PriceLine, month: Month, days: Period) -> int:
    """The days `[i, j)` of the month cost R(a·j, L) − R(a·i, L), so that any split adds up to the whole."""
    part = overlap(days, month.period)
    assert part is not None, "months_of gives months that have a day"
    whole, length = whole_month_ore(line, month), month.length
    first, end = (part.start - month.start).days, (part.end - month.start).days
    return divide_rounded(whole * end, length) - divide_rounded(whole * first, length)


def _attended_ore(line: PriceLine, days: Period) -> int:
    """The amount for all attended days, spread over the line's days by the same rule as a month."""
    assert line.end is not None, "attended days end"
    total, length = line.amount_ore * line.quantity, (line.end - line.start).days
    first, end = (days.start - line.start).days, (days.end - line.start).days
    return divide_rounded(total * end, length) - divide_rounded(total * first, length)
