"""Tables as papers print them."""

import pytest

from tests.papers import values

from .drawing import Drawn, pdf_of, read_back, shown, tables_in

YEARS = ["1.000 kr.", "2024", "2025", "2026"]
LONG = "Øget opfølgning på længevarende botilbud og forhandling af takster med leverandører efter servicelovens § 108"


def test_a_table_without_lines():
    rows = [["Botilbud", "−1.650", "-", "12"], ["Bostøtte jf. § 85", "", "450", "-3"], ["I alt", "-1.650", "450", "9"]]
    table = read_back(Drawn([YEARS], rows))
    assert shown(table) == [
        ("Botilbud", "-1650", None, "12"),
        ("Bostøtte jf. § 85", None, "450", "-3"),
        ("I alt", "-1650", "450", "9"),
    ]
    assert (table.columns, table.unit, table.place.page) == (("2024", "2025", "2026"), "1.000 kr.", 1)
    assert [row.place.line for row in table.rows] == [2, 3, 4]


@pytest.mark.parametrize("layout", ["ruled", "unruled", "banded", "tight"])
@pytest.mark.parametrize("valign, line", [("top", 3), ("horizon", 5), ("bottom", 6)])
def test_a_broken_label_is_one_row_that_stands_where_its_figures_do(layout, valign, line):
    rows = [["Kort", "1", "2", "3"], [LONG, "4", "5", "6"], ["Sidste", "7", "8", "9"]]
    table = read_back(Drawn([YEARS], rows, layout, valign, widths=["6cm", "auto", "auto", "auto"]))
    assert shown(table)[1] == (LONG, "4", "5", "6")
    assert len(table.rows) == 3 and table.rows[1].place.line == line


@pytest.mark.parametrize("layout", ["ruled", "unruled"])
@pytest.mark.parametrize("repeat", [True, False])
def test_a_table_over_a_page_break_is_one(layout, repeat):
    rows = [[f"Tiltag nummer {at}", str(at), "2", "3"] for at in range(1, 121)]
    table = read_back(Drawn([YEARS], rows, layout, running=True, repeat=repeat))
    assert [row.label for row in table.rows] == [row[0] for row in rows]
    assert table.rows[-1].place.page > 2


def test_years_again_begin_the_next_table():
    head, row = "[1.000 kr.], [2024], [2025],", "[Botilbud], [1], [2],"
    one = f"#table(columns: (1fr, auto, auto), stroke: none, {head} {row})"
    assert len(tables_in(pdf_of(f"{one} Tabel 2. Anlæg {one}"))) == 2
    assert len(tables_in(pdf_of(f"#table(columns: (1fr, auto, auto), {head} {row} {head} {row})"))) == 2


def test_a_heading_between_rows_is_a_row_of_its_own():
    rows = [
        ["Varige ændringer", "", "", ""],
        ["Botilbud", "1", "2", "3"],
        ["Anlæg", "", "", ""],
        ["Hus", "4", "5", "6"],
    ]
    for layout in ("ruled", "unruled", "banded", "tight"):
        table = read_back(Drawn([YEARS], rows, layout))
        assert [(row.label, row.kind.value) for row in table.rows] == [
            ("Varige ændringer", "heading"),
            ("Botilbud", "row"),
            ("Anlæg", "heading"),
            ("Hus", "row"),
        ]


GROUPED = """
#table(
  columns: (1fr, auto, auto, auto, auto, 3cm), stroke: STROKE, align: center,
  table.header(
    table.cell(rowspan: 2)[Tilbud], table.cell(colspan: 2)[Budget 2017], table.cell(colspan: 2)[Budget 2018],
    table.cell(rowspan: 2)[Status],
    [Antal], [Enhedspris], [Antal], [Enhedspris],
  ),
  [Teststrimler], [4.903], [2,60], [4.911], [2,10], [I gang],
  [Katetre], [120], [31,00], [118], [30,50], [Udført],
)
"""


@pytest.mark.parametrize("stroke", ["none", "0.5pt"])
def test_a_head_over_several_columns_is_part_of_their_names(stroke):
    (table,) = tables_in(pdf_of(GROUPED.replace("STROKE", stroke)))
    assert table.columns == (
        "Budget 2017 Antal",
        "Budget 2017 Enhedspris",
        "Budget 2018 Antal",
        "Budget 2018 Enhedspris",
    )
    assert shown(table)[0] == ("Teststrimler", "4903", "2.60", "4911", "2.10")
    assert (table.text_head, table.rows[1].text) == ("Status", "Udført")


