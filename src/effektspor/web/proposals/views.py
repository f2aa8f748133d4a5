"""Forslag: the list, one proposal, two revisions side by side, and the log of decisions."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from effektspor.app.proposal_comparison import compare
from effektspor.app.proposal_ports import Revision
from effektspor.app.proposals import NEW
from effektspor.reports.listing import Listing, render_csv, render_xlsx
from effektspor.web.accounts.access import Page, level_of, requires, user_of
from effektspor.web.catalogue.listed_in import catalogues_with
from effektspor.web.documents.views import asked_verdict
from effektspor.web.proposals.comparison_page import comparison_page
from effektspor.web.proposals.decided_page import decided_part, decision_log, decisions_listing
from effektspor.web.proposals.list_page import asked_by, listing_of, proposal_list
from effektspor.web.proposals.page import proposal_page
from effektspor.web.proposals.paper_findings import paper_findings
from effektspor.web.proposals.permissions import may_decide, may_write
from effektspor.web.proposals.stores import stores_of

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST_DIGITS = 6


@requires(Page.PROPOSALS)
def proposals(request: HttpRequest) -> HttpResponse:
    """List the proposals the address asks for, with what each comes to and what has been decided."""
    stores, user = stores_of(request), user_of(request)
    drafts = stores.drafts.keys(user.username)
    page = proposal_list(stores.proposals.summaries(), asked_by(request.GET), drafts)
    context = {"page": page, "may_write": may_write(user, None), "new_draft": NEW in drafts}
    answer = render(request, "proposals/list.html", context)
    if "HX-Request" in request.headers:
        # The form sends every field; the address says only what was chosen.
        answer["HX-Push-Url"] = f"{request.path}?{page.asked.query}" if page.asked.query else request.path
    return answer


@requires(Page.PROPOSALS)
def proposals_csv(request: HttpRequest) -> HttpResponse:
    """Send what the filter shows as CSV."""
    return _send(_filtered(request), "forslag", "csv", render_csv)


@requires(Page.PROPOSALS)
def proposals_xlsx(request: HttpRequest) -> HttpResponse:
    """Send what the filter shows as an Excel sheet."""
    return _send(_filtered(request), "forslag", "xlsx", render_xlsx)


@requires(Page.PROPOSALS)
def proposal(request: HttpRequest, code: str) -> HttpResponse:
    """Show a proposal as its template prints it, whether it holds, and what has been decided of it."""
    stores, user = stores_of(request), user_of(request)
    revision = asked_revision(request, code)
    today = timezone.localdate()
    summaries = stores.proposals.summaries()
    newest = next(each for each in summaries if each.code == code)
    history = stores.proposals.history(code)
    context = {
        "proposal": proposal_page(revision, summaries, today, asked_verdict(request), request.GET.get("sum", "")),
        "summary": newest,
        "old": revision.number != newest.revision,
        "history": history,
        "decided": decided_part(stores, revision, today),
        "listed_in": catalogues_with(code),
        "draft": stores.drafts.find(code, user.username),
        "may_write": may_write(user, revision),
        "may_decide": may_decide(user),
        "in_paper": paper_findings(revision) if level_of(user, Page.DOCUMENTS) else None,
    }
    return render(request, "proposals/proposal.html", context)


@requires(Page.PROPOSALS)
def plain_address(request: HttpRequest, address: str) -> HttpResponse:
    """Send the address that a code makes as it stands, "/forslag/SO/12", on to the proposal's own."""
    return redirect("forslag-et", found(stores_of(request).proposals.find(address)).case.code)


@requires(Page.PROPOSALS)
def comparison(request: HttpRequest, code: str) -> HttpResponse:
    """Show two revisions field by field; without a choice the newest two."""
    stores = stores_of(request)
    newest = found(stores.proposals.find(code))
    after = _whole(request.GET.get("til", "")) or newest.number
    before = _whole(request.GET.get("fra", "")) or max(1, after - 1)
    old, new = (found(stores.proposals.revision(code, number)) for number in (before, after))
    context = {
        "page": comparison_page(compare(old.case, new.case), new.case),
        "old": old,
        "new": new,
        "history": stores.proposals.history(code),
    }
    return render(request, "proposals/comparison.html", context)


@requires(Page.PROPOSALS)
def decisions(request: HttpRequest) -> HttpResponse:
    """List every decision, the newest first, those that were taken back included."""
    return render(request, "proposals/decisions.html", {"page": decision_log(stores_of(request), request.GET)})


@requires(Page.PROPOSALS)
def decisions_csv(request: HttpRequest) -> HttpResponse:
    """Send the decisions that the filter shows as CSV."""
    listing = decisions_listing(decision_log(stores_of(request), request.GET))
    return _send(listing, "beslutninger", "csv", render_csv)


def asked_revision(request: HttpRequest, code: str) -> Revision:
    """Return the revision the address asks for, else the newest; Http404 where there is none."""
    stores = stores_of(request)
    number = _whole(request.GET.get("revision", ""))
    return found(stores.proposals.revision(code, number) if number else stores.proposals.find(code))


def found(revision: Revision | None) -> Revision:
    if revision is None:
        raise Http404
    return revision


def _filtered(request: HttpRequest) -> Listing:
    asked = asked_by(request.GET)
    return listing_of([each for each in stores_of(request).proposals.summaries() if asked.lets_through(each)])


def _send(listing: Listing, name: str, suffix: str, write: Callable[[Listing], bytes]) -> HttpResponse:
    content_type = "text/csv; charset=utf-8" if suffix == "csv" else _XLSX
    disposition = f'attachment; filename="{name}-{timezone.localdate():%Y-%m-%d}.{suffix}"'
    return HttpResponse(write(listing), content_type, headers={"Content-Disposition": disposition})


def _whole(text: str) -> int:
    """Return a number in an address; anything else is 0."""
    return int(text) if text.isdecimal() and len(text) < _MOST_DIGITS else 0
