"""Bilag 1a: the whole catalogue as the paper a committee gets, in Word and in Excel."""

from collections.abc import Callable
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from effektspor.core.proposals.business_case import BusinessCase
from effektspor.reports.annex_sheet import render_annex_xlsx
from effektspor.reports.catalogue_annex import AnnexStyle, CatalogueAnnex, compute_catalogue_annex
from effektspor.reports.papers import render_paper_docx, template_name
from effektspor.web.accounts.access import Page, requires
from effektspor.web.catalogue.store import DjangoCatalogueStore
from effektspor.web.proposals.store import DjangoProposalStore
from effektspor.web.settings import CONFIGURATION

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@requires(Page.CATALOGUE)
def annex_docx(request: HttpRequest, catalogue_id: int) -> HttpResponse:
    """Send the annex as Word, in the municipality's own template where there is one."""
    return _send(catalogue_id, "docx", DOCX, lambda paper: render_paper_docx(paper, _own_template()))


@requires(Page.CATALOGUE)
def annex_xlsx(request: HttpRequest, catalogue_id: int) -> HttpResponse:
    """Send the annex as an Excel workbook whose sums are formulas."""
    return _send(catalogue_id, "xlsx", XLSX, render_annex_xlsx)


def _send(catalogue_id: int, suffix: str, content_type: str, write: Callable[[CatalogueAnnex], bytes]) -> HttpResponse:
    stored = DjangoCatalogueStore().find(catalogue_id)
    if stored is None:
        raise Http404
    cases = [each.case for each in DjangoProposalStore().newest(stored.catalogue.codes).values()]
    style = AnnexStyle(price_level=_price_level(cases))
    paper = compute_catalogue_annex(stored.catalogue, timezone.localdate(), style, cases, stored.document_title)
    disposition = f'attachment; filename="bilag-1a-{timezone.localdate():%Y-%m-%d}.{suffix}"'
    return HttpResponse(write(paper), content_type, headers={"Content-Disposition": disposition})


def _price_level(cases: list[BusinessCase]) -> str | None:
    """The level all cases have; where they differ, the paper does not say one."""
    levels = {case.price_level for case in cases}
    return levels.pop() if len(levels) == 1 else None


def _own_template() -> Path | None:
    folder = CONFIGURATION["EFFEKTSPOR_TEMPLATES"]
    path = Path(folder) / template_name(CatalogueAnnex)
    return path if folder and path.is_file() else None
