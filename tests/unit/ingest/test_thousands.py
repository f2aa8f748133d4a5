"""Spaces between thousands, which may also be stacked figures."""

import pytest

from effektspor.ingest.reading import read_document
from tests.papers import only_table, values

HEAD = "Forslag | 2026 | 2027"


def figures(rows):
    return [values(row) for row in only_table(f"{HEAD}\n{rows}").rows]


def test_a_space_separates_thousands_where_the_whole_table_says_so():
    assert figures("A | 350 000 | -1 350 000,5\nB | 500 | 50 000 kr.\nI alt | 350 500 | -1 300 000") == [
        ["350000", "-1350000.5"],
        ["500", "50000"],
        ["350500", "-1300000"],
    ]


@pytest.mark.parametrize(
    "rows, first",
    [
        ("A | 0 500 | 350 000\nB | 350 000 | 1", [["0", "500"], None]),
        ("A | 350 000 | 1\nB | 2 | 3", [None, "1"]),
        ("A | 350 000 | 350 000\nB | 1.000 | 3", [None, None]),
        ("A | 350 000 | 350 000\nB | 1000 | 3", [None, None]),
        ("A | 350 000 | 350 000\nB | 100 | 3\nC | 12 | 7", [None, None]),
        ("A | -200 -200 2.100 | 350 000\nB | 1 | 3", [["-200", "-200", "2100"], None]),
    ],
)
def test_what_the_table_does_not_decide_stays_a_stack_or_unread(rows, first):
    assert figures(rows)[0] == first


def test_a_hard_space_always_separates_thousands():
    assert figures("A | 350\u00a0000 | 1\nB | 1.000 | -2\u202f500\u2009000")[:2] == [
        ["350000", "1"],
        ["1000", "-2500000"],
    ]


def test_the_first_row_of_a_page_is_no_head_for_its_hard_spaces():
    rows = ("<td>Budget<td>1&nbsp;200", "<td>I alt<td>1&#8239;200")
    page = f"<table><tr><th>Post<th>2026{''.join(f'<tr>{row}' for row in rows)}</table>"
    (table,) = read_document("a.html", page.encode()).tables
    assert (table.columns, [values(row) for row in table.rows]) == (("2026",), [["1200"], ["1200"]])


def test_spaces_in_the_figures_of_a_table_set_with_spaces():
    text = "Forslag          2026       2027\nKørsel        350 000    400 000\nI alt         350 000    400 000\n"
    (table,) = read_document("a.txt", text.encode()).tables
    assert [values(row) for row in table.rows] == [["350000", "400000"]] * 2
