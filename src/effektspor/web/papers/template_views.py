"""Skabeloner: the Word templates our papers are set in, fetched, given a place, and taken out of use again."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from effektspor.app.papers import TemplateStores, stop_using_template, use_template
from effektspor.ingest.errors import UnreadableDocument
from effektspor.reports.errors import ReportError
from effektspor.reports.template_check import TEMPLATE_TITLES
from effektspor.reports.template_fields import TemplateField, fields_of_template
from effektspor.web.accounts.access import Level, Page, level_of, requires, user_of
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.papers.forms import TemplateForm
from effektspor.web.papers.printable import CONTENT_TYPES
from effektspor.web.papers.sending import REFUSED
from effektspor.web.papers.store import DjangoTemplateStore
from effektspor.web.papers.templates_in_use import TemplateInUse, template_files, templates_in_use


@dataclass(frozen=True, slots=True)
class ShownTemplate:
    """A template on the page, with the form of those who may put another in its place."""

    title: str
    in_use: TemplateInUse
    fields: tuple[TemplateField, ...]
    form: TemplateForm

    @property
    def anchor(self) -> str:
        return self.in_use.name.partition(".")[0]


@requires(Page.TEMPLATES)
def templates(request: HttpRequest) -> HttpResponse:
    """Show every template, what is in use in its place, and its fields."""
    return _show(request)


@requires(Page.TEMPLATES)
def template(request: HttpRequest, name: str) -> HttpResponse:
    """Send a template as it is used now."""
    content = _found(name).read()
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(content, CONTENT_TYPES["docx"], headers={"Content-Disposition": disposition})


@requires(Page.TEMPLATES, Level.CHANGE)
@require_POST
def upload(request: HttpRequest, name: str) -> HttpResponse:
    """Put an own template into use once it has been tried; one that cannot be used is said why, and not kept."""
    _found(name)
    form = TemplateForm(name, request.POST, request.FILES)
    if form.is_valid():
        try:
            use_template(name, form.cleaned_data["file"].read(), _stores(request))
        except (ReportError, UnreadableDocument) as error:
            form.add_error("file", str(error))
        else:
            return redirect(f"{reverse('skabeloner')}#{name.partition('.')[0]}")
    return _show(request, form)


@requires(Page.TEMPLATES, Level.CHANGE)
@require_POST
def take_out(request: HttpRequest, name: str) -> HttpResponse:
    """Take an own template out of use; it is kept, and the one before it in order is used."""
    _found(name)
    stop_using_template(name, _stores(request))
    return redirect("skabeloner")


def _show(request: HttpRequest, refused: TemplateForm | None = None) -> HttpResponse:
    forms = {name: TemplateForm(name) for name in TEMPLATE_TITLES} | ({refused.name: refused} if refused else {})
    context = {
        "templates": [
            ShownTemplate(TEMPLATE_TITLES[name], in_use, fields_of_template(name), _described(forms[name]))
            for name, in_use in templates_in_use().items()
        ],
        "may_change": level_of(request.user, Page.TEMPLATES) is Level.CHANGE,
        "sees_reports": level_of(request.user, Page.REPORTS) is not Level.NONE,
        "errors": refused.error_list() if refused else [],
    }
    return render(request, "papers/skabeloner.html", context, status=REFUSED if refused else 200)


def _described(form: TemplateForm) -> TemplateForm:
    form.described()
    return form


def _found(name: str) -> TemplateInUse:
    found = templates_in_use().get(name)
    if found is None:
        raise Http404
    return found


def _stores(request: HttpRequest) -> TemplateStores:
    return TemplateStores(template_files(), DjangoTemplateStore(), DjangoRecordings(user_of(request)))
