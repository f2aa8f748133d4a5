"""What each column holds, and what the rows say."""

import pytest

from tests.papers import only_table, read, values


def test_a_table_with_every_kind_of_column():
    table = only_table("""
Nr. | Tiltag      | Styringsområde | 2024 | Andel | Status
1   | Opfølgning  | Service        | 1,5  | 33 %  | I gang
2*  | Investering | Anlæg          | -0,5 | 67 %  | Brugt
""")
    first, second = table.rows
    assert (first.number, first.label, first.category, first.key_pct, first.text) == (
        "1",
        "Opfølgning",
        "Service",
        "33 %",
        "I gang",
    )
    assert (second.number, values(second), table.columns, table.text_head) == ("2*", ["-0.5"], ("2024",), "Status")


def test_a_sum_in_a_numbered_table_may_have_its_label_among_the_numbers():
    table = only_table("Nr. | Forslag | 2017\nHA02 | Proteser | -1.200\nHA07b – [R] | Tilbud | -2\nNetto | | -1.202")
    assert [(row.number, row.label, row.kind.value) for row in table.rows][1:] == [
        ("HA07b – [R]", "Tilbud", "row"),
        (None, "Netto", "net"),
    ]


def test_a_section_in_a_numbered_table_is_a_heading_and_no_continued_label():
    table = only_table("Nr. | Forslag | 2017\nVoksne | |\n1 | A | 5\nBørn | |\n2 | B | 6")
    assert [(row.label, row.kind.value) for row in table.rows] == [
        ("Voksne", "heading"),
        ("A", "row"),
        ("Børn", "heading"),
        ("B", "row"),
    ]


@pytest.mark.parametrize("head", ["Styrings område", "Styringso mråde", "Styrings-område", "Stying", ""])
def test_a_control_area_is_a_category_though_its_head_is_misread(head):
    table = only_table(f"Tiltag | {head} | 2024\nA | Service | 1\nB | Overførsler | 2\nI alt | | 3")
    assert [(row.label, row.category) for row in table.rows] == [
        ("A", "Service"),
        ("B", "Overførsler"),
        ("I alt", None),
    ]


def test_a_group_that_spans_rows_is_repeated():
    table = only_table("""
Udvalg  |             | Nøgle | 2018 | 2019
Social  | Besparelse  | 33 %  | -200 | -700
        | Omkostning  | -     | 10   | 20
Total   | Besparelse  | 100 % | -200 | -700
        | Omkostning  |       | 10   | 20
""")
    assert [row.label for row in table.rows] == [
        "Social Besparelse",
        "Social Omkostning",
        "Total Besparelse",
        "Total Omkostning",
    ]


def test_a_figure_beside_the_amounts_is_text():
    table = only_table("Tiltag | Styringsområde | 2024\nA | Service | 1\nTilbagebetalingstid | 2 år |")
    payback = table.rows[1]
    assert (payback.kind.value, payback.text, payback.category, values(payback)) == ("row", "2 år", None, [None])


def test_words_among_the_amounts_of_an_empty_row_are_text():
    table = only_table("Tiltag | 2024 | 2025\nA | 1 | 2\nTilbagebetalingstid | 6 år |")
    assert (table.rows[1].text, values(table.rows[1])) == ("6 år", [None, None])


def test_an_empty_year_column_stays():
    table = only_table("Tiltag | 2017 | 2018\nA | | 1\nB | | 2")
    assert (table.columns, values(table.rows[0])) == (("2017", "2018"), [None, "1"])


@pytest.mark.parametrize(
    "cell, figures",
    [("-200 -200 2.100", ["-200", "-200", "2100"]), ("0 500", ["0", "500"]), ("1 234", None), ("–", None)],
)
def test_a_stack_is_a_list_and_what_is_not_certain_is_left_out(cell, figures):
    table = only_table(f"Tiltag | 2017 | 2018\nA | {cell} | 1\nB | 3 | 2")
    assert values(table.rows[0]) == [figures, "1"]


def test_tags_and_marks_are_not_part_of_labels_or_figures():
    table = only_table("<b>Tiltag</b> | <b>2024</b>\nBotilbud* | 1\n<b>I alt</b> | <b>1*</b>")
    assert [(row.label, values(row)) for row in table.rows] == [("Botilbud", ["1"]), ("I alt", ["1"])]


@pytest.mark.parametrize(
    "text", ["Navn | By\nA | B", "Aktivitet | Tidsplan\nA | Juni 2018\nB | Maj", "2018 | 2019", "A | 1\nB | 2"]
)
def test_what_has_no_head_or_no_amounts_is_no_table(text):
    assert read(text).tables == ()
