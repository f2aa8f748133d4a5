"""What every grant costs in each month of the simulation, counted once for the truth and for the ledger.

The cost is the core's. A whole month is asked for once per length, since a line's whole months differ by nothing else.
"""

from datetime import date
from typing import NamedTuple

from effektspor.core.grants.cost import line_cost_ore, whole_month_ore
from effektspor.core.grants.month import Month
from effektspor.core.grants.price_line import LineKind, PriceLine, PriceUnit
from effektspor.simulator.drafts import Line, Stay
from effektspor.simulator.municipality import Municipality

# What citizens and others pay is posted by itself.
_INCOME = (LineKind.USER_PAYMENT, LineKind.REFUND, LineKind.INCOME)


class MonthCost(NamedTuple):
    """A grant's month: what is paid, what is received, and what is paid later because a rate was not yet known."""

    paid_ore: int
    received_ore: int
    later_ore: int = 0

    @property
    def total_ore(self) -> int:
        return self.paid_ore + self.received_ore + self.later_ore


Costs = dict[int, MonthCost]  # by the number of the month
Months = list[tuple[Month, date, date]]  # each with its first day, and that of the month after it


def costs_of(town: Municipality) -> dict[str, Costs]:
    """Return, by the id of each grant that is paid, its months."""
    months = [(month, month.start, month.next.start) for month in town.parameters.each_month()]
    return {stay.grant_id: _stay_costs(stay, months) for stay in town.real_stays()}


def _stay_costs(stay: Stay, months: Months) -> Costs:
    paid, received, later = _sums(stay, months)
    numbers = sorted({*paid, *received})
    return {at: MonthCost(paid.get(at, 0), received.get(at, 0), later.get(at, 0)) for at in numbers}


def _sums(stay: Stay, months: Months) -> tuple[dict[int, int], dict[int, int], dict[int, int]]:
    paid: dict[int, int] = {}
    received: dict[int, int] = {}
    later: dict[int, int] = {}
    for line in stay.lines:
        into = received if line.kind in _INCOME else paid
        _add_months(into, line.priced(), months)
        if line.earlier_ore is not None:
            _put_off(later, paid, line, months)
    return paid, received, later


def _put_off(later: dict[int, int], paid: dict[int, int], line: Line, months: Months) -> None:
    """Of the months before a rate was known, what it differs by is paid afterwards."""
    assert line.earlier_ore is not None
    difference = PriceLine(line.amount_ore - line.earlier_ore, line.unit, line.quantity, line.start, line.end)
    put_off: dict[int, int] = {}
    known_late = [each for each in months if each[2] <= line.recorded_on]
    _add_months(put_off, difference, known_late)
    for number, amount_ore in put_off.items():
        later[number] = later.get(number, 0) + amount_ore
        paid[number] -= amount_ore


def _add_months(into: dict[int, int], line: PriceLine, months: Months) -> None:
    """Add a line's cost to its months; their numbers count from the first month there is."""
    first, last = _number(months, line.start), _last_number(months, line.end)
    end = line.end or date.max
    whole: dict[int, int] = {}
    for number in range(first, last + 1):
        month, start, following = months[number]
        is_whole = line.runs and line.start <= start and following <= end
        key = month.number if line.unit is PriceUnit.YEAR else (following - start).days
        if not is_whole:
            amount_ore = line_cost_ore(line, month.period)
        elif key in whole:
            amount_ore = whole[key]
        else:
            amount_ore = whole[key] = whole_month_ore(line, month)
        into[number] = into.get(number, 0) + amount_ore


def _number(months: Months, day: date) -> int:
    return max(0, (day.year - months[0][1].year) * 12 + day.month - months[0][1].month)


def _last_number(months: Months, end: date | None) -> int:
    """The number of the last month that has a day before an end."""
    if end is None:
        return len(months) - 1
    full = (end.year - months[0][1].year) * 12 + end.month - months[0][1].month
    return min(len(months) - 1, full - (end.day == 1))
