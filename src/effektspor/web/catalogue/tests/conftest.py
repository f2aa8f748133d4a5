"""A catalogue of made figures, stored with its paper and the cases of three of its four proposals."""

from collections.abc import Callable

import pytest
from tests.contracts.catalogue_values import cases, catalogue

from effektspor.app.documents import File, read_and_check
from effektspor.web.catalogue.store import DjangoCatalogueStore
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.proposals.store import DjangoProposalStore

_PAPER = (
    "Forslag i 1.000 kr.\t2027\t2028\t2029\t2030\n"
    "Bostøtte\t100\t100\t100\t100\nBotilbud\t200\t200\t200\t200\nI alt\t300\t{total}\t300\t300\n"
)


@pytest.fixture
def add_catalogue(db: None) -> Callable[..., int]:
    """Store the catalogue as read from a paper; with a total that is wrong the paper has an open error in its t1."""

    def add(name: str = "katalog.txt", total: str = "300") -> int:
        with DjangoRecordings().record("test") as recording_id:
            paper = read_and_check(File(name, _PAPER.format(total=total).encode()))
            document_id = DjangoDocumentStore().add(recording_id, paper)
            for case in cases():
                DjangoProposalStore().add(recording_id, case, document_id=document_id)
            return DjangoCatalogueStore().add(recording_id, document_id, catalogue())

    return add
