"""What a number prints in a number format, and a day in a date format."""

from decimal import Decimal

import pytest

from effektspor.core.number import parse_number
from effektspor.core.unit import parse_quantity
from effektspor.ingest.date_format import is_date_format, print_date
from effektspor.ingest.number_format import print_number, read_decimal


@pytest.mark.parametrize(
    "number, code, text",
    [
        ("-1650", "#,##0", "-1.650"),
        ("1234567.891", "#,##0.00", "1.234.567,89"),
        ("5.93", "0.00", "5,93"),
        ("2.5", "0", "3"),
        ("-2.5", "0", "-3"),
        ("-0.3", "0", "0"),
        ("0.0214", "0.0%", "2,1 pct."),
        ("1650000", "#,##0,", "1.650"),
        ("1650000", "0.0,,", "1,7"),
        ("5.9", "0.##", "5,9"),
        ("7", "000", "007"),
        ("1650", '#,##0 "kr."', "1.650 kr."),
        ("1650", "[$kr.-406] #,##0", "1.650 kr."),
        ("4.1", '0.0" mio. kr."', "4,1 mio. kr."),
        ("1650", '#,##0",-"', "1.650"),
        ("-1650", "#,##0_);(#,##0)", "(1.650)"),
        ("-1650", "#,##0;[Red]#,##0", "-1.650"),
        ("-1650", '_-* #,##0.00\\ "kr."_-;\\-* #,##0.00\\ "kr."_-;_-* "-"??\\ "kr."_-;_-@_-', "-1.650,00 kr."),
        ("0", '_-* #,##0.00\\ "kr."_-;\\-* #,##0.00\\ "kr."_-;_-* "-"??\\ "kr."_-;_-@_-', "-"),
        ("0", "#,##0;-#,##0;", ""),
        ("0", "#,###", ""),
        ("1650", "General", "1650"),
        ("5.930", "General", "5,93"),
        ("0.30000000000000004", "General", "0,3"),
        ("1650", "0.00E+00", "1650"),
        ("0.5", "# ?/?", "0,5"),
        ("5", "[<10]0.0;0", "5"),
        ("12345678", "00-00-00-00", "12345678"),
        ("5", "", "5"),
        ("0", "General", "0"),
    ],
)
def test_a_number_is_printed_in_its_format(number, code, text):
    assert print_number(read_decimal(number), code) == text


@pytest.mark.parametrize("code", ["#,##0", "#,##0_);(#,##0)", '#,##0 "kr."', "[$kr.-406] #,##0", "General"])
def test_what_is_printed_is_read_as_the_same_number(code):
    assert parse_quantity(print_number(Decimal(-1650), code)).number == parse_number("-1.650")


@pytest.mark.parametrize("text", ["", "nan", "Infinity", "1E+400", "1E-400", "1,5", "x" * 99])
def test_what_is_no_amount_is_no_number(text):
    assert read_decimal(text) is None


@pytest.mark.parametrize(
    "serial, code, text",
    [
        ("43830", "dd.mm.yyyy", "31.12.2019"),
        ("43830", "[$-406]d. mmmm yyyy;@", "31.12.2019"),
        ("43830", "mmm-yy", "december 2019"),
        ("43830", "yyyy", "2019"),
        ("43830.604166666664", "hh:mm", "14:30"),
        ("1.5", "[h]:mm", "36:00"),
        ("1E+30", "dd.mm.yyyy", "1000000000000000000000000000000"),
    ],
)
def test_a_day_is_printed_as_danes_write_it(serial, code, text):
    assert print_date(Decimal(serial), code, since_1904=False) == text


@pytest.mark.parametrize(
    "code", ["General", "#,##0", "0.00", '0.0 "mio. kr. pr. dag"', "[$DKK] #,##0", "@", "Standard"]
)
def test_a_number_format_is_no_date_format(code):
    assert not is_date_format(code)
