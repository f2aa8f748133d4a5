"""The base of a variance: each group's share of the persons before, and its price before in the price level of now."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from effektspor.core.variance.figures import GroupFigures

NOTHING = Fraction(0)


class _Sum(NamedTuple):
    """Persons before, and what they cost in the price level of now."""

    persons: Fraction = NOTHING
    cost_ore: int = 0

    @property
    def price_ore(self) -> Fraction:
        return self.cost_ore / self.persons


def base_shares(groups: Sequence[GroupFigures]) -> list[Fraction]:
    """Return each group's share of the persons before; where there were none at all, its share of those now."""
    before = [group.persons_before for group in groups]
    persons = before if any(before) else [group.persons_now for group in groups]
    whole = sum(persons, NOTHING)
    return [each / whole if whole else NOTHING for each in persons]


def base_prices_ore(groups: Sequence[GroupFigures]) -> list[Fraction]:
    """Return each group's price before, in øre per full-year person and in the price level of now.

    A group that had no person takes the average price of the nearest part of its key that had, at last of all groups.
    Where no group had any, all that is there is new, at the price it has now.
    """
    parents = _parents(groups)
    return [_price_ore(group, parents) for group in groups]


def _parents(groups: Sequence[GroupFigures]) -> Mapping[tuple[str, ...], _Sum]:
    sums: dict[tuple[str, ...], _Sum] = defaultdict(_Sum)
    for group in groups:
        for key in _above(group) if group.persons_before else ():
            sums[key] = _Sum(sums[key].persons + group.persons_before, sums[key].cost_ore + group.base_ore)
    return dict(sums)


def _price_ore(group: GroupFigures, parents: Mapping[tuple[str, ...], _Sum]) -> Fraction:
    if group.persons_before:
        return group.base_ore / group.persons_before
    for key in _above(group):
        if key in parents:
            return parents[key].price_ore
    return group.cost_now_ore / group.persons_now if group.persons_now else NOTHING


def _above(group: GroupFigures) -> Iterator[tuple[str, ...]]:
    """Yield the keys above a group's, the nearest first and the empty key of all groups last."""
    return (group.key[:length] for length in reversed(range(len(group.key))))
