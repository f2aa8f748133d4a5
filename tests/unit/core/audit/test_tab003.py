"""TAB-003: a sum that differs from its rows."""

from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from effektspor.core.audit.catalogue import audit_table
from effektspor.core.document import Cell, Row, RowKind, Table
from effektspor.core.finding import Place
from effektspor.core.number import Number, rounded_number
from tests.papers import findings_of, said

FOUR_YEARS = """
1.000 kr.            | 2024 | 2025 | 2026 | 2027
Hjælpemidler         | -300 | -400 | -500 | -500
Sagsbehandler        |  100 |  100 |  100 |  100
Samlet ændring       | -200 | -300 | -400 | -400
"""


def test_a_lone_wrong_sum_is_an_error_with_what_the_rows_give():
    wrong = FOUR_YEARS.replace("| -300 | -400 | -400", "| -350 | -400 | -400")
    assert said(wrong) == [("TAB-003", "error", ("2025",), "-350", "-300")]


def test_right_sums_are_met_with_silence():
    assert said(FOUR_YEARS) == []


@pytest.mark.parametrize(
    "old, new, column, stated, computed",
    [
        (" 100 |  100 |  100 |  100", " 100 |  1,5 |  100 |  100", "2025", "-300", "-398.5"),
        ("-200 | -300 | -400 | -400", "-200 | -300 | -480 | -400", "2026", "-480", "-400"),
        (" 100 |  100 |  100 |  100", " 100 |    - |  100 |  100", "2025", "-300", "-400"),
    ],
)
def test_one_wrong_digit_in_four_columns_is_one_error(old, new, column, stated, computed):
    assert old in FOUR_YEARS
    assert said(FOUR_YEARS.replace(old, new)) == [("TAB-003", "error", (column,), stated, computed)]


@pytest.mark.parametrize(
    "old, new, code, column, stated, computed",
    [
        ("-200 | -300 | -400 | -400", "200 | -300 | -400 | -400", "TAB-006", "2024", "200", "-200"),
        ("-200 | -300 | -400 | -400", "-200 | -300 | -400 | -4.000", "TAB-007", "2027", "-4000", "-400"),
        ("-300 | -400 | -500 | -500", "-300 | -400 | -50 | -500", "TAB-007", "2026", "-50", "-500"),
        ("-300 | -400 | -500 | -500", "-310 | -400 | -500 | -500", "TAB-003", "2024", "-200", "-210"),
    ],
)
def test_a_known_slip_is_told_as_what_it_is(old, new, code, column, stated, computed):
    assert said(FOUR_YEARS.replace(old, new)) == [(code, "error", (column,), stated, computed)]


def test_two_neighbouring_digits_changed_about():
    wrong = FOUR_YEARS.replace("-300 | -400 | -500 | -500", "-300 | -400 | -530 | -500").replace(
        "-400 | -400", "-250 | -400"
    )
    assert said(wrong) == [("TAB-008", "error", ("2026",), "-530", "-350")]


@pytest.mark.parametrize(
    "rows, why",
    [
        ("A | 1 | 2 | 3 #B | 1 | 2 | 3 #I alt | 9 | 9 | 9", "it holds in no column"),
        ("A | 1 | 2 | 3 #B | 1 234 | 2 | 3 #I alt | 9 | 4 | 6", "a cell of the column was not read"),
        ("A | 1 | 2 | 3 #B | 1 | 2 | 3 #I alt | 3 | 5 | 7", "rounding: each figure may be half a unit off"),
        ("A | 0 | 0 | 3 #B | 0 | 0 | 3 #I alt | 0 | 0 | 9", "zeros are no evidence"),
        ("A | 1 | 2 | 3 #B | 1 | 2 | 3 #I alt |   |   |  ", "no sum is stated"),
        ("A | 1 | 2 | 3 #I alt | 1 | 9 | 7", "that one row equals one sum is a coincidence"),
        ("I alt | 1 | 2 | 3 #A | 1 | 2 | 3", "nothing stands above it"),
        ("A | 1 | 2 | 3 #B | 1 | 2 | 3 #Netto af refusion | 5 | 8 | 9", "another figure altogether"),
        ("A | 40 | 5 | 5 #B | 7 | 0 | 0 #C | 9 | 4 | 4 #I alt | 49 | 9 | 9", "a row that was left out explains all"),
        (
            "A | 300 | 700 | 0 | 0 #B | 0 | -35 | -35 | -35 #Pulje | 300 | 700 | 0 | 0 #Netto | 0 | -35 | -35 | -35",
            "two left out",
        ),
    ],
)
def test_what_is_not_certain_is_not_said(rows, why):
    years = [str(2024 + column) for column in range(rows.split("#")[0].count("|"))]
    text = " | ".join(["Tilbud", *years]) + "\n" + rows.replace("#", "\n")
    assert [found for found in said(text) if found[0] == "TAB-003"] == []


