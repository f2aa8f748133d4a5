import pytest

from effektspor.core.price_level import find_price_level, find_price_level_span


@pytest.mark.parametrize(
    "text, year",
    [
        ("2018 p/l", "2018"),
        ("2018-p/l", "2018"),
        ("1.000 kr. 2018 p/1", "2018"),
        ("2018 pl", "2018"),
        ("2018 p/l-niveau", "2018"),
        ("2018-PL", "2018"),
        ("Beløb i 1.000 kr. 2023-priser", "2023"),
        ("i 2024 priser", "2024"),
        ("prisniveau 2024", "2024"),
        ("Prisniveau: 2024", "2024"),
        ("p/l 2025", "2025"),
        ("2026 pris- og lønniveau", "2026"),
        ("pris- og lønniveau 2026", "2026"),
        ("priser i 2019", "2019"),
        ("t.kr., 2026-niveau", "2026"),
        ("PL26", "2026"),
        ("26-pl", "2026"),
        ("26-PL", "2026"),
        ("26 p/l", "2026"),
        ("2026 pl", "2026"),
    ],
)
def test_finds_the_year_of_the_prices(text, year):
    assert find_price_level(text) == year


@pytest.mark.parametrize(
    "text",
    ["", "2018", "Budget 2018", "pris 2018", "2018 pladser", "1818 priser", "12018 p/l", "26 pl.", "1,26-pl", "PL 265"],
)
def test_a_year_alone_is_no_price_level(text):
    assert find_price_level(text) is None


def test_says_where_it_stands():
    assert find_price_level_span("kr. 2018 p/l, netto") == ("2018", 4, 12)
