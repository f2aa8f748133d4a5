"""The figures in a cell."""

import pytest

from effektspor.ingest.cells import mark_of, read_cell, strip_marks, unit_of_cells


def plain(text):
    return [number and number.plain() for number in read_cell(text).numbers]


@pytest.mark.parametrize(
    "text, figures",
    [
        ("1.650", ["1650"]),
        ("9,38*", ["9.38"]),
        ("9,38 **)", ["9.38"]),
        ("5,0¹", ["5.0"]),
        ("4,1 mio. kr.", ["4.1"]),
        ("1.000 kr.", ["1000"]),
        ("+1", ["1"]),
        ("-200 -200 2.100", ["-200", "-200", "2100"]),
        ("0 500", ["0", "500"]),
        ("– 500 0", [None, "500", "0"]),
        ("12 2.100", ["12", "2100"]),
        ("1.650 1)", ["1650"]),
        ("350.000-", ["-350000"]),
        ("1\u00a0234", ["1234"]),
        ("1 234", []),
        ("1 234,5", []),
        ("(1 234)", []),
        ("1.2.3 500", []),
        ("12 %", []),
        ("2 år", []),
        ("-", []),
        ("", []),
    ],
)
def test_a_cell_is_one_figure_a_stack_or_not_certain(text, figures):
    assert plain(text) == figures


def test_the_printed_text_is_kept():
    assert read_cell("9,38*").text == "9,38*"


@pytest.mark.parametrize(
    "text, bare",
    [
        ("9,38*", "9,38"),
        ("I alt \\*", "I alt"),
        ("x*)", "x"),
        ("5*2", "5*2"),
        ("*", ""),
        ("Botilbud 1)", "Botilbud"),
        ("Botilbud¹)", "Botilbud"),
        ("Botilbud [12]", "Botilbud"),
        ("Ledsagelse (§§ 97 og 98)", "Ledsagelse (§§ 97 og 98)"),
        ("1)", "1)"),
        ("Hus 1", "Hus 1"),
    ],
)
def test_marks_at_the_end_are_not_part_of_a_text(text, bare):
    assert strip_marks(text) == bare


@pytest.mark.parametrize(
    "text, mark", [("a*", "*"), ("a \\**)", "**"), ("a¹)", "1"), ("a 2)", "2"), ("a [12]", "12"), ("a (2)", "")]
)
def test_a_mark_is_told_however_it_is_printed(text, mark):
    assert mark_of(text) == mark


@pytest.mark.parametrize(
    "texts, unit",
    [
        (["4,1 mio. kr.", "", "2 mio. kr."], "mio. kr."),
        (["4,1 mio. kr.", "5"], None),
        (["4,1 mio. kr.", "300 kr."], None),
        (["4", "5"], None),
        ([], None),
    ],
)
def test_a_unit_in_every_filled_cell_is_the_columns(texts, unit):
    assert unit_of_cells(texts) == unit
