"""A proposal as a paper, in its own template and in the budget's form: Word, and tagged PDF."""

from django.http import HttpRequest, HttpResponse

from effektspor.app.paper_ports import PaperKind
from effektspor.web.accounts.access import Page, requires
from effektspor.web.papers.find import proposal_paper
from effektspor.web.papers.sending import send
from effektspor.web.proposals.views import asked_revision


@requires(Page.PROPOSALS)
def proposal_docx(request: HttpRequest, code: str) -> HttpResponse:
    """Send a revision as Word; one with an error in its figures is stopped with what is wrong."""
    return send(request, proposal_paper(PaperKind.CASE, asked_revision(request, code)), "docx")


@requires(Page.PROPOSALS)
def proposal_pdf(request: HttpRequest, code: str) -> HttpResponse:
    """Send a revision as tagged PDF; one with an error in its figures is stopped with what is wrong."""
    return send(request, proposal_paper(PaperKind.CASE, asked_revision(request, code)), "pdf")


@requires(Page.PROPOSALS)
def budget_form_docx(request: HttpRequest, code: str) -> HttpResponse:
    """Send a revision in the budget's form as Word; one with an error in its figures is stopped with what is wrong."""
    return send(request, proposal_paper(PaperKind.BUDGET, asked_revision(request, code)), "docx")


@requires(Page.PROPOSALS)
def budget_form_pdf(request: HttpRequest, code: str) -> HttpResponse:
    """Send a revision in the budget's form as PDF; one with an error in its figures is stopped with what is wrong."""
    return send(request, proposal_paper(PaperKind.BUDGET, asked_revision(request, code)), "pdf")
