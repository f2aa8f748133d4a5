"""The status paper as docx, from a template that a user can open and change in Word."""

import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from effektspor.reports.charts import plan_chart_size, render_plan_chart_png
from effektspor.reports.paper import paper_fields
from effektspor.reports.plan_status import PlanStatusReport, release
from effektspor.reports.template_error import TEMPLATE_ERRORS, template_error

_TEMPLATE = Path(__file__).parent / "templates" / "handleplan.docx"
_WIDEST_MM, _HIGHEST_MM = 166, 215
_AUTHOR = "Effektspor"
# The earliest a zip can carry: the time of writing would make every file of the same paper another one.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def render_docx(report: PlanStatusReport, template: Path | None = None) -> bytes:
    """Return the paper as docx, from our own template or the user's; the same report gives the same bytes.

    Raises PaperNotReleased when the paper does not pass our own checks, ReportError when the template cannot be used.
    """
    report = release(report)
    path = template or _TEMPLATE
    fields = paper_fields(report)
    picture = render_plan_chart_png(report) if report.bars else None
    try:
        filled = _fill(path, fields, report, picture)
    except TEMPLATE_ERRORS as error:
        raise template_error(path, error, [*fields, "chart"]) from error
    return _without_time(filled)


def _fill(path: Path, fields: dict[str, Any], report: PlanStatusReport, picture: bytes | None) -> bytes:
    template = DocxTemplate(path)
    chart = _chart(template, report, picture) if picture else None
    # A user's template may not run code, and a name it has wrong must be said rather than printed as nothing.
    template.render(fields | {"chart": chart}, SandboxedEnvironment(undefined=StrictUndefined), autoescape=True)
    _describe(template, picture, fields["chart_description"])
    _set_properties(template, report.title, report.made_on)
    filled = io.BytesIO()
    template.save(filled)
    return filled.getvalue()


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


def _set_properties(template: DocxTemplate, title: str, made_on: date) -> None:
    properties = template.docx.core_properties
    properties.title = title[:255]
    properties.author = properties.last_modified_by = _AUTHOR
    properties.created = properties.modified = datetime.combine(made_on, time())
    properties.language = "da-DK"
    properties.revision = 1


def _without_time(docx: bytes) -> bytes:
    """Return the same file with the same time on every part."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _ZIP_TIME)
            part.create_system = 3
            target.writestr(part, source.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
