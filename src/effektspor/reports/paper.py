"""The fields of the printed status paper: what the templates for docx and pdf are both filled with.

Plain text and lists only, so that a template can be edited without knowing the code.
"""

from collections.abc import Iterable
from typing import Any

from effektspor.core.document import Row, RowKind
from effektspor.core.period import danish_date
from effektspor.reports.charts import chart_description
from effektspor.reports.plan_status import PlanStatusReport
from effektspor.reports.sentence import Segment, lines_of, shortened

# What fits on two lines over a measure's status.
_HEADING = 200
_NBSP = "\u00a0"
_BULLETS = ("• ", "- ", "– ")


def paper_fields(report: PlanStatusReport) -> dict[str, Any]:
    """Return what a template may print; templates/README.md lists the names."""
    return {
        "title": report.title,
        "meta": report.meta,
        "marks": list(report.released.marks),
        "key": [_part(segment) for segment in report.key],
        "caption": report.caption,
        "unit": report.table.unit or "",
        "rows": [_row(row) for row in report.table.rows],
        "notes": list(report.notes),
        "rule": report.rule,
        "chart_sentence": report.chart_sentence,
        "chart_description": chart_description(report),
        "statuses": list(_statuses(report)),
        "source": report.source or "",
        "made_on": danish_date(report.made_on),
    }


def _part(segment: Segment) -> dict[str, Any]:
    """A figure is bold and never parted from its unit."""
    figure = segment.target is not None
    return {"text": segment.text.replace(" ", _NBSP) if figure else segment.text, "figure": figure}


def _row(row: Row) -> dict[str, Any]:
    target, realised, difference = (cell.text for cell in row.cells)
    return {
        "gross": row.kind is RowKind.SUBTOTAL,
        "net": row.kind is RowKind.NET,
        "number": row.number or "",
        "label": _bound(row.label),
        "target": target,
        "realised": realised,
        "difference": difference,
        "status": row.category or "",
    }


def _statuses(report: PlanStatusReport) -> Iterable[dict[str, Any]]:
    """What is written of each measure, under its short title; a measure nothing is written of is left out."""
    measures = (row for row in report.table.rows if row.kind is RowKind.ROW)
    for row, bar in zip(measures, report.bars, strict=True):
        if lines := lines_of(row.text or ""):
            yield {
                "number": bar.number,
                "title": shortened(row.label, _HEADING),
                "lines": [_line(line) for line in lines],
            }


def _line(text: str) -> dict[str, Any]:
    bullet = text.startswith(_BULLETS)
    return {"text": _bound(text[2:].strip() if bullet else text), "bullet": bullet}


def _bound(text: str) -> str:
    """A section sign is never left at the end of a line."""
    return text.replace("§ ", f"§{_NBSP}")
