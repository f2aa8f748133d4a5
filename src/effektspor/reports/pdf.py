"""The status paper as pdf."""

from effektspor.reports.charts import render_plan_chart_svg
from effektspor.reports.paper import paper_fields
from effektspor.reports.plan_status import PlanStatusReport, release
from effektspor.reports.typeset import typeset


def render_pdf(report: PlanStatusReport) -> bytes:
    """Return the paper as a tagged pdf. Raises PaperNotReleased when it does not pass our own checks."""
    report = release(report)
    chart = render_plan_chart_svg(report) if report.bars else ""
    return typeset("handleplan.typ", paper_fields(report), report.made_on, chart=chart)
