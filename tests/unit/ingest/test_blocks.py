"""Lines → tables and text: what is one table, its title, its notes."""

import pytest

from tests.papers import only_table, read, values

HEAD = "Tilbud | 2024 | 2025"


def test_tabbed_lines_are_a_table_with_the_title_above():
    table = only_table(f"Tabel 1. Budget\n\n{HEAD}\nA | 1 | 2\nB | 3 | 4\n\nTekst.")
    assert (table.caption, table.place.line, len(table.rows)) == ("Tabel 1. Budget", 3, 2)


@pytest.mark.parametrize(
    "above, caption",
    [
        ("Tabel 2 – Effekt:", "Tabel 2 – Effekt"),
        ("Tablet 2. Effekt", "Tablet 2. Effekt"),
        ("# Budget 2018", "Budget 2018"),
        ("**Bilag 1 - status**", "Bilag 1 - status"),
        ("Tabel 2. Effekt\n\nBeløbene er i faste priser", "Tabel 2. Effekt"),
        ("Besparelser medio 2015:", "Besparelser medio 2015"),
        ("En sætning, der slutter med punktum.", None),
        ("- et punkt i en liste", None),
        ("Note: ikke en titel", None),
        ("x" * 200, None),
    ],
)
def test_the_title_is_the_nearest_line_that_is_one(above, caption):
    assert only_table(f"{above}\n\n{HEAD}\nA | 1 | 2").caption == caption


def test_a_one_cell_line_over_the_head_is_the_title_and_the_place():
    table = only_table(f"Tekst\n\nVoksne | |\n{HEAD}\nA | 1 | 2")
    assert (table.caption, table.place.line) == ("Voksne", 3)


def test_a_one_cell_line_with_the_unit_does_not_replace_the_title():
    table = only_table(f"Tabel 2. Effekt\n\nBeløb i 1.000 kr. | |\n{HEAD}\nA | 1 | 2")
    assert (table.caption, table.unit) == ("Tabel 2. Effekt. Beløb i 1.000 kr.", "1.000 kr.")


def test_a_page_break_does_not_end_a_table():
    table = only_table(f"{HEAD}\nA | 1 | 2\n\n\n\nB | 3 | 4")
    assert [row.label for row in table.rows] == ["A", "B"]


@pytest.mark.parametrize("between", ["Tekst", ""])
def test_a_new_head_or_text_begins_a_new_table(between):
    document = read(f"{HEAD}\nA | 1 | 2\n{between}\n{HEAD}\nB | 3 | 4")
    assert len(document.tables) == 2


def test_a_drawn_line_is_no_row():
    table = only_table(f"{HEAD}\n--- | --- | ---\nA | 1 | 2\n-------- | --- | ---")
    assert [row.label for row in table.rows] == ["A"]


def test_the_notes_right_under_a_table_are_its_own():
    table = only_table(f"{HEAD}\nA | 1 | 2\n\n\\* Efter aftale\nKilde: KMD\nTekst.\nNote: ikke her")
    assert [(note.place.line, note.text) for note in table.footnotes] == [(4, "* Efter aftale"), (5, "Kilde: KMD")]


def test_a_short_row_is_padded_and_a_trailing_tab_is_nothing():
    table = only_table(f"{HEAD} | \nA | 1\nB | 2 | 3 | ")
    assert [values(row) for row in table.rows] == [["1", None], ["2", "3"]]


@pytest.mark.parametrize("line", ["A\t1\n\n", "\tA\n\n", "---\t", "** \t<a \t", "1 kr. \t"])
def test_a_long_paper_takes_time_in_step_with_its_length(line):
    # Thousands of lines or cells, read in well under a second; what grew with the square took a minute.
    assert read(line * 3000) is not None
