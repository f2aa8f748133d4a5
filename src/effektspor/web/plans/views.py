"""Økonomisk handleplan: the status table with gross and net, and the committee's paper."""

from collections.abc import Callable
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from effektspor.reports.docx import render_docx
from effektspor.reports.pdf import render_pdf
from effektspor.reports.plan_status import PlanStatusReport, compute_plan_status
from effektspor.web.accounts.access import Page, requires
from effektspor.web.plans.page import plan_view
from effektspor.web.plans.store import DjangoPlanStore
from effektspor.web.settings import CONFIGURATION

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@requires(Page.PLAN)
def plan_page(request: HttpRequest) -> HttpResponse:
    """Show how far the plan in force has come; without a plan, how one gets here."""
    stored = DjangoPlanStore().current()
    if stored is None:
        return render(request, "plans/ingen_plan.html")
    report = compute_plan_status(stored.plan, timezone.localdate(), stored.document_title)
    return render(request, "plans/plan.html", {"page": plan_view(stored, report)})


@requires(Page.PLAN)
def plan_docx(request: HttpRequest) -> HttpResponse:
    """Send the status paper as Word, in the municipality's own template where there is one."""
    return _send("docx", _DOCX, lambda report: render_docx(report, _own_template("handleplan.docx")))


@requires(Page.PLAN)
def plan_pdf(request: HttpRequest) -> HttpResponse:
    """Send the status paper as tagged PDF."""
    return _send("pdf", "application/pdf", render_pdf)


def _send(suffix: str, content_type: str, write: Callable[[PlanStatusReport], bytes]) -> HttpResponse:
    stored = DjangoPlanStore().current()
    if stored is None:
        raise Http404
    report = compute_plan_status(stored.plan, timezone.localdate(), stored.document_title)
    name = f"handleplan-status-{stored.plan.as_of or 'uden-dato'}.{suffix}"
    return HttpResponse(write(report), content_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _own_template(name: str) -> Path | None:
    folder = CONFIGURATION["EFFEKTSPOR_TEMPLATES"]
    path = Path(folder) / name
    return path if folder and path.is_file() else None
