"""Forms over tables: fields are text, and the years under them are the head."""

import pytest

from tests.papers import read, values

ROWS = "Økonomi (1.000 kr.) | 2026 | 2027\nDrift | -500 | -900\nI alt | -500 | -900"


def test_the_fields_of_a_form_stand_as_text_over_its_table():
    document = read(f"Forslag nr. | SOC-04 | Udvalg | Socialudvalget\nTitel | Omlægning af bostøtte\n{ROWS}")
    (table,) = document.tables
    assert [block.text for block in document.paragraphs] == [
        "Forslag nr.: SOC-04",
        "Udvalg: Socialudvalget",
        "Titel: Omlægning af bostøtte",
    ]
    assert (table.columns[:2], table.unit, values(table.rows[0])[:2]) == (
        ("2026", "2027"),
        "1.000 kr.",
        ["-500", "-900"],
    )


def test_a_title_between_the_form_and_the_years_is_the_tables():
    (table,) = read(f"Titel | Bostøtte | \nOverblik | | \n{ROWS}").tables
    assert table.caption == "Overblik"


@pytest.mark.parametrize("above", ["Forslag | Budget | Overslag", " | Budget | Overslag", "Område | Drift | "])
def test_the_upper_half_of_a_head_is_no_form(above):
    (table,) = read(f"{above}\n{ROWS}").tables
    assert not read(f"{above}\n{ROWS}").paragraphs and table.columns[0].endswith("2026")
