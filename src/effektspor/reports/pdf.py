"""The status paper as pdf: typst, tagged for screen readers (PDF/UA-1), the same bytes every time."""

import json
from datetime import UTC, datetime, time
from pathlib import Path

import typst

from effektspor.reports.charts import render_plan_chart_svg
from effektspor.reports.fonts import font_folder
from effektspor.reports.paper import paper_fields
from effektspor.reports.plan_status import PlanStatusReport, release

_TEMPLATE = Path(__file__).parent / "templates" / "handleplan.typ"


def render_pdf(report: PlanStatusReport) -> bytes:
    """Return the paper as a tagged pdf. Raises PaperNotReleased when it does not pass our own checks.

    Users' text reaches typst as data only, never as code.
    """
    report = release(report)
    made_on = {"year": report.made_on.year, "month": report.made_on.month, "day": report.made_on.day}
    inputs = {
        "paper": json.dumps(paper_fields(report) | {"date": made_on}, ensure_ascii=False),
        "chart": render_plan_chart_svg(report) if report.bars else "",
    }
    pdf = typst.compile(
        _TEMPLATE,
        root=_TEMPLATE.parent,
        font_paths=[font_folder()],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs=inputs,
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(report.made_on, time(), UTC),
    )
    assert isinstance(pdf, bytes), "one paper is one pdf"
    return pdf
