"""The municipality as it stands at a moment of the simulation, and the numbers it gives out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from effektspor.simulator.agenda import Agenda
from effektspor.simulator.chance import Chance
from effektspor.simulator.drafts import Change, Citizen, Fault, Stay
from effektspor.simulator.parameters import Parameters
from effektspor.simulator.services import HOUSING
from effektspor.simulator.yearly import yearly_ore

PER_MILLION = 1_000_000
# What housing and § 85 are to cost a year, between the budget and the expectation of the paper of 2017.
HOUSING_YEAR_ORE, SUPPORT_YEAR_ORE = 13_050_000_000, 970_000_000


@dataclass(slots=True)
class Municipality:
    """Everyone and everything so far. `level_ppm` is the price level, the first day's being a million."""

    parameters: Parameters
    chance: Chance
    citizens: list[Citizen] = field(default_factory=list)
    stays: list[Stay] = field(default_factory=list)
    running: list[Stay] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    reviews: Agenda[Stay] = field(default_factory=Agenda)
    returns: Agenda[Change] = field(default_factory=Agenda)
    level_ppm: int = PER_MILLION
    housing_ore: int = 0
    support_ore: int = 0
    lines: int = 0
    eligible: list[int] = field(default_factory=lambda: [0, 0])

    def new_line_id(self) -> str:
        self.lines += 1
        return f"L{self.lines:07}"

    def new_change_id(self) -> str:
        return f"A{len(self.changes) + 1:05}"

    def add(self, stay: Stay) -> None:
        """Take in a new grant: on the lists, with its citizen, and in what a year costs."""
        self.stays.append(stay)
        self.running.append(stay)
        stay.citizen.stays.append(stay)
        self.count(stay)

    def count(self, stay: Stay) -> None:
        if stay.service.section in HOUSING:
            self.housing_ore += yearly_ore(stay)
        elif stay.service.section == "85":
            self.support_ore += yearly_ore(stay)

    def let_go(self, day: date) -> None:
        """Let go of the grants that have ended by a day; one whose end has come without a reason awaits its review."""
        self.running = [stay for stay in self.running if stay.end is None or stay.end > day or stay.end_reason is None]

    def take_stock(self, day: date) -> None:
        """Let go of the grants that have ended by a day, and count anew what those that run cost a year."""
        self.let_go(day)
        self.housing_ore = self.support_ore = 0
        for stay in self.running:
            self.count(stay)

    def present(self) -> list[Citizen]:
        """Citizens with a grant that runs, in the order they got it."""
        return list(dict.fromkeys(stay.citizen for stay in self.running))

    @property
    def wants_housing(self) -> bool:
        """Whether the frame has room for one more in housing: visitation that keeps to the budget."""
        return self.housing_ore < self.parameters.scaled(HOUSING_YEAR_ORE)

    @property
    def wants_support(self) -> bool:
        return self.support_ore < self.parameters.scaled(SUPPORT_YEAR_ORE)

    def real_stays(self) -> Iterator[Stay]:
        """The grants that are paid and have a line."""
        return (stay for stay in self.stays if stay.is_real and stay.lines)
