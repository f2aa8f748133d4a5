"""What a simulation is asked for, and the days it spans."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from effektspor.core.grants.month import Month, months_of
from effektspor.core.period import Period
from effektspor.simulator.dates import months_later

FIRST_DAY = date(2023, 1, 1)
# A paper of 2017 counted 973 active grants on 573 citizens; every size is a multiple of that municipality.
STANDARD_CITIZENS, STANDARD_GRANTS = 573, 973


@dataclass(frozen=True, slots=True)
class Parameters:
    """The number of citizens at a time, the seed and the months: all that decides what comes out."""

    citizens: int = STANDARD_CITIZENS
    seed: int = 1
    months: int = 48

    @property
    def start(self) -> date:
        return FIRST_DAY

    @property
    def end(self) -> date:
        """The day after the last: what is known is known on the day before it."""
        return months_later(FIRST_DAY, self.months)

    @property
    def years(self) -> range:
        """The calendar years that have a simulated day."""
        return range(FIRST_DAY.year, (FIRST_DAY.year * 12 + self.months - 1) // 12 + 1)

    @property
    def grants(self) -> int:
        """How many grants are to run at a time."""
        return self.scaled(STANDARD_GRANTS)

    def scaled(self, standard: int) -> int:
        """Return what is so much in the standard municipality, in one of this size."""
        return standard * self.citizens // STANDARD_CITIZENS

    def each_month(self) -> Iterator[Month]:
        return months_of(Period(self.start, self.end))
