"""Targets by year (måltal), yearly or accumulated, and what a printed sum of them may mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, pairwise

from effektspor.core.money import sum_ore
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts


class Accumulation(StrEnum):
    """Whether a year's figure is that year's own, or all years' up to it."""

    YEARLY = "yearly"
    ACCUMULATED = "accumulated"

    @property
    def danish(self) -> str:
        return {"yearly": "hvert års eget", "accumulated": "akkumuleret"}[self.value]


class SumReading(StrEnum):
    """What a printed sum of targets can be; the levels added are each year's accumulated figure, added once more."""

    YEARS_ADDED = "years_added"
    LEVELS_ADDED = "levels_added"

    @property
    def danish(self) -> str:
        return {
            "years_added": "årenes egne tal lagt sammen",
            "levels_added": "de akkumulerede tal lagt sammen",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Targets:
    """Targets as a paper states them, in øre by year, savings positive.

    `accumulation` is how the figures are taken; `said` is what the label says they are, None where it says nothing.
    """

    stated: YearAmounts = NOTHING_STATED
    accumulation: Accumulation = Accumulation.YEARLY
    said: Accumulation | None = None
    stated_sum_ore: int | None = None
    label: str = ""

    @property
    def years(self) -> tuple[int, ...]:
        return self.stated.years

    @property
    def yearly(self) -> YearAmounts:
        """Each year's own target."""
        return to_yearly(self.stated) if self.accumulation is Accumulation.ACCUMULATED else self.stated

    @property
    def accumulated(self) -> YearAmounts:
        """All years' targets up to and with each year."""
        return self.stated if self.accumulation is Accumulation.ACCUMULATED else to_accumulated(self.stated)

    @property
    def computed_sum_ore(self) -> int | None:
        """What the years come to in all; None without a year."""
        return self.accumulated.last_ore

    def sum_readings(self, bound_ore: int = 0) -> tuple[SumReading, ...]:
        """Return what the stated sum can be, within the bound; empty where nothing explains it or none is stated."""
        if self.stated_sum_ore is None or not self.stated:
            return ()
        stated = self.stated_sum_ore
        return tuple(reading for reading, ore in self._candidates() if abs(ore - stated) <= bound_ore)

    def _candidates(self) -> Iterator[tuple[SumReading, int]]:
        yield SumReading.YEARS_ADDED, sum_ore(ore for _, ore in self.yearly.pairs)
        yield SumReading.LEVELS_ADDED, sum_ore(ore for _, ore in self.accumulated.pairs)

    def __bool__(self) -> bool:
        return bool(self.stated)


NO_TARGETS = Targets()


def to_accumulated(yearly: YearAmounts) -> YearAmounts:
    """Return each year's figure with the years before it; a year that is not stated adds nothing and gets none."""
    return YearAmounts(tuple(zip(yearly.years, accumulate(ore for _, ore in yearly.pairs), strict=True)))


def to_yearly(accumulated: YearAmounts) -> YearAmounts:
    """Return what each year adds to the stated year before it; the first year adds all of its own."""
    amounts = [ore for _, ore in accumulated.pairs]
    return YearAmounts(tuple(zip(accumulated.years, (b - a for a, b in pairwise([0, *amounts])), strict=True)))
