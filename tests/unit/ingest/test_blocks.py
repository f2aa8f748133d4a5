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


@pytest.mark.parametrize(
    "line, caption",
    [
        ("Udgifter i mio. kr.", "Udgifter i mio. kr."),
        ("Antal borgere pr. 31.12.", "Antal borgere pr. 31.12."),
        ("Det var status pr. 31.12.", "Notat"),
        ("Fristen er 31.12.", "Notat"),
        ("Budgettet er 5 mio. kr.", "Notat"),
    ],
)
def test_a_title_may_end_in_the_dot_of_a_unit_or_a_day(line, caption):
    assert only_table(f"Notat\n\n{line}\n\n{HEAD}\nA | 1 | 2").caption == caption


@pytest.mark.parametrize(
    "line",
    [
        "Beløb i 1.000 kr. Prisniveau: 2026.",
        "Alle beløb er i 1.000 kr. og 2026-priser.",
        "Beløbene er angivet i 1.000 kr., 2026-pl.",
        "Prisniveau: 2026. Beløb i 1.000 kr.",
    ],
)
def test_a_line_may_state_unit_and_prices_in_a_sentence_or_two(line):
    table = only_table(f"Forslag\n\n{line}\n\n{HEAD}\nA | 1 | 2")
    assert (table.caption, table.unit, table.price_level) == ("Forslag", "1.000 kr.", "2026")


def test_a_sentence_of_the_text_above_may_state_the_unit():
    table = only_table(
        f"Alle beløb i hele kr., 2026-prisniveau. Minus er en besparelse.\n\nForslag\n\n{HEAD}\nA | 1 | 2"
    )
    assert (table.caption, table.unit, table.price_level) == ("Forslag", "kr.", "2026")


@pytest.mark.parametrize("note", ["1) Pladserne er ledige.", "[1] Pladserne er ledige."])
def test_a_numbered_note_is_the_tables_when_the_table_has_its_mark(note):
    mark = note.split()[0]
    table = only_table(f"{HEAD}\nFærre pladser {mark} | 1 | 2\nB | 3 | 4\n\n{note}\n2) Et punkt.")
    assert [found.text for found in table.footnotes] == [note]
    assert (table.rows[0].label, table.rows[0].marks) == ("Færre pladser", ("1",))


def test_a_numbered_list_under_a_table_is_no_note():
    assert only_table(f"{HEAD}\nA | 1 | 2\nB | 3 | 4\n\n1) Et punkt.").footnotes == ()


def test_numbered_titles_under_the_tables_belong_to_the_tables_above_them():
    rows = f"{HEAD}\nA | 1 | 2\nB | 3 | 4"
    document = read(f"Status\n\n{rows}\n\nTabel 1: Drift\n\nTekst.\n\n{rows}\n\nTabel 2: Anlæg\n* Note")
    assert [table.caption for table in document.tables] == ["Tabel 1: Drift", "Tabel 2: Anlæg"]
    assert [note.text for note in document.tables[1].footnotes] == ["* Note"]


@pytest.mark.parametrize("last", ["Tekst.", "Tabel 3 viser det hele."])
def test_a_numbered_title_between_tables_belongs_below_where_the_last_table_has_none_under_it(last):
    rows = f"{HEAD}\nA | 1 | 2\nB | 3 | 4"
    document = read(f"{rows}\n\nTabel 1: Drift\n\n{rows}\n\n{last}")
    assert [table.caption for table in document.tables] == [None, "Tabel 1: Drift"]
