"""Dokumenter: the list, one paper with its findings at their places, and laying papers up."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from effektspor.app.ports import StoredReading
from effektspor.core.finding import Verdict
from effektspor.web.accounts.access import Level, Page, level_of, requires, user_of
from effektspor.web.documents.forms import UploadForm, VersionForm
from effektspor.web.documents.page import filter_chips, paper_page
from effektspor.web.documents.progress import current_progress
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.jobs.tasks import queue_upload
from effektspor.web.rulings.forms import RulingForm
from effektspor.web.rulings.store import DjangoRulingStore

# A form with something wrong in it; the page is shown again with what was typed.
_REFUSED = 422
_MOST_DIGITS = 6


@requires(Page.DOCUMENTS)
def document_list(request: HttpRequest) -> HttpResponse:
    """List the papers with how many findings of each verdict they have."""
    return _list(request, UploadForm())


@requires(Page.DOCUMENTS, Level.CHANGE)
@require_POST
def upload(request: HttpRequest) -> HttpResponse:
    """Keep the files and queue their reading; those that cannot be taken are named, and the others go on."""
    form = UploadForm(files=request.FILES)
    valid = form.is_valid()
    for file in form.accepted:
        queue_upload(file, file.name, user_of(request))
    return redirect("dokumenter") if valid else _list(request, form, _REFUSED)


@requires(Page.DOCUMENTS, Level.CHANGE)
@require_POST
def upload_version(request: HttpRequest, document_id: int) -> HttpResponse:
    """Keep a file as the new version of a paper, whatever the file is called, and queue its reading."""
    stored = _find(document_id)
    form = VersionForm(files=request.FILES)
    if not form.is_valid():
        return render_document(request, stored, version=form, status=_REFUSED)
    queue_upload(form.accepted[0], stored.summary.name, user_of(request))
    return redirect("dokument", document_id)


@requires(Page.DOCUMENTS)
def document_page(request: HttpRequest, document_id: int) -> HttpResponse:
    """Show a paper as it reads, each finding marked at its cell and told in the side list."""
    return render_document(request, _find(document_id))


@requires(Page.DOCUMENTS)
def reading_progress(request: HttpRequest, document_id: int | None = None) -> HttpResponse:
    """Answer a page that asks how far reading has come; nothing when it knows already."""
    name = _find(document_id).summary.name if document_id else None
    progress = current_progress(name)
    if request.GET.get("kendt") == progress.known:
        return HttpResponse(status=204)
    context = {"progress": progress, "address": request.path, "finished": True, "of_one": name is not None}
    answer = render(request, "documents/progress.html", context)
    if not progress.under_way:
        answer["HX-Trigger"] = "laest"
    return answer


def render_document(
    request: HttpRequest,
    stored: StoredReading,
    *,
    ruling: RulingForm | None = None,
    version: VersionForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show a paper; with a form that was refused, the form and what is wrong with it."""
    rulings = DjangoRulingStore().current(stored.summary.id)
    context = {
        "page": paper_page(stored, asked_verdict(request), rulings, request.GET.get("sum", ""), asked_numbers(request)),
        "ruling": ruling,
        "version": version or VersionForm(),
        "errors": _error_list(version, ruling),
        "may_change": _may_change(request),
        "progress": current_progress(stored.summary.name),
        "address": reverse("laesning", args=[stored.summary.id]),
        "page_address": reverse("dokument", args=[stored.summary.id]),
    }
    return render(request, "documents/document.html", context, status=status)


def _list(request: HttpRequest, form: UploadForm, status: int = 200) -> HttpResponse:
    verdict = asked_verdict(request)
    summaries = DjangoDocumentStore().summaries()
    shown = [summary for summary in summaries if verdict is None or summary.counts.get(verdict)]
    counts = {each: sum(summary.counts.get(each, 0) for summary in summaries) for each in Verdict}
    dismissed = sum(summary.dismissed_count for summary in summaries)
    context = {
        "documents": shown,
        "total": len(summaries),
        "verdicts": list(Verdict),
        "chips": filter_chips(counts, verdict, dismissed),
        "dismissed": dismissed,
        "verdict": verdict,
        "form": form,
        "errors": _error_list(form),
        "may_change": _may_change(request),
        "progress": current_progress(),
        "address": reverse("laesninger"),
        "list_address": reverse("dokumenter"),
    }
    return render(request, "documents/list.html", context, status=status)


def _find(document_id: int) -> StoredReading:
    stored = DjangoDocumentStore().find(document_id)
    if stored is None:
        raise Http404
    return stored


def _may_change(request: HttpRequest) -> bool:
    return level_of(request.user, Page.DOCUMENTS) is Level.CHANGE


def _error_list(*forms: UploadForm | RulingForm | None) -> list[tuple[str, str]]:
    """Return what is wrong, and the field to go to, as the summary on top of a page says it."""
    refused = [form for form in forms if form is not None and form.is_bound]
    fields = [
        (form[name].id_for_label, error) for form in refused for name in form.errors for error in form.errors[name]
    ]
    return [(field, str(error)) for field, error in fields]


def asked_numbers(request: HttpRequest) -> frozenset[int]:
    """Return the findings the address asks for by their numbers, "?fund=3,7"; none is no filter."""
    asked = request.GET.get("fund", "").split(",")
    return frozenset(int(each) for each in asked if each.isdecimal() and len(each) < _MOST_DIGITS)


def asked_verdict(request: HttpRequest) -> Verdict | None:
    """Return the verdict the address asks for; an unknown one is no filter."""
    asked = request.GET.get("udfald", "")
    return next((verdict for verdict in Verdict if verdict.value == asked), None)
