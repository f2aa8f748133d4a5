"""Rapporter: the papers that can be made, letting one out, and everything that was let out."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from effektspor.app.paper_ports import PaperKind
from effektspor.app.papers import release_paper
from effektspor.web.accounts.access import Level, Page, level_of, requires, user_of
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.papers.find import find_paper
from effektspor.web.papers.forms import ReleaseForm
from effektspor.web.papers.page import asked_by, papers_page
from effektspor.web.papers.printable import Printable
from effektspor.web.papers.sending import attached, release_page, send, stopping
from effektspor.web.papers.store import DjangoReleaseStore
from effektspor.web.plans.tabs import whole

_RELEASES_ON_A_PAGE = 100


@requires(Page.REPORTS)
def reports(request: HttpRequest) -> HttpResponse:
    """List the papers that can be made now, and the latest releases."""
    page = papers_page(asked_by(request.GET))
    context = {"page": page, "may_release": level_of(request.user, Page.RELEASES) is Level.CHANGE}
    answer = render(request, "papers/rapporter.html", context)
    if "HX-Request" in request.headers:
        # The form sends every field; the address says only what was chosen.
        query = page.asked.query(page.number)
        answer["HX-Push-Url"] = f"{request.path}?{query}" if query else request.path
    return answer


@requires(Page.REPORTS)
def releases(request: HttpRequest) -> HttpResponse:
    """List everything that was let out, the newest first."""
    store = DjangoReleaseStore()
    count = store.count()
    pages = max(1, -(-count // _RELEASES_ON_A_PAGE))
    number = min(whole(request.GET.get("side", "")) or 1, pages)
    shown = store.all((number - 1) * _RELEASES_ON_A_PAGE, number * _RELEASES_ON_A_PAGE)
    context = {"releases": shown, "count": count, "number": number, "pages": pages}
    return render(request, "papers/frigivelser.html", context)


@requires(Page.REPORTS)
def make(request: HttpRequest, kind: str, paper_key: str, suffix: str) -> HttpResponse:
    """Send a paper as a file, or say what stops it."""
    paper = _asked(request, kind, paper_key)
    if suffix not in paper.kind.suffixes:
        raise Http404
    return send(request, paper, suffix)


@requires(Page.RELEASES, Level.CHANGE)
def release(request: HttpRequest, kind: str, paper_key: str) -> HttpResponse:
    """Let a paper out and keep that it was: with an open error only for a reason, which the paper prints."""
    paper = _asked(request, kind, paper_key)
    findings, posted = stopping(paper), request.method == "POST"
    form = ReleaseForm(paper.kind.suffixes, stopped=bool(findings), data=request.POST if posted else None)
    if not posted or not form.is_valid():
        return release_page(request, paper, form, findings)
    suffix, reason = form.cleaned_data["suffix"], form.cleaned_data["reason"]
    asked = paper.release(suffix, reason)
    content = release_paper(
        asked, lambda why: paper.write(suffix, why), DjangoReleaseStore(), DjangoRecordings(user_of(request))
    )
    return attached(paper, suffix, content)


def _asked(request: HttpRequest, kind: str, key: str) -> Printable:
    """The paper an address names; `revision` is a proposal's, without it the newest."""
    if kind not in set(PaperKind):
        raise Http404
    return find_paper(PaperKind(kind), key, whole(request.GET.get("revision", "")))
