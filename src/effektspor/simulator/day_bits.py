"""Days as the bits of one number, and what the days of a line cost."""

from datetime import date, timedelta

from effektspor.core.grants.cost import line_cost_ore
from effektspor.core.grants.price_line import PriceLine
from effektspor.core.period import Period
from effektspor.simulator.drafts import Line

# Bit 0, and the day after the last that is counted: no simulated grant is as old or as long.
ORIGIN, HORIZON = date(2010, 1, 1), date(2060, 1, 1)


def bits(start: date, end: date | None) -> int:
    """Return the days `[start, end)`, an open end being the horizon."""
    last = HORIZON if end is None else min(end, HORIZON)
    first = max(start, ORIGIN)
    return (1 << (last - ORIGIN).days) - (1 << (first - ORIGIN).days) if first < last else 0


def days_ore(line: PriceLine, days: int) -> int:
    """Return what some days of a line cost, all in one month; the line is asked run by run of days."""
    total_ore = 0
    while days:
        first = (days & -days).bit_length() - 1
        length = (~(days >> first) & ((days >> first) + 1)).bit_length() - 1
        total_ore += line_cost_ore(line, _period(first, length))
        days &= ~(((1 << length) - 1) << first)
    return total_ore


def without_end(line: Line) -> PriceLine:
    """Return a line as it would go on; what is attended or paid once has its own days only."""
    return PriceLine(line.amount_ore, line.unit, line.quantity, line.start, None if line.runs else line.end)


def _period(first: int, length: int) -> Period:
    start = ORIGIN + timedelta(days=first)
    return Period(start, start + timedelta(days=length))
