"""Sending a paper, or the page that says what stops it: the one way any of our papers leaves."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from effektspor.app.paper_ports import PaperKind
from effektspor.app.ports import FindingFilter, ListedFinding
from effektspor.core.finding import Finding, Verdict
from effektspor.reports.errors import PaperNotReleased
from effektspor.web.accounts.access import Level, Page, level_of
from effektspor.web.findings.store import DjangoFindingList
from effektspor.web.papers.forms import ReleaseForm
from effektspor.web.papers.printable import CONTENT_TYPES, Printable, released_paper

REFUSED = 422
_PROPOSALS = (PaperKind.CASE, PaperKind.BUDGET)


@dataclass(frozen=True, slots=True)
class StoppingFinding:
    """A finding that stops a paper, and where it is put right: a link's words and its address."""

    finding: Finding
    links: tuple[tuple[str, str], ...]


def send(request: HttpRequest, paper: Printable, suffix: str) -> HttpResponse:
    """Send a paper as a file, or say what stops it and offer a reason to those who may give one."""
    try:
        return attached(paper, suffix, paper.write(suffix))
    except PaperNotReleased as stopped:
        form = ReleaseForm(paper.kind.suffixes, stopped=True, asked=suffix)
        return release_page(request, paper, form, stopped.findings)


def attached(paper: Printable, suffix: str, content: bytes) -> HttpResponse:
    disposition = f'attachment; filename="{paper.stem}.{suffix}"'
    return HttpResponse(content, CONTENT_TYPES[suffix], headers={"Content-Disposition": disposition})


def stopping(paper: Printable) -> tuple[Finding, ...]:
    """Return the findings that stop a paper, none where it can be let out."""
    try:
        released_paper(paper.paper, "")
    except PaperNotReleased as stopped:
        return stopped.findings
    return ()


def release_page(
    request: HttpRequest, paper: Printable, form: ReleaseForm, findings: tuple[Finding, ...]
) -> HttpResponse:
    """Show what stops a paper, where it is put right, and the form of those who may let it out."""
    context = {
        "paper": paper,
        "findings": list(_with_links(paper, findings)),
        "form": form.described(),
        "errors": form.error_list(),
        "may_release": level_of(request.user, Page.RELEASES) is Level.CHANGE,
        "sees_reports": level_of(request.user, Page.REPORTS) is not Level.NONE,
        "today": timezone.localdate(),
    }
    status = REFUSED if findings or form.is_bound else 200
    return render(request, "papers/frigiv.html", context, status=status)


def _with_links(paper: Printable, findings: tuple[Finding, ...]) -> Iterator[StoppingFinding]:
    """An error of a paper of ours is most often its source's: then the link is to that one finding."""
    asked = FindingFilter(verdict=Verdict.ERROR, document_id=paper.document_id)
    listed = DjangoFindingList().matching(asked) if paper.document_id else []
    for finding in findings:
        yield StoppingFinding(finding, tuple(_links(paper, finding, listed)))


def _links(paper: Printable, finding: Finding, listed: list[ListedFinding]) -> Iterator[tuple[str, str]]:
    if paper.kind in _PROPOSALS:
        address = reverse("forslag-et", args=[paper.key])
        yield "Se fejlen i forslaget", f"{address}?revision={paper.version}&udfald=error"
    if paper.document_id:
        address = reverse("dokument", args=[paper.document_id])
        same = next((each for each in listed if _is_same(each.finding, finding)), None)
        if same:
            yield "Se fejlen i papiret", f"{address}#fund-{same.number}"
        else:
            yield "Åbn papiret, tallene er læst af", address


def _is_same(one: Finding, other: Finding) -> bool:
    """Which of two figures is the wrong one is seen otherwise where there is more around them."""
    figures, others = {one.stated, one.computed}, {other.stated, other.computed}
    return (one.code, one.columns, figures) == (other.code, other.columns, others) and None not in figures
