"""How sums are explained: which rows a total is taken to be the sum of."""

import pytest

from effektspor.core.audit.totals import explain_totals
from tests.papers import only_table

SECTIONS = """
Tiltag                 | 2024 | 2025 | 2026
Varige ændringer       |      |      |
Hjælpemidler           | -300 | -400 | -500
Sagsbehandler          |  100 |  100 |  100
Samlet varig ændring   | -200 | -300 | -400
Implementering         |      |      |
Kurser                 |   50 |   20 |   10
Samlet implementering  |   50 |   20 |   10
Samlet påvirkning      | -150 | -280 | -390
"""


def test_a_total_is_the_sum_of_the_rows_above_it():
    table = only_table("""
Område   | 2024 | 2025
Botilbud |  100 |  150
Bostøtte |   20 |   30
I alt    |  120 |  180
""")
    (total,) = explain_totals(table)
    assert (total.row, total.parts, total.holding, total.failing) == (2, (0, 1), (0, 1), ())


def test_sub_totals_end_their_section_and_the_last_sum_takes_all():
    found = explain_totals(only_table(SECTIONS))
    assert [(sum_.row, sum_.parts) for sum_ in found] == [(3, (1, 2)), (6, (5,)), (7, (1, 2, 5))]


def test_the_kinds_of_rows_follow_words_and_place():
    kinds = [row.kind.value for row in only_table(SECTIONS).rows]
    assert kinds == ["heading", "row", "row", "subtotal", "heading", "row", "subtotal", "total"]


@pytest.mark.parametrize(
    "rows, parts, why",
    [
        ("A | 1 | 2 #B | 3 | 4 #Heraf C | 2 | 2 #I alt | 4 | 6", (0, 1), "a 'heraf' row is part of another"),
        (
            "A | 1 | 2 #I alt | 1 | 2 #B | 3 | 4 #Netto i alt | 4 | 6",
            (0, 2),
            "all rows, or the last sum and those since",
        ),
        ("Sum A | 1 | 2 #Sum B | 3 | 4 #I alt | 4 | 6", (0, 1), "a sum of sums"),
        ("A | 1 | 2 #Netto B | -3 | -4 #C | 5 | 7 #I alt | 3 | 5", (0, 1, 2), "a row that is only called net"),
        ("A | 1 | 2 #B | 3 | 4 #C | 5 | 6 #I alt | 6 | 8", (0, 2), "one row left out"),
        ("A | 1 | 2 #B | 3 | 4 #C | 5 | 7 #I alt | 1 | 2", (0,), "two rows left out"),
        (
            "A B | 1 | 2 #A K | 5 | 7 #C B | 2 | 4 #C K | 5 | 6 #D B | 3 | 5#D K| 7 | 9 #Total B | 6 | 11",
            (0, 2, 4),
            "one kind",
        ),
        ("A | 9 | 8 #B | 3 | 4 #C | -5 | -7 #D | -1 | -2 #E | -2 | -3 #Brutto i alt | 12 | 12", (0, 1), "one sign"),
    ],
)
def test_a_sum_may_be_made_in_several_ways(rows, parts, why):
    table = only_table("Område | 2024 | 2025\n" + rows.replace("#", "\n"))
    *_, last = explain_totals(table)
    assert last.holds and last.parts == parts


def test_one_category_may_be_summed():
    table = only_table("""
Tiltag | Styringsområde | 2024 | 2025
A      | Service        |  1   |  2
B      | Overførsler    |  7   |  5
C      | Service        |  3   |  4
D      | Overførsler    |  8   |  9
E      | Service        |  3   |  4
F      | Overførsler    |  6   |  7
Netto  |                |  7   | 10
""")
    assert explain_totals(table)[0].parts == (0, 2, 4)


def test_a_row_that_only_sounds_like_a_sum_becomes_a_row():
    table = only_table("""
Tiltag                | 2024 | 2025
Koordinering          | 1750 | 1750
Køb af pladser, netto | -2450| -2450
Overførsler           | -750 | -1500
Samlet ændring        | -1450| -2200
""")
    assert [row.kind.value for row in table.rows] == ["row", "row", "row", "total"]


@pytest.mark.parametrize(
    "column", ["Enhedspris", "Døgntakst", "Gennemsnit", "Andel", "Pct.", "Unikke borgere", "Helårspersoner"]
)
def test_a_column_that_is_not_added_up_is_skipped(column):
    table = only_table(f"Tilbud | 2024 | {column} | 2025\nA | 1 | 5 | 2\nB | 2 | 6 | 3\nI alt | 3 | 5 | 5")
    (total,) = explain_totals(table)
    assert (total.holding, total.failing) == ((0, 2), ())


def test_zeros_are_no_evidence():
    table = only_table("Tilbud | 2024 | 2025\nA | 0 | 2\nB | 0 | 3\nI alt | 0 | 5")
    assert explain_totals(table)[0].holding == (1,)


def test_the_relations_tell_cell_by_cell():
    table = only_table("Tilbud | 2024 | 2025\nA | 1 | -\nB | 2 | 4\nI alt | 3 | 4")
    told = [(relation.result, relation.parts, relation.holds) for relation in table.relations]
    assert told == [((2, 0), ((0, 0), (1, 0)), True), ((2, 1), ((1, 1),), True)]
