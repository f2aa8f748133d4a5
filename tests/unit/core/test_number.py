"""Numbers as Danes print them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.number import Number, parse_number, rounded_number

NUMBERS = st.builds(Number, st.integers(-(10**15), 10**15), st.integers(0, 6))


@pytest.mark.parametrize(
    "text, plain",
    [
        ("1.234.567,89", "1234567.89"),
        ("5,93", "5.93"),
        ("-1.650", "-1650"),
        ("−7.125", "-7125"),
        ("–9.000", "-9000"),
        ("‒1", "-1"),
        ("(1.234)", "-1234"),
        ("- 5", "-5"),
        ("+5", "5"),
        (" 12 ", "12"),
        ("\u00a07,0\u202f", "7.0"),
        ("0,00", "0.00"),
        ("-0", "0"),
        ("9.38", "9.38"),
        ("1.5", "1.5"),
        ("1.2345", "1.2345"),
        ("0.750", "0.750"),
        ("1234.567", "1234.567"),
        ("1.234", "1234"),
        ("351.000", "351000"),
        ("350.000-", "-350000"),
        ("1,5−", "-1.5"),
        ("500.000,-", "500000"),
        ("-500,-", "-500"),
        ("350\u00a0000", "350000"),
        ("-1\u202f350\u2009000,5", "-1350000.5"),
    ],
)
def test_reads_a_printed_number(text, plain):
    assert parse_number(text).plain() == plain


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "−",
        "()",
        "(-5)",
        "--5",
        "5--",
        "-5-",
        "2024-",
        "5-10",
        "0\u00a0500",
        "350\u00a000",
        "12.34.5",
        "1.23.456",
        "012.345",
        "1,2,3",
        "1,",
        ",5",
        "1.",
        ".5",
        "1 234",
        "§ 107",
        "2 år",
        "5 %",
        "1e5",
        "0x1",
        "1_000",
        "²",
        "5²",
        "½",
        "٣",
        "Ⅳ",
        "一",
        "9" * 5000,
    ],
)
def test_anything_else_is_no_number(text):
    assert parse_number(text) is None


@given(NUMBERS)
def test_a_number_printed_in_danish_reads_as_itself(number):
    assert parse_number(number.danish()) == number


@given(NUMBERS)
def test_a_plain_number_reads_as_itself_but_three_decimals_look_like_thousands(number):
    thousands = number.decimals == 3 and 1 <= abs(number.value) < 1000
    assert parse_number(number.plain()) == (Number(number.digits) if thousands else number)


@given(st.text())
def test_no_text_is_too_strange_to_ask(text):
    number = parse_number(text)
    assert number is None or number.plain()


@given(st.fractions(), st.integers(0, 6))
def test_rounding_moves_a_value_by_at_most_half_a_unit(value, decimals):
    number = rounded_number(value, decimals)
    assert abs(number.value - value) <= number.half_unit


@pytest.mark.parametrize(
    "value, printed", [("2.5", "3"), ("-2.5", "−3"), ("0.4", "0"), ("-0.5", "−1"), ("1234.5", "1.235")]
)
def test_a_half_is_rounded_away_from_zero(value, printed):
    assert rounded_number(Fraction(value), 0).danish() == printed
