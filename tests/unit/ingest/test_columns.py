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


@pytest.mark.parametrize(
    "row, figures",
    [
        ("-300 150 | -900 0", [["-300", "150"], ["-900", "0"]]),
        ("-300 150 | -900", [None, "-900"]),
        ("-300 150 | 1 2 3", [None, ["1", "2", "3"]]),
    ],
)
def test_what_may_be_thousands_or_a_stack_is_what_its_neighbours_are(row, figures):
    table = only_table(f"Tiltag | 2017 | 2018\nA | {row}\nB | -75 | -1.075")
    assert values(table.rows[0]) == figures


def test_tags_and_marks_are_not_part_of_labels_or_figures():
    table = only_table("<b>Tiltag</b> | <b>2024</b>\nBotilbud* | 1\n<b>I alt</b> | <b>1*</b>")
    assert [(row.label, values(row)) for row in table.rows] == [("Botilbud", ["1"]), ("I alt", ["1"])]


@pytest.mark.parametrize(
    "text", ["Navn | By\nA | B", "Aktivitet | Tidsplan\nA | Juni 2018\nB | Maj", "2018 | 2019", "A | 1\nB | 2"]
)
def test_what_has_no_head_or_no_amounts_is_no_table(text):
    assert read(text).tables == ()


@pytest.mark.parametrize("head, code", [("Nr.", "S1"), ("Kode", "VH-1"), ("", "1.1"), ("Id", "SOC-04"), ("Nr.", "A")])
def test_a_code_in_a_column_of_its_own_is_the_rows_number(head, code):
    table = only_table(f"{head} | Forslag | 2026\n{code} | Takster | -100\n | I alt | -100")
    assert [(row.number, row.label, row.kind.value) for row in table.rows] == [
        (code, "Takster", "row"),
        (None, "I alt", "total"),
    ]


def test_headings_beside_the_codes_are_headings():
    table = only_table("Nr. | Forslag | 2026\n | Voksne | \nV1 | A | 5\n | Børn | \nB1 | B | 6\n | I alt | 11")
    assert [(row.label, row.kind.value) for row in table.rows] == [
        ("Voksne", "heading"),
        ("A", "row"),
        ("Børn", "heading"),
        ("B", "row"),
        ("I alt", "total"),
    ]


def test_a_group_is_not_repeated_in_a_sum_or_a_heading():
    table = only_table("Udvalg | Post | 2018\nSocial | Drift | 5\n | Anlæg | 6\n | I alt | 11\n | Børn | ")
    assert [row.label for row in table.rows] == ["Social Drift", "Social Anlæg", "I alt", "Børn"]


def test_a_formula_without_a_value_is_an_unread_figure_and_no_text():
    table = only_table("Forslag | 2026 | 2027\nA | 1 | 2\nB | 3 | 4\nI alt | (formlen er ikke beregnet) | 6")
    nothing = only_table("Forslag | 2026\nA | 1\nB | 3\nI alt | (formlen er ikke beregnet)").rows[-1]
    assert (table.rows[-1].cells[0].unread, nothing.cells[0].unread, nothing.text) == (True, True, None)
