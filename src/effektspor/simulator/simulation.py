"""The municipality month by month."""

from datetime import date

from effektspor.simulator.arrivals import arrive, foresee, settle_first
from effektspor.simulator.attendance import attend
from effektspor.simulator.baselines import settle_baselines
from effektspor.simulator.careers import leave, review
from effektspor.simulator.chance import Chance
from effektspor.simulator.dates import first_of_next_month
from effektspor.simulator.drift import RATES_CORRECTED_IN, correct_rates, raise_prices, settle
from effektspor.simulator.estimates import avoid, lower_budgets
from effektspor.simulator.faults import come_back, mark_deaths
from effektspor.simulator.measures import carry_out
from effektspor.simulator.municipality import Municipality
from effektspor.simulator.parameters import Parameters
from effektspor.simulator.status import settle_status

# The plan begins when the municipality has been seen for half a year.
_MONTHS_BEFORE_THE_PLAN = 6


def simulate(parameters: Parameters, chance: Chance) -> Municipality:
    """Return the municipality as it is known on the last day."""
    town = Municipality(parameters, chance)
    settle_first(town)
    for number, month in enumerate(parameters.each_month()):
        _live(town, month.start)
        if number + 1 >= _MONTHS_BEFORE_THE_PLAN:
            _steer(town, first_of_next_month(month.start))
    foresee(town)
    attend(town)
    settle_baselines(town.changes)
    settle_status(town)
    return town


def _live(town: Municipality, first: date) -> None:
    """Let a month pass: prices, returns, reviews, those who leave, those who come."""
    town.let_go(first)
    _change_prices(town, first)
    following = first_of_next_month(first)
    for day, change in town.returns.due(following):
        come_back(town, change, day)
    for day, stay in town.reviews.due(following):
        review(town, stay, day)
    mark_deaths(town, leave(town, first))
    town.take_stock(following)
    arrive(town, first)


def _change_prices(town: Municipality, first: date) -> None:
    if first.month == 1 and first > town.parameters.start:
        raise_prices(town, first)
    if first.month == RATES_CORRECTED_IN:
        correct_rates(town, first)
    if first.month == 5:
        settle(town, first)


def _steer(town: Municipality, first: date) -> None:
    """Carry out the measures that begin in the coming month, where the simulation reaches it."""
    if first < town.parameters.end:
        carry_out(town, first)
        avoid(town, first)
        lower_budgets(town, first)
