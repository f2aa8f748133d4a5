"""Tables set with single spaces, told by their heads."""

import pytest

from effektspor.ingest.reading import read_document
from effektspor.ingest.text.head_phrases import divided
from tests.papers import values


def tables(text):
    return read_document("papir.txt", text.encode()).tables


@pytest.mark.parametrize(
    "head, columns",
    [
        ("Forslag 2026 2027", ("2026", "2027")),
        ("1.000 kr. (2026-pl) B2026 BO2027", ("B2026", "BO2027")),
        ("Post Budget 2026 Regnskab 2027", ("Budget 2026", "Regnskab 2027")),
        ("Forslag 2026 I alt", ("2026", "I alt")),
        ("2023/24 2024/25", ("2023/24", "2024/25")),
        ("Område Korrigeret budget Afvigelse", ("Korrigeret budget", "Afvigelse")),
        ("Tiltag 1. kvartal Hele året", ("1. kvartal", "Hele året")),
    ],
)
def test_a_head_of_years_or_known_words_names_the_figures_that_end_the_rows(head, columns):
    (table,) = tables(f"{head}\nBotilbud 125.127 135.963\nBostøtte 9.224 11.152\nI alt 134.351 147.115\n")
    assert (table.columns, values(table.rows[-1])) == (columns, ["134351", "147115"])


@pytest.mark.parametrize(
    "rows, first",
    [
        ("Servicelovens § 107 31,2 33,5\nServicelovens § 108 44,7 45,9\nI alt 75,9 79,4", "Servicelovens § 107"),
        ("Kohorte 2024 1,3 1,3\nKohorte 2025 2,1 6,6\nI alt 3,4 7,9", "Kohorte 2024"),
    ],
)
def test_a_label_may_end_in_a_figure_where_the_head_counts_them(rows, first):
    (table,) = tables(f"Paragraf 2022 2023\n{rows}\n")
    assert (table.rows[0].label, len(table.rows[0].cells)) == (first, 2)


def test_a_number_before_the_label_is_the_rows_number():
    (table,) = tables("Nr. Forslag 2026 2027\nVH-1 Visitation -1.200 -2.400\nVH-2 Nat -450 -900\nI alt -1.650 -3.300\n")
    assert [(row.number, row.label) for row in table.rows] == [("VH-1", "Visitation"), ("VH-2", "Nat"), (None, "I alt")]


@pytest.mark.parametrize(
    "text",
    [
        "Område Noget Andet\nBotilbud 125 135\nBostøtte 9 11\nI alt 134 146",
        "Område Budget Noget Regnskab\nBotilbud 125 135 1\nBostøtte 9 11 1\nI alt 134 146 2",
        "Forslag 2026 2027\nA 350 250 400\nB 350 250 400\nI alt 700 500 800",
        "Forslag 2026 2027\nA 350 000 400 000\nB 350 000 400 000",
        "oprindeligt forventet\nOmråde budget regnskab\nA 1 2\nB 3 4",
    ],
)
def test_what_is_not_certain_stays_text(text):
    assert tables(f"{text}\n") == ()


def test_thousands_with_a_space_are_no_label_and_figure():
    (table,) = tables("Forslag 2026 2027\nA 350 250 400\nB 350 400\nC 100 400\nI alt 450 800\n")
    assert values(table.rows[0]) == [None, None]


def test_words_before_the_names_are_over_the_labels():
    assert divided("Område Vedtaget budget Forventet regnskab Afv.") == (
        "Område",
        ["Vedtaget budget", "Forventet regnskab", "Afv."],
    )
