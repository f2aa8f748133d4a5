"""A change of cost as p/l, quantity, mix and price (DESIGN §4, "Variance").

With groups i, q persons, p price, s share of the persons, Q all persons, 0 before in the price level of now, 1 now:

    p/l = Σ (base_i − cost_before_i)                    quantity = (Q1 − Q0) · Σ s0i · p0i
    mix = Σ (q1i − Q1 · s0i) · p0i                      price = Σ q1i · (p1i − p0i)

Each is a sum over groups, so every group has its own four, and they sum to the group's own change. `base.py` says what
p0 is where a group is new: its parent's price, so that its persons count as mix, and what it costs above or below that
price as price. A group that is gone has mix and quantity and no price. Where nobody was there before (Q0 = 0) all is
quantity. Cost that no person explains, before or now, is price.
"""

from collections.abc import Sequence
from fractions import Fraction

from effektspor.core.variance.base import base_prices_ore, base_shares
from effektspor.core.variance.figures import GroupFigures, GroupVariance, Variance, VarianceTerms
from effektspor.core.variance.rounded_table import rounded_table


def compute_variance(groups: Sequence[GroupFigures]) -> Variance:
    """Return the four terms of a change of cost, in whole øre that sum exactly for each group and in all.

    A group's p/l is its base, rounded once, less what it cost before. In all, every other term is less than one øre
    from the formula's exact value.
    """
    assert len({group.key for group in groups}) == len(groups), "a group stands once"
    terms = rounded_table(_exact_terms(groups))
    pairs = zip(groups, terms, strict=True)
    return Variance(tuple(GroupVariance(group.key, _terms(group, rounded)) for group, rounded in pairs))


def _exact_terms(groups: Sequence[GroupFigures]) -> list[list[Fraction]]:
    """Return quantity, mix and price of each group; the price is what is left, and so also cost without a person."""
    before = sum((group.persons_before for group in groups), Fraction(0))
    now = sum((group.persons_now for group in groups), Fraction(0))
    exact = []
    for group, share, price_ore in zip(groups, base_shares(groups), base_prices_ore(groups), strict=True):
        quantity = (now - before) * share * price_ore
        mix = (group.persons_now - now * share) * price_ore
        exact.append([quantity, mix, group.cost_now_ore - group.base_ore - quantity - mix])
    return exact


def _terms(group: GroupFigures, rounded: list[int]) -> VarianceTerms:
    quantity, mix, price = rounded
    return VarianceTerms(group.base_ore - group.cost_before_ore, quantity, mix, price)
