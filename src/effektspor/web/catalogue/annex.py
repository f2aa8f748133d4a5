"""Bilag 1a: the whole catalogue as the paper a committee gets, in Word and in Excel."""

from django.http import HttpRequest, HttpResponse

from effektspor.web.accounts.access import Page, requires
from effektspor.web.catalogue.sources import find_source
from effektspor.web.papers.find import annex_paper
from effektspor.web.papers.sending import send


@requires(Page.CATALOGUE)
def annex_docx(request: HttpRequest, key: str) -> HttpResponse:
    """Send the annex as Word, in the municipality's own template where there is one."""
    return send(request, annex_paper(find_source(key)), "docx")


@requires(Page.CATALOGUE)
def annex_xlsx(request: HttpRequest, key: str) -> HttpResponse:
    """Send the annex as an Excel workbook whose sums are formulas."""
    return send(request, annex_paper(find_source(key)), "xlsx")
