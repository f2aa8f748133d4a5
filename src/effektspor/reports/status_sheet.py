"""The status of a plan as an Excel sheet."""

from collections.abc import Iterator

from effektspor.core.document import Row, RowKind
from effektspor.reports.plan_status import PlanStatusReport, release
from effektspor.reports.sheet import Sheet, SheetColumn, SheetRow, SheetSum, SheetValue
from effektspor.reports.sheet_file import render_sheets
from effektspor.reports.table_fields import price_level_words

_FIRST = 2
_SAVINGS = "Besparelser er positive."


def render_status_xlsx(report: PlanStatusReport) -> bytes:
    """Return the status paper's table as xlsx. Raises PaperNotReleased when the paper does not pass our own checks."""
    released = release(report)
    return render_sheets((status_sheet(released),), released.made_on)


def status_sheet(report: PlanStatusReport) -> Sheet:
    """Return the measures with their sums; the difference to the target is a formula of each row."""
    table = report.table
    level = price_level_words(table.price_level) or "prisniveau ikke oplyst"
    figures = (SheetColumn("Mål"), SheetColumn("Realiseret"), SheetColumn("Mod mål", signed=True))
    return Sheet(
        name="Status",
        title=report.title,
        lines=(f"Beløb i {table.unit}, {level}. {_SAVINGS}", report.meta, *report.released.marks),
        columns=(SheetColumn("Nr.", 6), SheetColumn("Tiltag", 60), *figures, SheetColumn("Status", 16)),
        rows=tuple(SheetRow(_values(row), row.kind) for row in table.rows),
        sums=(*_differences(table.rows), *_sums(table.rows)),
        notes=(*report.notes, report.rule),
    )


def _values(row: Row) -> tuple[SheetValue, ...]:
    return (row.number or "", row.label, *(cell.number for cell in row.cells), row.category or "")


def _differences(rows: tuple[Row, ...]) -> Iterator[SheetSum]:
    for at in range(len(rows)):
        yield SheetSum((at, _FIRST + 2), ((at, _FIRST + 1),), ((at, _FIRST),))


def _sums(rows: tuple[Row, ...]) -> Iterator[SheetSum]:
    """Gross is the savings above it, net is gross and the investments, or all measures where there is no gross."""
    gross = next((at for at, row in enumerate(rows) if row.kind is RowKind.SUBTOTAL), None)
    for column in (_FIRST, _FIRST + 1):
        if gross is not None:
            yield SheetSum((gross, column), tuple((at, column) for at in range(gross)))
        below = range(gross or 0, len(rows) - 1)
        yield SheetSum((len(rows) - 1, column), tuple((at, column) for at in below))
