"""One contract, several stores: in memory and in the database the layer runs on (SQLite, PostgreSQL)."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from effektspor.app.ports import (
    DocumentStore,
    FindingList,
    JobStore,
    PaperFiles,
    PlanStore,
    Recordings,
    RulingStore,
)
from effektspor.web.documents.files import DataFolderFiles
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.findings.store import DjangoFindingList
from effektspor.web.jobs.store import DjangoJobStore
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.plans.store import DjangoPlanStore
from effektspor.web.rulings.store import DjangoRulingStore
from tests.contracts.memory import (
    Memory,
    MemoryDocumentStore,
    MemoryFindingList,
    MemoryJobStore,
    MemoryPaperFiles,
    MemoryPlanStore,
    MemoryRecordings,
    MemoryRulingStore,
)


@dataclass(frozen=True)
class Stores:
    documents: DocumentStore
    plans: PlanStore
    recordings: Recordings
    rulings: RulingStore
    findings: FindingList
    files: PaperFiles
    jobs: JobStore


@pytest.fixture(autouse=True)
def _a_database_of_their_own(db: None) -> None:
    """Asked for by name: a store that is fetched on the way would otherwise write to the configured database."""


@pytest.fixture(params=["memory", "database"])
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Stores:
    if request.param == "memory":
        memory = Memory()
        return Stores(
            MemoryDocumentStore(memory),
            MemoryPlanStore(memory),
            MemoryRecordings(memory),
            MemoryRulingStore(memory),
            MemoryFindingList(memory),
            MemoryPaperFiles(),
            MemoryJobStore(),
        )
    request.getfixturevalue("only_recorded_writes")
    return Stores(
        DjangoDocumentStore(),
        DjangoPlanStore(),
        DjangoRecordings(),
        DjangoRulingStore(),
        DjangoFindingList(),
        DataFolderFiles(tmp_path / "papirer"),
        DjangoJobStore(),
    )
