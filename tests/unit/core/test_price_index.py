"""Amounts from one price level to another, by a published table."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.price_index import PriceKind, PriceLevelMissing, PriceRise, PriceTable

WAGES, ALL = PriceKind.WAGES, PriceKind.ALL


def table(*rises, publication="KL's skøn fra marts 2015"):
    listed = tuple(PriceRise(kind, year, Fraction(pct)) for kind, year, pct in rises)
    return PriceTable(publication, "Gladsaxe Kommune, bilag 2", listed)


PUBLISHED = table((WAGES, 2016, "2.14"), (WAGES, 2017, "2"), (WAGES, 2018, "-1"), (ALL, 2016, "1.5"))


@pytest.mark.parametrize(
    "kroner, kind, from_level, to_level, converted, why",
    [
        ("1000000.00", WAGES, 2015, 2016, "1021400.00", "one year: 2,14 pct."),
        ("1000000.00", WAGES, 2015, 2017, "1041828.00", "the years are multiplied"),
        ("1000000.00", WAGES, 2015, 2018, "1031409.72", "prices may fall"),
        ("1021400.00", WAGES, 2016, 2015, "1000000.00", "back is the inverse"),
        ("1000000.00", ALL, 2015, 2016, "1015000.00", "each kind has its own"),
        ("0.25", WAGES, 2016, 2017, "0.26", "25,5 øre: half away from zero"),
        ("-0.25", WAGES, 2016, 2017, "-0.26", "and so is its reversal"),
        ("7.00", ALL, 2026, 2026, "7.00", "the same level needs no table"),
    ],
)
def test_converts_an_amount(kroner, kind, from_level, to_level, converted, why):
    assert PUBLISHED.convert_ore(ore(kroner), kind, from_level, to_level) == ore(converted), why


def ore(kroner):
    return int(Fraction(kroner) * 100)


@pytest.mark.parametrize(
    "kind, from_level, to_level, says",
    [
        (WAGES, 2015, 2019, "P/l-procenten (løn) fra 2018 til 2019 findes ikke i KL's skøn fra marts 2015."),
        (WAGES, 2019, 2015, "P/l-procenten (løn) fra 2018 til 2019 findes ikke"),
        (WAGES, 2013, 2016, "P/l-procenten (løn) fra 2013 til 2014 findes ikke"),
        (ALL, 2016, 2017, "P/l-procenten (samlet) fra 2016 til 2017 findes ikke"),
        (PriceKind.OTHER, 2015, 2016, "P/l-procenten (øvrigt) fra 2015 til 2016 findes ikke"),
    ],
)
def test_a_missing_year_is_refused(kind, from_level, to_level, says):
    with pytest.raises(PriceLevelMissing) as refused:
        PUBLISHED.convert_ore(100, kind, from_level, to_level)
    assert says in str(refused.value)
    assert "Indlæs en tabel" in str(refused.value)


def test_a_gap_is_refused_though_both_ends_are_known():
    with pytest.raises(PriceLevelMissing, match="fra 2016 til 2017"):
        table((WAGES, 2016, 2), (WAGES, 2018, 2)).factor(WAGES, 2015, 2018)


def test_a_year_stands_once_and_prices_do_not_vanish():
    with pytest.raises(AssertionError):
        table((WAGES, 2016, 2), (WAGES, 2016, 3))
    with pytest.raises(AssertionError):
        table((WAGES, 2016, -100))


AMOUNTS = st.integers(-(10**13), 10**13)
RISES = st.lists(st.integers(0, 900).map(lambda hundredths: Fraction(hundredths, 100)), min_size=1, max_size=8)


def yearly(pcts):
    return table(*((WAGES, 2016 + at, pct) for at, pct in enumerate(pcts))), 2015 + len(pcts)


@given(AMOUNTS, st.integers(1, 8))
def test_no_rise_is_the_identity(amount, years):
    flat, last = yearly([0] * years)
    assert flat.convert_ore(amount, WAGES, 2015, last) == amount


@given(AMOUNTS, RISES)
def test_up_and_back_is_the_amount_itself(amount, pcts):
    rising, last = yearly(pcts)
    there = rising.convert_ore(amount, WAGES, 2015, last)
    assert rising.convert_ore(there, WAGES, last, 2015) == amount


@given(AMOUNTS, RISES)
def test_a_reversal_converts_to_the_opposite(amount, pcts):
    rising, last = yearly(pcts)
    assert rising.convert_ore(-amount, WAGES, 2015, last) == -rising.convert_ore(amount, WAGES, 2015, last)


@given(RISES, st.data())
def test_factors_over_a_year_between_multiply(pcts, data):
    rising, last = yearly(pcts)
    between = data.draw(st.integers(2015, last))
    whole = rising.factor(WAGES, 2015, between) * rising.factor(WAGES, between, last)
    assert rising.factor(WAGES, 2015, last) == whole
