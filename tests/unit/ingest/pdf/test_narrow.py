"""Narrow columns, as Word and Excel print them: what is broken, what touches, and what runs out of its cell."""

import pytest

from effektspor.ingest.pdf.lines import page_lines
from effektspor.ingest.pdf.pages import read_pages

from .drawing import pdf_of, shown, tables_in

FONT = '#set text(font: "IBM Plex Sans", size: 10pt, lang: "da", number-width: "tabular", hyphenate: false)\n'


def cells(*texts):
    return "".join(f"[{text}]," for text in texts)


def table(columns, body, **options):
    """Return the source of a table without lines, names at the left and figures at the right of their cells."""
    settings = {"stroke": "none", "inset": "4pt"} | options
    chosen = ", ".join(f"{name}: {value}" for name, value in settings.items())
    align = "align: (x, y) => if x == 0 or y == 0 { left } else { right }, "
    return f"{FONT}#table(columns: {columns}, {align if 'align' not in options else ''}{chosen}, {body})"


def read(source):
    (found,) = tables_in(pdf_of(source))
    return found


def phrases(source):
    """Return the phrases of the first line, as texts."""
    (page, *_) = read_pages("papir.pdf", pdf_of(FONT + source))
    return [phrase.text for phrase in page_lines(page)[0].phrases]


@pytest.mark.parametrize("stroke", ["none", "0.5pt"])
def test_names_at_the_left_of_their_cells_name_the_figures_at_the_right(stroke):
    rows = [("Botilbud", "0", "0", "5"), ("STU", "−1.561", "−3.121", "3"), ("I alt", "−1.561", "−3.121", "8")]
    body = cells("", "2024", "2025", "I alt") + "".join(cells(*row) for row in rows)
    found = read(table("(4cm, 3cm, 3cm, 3cm)", body, stroke=stroke))
    assert found.columns == ("2024", "2025", "I alt")
    assert shown(found)[1:] == [("STU", "-1561", "-3121", "3"), ("I alt", "-1561", "-3121", "8")]


def test_a_year_without_figures_is_a_column_of_its_own():
    body = cells("", "2023", "2024", "2025") + cells("Botilbud", "", "12", "13") + cells("STU", "", "14", "15")
    found = read(table("(4cm, 3cm, 3cm, 3cm)", body))
    assert (found.columns, shown(found)[1]) == (("2023", "2024", "2025"), ("STU", None, "14", "15"))


def test_names_over_two_columns_each_stand_beside_names_over_one():
    head = "table.cell(rowspan: 2)[Borgere 1/1], table.cell(colspan: 2)[Foråret], table.cell(colspan: 2)[Efteråret]"
    names = "[Tilgang], [Afgang], [Tilgang], [Afgang],"
    body = f"table.cell(rowspan: 2)[], {head}, {names}" + cells("Huset", "37", "1", "2", "3", "4")
    found = read(table("(4cm, 2cm, 2cm, 2cm, 2cm, 2cm)", body, align="center"))
    assert found.columns[1:] == ("Foråret Tilgang", "Foråret Afgang", "Efteråret Tilgang", "Efteråret Afgang")


def test_the_upper_lines_of_two_names_beside_each_other_are_no_name_over_both():
    head = cells("", "Korrigeret budget", "Forventet regnskab", "Afvigelse").replace(" ", "\\ ")
    body = head.replace("]\\ [", "][") + cells("Kørsel", "76.400", "80.650", "−4.250")
    assert read(table("(4cm, 3cm, 3cm, 3cm)", body)).columns == ("Korrigeret budget", "Forventet regnskab", "Afvigelse")


def test_a_word_wider_than_its_cell_runs_into_the_next():
    body = cells("", "2024", "2025") + cells("Øget", "1.200", "1.300")
    body += cells("Omstilling af familieplejeområdet", "1.400", "1.500") + cells("Støtte", "1.600", "1.700")
    found = read(table("(2.2cm, 2.2cm, 2.2cm)", body))
    assert [row.label for row in found.rows] == ["Øget", "Omstilling af familieplejeområdet", "Støtte"]


@pytest.mark.parametrize("stroke", ["none", "0.5pt"])
def test_a_figure_broken_in_its_cell_is_one_figure(stroke):
    broken = "−\\ 14.516.0\\ 41"
    body = cells("", "2024", "2025") + cells("Botilbud", "7", broken) + cells("STU", "8", "−9")
    assert shown(read(table("(4cm, 3cm, 1.8cm)", body, stroke=stroke)))[0] == ("Botilbud", "7", "-14516041")


def test_a_word_broken_in_its_cell_is_one_word():
    body = cells("", "2024", "2025") + cells("Døgnbehandlings\\ pladser", "7", "8")
    assert read(table("(auto, 3cm, 3cm)", body, stroke="0.5pt")).rows[0].label == "Døgnbehandlingspladser"


