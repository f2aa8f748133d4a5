"""What a variance is computed from, and what it gives."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from effektspor.core.money import divide_rounded


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """A group's full-year persons and cost, before and now.

    Before is last year, the last round, or the budget's own assumptions. `key` says where the group belongs, the
    widest first: ("107", "autisme"). `price_factor` brings `cost_before_ore` to the price level of now.
    """

    key: tuple[str, ...]
    persons_before: Fraction
    cost_before_ore: int
    persons_now: Fraction
    cost_now_ore: int
    price_factor: Fraction = Fraction(1)

    def __post_init__(self) -> None:
        assert self.key, "a group has a name"
        assert self.persons_before >= 0 and self.persons_now >= 0, "there are no fewer than no persons"
        assert self.price_factor > 0, "a price level is above nothing"

    @property
    def base_ore(self) -> int:
        """What the group cost before, in the price level of now."""
        factor = self.price_factor
        return divide_rounded(self.cost_before_ore * factor.numerator, factor.denominator)


@dataclass(frozen=True, slots=True)
class VarianceTerms:
    """The four terms of a change of cost, in øre; a higher cost is positive."""

    price_level_ore: int
    quantity_ore: int
    mix_ore: int
    price_ore: int

    @property
    def change_ore(self) -> int:
        """What cost now less what it cost before, as stated: the sum of the terms."""
        return self.price_level_ore + self.quantity_ore + self.mix_ore + self.price_ore


@dataclass(frozen=True, slots=True)
class GroupVariance:
    """A group's share of each term."""

    key: tuple[str, ...]
    terms: VarianceTerms


@dataclass(frozen=True, slots=True)
class Variance:
    """A change of cost, by group in the order they were given, and in all."""

    groups: tuple[GroupVariance, ...]

    @property
    def total(self) -> VarianceTerms:
        return sum_terms(group.terms for group in self.groups)

    def under(self, *prefix: str) -> VarianceTerms:
        """Return the terms of the groups whose key begins so: those of a section with all its target groups."""
        return sum_terms(group.terms for group in self.groups if group.key[: len(prefix)] == prefix)


def sum_terms(terms: Iterable[VarianceTerms]) -> VarianceTerms:
    """Return the sum of terms, term by term."""
    listed = list(terms)
    return VarianceTerms(
        sum(each.price_level_ore for each in listed),
        sum(each.quantity_ore for each in listed),
        sum(each.mix_ore for each in listed),
        sum(each.price_ore for each in listed),
    )
