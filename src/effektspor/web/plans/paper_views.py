"""The papers of a plan: its status and its strategy note."""

from django.http import Http404, HttpRequest, HttpResponse

from effektspor.web.accounts.access import Page, requires
from effektspor.web.papers.find import note_paper, status_paper
from effektspor.web.papers.printable import Printable
from effektspor.web.papers.sending import send
from effektspor.web.plans.notes import find_note
from effektspor.web.plans.tabs import stored_plan, whole


@requires(Page.PLAN)
def status_docx(request: HttpRequest) -> HttpResponse:
    """Send the status paper as Word, in the municipality's own template where there is one."""
    return send(request, _status(request), "docx")


@requires(Page.PLAN)
def status_pdf(request: HttpRequest) -> HttpResponse:
    """Send the status paper as tagged PDF."""
    return send(request, _status(request), "pdf")


@requires(Page.PLAN)
def status_xlsx(request: HttpRequest) -> HttpResponse:
    """Send the status paper's table as an Excel sheet."""
    return send(request, _status(request), "xlsx")


@requires(Page.PLAN)
def note_docx(request: HttpRequest) -> HttpResponse:
    """Send a strategy note as Word."""
    return send(request, _note(request), "docx")


@requires(Page.PLAN)
def note_pdf(request: HttpRequest) -> HttpResponse:
    """Send a strategy note as tagged PDF."""
    return send(request, _note(request), "pdf")


def _status(request: HttpRequest) -> Printable:
    stored = stored_plan(request)
    if stored is None:
        raise Http404
    return status_paper(stored)


def _note(request: HttpRequest) -> Printable:
    return note_paper(find_note(whole(request.GET.get("notat", ""))))
