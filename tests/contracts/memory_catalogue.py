"""The catalogue store in memory: the plain reference the databases are held against."""

from effektspor.app.proposal_ports import StoredCatalogue
from effektspor.core.proposals.catalogue import Catalogue
from tests.contracts.memory import Memory


class MemoryCatalogueStore:
    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._catalogues: dict[int, Catalogue] = {}

    def add(self, recording_id: int, document_id: int, catalogue: Catalogue) -> int:
        self._catalogues[document_id] = catalogue
        return document_id

    def remove(self, recording_id: int, document_id: int) -> None:
        self._catalogues.pop(document_id, None)

    def find(self, catalogue_id: int) -> StoredCatalogue | None:
        return next((stored for stored in self.all() if stored.id == catalogue_id), None)

    def all(self) -> list[StoredCatalogue]:
        titles = {document_id: reading.title for document_id, _, reading in self._memory.readings.values()}
        stored = [StoredCatalogue(id, each, id, titles.get(id, "")) for id, each in self._catalogues.items()]
        return sorted(stored, key=lambda each: (each.document_title, each.id))
