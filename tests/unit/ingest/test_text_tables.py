"""Tables in plain text as they are pasted and converted: headings without tabs, broken pages, pipes, double heads."""

import pytest

from effektspor.core.unit import THOUSAND, find_unit
from effektspor.ingest.reading import read_document
from tests.papers import values

HEAD = "Forslag\t2024\t2025"
ABOVE = f"Tabel 1. Besparelser (1.000 kr.)\n{HEAD}\nFærre konsulenter\t-2.200\t-5.550\nNatdækning\t-1.000\t-1.100"
BELOW = "Udslusning\t-400\t-400\nI alt\t-3.600\t-7.050\n"
ALL = ["Færre konsulenter", "Natdækning", "Udslusning", "I alt"]


def tables(text):
    return read_document("papir.txt", text.encode()).tables


def labels(table):
    return [row.label for row in table.rows]


def kinds(table):
    return [row.kind.value for row in table.rows]


def test_a_heading_without_tabs_belongs_to_the_table():
    (table,) = tables(
        "t.kr.\t2025\t2026\nHandicap\nKonsulenter\t-7\t-8\nPsykiatri\nUdslusning\t-4\t-4\nI alt\t-11\t-12\n"
    )
    assert labels(table) == ["Handicap", "Konsulenter", "Psykiatri", "Udslusning", "I alt"]
    assert kinds(table) == ["heading", "row", "heading", "row", "total"]


@pytest.mark.parametrize("between", ["\n\nPsykiatri\n", "\nPsykiatri\nVarige ændringer\n", "\n\nPsykiatri\n\n"])
def test_a_heading_may_have_a_blank_line_above_it_and_another_heading_below(between):
    (table,) = tables(f"t.kr.\t2025\t2026\n\nKonsulenter\t-7\t-8{between}Udslusning\t-4\t-4\n\nI alt\t-11\t-12\n")
    assert labels(table)[-1] == "I alt" and kinds(table)[1] == "heading"


@pytest.mark.parametrize(
    "between",
    ["Tabel 2. Effekt", "Beløbet er fordelt efter nøgle.", "Kilde: KMD", "Beløb i 1.000 kr.", "- et punkt", "# Afsnit"],
)
def test_what_is_no_heading_ends_the_table(between):
    (table,) = tables(f"{HEAD}\nKonsulenter\t-7\t-8\nNat\t-7\t-8\n{between}\nUdslusning\t-4\t-4\n")
    assert labels(table) == ["Konsulenter", "Nat"]


def test_a_line_over_a_head_is_the_title_of_a_new_table():
    above, below = tables(f"{HEAD}\nKonsulenter\t-7\t-8\nPsykiatri\n{HEAD}\nUdslusning\t-4\t-4\n")
    assert (labels(above), labels(below), below.caption) == (["Konsulenter"], ["Udslusning"], "Psykiatri")


@pytest.mark.parametrize(
    "page",
    [
        "\n\nSide 2 af 9\n\n",
        "\n\n- 2 -\n\n",
        "\n\f",
        "\n\n\f\n",
        "\n\n2\n\f",
        "\n\nBudget 2024 – side 2\n\n",
        "\n\n\n\n",
    ],
)
@pytest.mark.parametrize(
    "again", ["", f"{HEAD}\n", f"Tabel 1. Besparelser (1.000 kr.)\n{HEAD}\n", f"Tabel 1 (fortsat)\n{HEAD}\n"]
)
def test_a_table_goes_on_over_a_page_break(page, again):
    (table,) = tables(f"{ABOVE}{page}{again}{BELOW}")
    assert (table.caption, table.unit, labels(table)) == ("Tabel 1. Besparelser (1.000 kr.)", "1.000 kr.", ALL)


def test_a_subtotal_at_the_foot_of_a_page_does_not_end_the_table():
    (table,) = tables(
        f"{HEAD}\nKonsulenter\t-7\t-8\nHandicap i alt\t-7\t-8\n\nSide 2 af 9\n\n{HEAD}\nPsykiatri\nNat\t-1\t-1\n"
    )
    assert labels(table) == ["Konsulenter", "Handicap i alt", "Psykiatri", "Nat"]


