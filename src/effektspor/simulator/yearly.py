"""Roughly what a grant costs a year: for steering only, never for a figure that is stated."""

from effektspor.core.grants.price_line import PriceUnit
from effektspor.simulator.drafts import Line, Stay

_TIMES = {
    PriceUnit.DAY: (365, 1),
    PriceUnit.WEEK: (52, 1),
    PriceUnit.MONTH: (12, 1),
    PriceUnit.YEAR: (1, 1),
    PriceUnit.HOUR_WEEK: (365, 420),
    PriceUnit.HOUR_MONTH: (12, 60),
}


def yearly_ore(stay: Stay) -> int:
    """Return it, counted again only when a price of the grant has changed."""
    if stay.year_ore is None:
        stay.year_ore = sum(line_yearly_ore(line) for line in stay.running)
    return stay.year_ore


def line_yearly_ore(line: Line) -> int:
    times, divisor = _TIMES[line.unit]
    return line.amount_ore * line.quantity * times // divisor