def test_where_it_holds_in_half_or_fewer_columns_both_repairs_are_offered():
    (found,) = findings_of("""
1.000 kr.       | 2023   | 2024   | 2025   | 2026
Effektivisering | -7.300 | -9.000 | -9.000 | -9.000
Udvidelse       | 250    | 175    | 175    | 175
Netto           | -7.050 | -7.125 | -7.125 | -7.125
""")
    assert (found.verdict.value, found.columns) == ("ask", ("2024", "2025", "2026"))
    assert "»Netto« til −8.825" in found.remedy and "»Effektivisering« til −7.300" in found.remedy


def test_two_causes_are_two_findings():
    wrong = FOUR_YEARS.replace("-200 | -300 | -400 | -400", "-250 | -370 | -400 | -400")
    assert [columns for _, _, columns, *_ in said(wrong)] == [("2024",), ("2025",)]


def test_one_cause_in_two_columns_is_one_finding_that_tells_both_figures():
    (found,) = findings_of(FOUR_YEARS.replace("-200 | -300 | -400 | -400", "-250 | -350 | -400 | -400"))
    assert (found.columns, found.stated, found.computed) == (("2024", "2025"), "-250", "-200")
    assert "til −200 i 2024 og −300 i 2025" in found.remedy


def test_a_wrong_sub_total_does_not_accuse_the_total():
    assert said("""
Tiltag        | 2024 | 2025 | 2026
A             |  10  |  20  |  30
B             |   5  |   5  |   5
Samlet drift  |  15  |  52  |  35
C             |   1  |   1  |   1
Samlet anlæg  |   1  |   1  |   1
Samlet        |  16  |  26  |  36
""") == [("TAB-008", "error", ("2025",), "52", "25")]


def test_a_wrong_total_of_right_sub_totals_is_one_error():
    assert said("""
Tiltag        | 2024 | 2025 | 2026
A             |  10  |  20  |  30
Samlet drift  |  10  |  20  |  30
C             |   1  |   1  |   1
D             |   2  |   2  |   2
Samlet anlæg  |   3  |   3  |   3
Samlet        |  13  |  23  |  83
""") == [("TAB-003", "error", ("2026",), "83", "33")]


COLUMNS = ("2024", "2025", "2026")
EXACT = st.lists(st.tuples(*[st.integers(-(10**7), 10**7)] * 3), min_size=1, max_size=6)


def as_table(rows):
    """A table of numbers, the last row its total."""
    kinds = [RowKind.ROW] * (len(rows) - 1) + [RowKind.TOTAL]
    cells = [tuple(Cell(number.danish(), (number,)) for number in row) for row in rows]
    made = [
        Row(Place(line=line), "I alt" if kind is RowKind.TOTAL else f"Række {line}", row, kind)
        for line, (row, kind) in enumerate(zip(cells, kinds, strict=True))
    ]
    return Table("t1", Place(line=0), COLUMNS, tuple(made))


def printed(exact, decimals):
    """The rows and their exact sums, each printed with so many decimals."""
    with_sum = [*exact, tuple(map(sum, zip(*exact, strict=True)))]
    return [tuple(rounded_number(Fraction(value, 1000), decimals) for value in row) for row in with_sum]


@given(EXACT, st.integers(0, 3))
def test_rounding_is_never_a_finding(exact, decimals):
    assert audit_table(as_table(printed(exact, decimals))) == []


def adds_up(parts, total, column):
    bound = sum(number.half_unit for number in [total[column], *(part[column] for part in parts)])
    return abs(sum(part[column].value for part in parts) - total[column].value) <= bound


def explained(rows, total):
    """Whether any rows at all add up to the total in every column: then there is nothing to say."""
    subsets = (parts for size in range(1, len(rows) + 1) for parts in combinations(rows, size))
    return any(all(adds_up(parts, total, column) for column in range(3)) for parts in subsets)


@given(EXACT, st.integers(0, 2), st.integers(0, 2), st.integers(1, 10**6), st.sampled_from([-1, 1]))
def test_one_wrong_sum_of_three_is_one_error_in_its_column(exact, decimals, column, beyond, sign):
    *rows, total = printed(exact, decimals)
    # Zeros are no evidence that the sum holds in the other columns.
    assume(all(any(row[other].digits for row in rows) for other in range(3) if other != column))
    wrong = Number(total[column].digits + sign * (len(rows) + 1 + beyond), decimals)
    changed = (*total[:column], wrong, *total[column + 1 :])
    assume(not explained(rows, changed))
    (found,) = audit_table(as_table([*rows, changed]))
    assert (found.verdict.value, found.columns) == ("error", (COLUMNS[column],))
    # Where exactly one figure is a known slip away from making all agree, that figure is told instead of the sum.
    if found.code == "TAB-003":
        assert found.stated == wrong.plain()
        assert Fraction(found.computed) == sum(row[column].value for row in rows)


@given(EXACT, st.permutations(range(3)))
def test_the_order_of_the_columns_does_not_matter(exact, order):
    *rows, total = printed(exact, 0)
    changed = (Number(total[0].digits + 1000), *total[1:])
    table = as_table([*rows, changed])
    turned = as_table([tuple(row[column] for column in order) for row in [*rows, changed]])
    turned = replace(turned, columns=tuple(COLUMNS[column] for column in order))
    assert {found.columns for found in audit_table(table)} == {found.columns for found in audit_table(turned)}
