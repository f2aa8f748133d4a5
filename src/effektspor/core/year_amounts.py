"""Amounts by year: what a line of a proposal, a target or an estimate says of each year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class YearAmounts:
    """Whole øre by year, in order. A year that is not there is not stated, which is not the same as 0."""

    pairs: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        years = self.years
        assert list(years) == sorted(set(years)), "each year stands once, in order"

    @classmethod
    def of(cls, ore_by_year: Mapping[int, int | None]) -> "YearAmounts":
        """Return the amounts that are stated."""
        return cls(tuple(sorted((year, ore) for year, ore in ore_by_year.items() if ore is not None)))

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(year for year, _ in self.pairs)

    @property
    def last_ore(self) -> int | None:
        """The amount of the last year that is stated."""
        return self.pairs[-1][1] if self.pairs else None

    def at(self, year: int) -> int | None:
        """Return the amount of a year in øre, or None when it is not stated."""
        return self.as_dict().get(year)

    def as_dict(self) -> dict[int, int]:
        return dict(self.pairs)

    def within(self, years: Iterable[int]) -> "YearAmounts":
        """Return the amounts of those years only."""
        kept = set(years)
        return YearAmounts(tuple(pair for pair in self.pairs if pair[0] in kept))

    def __bool__(self) -> bool:
        return bool(self.pairs)

    def __add__(self, other: "YearAmounts") -> "YearAmounts":
        return sum_years((self, other))

    def __neg__(self) -> "YearAmounts":
        return YearAmounts(tuple((year, -ore) for year, ore in self.pairs))


NOTHING_STATED = YearAmounts()


def sum_years(parts: Iterable[YearAmounts]) -> YearAmounts:
    """Return the sum year by year, over every year that any part states."""
    sums: dict[int, int] = {}
    for part in parts:
        for year, ore in part.pairs:
            sums[year] = sums.get(year, 0) + ore
    return YearAmounts.of(sums)
