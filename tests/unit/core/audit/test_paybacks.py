"""The payback that a proposal's lines give: the six that the catalogue of 2018 prints, and what silences."""

from fractions import Fraction

import pytest

from effektspor.core.audit.case_lines import economy_in
from effektspor.core.audit.payback_words import payback_in, payback_rows
from effektspor.core.audit.paybacks import computed_paybacks
from tests.papers import DEMO, REAL, only_table, papers_in

PRINTED = {"TF02": [2, 2], "TF03": [28, 6], "TV01b": [2, 2]}


@pytest.mark.parametrize("folder", [DEMO, REAL], ids=["demo", "real"])
def test_the_six_printed_paybacks_come_out_with_three_per_cent(folder):
    found = [
        (printed.years.digits, computed_paybacks(economy_in(table), printed.scopes[0])[0])
        for table in papers_in(folder).document("002").tables
        for _, printed in payback_rows(table.rows)
    ]
    assert sorted(printed for printed, _ in found) == sorted(years for both in PRINTED.values() for years in both)
    assert all(computed.rate_pct == Fraction(3) and computed.years == printed for printed, computed in found)


def test_rounding_gives_a_year_of_room():
    economy = economy_in(
        only_table("1.000 kr. | 2018 | 2019\nVarige ændringer | |\nA | 0 | -100\nInvestering | |\nB | 1.000 | 0")
    )
    (_, plain) = computed_paybacks(economy, "total")
    assert (plain.least, plain.years, plain.most) == (10, 11, 12)


@pytest.mark.parametrize(
    "sentence, years",
    [
        ("Investeringen er tilbagebetalt efter ca. 4 år.", "4"),
        ("Det giver en tilbagebetalingstid på 2,5 år.", "2,5"),
        ("Udgiften er tjent hjem på tre år.", "3"),
        ("Tilbagebetalingsperioden for investeringen er 6 år.", "6"),
    ],
)
def test_a_payback_in_words(sentence, years):
    assert payback_in(sentence).years.danish() == years


@pytest.mark.parametrize(
    "sentence",
    [
        "Puljen kræver en tilbagebetalingstid på 6 år.",
        "Tilbagebetalingstiden må højst være 6 år.",
        "Lånet afdrages over 10 år.",
        "Tilbagebetalingstiden er ukendt.",
        "Solceller har en tilbagebetalingstid på 8-12 år.",
    ],
)
def test_a_demand_is_not_the_proposals_own(sentence):
    assert payback_in(sentence) is None
