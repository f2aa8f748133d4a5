"""Grants paid by the day attended: one line a month, written when the month is over."""

from collections.abc import Iterator

from effektspor.core.grants.month import months_of, within
from effektspor.core.grants.price_line import LineKind, PriceUnit
from effektspor.core.money import divide_rounded
from effektspor.core.period import Period
from effektspor.simulator.dates import days_later
from effektspor.simulator.drafts import Line, Stay
from effektspor.simulator.drift import january_per_mille, raised
from effektspor.simulator.municipality import Municipality
from effektspor.simulator.services import ATTENDED


def attend(town: Municipality) -> None:
    """Write the attended days of the whole simulation."""
    for stay in town.stays:
        if stay.is_attended and stay.is_real:
            stay.lines.extend(_months(town, stay))


def _months(town: Municipality, stay: Stay) -> Iterator[Line]:
    price = ATTENDED[stay.service.section]
    amount_ore, year = 100 * town.chance.between(price.low_kr, price.high_kr), town.parameters.start.year
    for days in _parts(town, stay):
        while year < days.start.year:
            year += 1
            amount_ore = raised(amount_ore, january_per_mille(year))
        yield _attended(town, amount_ore, days)


def _parts(town: Municipality, stay: Stay) -> Iterator[Period]:
    """The grant's days in each month that is over."""
    days = within(Period(town.parameters.start, town.parameters.end), stay.start, stay.end)
    for month in () if days is None else months_of(days):
        part = within(month.period, stay.start, stay.end)
        if part is not None:
            yield part


def _attended(town: Municipality, amount_ore: int, days: Period) -> Line:
    """About three of seven days are attended; the list of the last month comes on its last day."""
    attended = min(days.days, divide_rounded(days.days * town.chance.between(40, 66), 100) or 1)
    recorded_on = min(days_later(days.end, town.chance.between(2, 9)), days_later(town.parameters.end, -1))
    return Line(
        town.new_line_id(), amount_ore, PriceUnit.ATTENDANCE, attended, days.start, days.end, LineKind.BASE, recorded_on
    )
