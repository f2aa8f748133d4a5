"""A catalogue wherever it comes from: read in a paper, or assembled here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.http import Http404, HttpRequest
from django.utils import timezone

from effektspor.app.own_catalogue import OwnCatalogueStores, assembled
from effektspor.app.own_catalogue_rows import Assembled
from effektspor.app.proposal_ports import OwnCatalogue, Revision, StoredCatalogue
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.catalogue import Catalogue
from effektspor.rules.price_tables import municipal_price_table
from effektspor.web.accounts.access import user_of
from effektspor.web.catalogue.address import own_key, own_number
from effektspor.web.catalogue.own_store import DjangoOwnCatalogueStore, DjangoPinnedRevisions
from effektspor.web.catalogue.store import DjangoCatalogueStore
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.proposals.store import DjangoProposalStore


@dataclass(frozen=True, slots=True)
class Source:
    """A catalogue with what it is known by; `assembled` is None for one that stands in a paper.

    `revisions` are those its rows are computed from, or held against.
    """

    key: str
    catalogue: Catalogue
    document_id: int | None = None
    document_title: str = ""
    assembled: Assembled | None = None
    revisions: Mapping[str, Revision] = field(default_factory=dict)

    @property
    def title(self) -> str:
        return self.catalogue.title or self.document_title

    @property
    def own(self) -> OwnCatalogue | None:
        return self.assembled.own if self.assembled else None

    @property
    def cases(self) -> list[BusinessCase]:
        return [revision.case for revision in self.revisions.values()]


def stores_of(request: HttpRequest) -> OwnCatalogueStores:
    """Return the stores of catalogues of our own, with the prices as they are published today."""
    return _stores(DjangoRecordings(user_of(request)))


def _stores(recordings: DjangoRecordings) -> OwnCatalogueStores:
    prices, _ = municipal_price_table(timezone.localdate())
    return OwnCatalogueStores(
        DjangoOwnCatalogueStore(), DjangoProposalStore(), DjangoPinnedRevisions(), recordings, prices
    )


def find_source(key: str) -> Source:
    """Return a catalogue with its proposals. Raises Http404 where there is none."""
    number = own_number(key)
    if number is not None:
        found = DjangoOwnCatalogueStore().find(number)
        sources = _own([found] if found else [])
    else:
        stored = DjangoCatalogueStore().find(int(key))
        sources = [_of_paper(stored, DjangoProposalStore().newest(stored.catalogue.codes))] if stored else []
    if not sources:
        raise Http404
    return sources[0]


def all_sources() -> list[Source]:
    """Return our own catalogues by title, then those of papers, their proposals left out of those."""
    return [*_own(DjangoOwnCatalogueStore().all()), *(_of_paper(each, {}) for each in DjangoCatalogueStore().all())]


def _own(catalogues: Sequence[OwnCatalogue]) -> list[Source]:
    if not catalogues:
        return []
    whole = assembled(_stores(DjangoRecordings()), *catalogues)
    return [
        Source(own_key(each.own.number), each.catalogue, assembled=each, revisions=each.revisions) for each in whole
    ]


def _of_paper(stored: StoredCatalogue, revisions: Mapping[str, Revision]) -> Source:
    return Source(str(stored.id), stored.catalogue, stored.document_id, stored.document_title, revisions=revisions)
