"""Dokumenter: the list, and one paper with its findings at their places."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from effektspor.core.finding import Verdict
from effektspor.web.accounts.access import Page, requires
from effektspor.web.documents.page import filter_chips, paper_page
from effektspor.web.documents.store import DjangoDocumentStore


@requires(Page.DOCUMENTS)
def document_list(request: HttpRequest) -> HttpResponse:
    """List the papers with how many findings of each verdict they have."""
    verdict = _asked_verdict(request)
    summaries = DjangoDocumentStore().summaries()
    shown = [summary for summary in summaries if verdict is None or summary.counts.get(verdict)]
    counts = {each: sum(summary.counts.get(each, 0) for summary in summaries) for each in Verdict}
    context = {"documents": shown, "total": len(summaries), "verdicts": list(Verdict), "counts": counts,
               "chips": filter_chips(counts, verdict), "verdict": verdict}  # fmt: skip
    return render(request, "documents/list.html", context)


@requires(Page.DOCUMENTS)
def document_page(request: HttpRequest, document_id: int) -> HttpResponse:
    """Show a paper as it reads, each finding marked at its cell and told in the side list."""
    stored = DjangoDocumentStore().find(document_id)
    if stored is None:
        raise Http404
    return render(request, "documents/document.html", {"page": paper_page(stored, _asked_verdict(request))})


def _asked_verdict(request: HttpRequest) -> Verdict | None:
    """Return the verdict the address asks for; an unknown one is no filter."""
    asked = request.GET.get("udfald", "")
    return next((verdict for verdict in Verdict if verdict.value == asked), None)
