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


def test_rows_with_blank_lines_between_them_are_one_table():
    (table,) = read("""Tabel 1. Effektiviseringer (1.000 kr.)

  Forslag                   2026     2027
  Kørsel                    -500   -1.000

  Tolkning og overgang       -60      -60
  til video

  Handicap

  Natdækning                 -10      -20

  I alt                     -570   -1.080
""").tables
    assert [row.label for row in table.rows] == [
        "Kørsel",
        "Tolkning og overgang til video",
        "Handicap",
        "Natdækning",
        "I alt",
    ]
    assert (table.rows[2].kind.value, values(table.rows[-1])) == ("heading", ["-570", "-1080"])


def test_a_head_after_a_blank_line_begins_a_table():
    table = "  Forslag        2026     2027\n  Kørsel         -500   -1.000\n  Nat             -50     -100\n"
    assert len(read(f"{table}\n{table}").tables) == 2


def test_a_name_belongs_to_the_column_it_stands_over():
    (table,) = read("""
             Oprindeligt   Korrigeret   Forventet
  Område          budget       budget    regnskab   Afvigelse
  Botilbud          10,0         11,0        12,0         1,0
  Dagtilbud          5,0          5,0         4,5        -0,5
""").tables
    assert table.columns == ("Oprindeligt budget", "Korrigeret budget", "Forventet regnskab", "Afvigelse")


def test_a_name_over_several_columns_belongs_to_all_of_them():
    (table,) = read("""
                                                 Budget          Overslag
                                                 2026      2027      2028      2029
Færre private leverandører på § 85                -0,4      -0,8      -0,8      -0,8
I alt                                             -0,6      -1,0      -1,0      -1,0
""").tables
    assert table.columns == ("Budget 2026", "Overslag 2027", "Overslag 2028", "Overslag 2029")


def test_a_label_goes_on_with_a_paragraph_and_a_page_number_is_no_row():
    (table,) = read("""
  Nr.  Forslag                       2026         2027
  1    Kontakt- og ledsageordning     450          450
       (§§ 97 og 98)
  2    Støtte efter § 85 og           600          600
       § 86
  3    Støtte efter (§§               100          100
       107 og 108)
  4    Støtte efter § 107 og          100          100
       108
       I alt                        1.250        1.250
                                              Side 3 af 12
""").tables
    assert [row.label for row in table.rows] == [
        "Kontakt- og ledsageordning (§§ 97 og 98)",
        "Støtte efter § 85 og § 86",
        "Støtte efter (§§ 107 og 108)",
        "Støtte efter § 107 og 108",
        "I alt",
    ]


def test_a_status_over_several_lines_is_one_text():
    (table,) = read("""
Tiltag                       Mål     Opnået   Status
Takster                      500        450   Der er gennemført 14 forhandlinger, og
                                              der udestår 2 forhandlinger i 2026.
Hjemtagelse                  900      1.100   6 borgere er hjemtaget i 2025 og
                                              2026.
I alt                      1.400      1.550
""").tables
    assert [row.label for row in table.rows] == ["Takster", "Hjemtagelse", "I alt"]
    assert table.rows[1].text == "6 borgere er hjemtaget i 2025 og 2026."


def test_a_title_between_two_tables_of_the_same_columns_parts_them():
    table = "Nr.   Forslag     2026     2027\n1     Kørsel      -500   -1.000\n2     Nat         -500   -1.000\n"
    first, second = read(f"{table}\nTabel 2. Katalog\n{table}").tables
    assert (len(first.rows), len(second.rows), second.caption) == (2, 2, "Tabel 2. Katalog")


def test_years_under_a_name_stay_over_their_own_columns():
    (table,) = read("""
Udvalg          Nøgle   Beløb i mio.kr. 2018 p/l
                                      2018   2019
Social          35 %                   5,5    5,5
Sundhed         65 %                  10,3   10,3
""").tables
    assert (table.columns, values(table.rows[0])) == (("2018", "2019"), ["5.5", "5.5"])


def test_a_year_without_figures_keeps_its_column():
    (table,) = read("""
                               2020 i 1.000 kr.   2021 i 1.000 kr.   2022 i 1.000 kr.
Færre udgifter til dagpenge                                    425                425
Varige ændringer totalt                                        425                425
""").tables
    assert (table.columns, values(table.rows[0])) == (("2020", "2021", "2022"), [None, "425", "425"])


def test_one_row_under_names_of_its_figures_is_a_table():
    (table,) = read("""
1.000 kr.            Budget 2026               Budget 2027
                           Antal   Enhedspris        Antal   Enhedspris
Samværspladser                62          980           60          980
""").tables
    assert table.columns[:2] == ("Budget 2026 Antal", "Budget 2026 Enhedspris")
    assert values(table.rows[0]) == ["62", "980", "60", "980"]
