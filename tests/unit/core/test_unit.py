"""Units of money as papers print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.number import Number, parse_number
from effektspor.core.unit import BILLION, KRONE, MILLION, THOUSAND, find_unit, find_unit_span, parse_quantity


@pytest.mark.parametrize(
    "text, unit",
    [
        ("1.000 kr.", THOUSAND),
        ("1000 kr.", THOUSAND),
        ("i 1.000 kr. 2018 p/1", THOUSAND),
        ("(1.000 kroner)", THOUSAND),
        ("t.kr.", THOUSAND),
        ("t. kr.", THOUSAND),
        ("tkr.", THOUSAND),
        ("Tkr", THOUSAND),
        ("mio. kr.", MILLION),
        ("mio.kr.", MILLION),
        ("mill. kr.", MILLION),
        ("millioner kroner", MILLION),
        ("1,5mio. kr.", MILLION),
        ("mia. kr.", BILLION),
        ("mrd. kr.", BILLION),
        ("kr.", KRONE),
        ("kroner", KRONE),
        ("DKK", KRONE),
        ("450.000kr.", KRONE),
        ("351.000 kr.", KRONE),
        ("21.000 kr.", KRONE),
        ("pct.", None),
        ("krav", None),
        ("Kommunen", None),
        ("familie", None),
        ("", None),
    ],
)
def test_finds_the_unit_a_text_names(text, unit):
    assert find_unit(text) == unit


@pytest.mark.parametrize("text, span", [("Beløb i 1.000 kr. her", (8, 17)), ("2 mio. kr.", (2, 10)), ("5 kr.", (2, 5))])
def test_a_unit_ends_where_its_words_do(text, span):
    assert find_unit_span(text)[1:] == span


@pytest.mark.parametrize(
    "text, number, unit, percent",
    [
        ("4,1 mio. kr.", "4.1", MILLION, False),
        ("2 mio. kr.", "2", MILLION, False),
        ("−300 t.kr.", "-300", THOUSAND, False),
        ("450.000 kr.", "450000", KRONE, False),
        ("1.650", "1650", None, False),
        ("2,1 pct.", "2.1", None, True),
        ("12 %", "12", None, True),
        ("100%", "100", None, True),
        ("33 procent", "33", None, True),
        ("kr. 500.000", "500000", KRONE, False),
        ("DKK 500", "500", KRONE, False),
        ("500.000,- kr.", "500000", KRONE, False),
    ],
)
def test_reads_a_number_with_its_unit(text, number, unit, percent):
    quantity = parse_quantity(text)
    assert (quantity.number.plain(), quantity.unit, quantity.percent) == (number, unit, percent)


@pytest.mark.parametrize(
    "text",
    [
        "2 år",
        "1.000 kr.",
        "mio. kr.",
        "%",
        "12 % af 5",
        "5 mio. kr. i 2018",
        "ca. 5 kr.",
        "kr. 2018",
        "1.000 kr. 5",
        "",
        "-kr. 5",
    ],
)
def test_anything_more_is_no_quantity(text):
    assert parse_quantity(text) is None


@pytest.mark.parametrize(
    "text, unit, ore",
    [
        ("9,38", MILLION, 938_000_000),
        ("-1.650", THOUSAND, -165_000_000),
        ("0,005", KRONE, 1),
        ("2,5", BILLION, 250 * 10**9),
    ],
)
def test_an_amount_is_whole_ore(text, unit, ore):
    assert unit.to_ore(parse_number(text)) == ore


@given(st.integers(-(10**12), 10**12), st.sampled_from([(KRONE, 2), (THOUSAND, 5), (MILLION, 8), (BILLION, 11)]))
def test_ore_survive_being_printed_with_enough_decimals(ore, printed):
    unit, decimals = printed
    assert unit.to_ore(unit.to_number(ore, decimals)) == ore


@given(st.integers(-(10**9), 10**9), st.integers(0, 2), st.sampled_from([KRONE, THOUSAND, MILLION, BILLION]))
def test_a_printed_amount_survives_being_ore(digits, decimals, unit):
    assert unit.to_number(unit.to_ore(Number(digits, decimals)), decimals) == Number(digits, decimals)


def test_the_last_digit_is_a_step():
    assert MILLION.step_ore(parse_number("9,38")) == 10_000_00
