"""Why a cost changes: every row of the page is computed to the øre."""

from fractions import Fraction

import pytest

from effektspor.core.number import parse_number
from effektspor.core.variance.figures import GroupFigures
from effektspor.core.variance.variance import compute_variance
from tests.spec.tables import examples

THOUSAND_ORE = 100_000
EXAMPLES = examples("03-hvorfor-udgiften-aendrer-sig.md")
ROWS = [(each, row) for each in EXAMPLES for row in each.rows("p/l pct.")]


def ore(text):
    amount = parse_number(text).value * THOUSAND_ORE
    assert amount.denominator == 1, f"{text} is whole øre"
    return int(amount)


def group_of(row, factor):
    before, now = (parse_number(row[f"personer {when}"]).value for when in ("før", "nu"))
    costs = (int(before * ore(row["pris før"])), int(now * ore(row["pris nu"])))
    return GroupFigures(tuple(row["gruppe"].split("/")), before, costs[0], now, costs[1], factor)


@pytest.mark.parametrize(("example", "row"), ROWS, ids=lambda each: getattr(each, "title", None) or each["hvorfor"])
def test_a_cost_changes_for_the_reasons_the_page_gives(example, row):
    factor = 1 + Fraction(parse_number(row["p/l pct."]).value, 100)
    groups = [group_of(each, factor) for each in example.rows("gruppe")]
    terms = compute_variance(groups).total
    assert (terms.price_level_ore, terms.quantity_ore, terms.mix_ore, terms.price_ore) == tuple(
        ore(row[name]) for name in ("p/l", "mængde", "sammensætning", "pris")
    )
    assert sum(group.cost_before_ore for group in groups) == ore(row["udgift før"])
    assert sum(group.cost_now_ore for group in groups) == ore(row["udgift nu"])
