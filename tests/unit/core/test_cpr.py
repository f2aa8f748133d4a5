"""What looks like a CPR number is never repeated."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from effektspor.core.cpr import has_cpr, hide_cpr


@pytest.mark.parametrize(
    "text, hidden",
    [
        ("Borger 010190-1234 flyttede", "Borger [cpr] flyttede"),
        ("0101901234", "[cpr]"),
        ("010190 1234", "[cpr]"),
        ("010190–1234", "[cpr]"),
        ("010190−1234", "[cpr]"),
        ("010190‑1234", "[cpr]"),
        ("010190 - 1234", "[cpr]"),
        ("010190\u00a01234", "[cpr]"),
        ("610190-1234", "[cpr]"),
        ("911290-1234", "[cpr]"),
        ("cpr.010190-1234.", "cpr.[cpr]."),
        ("7,010190-1234,5", "7,[cpr],5"),
        ("sag_0101901234_bilag", "sag_[cpr]_bilag"),
        ("010190-1234 og 311299-4321", "[cpr] og [cpr]"),
    ],
)
def test_hides_the_shape(text, hidden):
    assert hide_cpr(text) == hidden


@pytest.mark.parametrize(
    "text",
    [
        "1.234.567.890",
        "12.345.678,90",
        "1250000000",
        "1234567890",
        "990190-1234",
        "011390-1234",
        "320190-1234",
        "600190-1234",
        "31.12.2019",
        "2019-12-31",
        "5798000012345",
        "00101901234",
        "01019012345",
        "0101 901234",
        "5.38.50.001",
        "010190-123",
    ],
)
def test_leaves_other_numbers(text):
    assert hide_cpr(text) == text


CPR = st.builds(
    lambda born, replacement, between, tail: f"{born.day + 60 * replacement:02}{born:%m%y}{between}{tail:04}",
    st.dates(date(1900, 1, 1), date(2050, 12, 31)),
    st.booleans(),
    st.sampled_from(["", "-", " ", "–"]),
    st.integers(0, 9999),
)


@given(st.text(), CPR, st.text())
def test_hides_it_in_any_text(before, cpr, after):
    assume(not before[-1:].isdecimal() and not after[:1].isdecimal())
    assert cpr not in hide_cpr(before + cpr + after)


@given(st.lists(CPR | st.text(alphabet="0123456789- .,")))
def test_nothing_is_left_to_hide(pieces):
    assert not has_cpr(hide_cpr("".join(pieces)))
