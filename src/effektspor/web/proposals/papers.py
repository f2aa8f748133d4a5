"""A proposal as a paper: Word in the municipality's own template where there is one, and tagged PDF."""

from collections.abc import Callable
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from effektspor.reports.case_paper import CasePaper, compute_case_paper
from effektspor.reports.papers import render_paper_docx, render_paper_pdf, template_name
from effektspor.web.accounts.access import Page, requires
from effektspor.web.proposals.rate import rate_on
from effektspor.web.proposals.views import asked_revision
from effektspor.web.settings import CONFIGURATION

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@requires(Page.PROPOSALS)
def proposal_docx(request: HttpRequest, code: str) -> HttpResponse:
    """Send a revision as Word; one with an error in its figures is refused with what is wrong."""
    return _send(request, code, "docx", _DOCX, lambda paper: render_paper_docx(paper, _own_template()))


@requires(Page.PROPOSALS)
def proposal_pdf(request: HttpRequest, code: str) -> HttpResponse:
    """Send a revision as tagged PDF; one with an error in its figures is refused with what is wrong."""
    return _send(request, code, "pdf", "application/pdf", render_paper_pdf)


def _send(
    request: HttpRequest, code: str, suffix: str, content_type: str, write: Callable[[CasePaper], bytes]
) -> HttpResponse:
    revision, today = asked_revision(request, code), timezone.localdate()
    source = f"{revision.case.code} revision {revision.number}"
    paper = compute_case_paper(revision.case, today, rate_on(today), source=source)
    name = f"forslag-{revision.proposal_id}-revision-{revision.number}.{suffix}"
    return HttpResponse(write(paper), content_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _own_template() -> Path | None:
    folder = CONFIGURATION["EFFEKTSPOR_TEMPLATES"]
    path = Path(folder) / template_name(CasePaper)
    return path if folder and path.is_file() else None
