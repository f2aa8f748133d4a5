"""What each section truly cost, and its person days, by month."""

from collections import defaultdict
from dataclasses import dataclass, field

from effektspor.simulator.day_bits import bits
from effektspor.simulator.drafts import Stay
from effektspor.simulator.month_costs import Costs
from effektspor.simulator.municipality import Municipality
from effektspor.simulator.services import SERVICES

Months = list[int]


@dataclass(slots=True)
class SectionTruth:
    """A section's cost in øre and its person days in each month of the simulation."""

    cost_ore: Months
    person_days: Months
    _days: dict[str, int] = field(default_factory=dict)

    def add_days(self, stay: Stay, all_days: int) -> None:
        """Add the days of a grant's base lines to its citizen's; a day counts once, however many lines it has."""
        days = self._days.get(stay.citizen.key, 0)
        for line in stay.lines:
            if line.makes_person:
                days |= bits(line.start, line.end) & all_days
        self._days[stay.citizen.key] = days

    def count_days(self, months: list[int]) -> None:
        """Set the person days from the days of each citizen, given the days of each month."""
        for days in self._days.values():
            for number, month in enumerate(months if days else ()):
                self.person_days[number] += (days & month).bit_count()


def section_truths(town: Municipality, costs: dict[str, Costs]) -> dict[str, SectionTruth]:
    """Return the truth of every section of the municipality."""
    count, all_days = town.parameters.months, bits(town.parameters.start, town.parameters.end)
    truths = {service.section: SectionTruth([0] * count, [0] * count) for service in SERVICES}
    for stay in town.real_stays():
        truth = truths[stay.service.section]
        truth.add_days(stay, all_days)
        for number, cost in costs[stay.grant_id].items():
            truth.cost_ore[number] += cost.total_ore
    months = [bits(month.start, month.next.start) for month in town.parameters.each_month()]
    for truth in truths.values():
        truth.count_days(months)
    return truths


def by_year(town: Municipality, months: Months) -> dict[int, Months]:
    """Return the figures of months year by year."""
    years: dict[int, Months] = defaultdict(list)
    for month, figure in zip(town.parameters.each_month(), months, strict=True):
        years[month.year].append(figure)
    return dict(years)
