"""Shares of the table's sum, by the percentage each row prints."""

from effektspor.core.audit.catalogue import audit_document
from effektspor.core.document import RelationKind
from tests.papers import read

ALLOCATION = """
1.000 kr. | Fordelingsnøgle | 2024 | 2025
Socialudvalget | 80 % | -800 | -1.000
Sundhedsudvalget | 20 % | -200 | {last}
I alt | 100 % | -1.000 | -1.250
"""


def shares(text):
    (table,) = audit_document(read(text))[0].tables
    return [each for each in table.relations if each.kind is RelationKind.SHARE]


def test_each_amount_is_a_share_of_the_sum():
    found = shares(ALLOCATION.format(last="-250"))
    assert [(each.result, each.parts, each.holds) for each in found] == [
        ((0, 0), ((2, 0),), True),
        ((0, 1), ((2, 1),), True),
        ((1, 0), ((2, 0),), True),
        ((1, 1), ((2, 1),), True),
    ]


def test_a_share_that_does_not_hold_is_told_as_such():
    assert [each.holds for each in shares(ALLOCATION.format(last="-150"))] == [True, True, True, False]


def test_percentages_that_are_no_shares_of_the_sum_explain_nothing():
    text = "1.000 kr. | Vækst pct. | 2024 | 2025\nA | 3 % | 500 | 600\nB | 5 % | 700 | 800\nI alt | 4 % | 1.200 | 1.400"
    assert shares(text) == []


def test_figures_rounded_to_hundreds_may_differ_by_half_a_hundred():
    found = shares("1.000 kr. | Nøgle | 2024\nA | 46 % | 3.400\nB | 54 % | 3.900\nI alt | 100 % | 7.300")
    assert [each.holds for each in found] == [True, True]
