from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from effektspor.app.ports import Reading
from effektspor.app.proposal_ports import CatalogueStore
from effektspor.core.proposals.catalogue import Catalogue
from effektspor.web.catalogue.models import CatalogueTable
from effektspor.web.catalogue.store import DjangoCatalogueStore
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.log.store import DjangoRecordings
from tests.contracts.catalogue_values import CATALOGUES, catalogue
from tests.contracts.conftest import Stores
from tests.contracts.memory import MemoryDocumentStore
from tests.contracts.memory_catalogue import MemoryCatalogueStore
from tests.contracts.values import reading


@pytest.fixture
def catalogues(stores: Stores) -> CatalogueStore:
    documents = stores.documents
    return MemoryCatalogueStore(documents._memory) if isinstance(documents, MemoryDocumentStore) else (
        DjangoCatalogueStore()
    )  # fmt: skip


def _add(stores: Stores, catalogues: CatalogueStore, paper: Reading, stored: Catalogue) -> int:
    with stores.recordings.record("documents.load") as recording_id:
        return catalogues.add(recording_id, stores.documents.add(recording_id, paper), stored)


def test_a_catalogue_comes_back_as_it_was(stores: Stores, catalogues: CatalogueStore) -> None:
    catalogue_id = _add(stores, catalogues, reading("katalog.txt"), catalogue())
    found = catalogues.find(catalogue_id)
    assert found is not None
    assert (found.catalogue, found.document_title) == (catalogue(), "Katalog")
    assert stores.documents.find(found.document_id) is not None


def test_a_paper_read_anew_has_its_new_catalogue_under_the_same_number(
    stores: Stores, catalogues: CatalogueStore
) -> None:
    first = _add(stores, catalogues, reading("katalog.txt"), catalogue())
    again = _add(stores, catalogues, reading("katalog.txt", "350"), replace(catalogue(), title="Rettet", groups=()))
    assert first == again
    assert [each.catalogue.title for each in catalogues.all()] == ["Rettet"]


def test_a_paper_without_its_catalogue_has_none(stores: Stores, catalogues: CatalogueStore) -> None:
    catalogue_id = _add(stores, catalogues, reading("katalog.txt"), catalogue())
    with stores.recordings.record("documents.load") as recording_id:
        catalogues.remove(recording_id, catalogue_id)
    assert (catalogues.find(catalogue_id), catalogues.all()) == (None, [])


def test_catalogues_stand_by_the_titles_of_their_papers(stores: Stores, catalogues: CatalogueStore) -> None:
    for title in ("Sidste", "Første", "Midt"):
        _add(stores, catalogues, replace(reading(f"{title}.txt"), title=title), catalogue(title))
    assert [each.document_title for each in catalogues.all()] == ["Første", "Midt", "Sidste"]


def test_a_paper_that_is_not_there_has_no_catalogue(catalogues: CatalogueStore) -> None:
    assert catalogues.find(4711) is None


@pytest.mark.django_db
def test_the_old_catalogue_is_kept_when_the_paper_is_read_anew() -> None:
    for title in ("Gammelt", "Nyt"):
        with DjangoRecordings().record("test") as recording_id:
            document_id = DjangoDocumentStore().add(recording_id, reading())
            DjangoCatalogueStore().add(recording_id, document_id, catalogue(title))
    old, new = CatalogueTable.objects.order_by("pk")
    assert (old.title, old.closed_id, new.title, new.closed_id) == ("Gammelt", new.opened_id, "Nyt", None)
    assert old.groups.count() == new.groups.count() == 2


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(CATALOGUES)
def test_any_catalogue_survives_the_database(any_catalogue: Catalogue) -> None:
    with DjangoRecordings().record("test") as recording_id:
        document_id = DjangoDocumentStore().add(recording_id, reading())
        stored = DjangoCatalogueStore().add(recording_id, document_id, any_catalogue)
    found = DjangoCatalogueStore().find(stored)
    assert found is not None
    assert found.catalogue == any_catalogue
