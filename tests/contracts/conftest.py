"""One contract, several stores: in memory and in the database the layer runs on (SQLite, PostgreSQL)."""

from dataclasses import dataclass

import pytest

from effektspor.app.ports import DocumentStore, PlanStore, Recordings
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.plans.store import DjangoPlanStore
from tests.contracts.memory import Memory, MemoryDocumentStore, MemoryPlanStore, MemoryRecordings


@dataclass(frozen=True)
class Stores:
    documents: DocumentStore
    plans: PlanStore
    recordings: Recordings


@pytest.fixture(params=["memory", "database"])
def stores(request: pytest.FixtureRequest) -> Stores:
    if request.param == "memory":
        memory = Memory()
        return Stores(MemoryDocumentStore(memory), MemoryPlanStore(memory), MemoryRecordings(memory))
    request.getfixturevalue("only_recorded_writes")
    return Stores(DjangoDocumentStore(), DjangoPlanStore(), DjangoRecordings())
