"""The status paper as docx, from a template that a user can open and change in Word."""

import io
from pathlib import Path

from docx.oxml.ns import qn
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage

from effektspor.reports.charts import plan_chart_size, render_plan_chart_png
from effektspor.reports.paper import paper_fields
from effektspor.reports.plan_status import PlanStatusReport, release
from effektspor.reports.word_file import TEMPLATES, Picture, fill_word

_TEMPLATE = TEMPLATES / "handleplan.docx"
_WIDEST_MM, _HIGHEST_MM = 166, 215


def render_docx(report: PlanStatusReport, template: Path | None = None) -> bytes:
    """Return the paper as docx, from our own template or the user's; the same report gives the same bytes.

    Raises PaperNotReleased when the paper does not pass our own checks, ReportError when the template cannot be used.
    """
    return fill_status(release(report), template)


def fill_status(report: PlanStatusReport, template: Path | None = None) -> bytes:
    """Return a released report in a template. Raises ReportError when the template cannot be used."""
    fields = paper_fields(report)
    png = render_plan_chart_png(report) if report.bars else None
    picture = Picture(
        "chart",
        make=lambda opened: _chart(opened, report, png) if png else None,
        finish=lambda opened: _describe(opened, png, fields["chart_description"]),
    )
    return fill_word(template or _TEMPLATE, fields, report.title, report.made_on, picture)


def _chart(template: DocxTemplate, report: PlanStatusReport, picture: bytes) -> InlineImage:
    """As wide as the text, or as high as the page where there are many measures."""
    width, height = plan_chart_size(report)
    if _WIDEST_MM * height <= _HIGHEST_MM * width:
        return InlineImage(template, io.BytesIO(picture), width=Mm(_WIDEST_MM))
    return InlineImage(template, io.BytesIO(picture), height=Mm(_HIGHEST_MM))


def _describe(template: DocxTemplate, picture: bytes | None, description: str) -> None:
    """Give the chart its alternative text and no margin of its own; other pictures of the template are left alone."""
    for drawing in template.docx.element.body.iter(qn("wp:inline")):
        blips = drawing.iter(qn("a:blip"))
        if any(template.docx.part.related_parts[blip.get(qn("r:embed"))].blob == picture for blip in blips):
            drawing.docPr.set("descr", description)
            drawing.docPr.set("name", "Diagram")
            for side in ("distT", "distB", "distL", "distR"):
                drawing.set(side, "0")
