"""The five papers, in our rendering and as they are: every table, every fault, and nothing else."""

import json

import pytest

from tests.papers import ROOT, values

GOLDEN = json.loads((ROOT / "tests" / "golden" / "tables.json").read_text(encoding="utf-8"))
NUMBER_OF_TABLES = {"000": 1, "001": 3, "002": 69, "003": 6, "004": 2}


@pytest.mark.parametrize("number, tables", NUMBER_OF_TABLES.items())
def test_the_number_of_tables(papers, number, tables):
    assert len(papers.document(number).tables) == tables


def test_every_figure_of_the_plan(papers):
    (table,) = papers.document("000").tables
    assert [(row.number, *values(row)) for row in table.rows] == [
        ("1", "2.00", "1.49"),
        ("2", "1.00", "1.06"),
        ("3", "0.75", "5.93"),
        ("4", "1.00", "0.74"),
        ("5*", "-1.50", "-1.50"),
        ("6", "1.00", "0.05"),
        ("7", "1.00", "0.27"),
        ("8", "1.00", "0.00"),
        ("9", "0.25", "0.00"),
        ("10", "0.75", "1.33"),
        (None, "7.25", "9.38"),
    ]


def test_the_head_and_the_note_of_the_plan(papers):
    (table,) = papers.document("000").tables
    assert (table.columns, table.unit, table.text_head) == (
        ("Sparekrav 2019", "Opnået besparelse pr. 31.12.2019"),
        "mio. kr.",
        "Status ultimo 2019",
    )
    assert table.caption.endswith("ultimo 2019") and [note.text[:2] for note in table.footnotes] == ["* "]


def test_labels_and_texts_that_a_page_broke_are_whole(papers):
    (table,) = papers.document("000").tables
    third, sixth = table.rows[2], table.rows[5]
    assert third.label == "Boligsociale indsatser. Overgang fra midlertidigt botilbud eller herberg til egen bolig."
    assert sixth.label.startswith("§ 103 / 104. Optimering af dagaktiviteter")
    assert "lagt sammen med" in sixth.text or "fusioneret med" in sixth.text


def test_the_only_faults_in_the_five_papers(papers):
    told = [
        (number, found.code, found.verdict.value, found.columns, found.stated, found.computed)
        for number in NUMBER_OF_TABLES
        for found in papers.findings(number)
        if found.verdict.value != "note"
    ]
    assert told == [
        ("001", "TAB-012", "ask", (), None, None),
        ("002", "TAB-003", "error", ("2020",), "-2000", "-2200"),
        ("002", "TAB-006", "error", ("2020",), "3500", "-3500"),
        ("002", "FOR-002", "ask", (), "0.6", "0.3"),
        ("002", "FOR-003", "ask", (), None, None),
        ("002", "FOR-007", "ask", (), None, None),
        ("002", "FOR-009", "ask", (), None, None),
        ("002", "FOR-010", "ask", (), None, None),
        ("002", "FOR-010", "ask", (), None, None),
        ("004", "TAB-003", "ask", ("2024", "2025", "2026"), "-7125", "-8825"),
        ("004", "TAB-004", "ask", ("Samlet",), "7", "5"),
    ]


def test_the_two_errors_stand_in_ud04_and_tv03b(papers):
    lines = papers.path("002").read_text(encoding="utf-8").split("\n")
    titles = []
    for found in papers.findings("002"):
        above = [line for line in lines[: found.place.line] if line.startswith("Forslagets titel")]
        titles.append(above[-1])
    assert "UD04" in titles[0] and "TV03b" in titles[1]


def test_both_repairs_of_the_net_are_offered(papers):
    found, _ = papers.findings("004")
    assert "»Samlet ændring (Netto)« til −8.825" in found.remedy and "»Effektivisering« til −7.300" in found.remedy


@pytest.mark.parametrize("number, least", [("000", 2), ("001", 3), ("002", 200), ("003", 20), ("004", 4)])
def test_most_sums_are_explained(papers, number, least):
    assert sum(len(table.relations) for table in papers.document(number).tables) >= least


