"""Conversion of an amount between price levels by a published table (pris- og lønfremskrivning, p/l).

    amount in level y2 = amount in level y1 × (1 + p/100) for each year of y1 + 1 … y2

Estimates are revised for earlier years, so a table belongs to its publication, and one conversion uses one table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from effektspor.core.money import divide_rounded


class PriceKind(StrEnum):
    """What a percentage is for: wages, other prices, or both weighed together."""

    WAGES = "løn"
    OTHER = "øvrigt"
    ALL = "samlet"


class PriceLevelMissing(Exception):
    """A conversion over a year that the table does not have. A missing year is never 0 percent."""

    def __init__(self, kind: PriceKind, year: int, publication: str) -> None:
        super().__init__(
            f"P/l-procenten ({kind}) fra {year - 1} til {year} findes ikke i {publication}. "
            "Indlæs en tabel, der har den, eller regn i et andet prisniveau."
        )


@dataclass(frozen=True, slots=True)
class PriceRise:
    """The percentage from the year before to a year; may be negative."""

    kind: PriceKind
    year: int
    pct: Fraction

    def __post_init__(self) -> None:
        assert self.pct > -100, "prices do not fall to nothing"


@dataclass(frozen=True, slots=True)
class PriceTable:
    """The percentages of one publication, and where they were read; a kind has a year at most once."""

    publication: str
    source: str
    rises: tuple[PriceRise, ...]

    def __post_init__(self) -> None:
        assert len(self._by_year()) == len(self.rises), "a table has one percentage for a kind and year"

    def factor(self, kind: PriceKind, from_level: int, to_level: int) -> Fraction:
        """Return what an amount is multiplied by, exactly; back in time it is the inverse.

        Raises PriceLevelMissing for the first year between the two that the table does not have.
        """
        if to_level < from_level:
            return 1 / self.factor(kind, to_level, from_level)
        factor, known = Fraction(1), self._by_year()
        for year in range(from_level + 1, to_level + 1):
            if (kind, year) not in known:
                raise PriceLevelMissing(kind, year, self.publication)
            factor *= 1 + known[kind, year] / 100
        return factor

    def convert_ore(self, amount_ore: int, kind: PriceKind, from_level: int, to_level: int) -> int:
        """Return an amount in another price level, rounded once, by R.

        To a level with higher prices and back gives the amount itself. To one with lower prices and back may differ by
        what whole øre could not hold there: keep an amount in the level it was stated in, and convert it from that.
        """
        factor = self.factor(kind, from_level, to_level)
        return divide_rounded(amount_ore * factor.numerator, factor.denominator)

    def _by_year(self) -> Mapping[tuple[PriceKind, int], Fraction]:
        return {(rise.kind, rise.year): rise.pct for rise in self.rises}
