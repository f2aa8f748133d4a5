"""Prices over the years: every January a new price line, and in spring rates that were known too late."""

from datetime import date

from effektspor.core.grants.price_line import LineKind, PriceUnit
from effektspor.core.money import divide_rounded
from effektspor.simulator.dates import ONE_DAY, days_later
from effektspor.simulator.drafts import Line, Stay
from effektspor.simulator.municipality import Municipality
from effektspor.simulator.schedules import split
from effektspor.simulator.services import HOUSING

# The month in which rates of the year are corrected back to January.
RATES_CORRECTED_IN = 4
# Made-up price and wage estimates in thousandths, from 2024 on; after the last they begin again.
_PRICE_PER_MILLE = (28, 31, 24, 26)


def january_per_mille(year: int) -> int:
    return _PRICE_PER_MILLE[(year - 2024) % len(_PRICE_PER_MILLE)]


def raise_prices(town: Municipality, january: date) -> None:
    """Let every line that runs over New Year go on at the new year's price."""
    per_mille = january_per_mille(january.year)
    for stay in town.running:
        for line in [each for each in stay.lines if each.runs and each.start < january and each.covers(january)]:
            split(town, stay, line, january, (raised(line.amount_ore, per_mille), line.quantity))
    town.level_ppm = raised(town.level_ppm, per_mille)


def raised(amount: int, per_mille: int) -> int:
    return divide_rounded(amount * (1000 + per_mille), 1000)


def correct_rates(town: Municipality, spring: date) -> None:
    """Some outside homes tell their rate of the year months late: the line is replaced back to January."""
    january = spring.replace(month=1)
    for stay in town.running:
        if stay.service.section in HOUSING and not stay.provider.is_own and not stay.citizen.is_marked:
            for line in stay.running:
                if line.start == january and line.kind is LineKind.BASE and town.chance.happens(90):
                    _correct(town, (stay, line), days_later(spring, town.chance.between(3, 25)))


def _correct(town: Municipality, of: tuple[Stay, Line], recorded_on: date) -> None:
    stay, line = of
    stay.year_ore = None
    line.supersedes, line.line_id = line.line_id, town.new_line_id()
    line.earlier_ore, line.recorded_on = line.amount_ore, recorded_on
    line.amount_ore = raised(line.amount_ore, town.chance.between(-15, 35))


def settle(town: Municipality, spring: date) -> None:
    """A few homes pay back, or are paid, what their last year's rate was wrong by: once, on the tenth."""
    day = days_later(spring, 9)
    for stay in town.running:
        if _may_settle(stay, day) and town.chance.happens(25):
            stay.lines.append(_settlement(town, day))


def _may_settle(stay: Stay, day: date) -> bool:
    is_here = stay.covers(day) and stay.end != day + ONE_DAY and stay.end_reason is None
    return is_here and stay.service.section in ("107", "108") and not stay.citizen.is_marked


def _settlement(town: Municipality, day: date) -> Line:
    amount_ore = 100 * town.chance.between(-9000, 9000)
    return Line(town.new_line_id(), amount_ore, PriceUnit.ONCE, 1, day, day + ONE_DAY, LineKind.SETTLEMENT, day)