def test_a_catalogue_row_and_its_net(papers):
    first = papers.document("002").tables[0]
    assert (first.caption, first.rows[0].number, values(first.rows[0])) == (
        "Borgere med handicap",
        "HA02",
        ["0", "-1200", "-1200", "-1200", "-1200"],
    )
    assert (first.rows[-1].label, first.rows[-1].kind.value) == ("Nettoeffektivisering", "net")


def test_stacked_cells_keep_their_parts(papers):
    udsatte = papers.document("002").tables[2]
    assert values(udsatte.rows[2])[0] == ["0", "500"]
    assert values(udsatte.rows[3]) == [
        None,
        ["-200", "-200", "2100"],
        ["-700", "-700", "2100"],
        ["-1200", "-1200", "2100"],
        ["-1200", "-1200", "0"],
    ]


def test_payback_is_text(papers):
    rows = [
        row for table in papers.document("002").tables for row in table.rows if row.label.startswith("Tilbagebetal")
    ]
    assert [row.text for row in rows] == ["2 år", "2 år", "28 år", "6 år", "2 år", "2 år"]
    assert {(row.kind.value, row.empty, row.category) for row in rows} == {("row", True, None)}


def test_unit_prices_keep_their_years(papers):
    table = next(table for table in papers.document("002").tables if "Enhedspris" in (table.caption or ""))
    assert table.columns == (
        "Budget 2017 Antal",
        "Budget 2017 Enhedspris",
        "Budget 2018 Antal",
        "Budget 2018 Enhedspris",
    )
    assert values(table.rows[0]) == ["4903641", "2.6", "4903641", "2.1"]


def golden_rows(table):
    return [(row, kind) for kind in ("rows", "totals") for row in table[kind]]


def as_floats(cell):
    return [as_floats(part) for part in cell] if isinstance(cell, list) else cell and float(cell)


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden["id"])
def test_a_golden_table_is_read_value_by_value(real_papers, golden):
    tables = real_papers.document(golden["file"][:3]).tables
    read = {row.place.line: as_floats(values(row)) for table in tables for row in table.rows}
    for expected, _ in golden_rows(golden):
        if expected["line"] not in STACKED.get(golden["id"], ()):
            assert read[expected["line"]] == expected["values"]


# A row whose cells stack figures stands once per part in the golden file: each of its figures is in its stack.
STACKED = {"002-03": (26, 27)}


@pytest.mark.parametrize("line", STACKED["002-03"])
def test_every_golden_part_of_a_stack_is_in_it(real_papers, line):
    (row,) = [row for row in real_papers.document("002").tables[2].rows if row.place.line == line]
    (golden,) = [table for table in GOLDEN if table["id"] == "002-03"]
    for part in (part for part in golden["rows"] if part["line"] == line):
        for value, cell in zip(part["values"], as_floats(values(row)), strict=True):
            assert value is None or value in (cell if isinstance(cell, list) else [cell])


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden["id"])
def test_a_golden_table_begins_and_ends_where_it_does(real_papers, golden):
    tables = real_papers.document(golden["file"][:3]).tables
    (table,) = [table for table in tables if table.place.line == golden["header_line"]]
    assert (table.rows[-1].place.line, len(table.columns)) == (golden["last_line"], len(golden["columns"]))
    assert table.price_level is None or table.price_level in golden["price_level"]
    assert table.unit is None or table.unit.replace("1000", "1.000") in golden["unit"]


# Sums by the figures alone, without a word that says so: read as rows.
UNNAMED_SUMS = {"Investeringsbehov fra investeringspuljer"}
# The sums over all groups: the golden file calls both lines rows.
NET_OF_ALL = "002-07"


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden["id"])
def test_the_sums_of_a_golden_table_are_sums_and_its_rows_are_not(real_papers, golden):
    tables = real_papers.document(golden["file"][:3]).tables
    kinds = {row.place.line: row.kind for table in tables for row in table.rows}
    for expected, kind in golden_rows(golden):
        if expected["label"] not in UNNAMED_SUMS and golden["id"] != NET_OF_ALL:
            assert kinds[expected["line"]].sums == (kind == "totals")
