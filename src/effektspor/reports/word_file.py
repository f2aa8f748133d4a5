"""Word files from templates that a user can open and change in Word; the same fields give the same bytes."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from effektspor.reports.errors import ReportError
from effektspor.reports.template_error import TEMPLATE_ERRORS, template_error
from effektspor.reports.word_widths import fit_tables

TEMPLATES = Path(__file__).parent / "templates"
_AUTHOR = "Effektspor"
# The earliest a zip can carry: the time of writing would make every file of the same paper another one.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_TAGS = (("{{", "}}"), ("{%", "%}"))


@dataclass(frozen=True, slots=True)
class Picture:
    """A field that needs the open template: what makes it, and what is done to it when the template is filled."""

    field: str
    make: Callable[[DocxTemplate], object]
    finish: Callable[[DocxTemplate], None]


def fill_word(
    path: Path, fields: Mapping[str, Any], title: str, made_on: date, picture: Picture | None = None
) -> bytes:
    """Return a template filled with fields.

    Raises ReportError when the template cannot be used, or does not print the marks of a paper with an open error.
    """
    try:
        template = DocxTemplate(path)
        _check_tags(template)
        added = {picture.field: picture.make(template)} if picture else {}
        # A user's template may not run code, and a name it has wrong must be said rather than printed as nothing.
        template.render({**fields, **added}, SandboxedEnvironment(undefined=StrictUndefined), autoescape=True)
        fit_tables(template.docx)
        if picture:
            picture.finish(template)
        _set_properties(template, title, made_on)
        filled = io.BytesIO()
        template.save(filled)
    except TEMPLATE_ERRORS as error:
        raise template_error(path, error, [*fields, *([picture.field] if picture else [])]) from error
    _check_marks(path, template, fields.get("marks", ()))
    return without_time(filled.getvalue())


def without_time(docx: bytes) -> bytes:
    """Return the same file with the same time on every part."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _ZIP_TIME)
            part.create_system = 3
            target.writestr(part, source.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _check_tags(template: DocxTemplate) -> None:
    """A tag that is not closed in its paragraph would swallow the next one in silence."""
    for paragraph in template.get_docx().element.body.iter(qn("w:p")):
        text = "".join(part.text or "" for part in paragraph.iter(qn("w:t")))
        if any(text.count(opening) != text.count(closing) for opening, closing in _TAGS):
            error = TemplateSyntaxError("a tag is not closed", 1)
            error.docx_context = [text]  # type: ignore[attr-defined]
            raise error


def _check_marks(path: Path, template: DocxTemplate, marks: Sequence[str]) -> None:
    """A paper with an open error says so, whoever made its template."""
    if not marks:
        return
    printed = "".join(text.text or "" for text in template.docx.element.body.iter(qn("w:t")))
    if not all(mark in printed for mark in marks):
        reason = "Skabelonen viser ikke, at papiret er frigivet med en åben fejl."
        remedy = "Sæt afsnittene {%p for mark in marks %}, {{ mark }} og {%p endfor %} ind under titlen."
        raise ReportError(path.name, reason, remedy)


def _set_properties(template: DocxTemplate, title: str, made_on: date) -> None:
    properties = template.docx.core_properties
    properties.title = title[:255]
    properties.author = properties.last_modified_by = _AUTHOR
    properties.created = properties.modified = datetime.combine(made_on, time())
    properties.language = "da-DK"
    properties.revision = 1
