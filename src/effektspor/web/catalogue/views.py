"""Katalog: what is promised, where and when; the rows an address asks for, and just those as a file."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from effektspor.app.ports import DocumentSummary, FindingFilter
from effektspor.core.finding import Verdict
from effektspor.reports.listing import Listing, render_csv, render_xlsx
from effektspor.web.accounts.access import Level, Page, level_of, requires
from effektspor.web.catalogue.address import own_key
from effektspor.web.catalogue.asked import asked_by
from effektspor.web.catalogue.entries import Known
from effektspor.web.catalogue.figures import in_thousands
from effektspor.web.catalogue.files import listing_of
from effektspor.web.catalogue.own_store import DjangoOwnCatalogueStore
from effektspor.web.catalogue.page import CataloguePage, catalogue_page, sort_heads
from effektspor.web.catalogue.sources import Source, all_sources, find_source
from effektspor.web.catalogue.store import DjangoCatalogueStore
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.findings.store import DjangoFindingList
from effektspor.web.proposals.store import DjangoProposalStore

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class ListedCatalogue:
    """A catalogue in the list: its first and last year's net, and all that it needs of the pools.

    `paper` is None for a catalogue of our own.
    """

    source: Source
    paper: DocumentSummary | None

    @property
    def years(self) -> str:
        years = self.source.catalogue.years
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
        return in_thousands(sum(ore for _, ore in self.source.catalogue.investment.pairs))

    def _net(self, place: int) -> tuple[int, str] | None:
        flowing = [(year, ore) for year, ore in self.source.catalogue.net.pairs if ore]
        return (flowing[place][0], in_thousands(flowing[place][1])) if flowing else None


@requires(Page.CATALOGUE)
def catalogue_list(request: HttpRequest) -> HttpResponse:
    """Show the catalogues, our own first; where one is all there is, go to it."""
    sources, removed = all_sources(), DjangoOwnCatalogueStore().removed()
    if len(sources) == 1 and not removed:
        return redirect("katalog", sources[0].key)
    papers = {summary.id: summary for summary in DjangoDocumentStore().summaries()}
    context = {
        "catalogues": [ListedCatalogue(each, papers.get(each.document_id or 0)) for each in sources],
        "removed": [(own_key(each.number), each) for each in removed],
        "verdicts": list(Verdict),
        "may_write": may_write(request),
    }
    return render(request, "catalogue/list.html", context)


@requires(Page.CATALOGUE)
def catalogue_page_view(request: HttpRequest, key: str) -> HttpResponse:
    """Show a catalogue's sums and the rows the address asks for."""
    page = _page(request, key)
    context = {
        "page": page,
        "text_heads": sort_heads(page.asked),
        "several": _several(),
        "may_write": may_write(request),
        "changed": page.source.own is not None and DjangoOwnCatalogueStore().changed(page.source.own.number),
    }
    answer = render(request, "catalogue/catalogue.html", context)
    if "HX-Request" in request.headers:
        # The form sends every field; the address says only what was chosen.
        answer["HX-Push-Url"] = f"{request.path}?{page.asked.query}" if page.asked.query else request.path
    return answer


@requires(Page.CATALOGUE)
def catalogue_csv(request: HttpRequest, key: str) -> HttpResponse:
    """Send the rows that are shown as CSV."""
    return _send(request, key, "csv", "text/csv; charset=utf-8", render_csv)


@requires(Page.CATALOGUE)
def catalogue_xlsx(request: HttpRequest, key: str) -> HttpResponse:
    """Send the rows that are shown as an Excel sheet."""
    return _send(request, key, "xlsx", _XLSX, render_xlsx)


def may_write(request: HttpRequest) -> bool:
    """Whether who asks may assemble catalogues."""
    return level_of(request.user, Page.CATALOGUE) is Level.CHANGE


def _several() -> bool:
    """Whether there is a list to go back to."""
    own = DjangoOwnCatalogueStore()
    return DjangoCatalogueStore().count() + own.count() > 1


def _page(request: HttpRequest, key: str) -> CataloguePage:
    source = find_source(key)
    return catalogue_page(source, _known(source), asked_by(request.GET))


def _known(source: Source) -> Known:
    decisions = {summary.code: summary.decision for summary in DjangoProposalStore().summaries() if summary.decision}
    if source.document_id is None:
        return Known(decisions)
    errors = DjangoFindingList().matching(FindingFilter(verdict=Verdict.ERROR, document_id=source.document_id))
    return Known(decisions, errors)


def _send(
    request: HttpRequest, key: str, suffix: str, content_type: str, write: Callable[[Listing], bytes]
) -> HttpResponse:
    listing = listing_of(_page(request, key))
    disposition = f'attachment; filename="katalog-{timezone.localdate():%Y-%m-%d}.{suffix}"'
    return HttpResponse(write(listing), content_type, headers={"Content-Disposition": disposition})
