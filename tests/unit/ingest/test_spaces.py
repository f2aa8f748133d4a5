"""Tables set with spaces, and with Markdown's pipes."""

from effektspor.ingest.reading import read_document
from tests.papers import values

SPACED = """Tabel 1. Tiltag
1.000 kr.                          2024      2025      2026
Bostøtte jf. § 85                   100       100         -
Botilbud (§§ 107 og 108)          1.200     1.300     1.400
I alt                             1.300     1.400     1.400
"""


def read(text):
    return read_document("papir.txt", text.encode())


def test_columns_stand_where_all_rows_have_a_gap():
    (table,) = read(SPACED).tables
    assert (table.caption, table.unit, table.columns) == ("Tabel 1. Tiltag", "1.000 kr.", ("2024", "2025", "2026"))
    assert [row.label for row in table.rows] == ["Bostøtte jf. § 85", "Botilbud (§§ 107 og 108)", "I alt"]
    assert values(table.rows[0]) == ["100", "100", None]


def test_stacked_figures_end_where_their_column_ends():
    (table,) = read("""
Nr.   Forslag       2024              2025              2026
1     Drift        (100)             (100)             (100)
2     To dele        0 -     (4.656) (2.328)   (4.656) (2.328)
      Netto        (100)           (4.756)           (4.756)
""").tables
    assert values(table.rows[1]) == [["0", None], ["-4656", "-2328"], ["-4656", "-2328"]]


def test_a_sum_after_a_page_break_belongs_to_the_table():
    *above, total = SPACED.rstrip().split("\n")
    (table,) = read("\n".join([*above, "", "", "", total])).tables
    assert [row.kind.value for row in table.rows][-1] == "total"


def test_figures_that_end_the_lines_are_columns_too():
    (table,) = read("kr. 2017 2018\nBotilbud 125.127 135.963\nBostøtte 9.224 11.152\nI alt 134.351 147.115\n").tables
    assert [values(row) for row in table.rows][-1] == ["134351", "147115"]


def test_prose_with_figures_is_no_table():
    assert read("I 2014 flyttede 7 borgere hjem.\nDet gav 2,4 mio. kr.\nI 2015 var det 10.\n").tables == ()


def test_pipes_are_columns():
    (table,) = read("| 1.000 kr. | 2024 | 2025 |\n|---|---:|---:|\n| Bostøtte | 1 | 2 |\n| I alt | 1 | 2 |\n").tables
    assert [(row.label, values(row)) for row in table.rows] == [("Bostøtte", ["1", "2"]), ("I alt", ["1", "2"])]


def test_a_pipe_that_is_escaped_is_text():
    (table,) = read("| kr. | 2024 |\n|---|---|\n| A \\| B | 1 |\n| C | 2 |\n").tables
    assert table.rows[0].label == "A | B"
