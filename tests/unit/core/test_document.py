import pytest

from effektspor.core.document import Cell, Document, Paragraph, Row, RowKind, Table
from effektspor.core.finding import Place
from effektspor.core.number import Number

LINE = Place(line=1)


def table(**changes):
    row = Row(LINE, "Botilbud", (Cell("1", (Number(1),)), Cell()))
    return Table(**{"id": "t1", "place": LINE, "columns": ("2024", "2025"), "rows": (row,), **changes})


def test_a_document_holds_paragraphs_and_tables_in_order():
    text = Paragraph(LINE, "Indledning")
    document = Document("papir.txt", (text, table()))
    assert (document.paragraphs, document.tables) == ((text,), (table(),))


def test_a_row_has_one_cell_per_column():
    with pytest.raises(AssertionError):
        table(columns=("2024",))


@pytest.mark.parametrize("units", [("kr.",), ("kr.", "kr.", "kr.")])
def test_there_is_a_unit_per_column_or_none(units):
    with pytest.raises(AssertionError):
        table(column_units=units)


def test_a_column_has_its_own_unit_or_the_tables():
    mixed = table(unit="kr.", column_units=("mio. kr.", None))
    assert (mixed.unit_of(0), mixed.unit_of(1), table().unit_of(0)) == ("mio. kr.", "kr.", None)


@pytest.mark.parametrize(
    "cell, number, unread",
    [
        (Cell("5", (Number(5),)), Number(5), False),
        (Cell("0 500", (Number(0), Number(500))), Number(0), False),
        (Cell("- 500", (None, Number(500))), None, False),
        (Cell("-"), None, False),
        (Cell(""), None, False),
        (Cell("1 234"), None, True),
    ],
)
def test_a_cell_has_a_figure_or_is_unread(cell, number, unread):
    assert (cell.number, cell.unread) == (number, unread)


@pytest.mark.parametrize(
    "kind, sums",
    [("row", False), ("part", False), ("heading", False), ("subtotal", True), ("total", True), ("net", True)],
)
def test_three_kinds_of_rows_are_sums(kind, sums):
    assert RowKind(kind).sums is sums
