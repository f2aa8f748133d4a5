"""Overblik: what has been read, what is wrong in it, and how far the plan has come."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from effektspor.core.finding import Verdict
from effektspor.reports.plan_status import compute_plan_status
from effektspor.web.accounts.access import Level, Page, level_of, requires
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.plans.store import DjangoPlanStore
from effektspor.web.plans.tabs import with_edits
from effektspor.web.proposals.overdue import overdue_follow_ups


@requires(Page.OVERVIEW)
def overview(request: HttpRequest) -> HttpResponse:
    """Show the plan in one sentence and the papers by verdict: each part only to roles that see its page."""
    context: dict[str, object] = {}
    if level_of(request.user, Page.DOCUMENTS):
        context |= _papers()
    if level_of(request.user, Page.PROPOSALS):
        context["overdue"] = overdue_follow_ups(timezone.localdate())
    if level_of(request.user, Page.PLAN):
        context |= _plan()
    context["nothing"] = level_of(request.user, Page.DOCUMENTS) is Level.NONE
    return render(request, "overview/overblik.html", context)


def _papers() -> dict[str, object]:
    summaries = DjangoDocumentStore().summaries()
    urgent = [summary for summary in summaries if summary.counts.get(Verdict.ERROR) or summary.counts.get(Verdict.ASK)]
    urgent.sort(key=lambda summary: (-summary.counts.get(Verdict.ERROR, 0), -summary.counts.get(Verdict.ASK, 0)))
    counts = [(verdict, sum(summary.counts.get(verdict, 0) for summary in summaries)) for verdict in Verdict]
    tables = sum(summary.table_count for summary in summaries)
    dismissed = sum(summary.dismissed_count for summary in summaries)
    return {"dismissed": dismissed, "documents": summaries, "urgent": urgent[:5], "counts": counts, "tables": tables}


def _plan() -> dict[str, object]:
    stored = DjangoPlanStore().current()
    if stored is None:
        return {}
    report = compute_plan_status(with_edits(stored), timezone.localdate(), stored.document_title)
    return {"plan": stored, "report": report}
