"""The papers of a plan: its status and its strategy note, and letting one out with an open error."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from effektspor.reports.docx import render_docx
from effektspor.reports.errors import PaperNotReleased
from effektspor.reports.papers import render_paper_docx, render_paper_pdf
from effektspor.reports.pdf import render_pdf
from effektspor.reports.plan_status import PlanStatusReport, compute_plan_status
from effektspor.reports.plan_status import release as release_status
from effektspor.reports.printed import release as release_printed
from effektspor.reports.status_sheet import render_status_xlsx
from effektspor.reports.strategy_note import StrategyNotePaper, compute_strategy_note
from effektspor.web.accounts.access import Level, Page, requires, user_of
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.plans.forms import ReleaseForm
from effektspor.web.plans.notes import find_note
from effektspor.web.plans.tabs import plan_frame, stored_plan, whole, with_edits
from effektspor.web.settings import CONFIGURATION

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PDF = "application/pdf"
_REFUSED = 422


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper as a file: its name, what kind of file it is, its bytes, and the paper the figures are from."""

    name: str
    content_type: str
    write: Callable[[str], bytes]
    title: str
    document_id: int


@requires(Page.PLAN)
def status_docx(request: HttpRequest) -> HttpResponse:
    """Send the status paper as Word, in the municipality's own template where there is one."""
    return _send(request, "bilag.docx")


@requires(Page.PLAN)
def status_pdf(request: HttpRequest) -> HttpResponse:
    """Send the status paper as tagged PDF."""
    return _send(request, "bilag.pdf")


@requires(Page.PLAN)
def status_xlsx(request: HttpRequest) -> HttpResponse:
    """Send the status paper's table as an Excel sheet."""
    return _send(request, "bilag.xlsx")


@requires(Page.PLAN)
def note_docx(request: HttpRequest) -> HttpResponse:
    """Send a strategy note as Word."""
    return _send(request, "strateginotat.docx")


@requires(Page.PLAN)
def note_pdf(request: HttpRequest) -> HttpResponse:
    """Send a strategy note as tagged PDF."""
    return _send(request, "strateginotat.pdf")


@requires(Page.RELEASES, Level.CHANGE)
@require_POST
def release_paper(request: HttpRequest) -> HttpResponse:
    """Let a paper out with an open error: the reason is printed in it and kept with the name of who gave it."""
    wanted, form = request.POST.get("papir", ""), ReleaseForm(request.POST)
    paper = _PAPERS.get(wanted, _PAPERS["bilag.pdf"])(request)
    if not form.is_valid():
        return _refuse(request, paper, wanted, form)
    reason = form.cleaned_data["reason"]
    content = paper.write(reason)
    if _stopping(paper):
        with DjangoRecordings(user_of(request)).record("plans.release", f"{paper.name}: {reason}"[:500]):
            pass
    return _answer(paper, content)


def _send(request: HttpRequest, wanted: str) -> HttpResponse:
    paper = _PAPERS[wanted](request)
    try:
        return _answer(paper, paper.write(""))
    except PaperNotReleased:
        return _refuse(request, paper, wanted, ReleaseForm())


def _answer(paper: Printed, content: bytes) -> HttpResponse:
    disposition = f'attachment; filename="{paper.name}"'
    return HttpResponse(content, paper.content_type, headers={"Content-Disposition": disposition})


def _refuse(request: HttpRequest, paper: Printed, wanted: str, form: ReleaseForm) -> HttpResponse:
    """Say what stops the paper and where it is, and offer a reason to those who may give one."""
    context = {
        "paper": paper,
        "wanted": wanted,
        "findings": _stopping(paper),
        "form": form.described(),
        "errors": form.error_list(),
        "frame": plan_frame(request),
        "address": request.get_full_path(),
        "notat": request.POST.get("notat", request.GET.get("notat", "")),
    }
    return render(request, "plans/ikke_frigivet.html", context, status=_REFUSED)


def _stopping(paper: Printed) -> tuple[object, ...]:
    try:
        paper.write("")
    except PaperNotReleased as stopped:
        return stopped.findings
    return ()


def _status(write: Callable[[PlanStatusReport], bytes], suffix: str, content_type: str) -> Callable[..., Printed]:
    def printed(request: HttpRequest) -> Printed:
        stored = stored_plan(request)
        if stored is None:
            raise Http404
        report = compute_plan_status(with_edits(stored), timezone.localdate(), stored.document_title)
        name = f"handleplan-status-{stored.plan.as_of or 'uden-dato'}.{suffix}"
        return Printed(name, content_type, lambda reason: write(release_status(report, reason)), report.title,
                       stored.document_id)  # fmt: skip

    return printed


def _note(write: Callable[[StrategyNotePaper], bytes], suffix: str, content_type: str) -> Callable[..., Printed]:
    def printed(request: HttpRequest) -> Printed:
        note = find_note(whole(request.POST.get("notat", "") or request.GET.get("notat", "")))
        paper = compute_strategy_note(note.printable, timezone.localdate(), note.document_title)
        return Printed(f"strateginotat.{suffix}", content_type, lambda reason: write(release_printed(paper, reason)),
                       paper.title, note.document_id)  # fmt: skip

    return printed


def _own_template(name: str) -> Path | None:
    folder = CONFIGURATION["EFFEKTSPOR_TEMPLATES"]
    path = Path(folder) / name
    return path if folder and path.is_file() else None


_PAPERS: Mapping[str, Callable[[HttpRequest], Printed]] = {
    "bilag.docx": _status(lambda report: render_docx(report, _own_template("handleplan.docx")), "docx", _DOCX),
    "bilag.pdf": _status(render_pdf, "pdf", _PDF),
    "bilag.xlsx": _status(render_status_xlsx, "xlsx", _XLSX),
    "strateginotat.docx": _note(
        lambda paper: render_paper_docx(paper, _own_template("strateginotat.docx")), "docx", _DOCX
    ),
    "strateginotat.pdf": _note(render_paper_pdf, "pdf", _PDF),
}
