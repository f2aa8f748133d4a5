"""Katalog: what is promised, where and when; the rows an address asks for, and just those as a file."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from effektspor.app.ports import DocumentSummary, FindingFilter
from effektspor.app.proposal_ports import StoredCatalogue
from effektspor.core.finding import Verdict
from effektspor.web.accounts.access import Page, requires
from effektspor.web.catalogue.asked import asked_by
from effektspor.web.catalogue.entries import Known
from effektspor.web.catalogue.figures import in_thousands
from effektspor.web.catalogue.files import render_csv, render_xlsx
from effektspor.web.catalogue.page import CataloguePage, catalogue_page, sort_heads
from effektspor.web.catalogue.store import DjangoCatalogueStore
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.findings.store import DjangoFindingList
from effektspor.web.proposals.store import DjangoProposalStore

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class ListedCatalogue:
    """A catalogue in the list: its first and last year's net, and the most it needs of the pools in a year."""

    stored: StoredCatalogue
    paper: DocumentSummary

    @property
    def years(self) -> str:
        years = self.stored.catalogue.years
        return "" if not years else str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"

    @property
    def first(self) -> tuple[int, str] | None:
        return self._net(0)

    @property
    def last(self) -> tuple[int, str] | None:
        return self._net(-1)

    @property
    def investment(self) -> str:
        """All that is needed of the pools, in 1.000 kr."""
        return in_thousands(sum(ore for _, ore in self.stored.catalogue.investment.pairs))

    def _net(self, place: int) -> tuple[int, str] | None:
        flowing = [(year, ore) for year, ore in self.stored.catalogue.net.pairs if ore]
        return (flowing[place][0], in_thousands(flowing[place][1])) if flowing else None


@requires(Page.CATALOGUE)
def catalogue_list(request: HttpRequest) -> HttpResponse:
    """Show the catalogues that papers hold; where there is only one, go to it."""
    catalogues = DjangoCatalogueStore().all()
    if len(catalogues) == 1:
        return redirect("katalog", catalogues[0].id)
    papers = {summary.id: summary for summary in DjangoDocumentStore().summaries()}
    listed = [ListedCatalogue(stored, papers[stored.document_id]) for stored in catalogues]
    return render(request, "catalogue/list.html", {"catalogues": listed, "verdicts": list(Verdict)})


@requires(Page.CATALOGUE)
def catalogue_page_view(request: HttpRequest, catalogue_id: int) -> HttpResponse:
    """Show a catalogue's sums and the rows the address asks for."""
    page = _page(request, catalogue_id)
    context = {"page": page, "text_heads": sort_heads(page.asked), "several": DjangoCatalogueStore().count() > 1}
    answer = render(request, "catalogue/catalogue.html", context)
    if "HX-Request" in request.headers:
        # The form sends every field; the address says only what was chosen.
        answer["HX-Push-Url"] = f"{request.path}?{page.asked.query}" if page.asked.query else request.path
    return answer


@requires(Page.CATALOGUE)
def catalogue_csv(request: HttpRequest, catalogue_id: int) -> HttpResponse:
    """Send the rows that are shown as CSV."""
    return _send(request, catalogue_id, "csv", "text/csv; charset=utf-8", render_csv)


@requires(Page.CATALOGUE)
def catalogue_xlsx(request: HttpRequest, catalogue_id: int) -> HttpResponse:
    """Send the rows that are shown as an Excel sheet."""
    return _send(request, catalogue_id, "xlsx", _XLSX, render_xlsx)


def _page(request: HttpRequest, catalogue_id: int) -> CataloguePage:
    stored = DjangoCatalogueStore().find(catalogue_id)
    if stored is None:
        raise Http404
    return catalogue_page(stored, _known(stored, stored.catalogue.codes), asked_by(request.GET))


def _known(stored: StoredCatalogue, codes: Collection[str]) -> Known:
    proposals = DjangoProposalStore()
    decisions = {summary.code: summary.decision for summary in proposals.summaries() if summary.decision}
    errors = DjangoFindingList().matching(FindingFilter(verdict=Verdict.ERROR, document_id=stored.document_id))
    return Known(proposals.newest(codes), decisions, errors)


def _send(
    request: HttpRequest, catalogue_id: int, suffix: str, content_type: str, write: Callable[[CataloguePage], bytes]
) -> HttpResponse:
    page = _page(request, catalogue_id)
    disposition = f'attachment; filename="katalog-{timezone.localdate():%Y-%m-%d}.{suffix}"'
    return HttpResponse(write(page), content_type, headers={"Content-Disposition": disposition})