@pytest.mark.parametrize("title", ["Tabel 2. Effekt", "Psykiatri", "Udgifter til bostøtte i 2024 er som følger:"])
def test_one_head_under_another_title_is_another_table(title):
    above, below = tables(f"{ABOVE}\n\nSide 2 af 9\n\n{title}\n{HEAD}\n{BELOW}")
    assert (labels(above), labels(below)) == (ALL[:2], ALL[2:])


def test_another_head_on_the_next_page_is_another_table():
    assert len(tables(f"{ABOVE}\n\nSide 2 af 9\n\nForslag\t2026\t2027\n{BELOW}")) == 2


def test_text_under_a_table_ends_it_before_the_page_does():
    assert len(tables(f"{ABOVE}\nKilde: KMD\n\nSide 2 af 9\n\n{HEAD}\n{BELOW}")) == 2


def test_a_running_head_on_every_page_is_no_text_of_the_paper():
    page = "\n\nSide {}\n\fByens Kommune\n\n"
    text = f"Byens Kommune\n\n{ABOVE}{page.format(1)}{HEAD}\n{BELOW}{page.format(2)}Tekst om forslaget.\n"
    document = read_document("papir.txt", text.encode())
    assert labels(document.tables[0]) == ALL
    assert [block.text for block in document.blocks if block not in document.tables][-1] == "Tekst om forslaget."


SPACED = [
    "Forslag (1.000 kr.)      2024     2025",
    "Konsulenter            -2.200   -5.550",
    "Natdækning             -1.000   -1.100",
]
SPACED_BELOW = ["Udslusning               -400     -400", "I alt                  -3.600   -7.050"]


@pytest.mark.parametrize("page", [["", "Side 2 af 9", ""], ["\f"], ["", "", ""]])
@pytest.mark.parametrize("again", [[], SPACED[:1]])
def test_a_table_set_with_spaces_goes_on_over_a_page_break(page, again):
    (table,) = tables("\n".join([*SPACED, *page, *again, *SPACED_BELOW]))
    assert (table.unit, labels(table)) == ("1.000 kr.", ["Konsulenter", *ALL[1:]])


@pytest.mark.parametrize("again", [[], ["kr. 2017 2018"]])
def test_a_table_of_single_spaces_goes_on_over_a_page_break(again):
    rows = ["Bostøtte 9.224 11.152", "I alt 234.351 247.115"]
    lines = [
        "kr. 2017 2018",
        "Botilbud 125.127 135.963",
        "Aflastning 100.000 100.000",
        "",
        "Side 2 af 9",
        "",
        *again,
        *rows,
    ]
    (table,) = tables("\n".join(lines))
    assert labels(table) == ["Botilbud", "Aflastning", "Bostøtte", "I alt"]


def test_a_page_number_in_a_wrapped_sentence_is_text():
    document = read_document("papir.txt", "Det fremgår af bilaget på\nside 3 af 9\n".encode())
    assert [block.text for block in document.blocks] == ["Det fremgår af bilaget på", "side 3 af 9"]


def test_a_row_between_bare_pipes_may_begin_with_an_empty_cell():
    (table,) = tables(
        "Nr. | Forslag | 2024 | 2025\n1 | Konsulenter | -200 | -300\n2 | Nat | -100 | -150\n | I alt | -300 | -450\n"
    )
    assert (labels(table)[-1], values(table.rows[-1])) == ("I alt", ["-300", "-450"])


def test_a_head_between_bare_pipes_may_begin_with_an_empty_cell():
    (table,) = tables(" | 2024 | 2025\n---|---|---\nKonsulenter | -200 | -300\nHandicap\nNat | -100 | \n")
    assert (labels(table), values(table.rows[-1])) == (["Konsulenter", "Handicap", "Nat"], ["-100", None])


def test_an_empty_cell_between_pipes_around_the_rows_stays_empty():
    (table,) = tables("| | 2024 | 2025 |\n|---|---|---|\n| Konsulenter | -200 | -300\n| | -1 | |\n")
    assert [values(row) for row in table.rows] == [["-200", "-300"], ["-1", None]]


def test_one_pipe_a_line_separates_two_columns_only_in_a_table():
    assert len(tables("t.kr. | 2024\nKonsulenter | -200\nNat | -100\n")) == 1
    assert tables("Kommunen | 2024\nTekst\n") == ()


