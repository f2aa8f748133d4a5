"""Alle fund: the findings of all papers in one table, and just what the filter shows as a file."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from effektspor.app.ports import RulingState
from effektspor.reports.listing import Listing, render_csv, render_xlsx
from effektspor.web.accounts.access import Page, requires
from effektspor.web.findings.page import asked_by, findings_page, listing_of
from effektspor.web.findings.store import DjangoFindingList

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@requires(Page.DOCUMENTS)
def finding_list(request: HttpRequest) -> HttpResponse:
    """Show the findings the address asks for, the surest first."""
    page = findings_page(DjangoFindingList(), request.GET)
    answer = render(request, "findings/list.html", {"page": page, "states": list(RulingState)})
    if "HX-Request" in request.headers:
        # The form sends every field; the address says only what was chosen.
        answer["HX-Push-Url"] = f"{request.path}?{page.query}" if page.query else request.path
    return answer


@requires(Page.DOCUMENTS)
def findings_csv(request: HttpRequest) -> HttpResponse:
    """Send what the filter shows as CSV."""
    return _send(request, "csv", "text/csv; charset=utf-8", render_csv)


@requires(Page.DOCUMENTS)
def findings_xlsx(request: HttpRequest) -> HttpResponse:
    """Send what the filter shows as an Excel sheet."""
    return _send(request, "xlsx", _XLSX, render_xlsx)


def _send(request: HttpRequest, suffix: str, content_type: str, write: Callable[[Listing], bytes]) -> HttpResponse:
    listing = listing_of(DjangoFindingList().matching(asked_by(request.GET)))
    disposition = f'attachment; filename="fund-{timezone.localdate():%Y-%m-%d}.{suffix}"'
    return HttpResponse(write(listing), content_type, headers={"Content-Disposition": disposition})
