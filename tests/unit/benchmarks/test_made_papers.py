"""Made papers are clean, the same each time, and hold exactly the fault that the truth names."""

import io
import zipfile
from decimal import Decimal

import pytest
from benchmarks.audit.faults.arithmetic import broken, is_fault, residual
from benchmarks.audit.faults.plant import CLASSES, make_pair
from benchmarks.audit.figures import KR, MIO, TKR, Style, Unit
from benchmarks.audit.grid import set_table
from benchmarks.audit.papers import make_paper
from benchmarks.audit.writers.formats import WRITERS, writer
from docx import Document
from openpyxl import load_workbook

SEEDS = range(1, 120)
ARITHMETIC = ("digit", "total", "sign", "transposition", "flow", "row_total", "difference")


def test_clean_papers_add_up_within_rounding() -> None:
    assert [seed for seed in SEEDS if broken(make_paper(seed))] == []


def test_honest_rounding_differences_occur() -> None:
    """Rows and sums are rounded apart, so that a sum may differ from its rows in a clean paper."""
    papers = [make_paper(seed) for seed in SEEDS]
    assert any(residual(paper, relation) != 0 for paper in papers for relation in paper.relations)


def test_every_paper_has_one_to_eight_tables() -> None:
    assert {1 <= len(make_paper(seed).tables) <= 8 for seed in SEEDS} == {True}


@pytest.mark.parametrize("kind", CLASSES)
def test_a_planted_fault_changes_the_paper_and_names_its_places(kind: str) -> None:
    for seed in range(1, 12):
        clean, faulty, fault = make_pair(seed, kind)
        assert fault.kind == kind and fault.places
        assert clean != faulty
        assert writer("txt")(clean) != writer("txt")(faulty)


@pytest.mark.parametrize("kind", ARITHMETIC)
def test_a_wrong_figure_is_beyond_rounding(kind: str) -> None:
    for seed in range(1, 12):
        _, faulty, fault = make_pair(seed, kind)
        assert any(is_fault(faulty, relation) for relation in broken(faulty)), (seed, fault)


def test_twins_differ_while_each_table_adds_up() -> None:
    for seed in range(1, 12):
        _, faulty, _ = make_pair(seed, "twin")
        kinds = {relation.kind for relation in broken(faulty)}
        assert "twin" in kinds and kinds <= {"twin", "carried"}


@pytest.mark.parametrize("name", WRITERS)
def test_the_same_seed_gives_the_same_bytes(name: str) -> None:
    write = writer(name)
    assert write(make_paper(5)) == write(make_paper(5))


def test_text_html_and_word_have_the_same_rows() -> None:
    paper = make_paper(3)
    rows = sum(len(set_table(table).body) for table in paper.tables)
    heads = sum(len(set_table(table).head) + table.layout.title_row for table in paper.tables)
    texts = sum(len(block.rows) for block in paper.blocks if hasattr(block, "rows") and block not in paper.tables)
    document = Document(io.BytesIO(writer("docx")(paper)))
    assert sum(len(table.rows) for table in document.tables) == rows + heads + texts
    assert writer("html")(paper).count(b"<tr>") == rows + heads + texts


def test_a_workbook_caches_the_values_of_its_formulas() -> None:
    for seed in range(1, 6):
        data = io.BytesIO(writer("xlsx")(make_paper(seed)))
        values, formulas = load_workbook(data, data_only=True), load_workbook(data)
        for sheet in formulas:
            cells = [cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=")]
            assert all(values[sheet.title][cell.coordinate].value is not None for cell in cells)


def test_an_archive_carries_no_time() -> None:
    with zipfile.ZipFile(io.BytesIO(writer("docx")(make_paper(2)))) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}


@pytest.mark.parametrize(
    ("unit", "ore", "printed"),
    [
        (Unit("kr.", KR, 0), 123_456_789, "1.234.568"),
        (Unit("1.000 kr.", TKR, 0), -165_000_000, "-1.650"),
        (Unit("mio. kr.", MIO, 2), 593_000_000, "5,93"),
        (Unit("mio. kr.", MIO, 1), -1, "0,0"),
    ],
)
def test_figures_are_printed_as_danes_print_them(unit: Unit, ore: int, printed: str) -> None:
    assert Style(unit).print(unit.rounded(Decimal(ore))) == printed
