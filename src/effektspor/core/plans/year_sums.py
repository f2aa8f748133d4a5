"""Sums by year both ways: what the rows give, and what the paper prints."""

from collections.abc import Iterable
from dataclasses import dataclass

from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts, sum_years


@dataclass(frozen=True, slots=True)
class NamedAmounts:
    """A row: its label and its amounts in øre by year."""

    label: str
    amounts: YearAmounts


@dataclass(frozen=True, slots=True)
class YearSums:
    """Amounts in øre by year, computed and stated; `bound_ore` is how far they may differ by rounding alone."""

    computed: YearAmounts
    stated: YearAmounts = NOTHING_STATED
    bound_ore: int = 0

    @property
    def differing_years(self) -> tuple[int, ...]:
        """The years that state both amounts, and whose two differ by more than rounding explains."""
        computed, stated = self.computed.as_dict(), self.stated.as_dict()
        return tuple(y for y in stated if y in computed and abs(stated[y] - computed[y]) > self.bound_ore)

    @property
    def agrees(self) -> bool:
        return not self.differing_years

    @property
    def shown(self) -> YearAmounts:
        """The stated amount where it holds or stands alone, else the computed."""
        differing = set(self.differing_years)
        held = {year: ore for year, ore in self.stated.pairs if year not in differing}
        return YearAmounts.of(self.computed.as_dict() | held)


def summed(parts: Iterable[YearAmounts], stated: YearAmounts, bound_ore: int) -> YearSums:
    """Return the sum of rows beside the sum the paper prints; `bound_ore` is what rounding explains."""
    return YearSums(sum_years(parts), stated, bound_ore)
