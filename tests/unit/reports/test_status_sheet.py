from dataclasses import replace

import pytest

from effektspor.core.plans.plan import Measure
from effektspor.ingest.reading import read_document
from effektspor.reports.docx import render_docx
from effektspor.reports.errors import PaperNotReleased
from effektspor.reports.pdf import render_pdf
from effektspor.reports.plan_status import PlanStatusReport, compute_plan_status, release
from effektspor.reports.status_sheet import render_status_xlsx

from .plans import MADE_ON, WEIRD, plan_of, report_000
from .sheets import formula_cells, opened


def test_paper_000_as_a_sheet_has_the_same_figures() -> None:
    report = report_000()
    (table,) = read_document("status.xlsx", render_status_xlsx(report)).tables
    assert [row.label for row in table.rows] == [row.label for row in report.table.rows]
    numbers = [[cell.number for cell in row.cells] for row in report.table.rows]
    assert [[cell.number for cell in row.cells] for row in table.rows] == numbers
    assert [row.text for row in table.rows] == [row.category for row in report.table.rows]
    assert (table.unit, table.columns, table.text_head) == ("mio. kr.", report.table.columns, "Status")
    assert [note.text for note in table.footnotes][:2] == [f"Note: {note}" for note in report.notes[:2]]


def test_a_difference_is_a_formula_and_a_sum_rounded_apart_is_the_printed_figure() -> None:
    sheet = opened(render_status_xlsx(report_000()), "Status")
    gross = sheet.row_of("Brutto")
    assert sheet.formulas.cell(gross, 3).value == "=SUM(C5:C13)"
    assert sheet.values.cell(gross, 3).value == 8.75
    assert sheet.formulas.cell(gross, 4).value == 10.88
    assert sheet.formulas.cell(gross, 5).value == f"=D{gross}-C{gross}"
    assert sheet.values.cell(gross, 5).value == 2.13
    assert sheet.values.cell(gross, 5).number_format == "+#,##0.00;-#,##0.00;#,##0.00"


def test_the_same_plan_and_day_give_the_same_bytes() -> None:
    assert render_status_xlsx(report_000()) == render_status_xlsx(report_000())


def test_what_users_write_is_never_a_formula() -> None:
    measure = Measure("=1", f"={WEIRD}", 100_000_000, 100_000_000)
    plan = plan_of(measures=(measure,), title="=2+2")
    sheet = opened(render_status_xlsx(compute_plan_status(plan, MADE_ON)), "Status")
    assert sheet.formulas["A1"].data_type == "s"
    assert all(cell.startswith(("=D", "=SUM(", "=C")) for cell in formula_cells(sheet.formulas))


@pytest.mark.parametrize("rows", [(), ("1 | | 1,00",), ("1 | −1,00 | −1,00",), ("1 | | ",)])
def test_plans_at_the_edge_are_written(rows: tuple[str, ...]) -> None:
    report = compute_plan_status(plan_of(*rows), MADE_ON)
    assert opened(render_status_xlsx(report), "Status").row_of("Netto")


def wrong_report() -> PlanStatusReport:
    report = report_000()
    *above, netto = report.table.rows
    wrong = replace(netto, cells=(netto.cells[0], above[2].cells[1], netto.cells[2]))
    return replace(report, table=replace(report.table, rows=(*above, wrong)))


def test_a_status_with_an_error_needs_a_reason_and_says_it() -> None:
    with pytest.raises(PaperNotReleased):
        render_status_xlsx(wrong_report())
    released = release(wrong_report(), "  Udvalget\nventer ")
    *marks, reason = released.released.marks
    assert marks
    assert all(mark.startswith("Frigivet med en åben fejl: TAB-0") for mark in marks)
    assert reason == "Begrundelse: Udvalget venter"
    assert render_docx(released)
    assert render_pdf(released)
    sheet = opened(render_status_xlsx(released), "Status").values
    assert reason in [sheet.cell(row, 1).value for row in range(1, 9)]


def test_a_blank_reason_is_none() -> None:
    with pytest.raises(PaperNotReleased):
        release(wrong_report(), " \n ")