@pytest.mark.parametrize("layout", ["ruled", "unruled", "banded", "tight"])
def test_a_head_over_three_lines_is_one_name(layout):
    head = ["Tiltag", "Sparekrav 2019 i mio. kr.", "Opnået besparelse pr. 31.12.2019 i mio. kr."]
    table = read_back(
        Drawn([head], [["Botilbud", "2,00", "1,49"], ["STU", "1,00", "-"]], layout, widths=["1fr", "2cm", "2.6cm"])
    )
    assert table.columns == ("Sparekrav 2019", "Opnået besparelse pr. 31.12.2019")
    assert (table.unit, shown(table)[0]) == ("mio. kr.", ("Botilbud", "2.00", "1.49"))


def test_a_unit_line_over_the_table_is_its_unit():
    rows = [["Botilbud", "1", "2", "3"], ["STU", "4", "5", "6"]]
    table = read_back(Drawn([["", *YEARS[1:]]], rows, above=["Tabel 2. Varige ændringer", "1.000 kr., 2024-priser"]))
    assert (table.unit, table.price_level) == ("1.000 kr.", "2024")
    assert table.caption.startswith("Tabel 2. Varige ændringer")


def test_a_title_in_a_cell_over_the_head_is_the_caption():
    title = "table.cell(colspan: 3)[Borgere med handicap]"
    source = f"#table(columns: (1fr, auto, auto), {title}, [Nr.], [2024], [2025], [A], [1], [2])"
    (table,) = tables_in(pdf_of(source))
    assert (table.caption, shown(table)) == ("Borgere med handicap", [("A", "1", "2")])


def test_a_group_that_spans_rows_is_repeated():
    source = """#table(columns: (auto, 1fr, auto, auto), align: horizon,
      [Udvalg], [], [2024], [2025],
      table.cell(rowspan: 2)[Social], [Besparelse], [-200], [-700], [Omkostning], [10], [20],
      table.cell(rowspan: 2)[Total], [Besparelse], [-200], [-700], [Omkostning], [10], [20])"""
    (table,) = tables_in(pdf_of(source))
    assert [row.label for row in table.rows] == [
        "Social Besparelse",
        "Social Omkostning",
        "Total Besparelse",
        "Total Omkostning",
    ]


@pytest.mark.parametrize(
    "printed, read",
    [
        ("1\u00a0234\u00a0567", "1234567"),
        ("1\u202f234", "1234"),
        ("(1.234)", "-1234"),
        ("9,38\\*", "9.38"),
        ("9,38#super[1]", "9.38"),
        ("4,1 mio. kr.", "4.1"),
        ("+5", "5"),
    ],
)
def test_figures_as_they_are_printed(printed, read):
    rows = f"[Tiltag], [2024], [2025], [A], [{printed}], [1], [B], [2], [3]"
    source = f"#table(columns: (1fr, auto, auto), stroke: none, {rows})"
    (table,) = tables_in(pdf_of('#set text(font: "IBM Plex Sans", lang: "da")\n' + source))
    assert values(table.rows[0]) == [read, "1"]


def test_a_percentage_is_no_amount():
    rows = [["Social", "33 %", "1", "2"], ["Teknik", "67 %", "3", "4"]]
    table = read_back(Drawn([["Udvalg", "Andel", "2024", "2025"]], rows))
    assert [(row.key_pct, *values(row)) for row in table.rows] == [("33 %", "1", "2"), ("67 %", "3", "4")]


STATUS = "I løbet af 2019 er der arbejdet systematisk med gennemgang af indsatser og priser. " * 6


@pytest.mark.parametrize("stroke", ["none", "0.5pt"])
def test_a_status_beside_the_figures_is_text_over_page_breaks_too(stroke):
    rows = "".join(f"[{at}], [{LONG}], [1,0{at}], [0,5{at}], [{STATUS}]," for at in range(1, 10))
    head = "[], [Tiltag], [Sparekrav 2019], [Opnået 2019], [Status],"
    (table,) = tables_in(pdf_of(f"#table(columns: (auto, 4cm, 2cm, 2cm, 1fr), stroke: {stroke}, {head} {rows})"))
    assert [(row.number, row.label) for row in table.rows] == [(str(at), LONG) for at in range(1, 10)]
    assert [values(row) for row in table.rows] == [[f"1.0{at}", f"0.5{at}"] for at in range(1, 10)]
    assert {row.text for row in table.rows} == {STATUS.strip()} and table.rows[-1].place.page > 1