def test_figures_stacked_in_a_cell_are_two():
    body = cells("", "2024", "2025") + cells("Kort", "1", "2") + cells("Service / Overførsler", "10\\ 20", "30\\ 40")
    found = read(table("(5cm, 3cm, 3cm)", body))
    assert [[number.plain() for number in cell.numbers] for cell in found.rows[1].cells] == [["10", "20"], ["30", "40"]]


def test_a_heading_under_a_sum_is_no_part_of_its_name():
    head = cells("", "2024", "2025")
    body = head + cells("Støtte", "1", "2") + cells("Samlet varig ændring", "1", "2")
    body += cells("Implementeringsomkostninger", "", "") + cells("Samlede implementeringsomkostninger", "3", "4")
    labels = [row.label for row in read(table("(7cm, 3cm, 3cm)", body)).rows]
    assert labels[1:3] == ["Samlet varig ændring", "Implementeringsomkostninger"]


def test_the_upper_line_of_the_first_label_is_no_head():
    body = cells("", "2024", "2025") + cells("Det samlede område i\\ alt", "1", "2") + cells("Bo", "3", "4")
    found = read(table("(6cm, 3cm, 3cm)", body, align="(x, y) => (if x == 0 { left } else { right }) + bottom"))
    assert [row.label for row in found.rows] == ["Det samlede område i alt", "Bo"]


def test_a_name_that_touches_the_next_is_parted_as_the_others_are():
    body = cells("", "Styringsområde", "2024", "2025", "2026") + cells("Støtte", "Service", "1", "2", "3")
    body += cells("STU", "Service", "4", "5", "6")
    align = "(x, y) => if x < 2 or y == 0 { left } else { right }"
    found = read(table("(4cm, auto, 2cm, 2cm, 2cm)", body, inset="(x: 1pt, y: 4pt)", align=align))
    assert (found.columns, found.rows[0].category) == (("2024", "2025", "2026"), "Service")


@pytest.mark.parametrize(
    "source, read",
    [
        ("262.704#h(1.7pt)27 %", ["262.704", "27 %"]),
        ("597#h(1.7pt)Det er sket", ["597", "Det er sket"]),
        ("10.010#h(2.5pt)9.930", ["10.010", "9.930"]),
        ("456#h(2pt)-#h(2cm)7", ["456", "-", "7"]),
        ("9 - 12 tiltag", ["9 - 12 tiltag"]),
        ("31.12.2026", ["31.12.2026"]),
    ],
)
def test_what_all_but_touches_is_parted(source, read):
    assert phrases(source) == read


def test_a_word_wider_than_its_drawn_cell_belongs_to_its_left():
    body = cells("Udvalg", "Andel", "2024", "2025") + cells("Socialudvalget", "60 %", "12", "13")
    found = read(table("(1.6cm, 2cm, 3cm, 3cm)", body, stroke="0.5pt", align="left"))
    assert [(row.label, row.key_pct) for row in found.rows] == [("Socialudvalget", "60 %")]


def test_a_figure_set_as_text_at_the_left_of_its_cell_stands_in_its_column():
    body = cells("", "Krav 2024", "Realiseret 2024", "Afvigelse") + cells("A", "8.700", "6.700", "−2.000")
    body += "[I alt], [8.700], table.cell(align: left)[6.700\\*], [−2.000]"
    found = read(table("(3cm, 3cm, 4cm, 3cm)", body))
    assert shown(found) == [("A", "8700", "6700", "-2000"), ("I alt", "8700", "6700", "-2000")]


def test_a_figure_broken_by_the_page_is_one_figure():
    rows = "".join(cells(f"Tiltag {at}", "1.000", "2.000") for at in range(1, 5))
    body = cells("", "2024", "2025") + rows + cells("I alt", "2.133.33\\ 7", "1.961.80\\ 5")
    (found,) = tables_in(pdf_of(f"#set page(height: 8cm, margin: 1.9cm)\n{table('(4cm, 3cm, 3cm)', body)}"))
    assert shown(found)[-1] == ("I alt", "2133337", "1961805")


def test_the_lower_half_of_a_numbered_row_has_no_number():
    body = cells("Nr.", "Forslag", "2024", "2025") + cells("B1", "Indsats for unge", "1", "2")
    body += cells("B2", "Indsats for sårbare\\ unge: Service / Overførsler", "10\\ 20", "30\\ 40") + cells(
        "B3", "Bo", "5", "6"
    )
    found = read(table("(2cm, 6cm, 3cm, 3cm)", body, align="(x, y) => if x < 2 { left } else { right }"))
    assert [row.number for row in found.rows] == ["B1", "B2", "B3"]
