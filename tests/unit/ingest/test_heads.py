"""Heads: what each column is called, and the unit and year it states."""

import pytest

from effektspor.ingest.heads import without_unit
from tests.papers import only_table, read


def test_years_are_columns_and_the_unit_stands_over_the_labels():
    table = only_table("1.000 kr. 2018 p/1 | 2018 | 2019\nA | 1 | 2")
    assert (table.columns, table.unit, table.price_level) == (("2018", "2019"), "1.000 kr.", "2018")


@pytest.mark.parametrize(
    "head, columns, unit",
    [
        ("Tilbud | Sparekrav 2019 i mio. kr. | Opnået i mio. kr.", ("Sparekrav 2019", "Opnået"), "mio. kr."),
        (" | 1.000 kr. 2018 p/1 | \n | 2018 | 2019", ("2018", "2019"), "1.000 kr."),
        (" | Budget 2017 | \n | Antal | Pris", ("Budget 2017 Antal", "Budget 2017 Pris"), None),
        (" | Antal 1/1 2016 | 1. kv. 2016 \n | | Tilgang", ("Antal 1/1 2016", "1. kv. 2016 Tilgang"), None),
        ("Tilbud | B 2018 | R 2019", ("B 2018", "R 2019"), None),
        ("Tilbud | Budget (t.kr.) | Regnskab (t.kr.)", ("Budget", "Regnskab"), "t.kr."),
        ("Tilbud | 2018 | ", ("2018", "kolonne 2"), None),
    ],
)
def test_a_head_over_one_or_two_lines(head, columns, unit):
    table = only_table(f"{head}\nA | 1 | 2\nB | 3 | 4")
    assert (table.columns, table.unit) == (columns, unit)


def test_a_blank_line_in_a_head_does_not_part_it():
    table = only_table(
        "Tabel 3. Enhedspris\n\n | Budget 2017 | Budget 2018\n\n | Antal | Pris | Antal | Pris\nA | 4 | 2,6 | 4 | 2,1"
    )
    assert table.columns == ("Budget 2017 Antal", "Budget 2017 Pris", "Budget 2018 Antal", "Budget 2018 Pris")
    assert (table.caption, table.place.line) == ("Tabel 3. Enhedspris", 3)


def test_a_form_over_a_table_is_no_head():
    document = read("Udvalg | Socialudvalget\nArt | Drift\n\nBeløb i 1.000 kr. | 2023\nA | 1")
    assert [table.columns for table in document.tables] == [("2023",)]


@pytest.mark.parametrize(
    "text, bare",
    [
        ("Sparekrav 2019 i mio. kr.", "Sparekrav 2019"),
        ("Beløb i 1.000 kr. 2023-priser", ""),
        ("Budget (1.000 kr.)", "Budget"),
        ("2018 p/l", ""),
        ("t.kr. 2017 p/l-niveau", ""),
        ("Regnskab, mio. kr., netto", "Regnskab, netto"),
        ("I alt", "I alt"),
    ],
)
def test_a_name_is_told_without_its_unit(text, bare):
    assert without_unit(text).removeprefix("Beløb") == bare


def test_a_column_may_have_a_unit_of_its_own():
    table = only_table("Tilbud | Pris i kr. | Budget i mio. kr.\nA | 1 | 2")
    assert (table.unit, table.column_units) == (None, ("kr.", "mio. kr."))


def test_the_unit_may_stand_in_every_cell():
    table = only_table("Effekt | 2020 | 2021\nÅrlig | 4,1 mio. kr. | 5,8 mio. kr.\nMål | 2 mio. kr. | 3 mio. kr.")
    assert (table.unit, table.column_units) == ("mio. kr.", ())


@pytest.mark.parametrize(
    "caption, unit, price_level",
    [
        ("Tabel 1. Budget i mio. kr., 2024-priser", "mio. kr.", "2024"),
        ("Budget (1.000 kr.)", "1.000 kr.", None),
        ("Sådan spares 5 mio. kr. hvert år", None, None),
        ("Budget", None, None),
    ],
)
def test_the_unit_may_stand_in_the_title(caption, unit, price_level):
    table = only_table(f"{caption}\n\nTilbud | 2024\nA | 1")
    assert (table.unit, table.price_level) == (unit, price_level)