def test_tabs_behind_the_last_cell_of_a_row_are_nothing():
    (table,) = tables(
        "Nr.\tTiltag\t2023\t2024\n\tHjælp\t\t\t\n\n1\tLejemål\t-1\t-2\n\n\tPleje\t\t\t\n\n2\tNat\t-3\t-4\n"
    )
    assert labels(table) == ["Hjælp", "Lejemål", "Pleje", "Nat"]


def test_fewer_columns_after_a_blank_line_are_no_rows_of_the_table():
    (table,) = tables(f"{HEAD}\nKonsulenter\t-7\t-8\n\nSagsnr.\t12345\n")
    assert labels(table) == ["Konsulenter"]


@pytest.mark.parametrize("below", ["primo||||ultimo", "primo||i året||ultimo", "primo||||"])
def test_a_head_over_two_lines_may_have_words_for_some_columns_only(below):
    second = below.split("|")
    second.pop(1)
    (table,) = tables(
        f"Område\tAntal\tTil\tFra\tAntal\n\t{chr(9).join(second)}\nBolig\t148\t16\t10\t154\nHjem\t102\t4\t1\t105\n"
    )
    assert table.columns[0] == "Antal primo" and labels(table) == ["Bolig", "Hjem"]
    assert table.columns[-1] == f"Antal {second[-1]}".strip()


def test_a_head_over_two_lines_set_with_spaces():
    (table,) = tables("""
Område         Borgere 1.   Tilgang   Afgang   Borgere 31.
                   januar                         december
Ledsagelse            148        16       10           154
Botilbud              102         4        1           105
""")
    assert table.columns == ("Borgere 1. januar", "Tilgang", "Afgang", "Borgere 31. december")
    assert labels(table) == ["Ledsagelse", "Botilbud"]


@pytest.mark.parametrize(
    "line, caption",
    [
        ("Beløb i hele 1.000 kr.", "Forslag"),
        ("Hele 1.000 kr.", "Forslag"),
        ("Alle tal er i hele 1.000 kr.", "Forslag"),
        ("(hele 1.000 kr.)", "Forslag"),
        ("(tusinde kr.)", "Forslag"),
        ("(kr. 1.000)", "Forslag"),
        ("Hjælpemidler, 1.000 kr.", "Hjælpemidler, 1.000 kr."),
        ("Hjælpemidler – 1.000 kr.", "Hjælpemidler – 1.000 kr."),
        ("Hjælpemidler i tusinde kr.", "Hjælpemidler i tusinde kr."),
        ("Hjælpemidler (DKK 1.000)", "Hjælpemidler (DKK 1.000)"),
    ],
)
def test_thousands_of_kroner_are_said_in_many_ways(line, caption):
    (table,) = tables(f"Forslag\n\n{line}\n{HEAD}\nNat\t-7\t-8\nDag\t-7\t-8\n")
    assert (find_unit(table.unit or ""), table.caption) == (THOUSAND, caption)


@pytest.mark.parametrize("line", ["Det koster 1.000 kr.", "I alt, 5 mio. kr.", "Taksten er kr. 1.000 pr. døgn."])
def test_an_amount_over_a_table_is_not_its_unit(line):
    (table,) = tables(f"Forslag\n\n{line}\n{HEAD}\nNat\t-7\t-8\nDag\t-7\t-8\n")
    assert table.unit is None


@pytest.mark.parametrize("unit", [" (hele 1.000 kr.)", " i hele 1.000 kr.", " (kr. 1.000)", " (i tusinde kr.)"])
def test_the_unit_of_a_column_is_no_part_of_its_year(unit):
    (table,) = tables(f"Forslag\t2024{unit}\t2025{unit}\nNat\t-7\t-8\nDag\t-7\t-8\n")
    assert (table.columns, find_unit(table.unit or "")) == (("2024", "2025"), THOUSAND)


def test_a_cell_may_be_exactly_a_thousand_kroner():
    (table,) = tables("Forslag\t2024\nDag\tkr. 2.000\nNat\tkr. 1.000\n")
    assert [values(row) for row in table.rows] == [["2000"], ["1000"]]
