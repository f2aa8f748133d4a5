"""Catalogues of our own in memory: the plain reference the databases are held against."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from effektspor.app.proposal_ports import OwnCatalogue, Revision
from tests.contracts.memory_proposals import MemoryProposalRecordings, MemoryProposalStore, ProposalMemory

_BY = "systemet"


class MemoryOwnCatalogueStore:
    def __init__(self, memory: ProposalMemory) -> None:
        self._memory = memory
        self.versions: dict[int, list[OwnCatalogue]] = {}
        self.gone: set[int] = set()

    def add(self, recording_id: int, catalogue: OwnCatalogue) -> int:
        number = catalogue.number or len(self.versions) + 1
        at = self._memory.at(recording_id)
        kept = replace(catalogue, number=number, version=recording_id, by=_BY, at=at)
        self.versions.setdefault(number, []).append(kept)
        self.gone.discard(number)
        return number

    def close(self, recording_id: int, number: int) -> None:
        if number in self.versions:
            self.gone.add(number)

    def find(self, number: int) -> OwnCatalogue | None:
        return next((each for each in self.all() if each.number == number), None)

    def history(self, number: int) -> list[OwnCatalogue]:
        return list(reversed(self.versions.get(number, [])))

    def all(self) -> list[OwnCatalogue]:
        return self._last(number for number in self.versions if number not in self.gone)

    def removed(self) -> list[OwnCatalogue]:
        return self._last(self.gone)

    def _last(self, numbers: Collection[int] | Iterator[int]) -> list[OwnCatalogue]:
        last = [self.versions[number][-1] for number in numbers]
        return sorted(last, key=lambda each: (each.title, each.number))


class MemoryOwnCatalogueRecordings(MemoryProposalRecordings):
    """Recordings that take back what was written of catalogues, too, when they fail."""

    def __init__(self, memory: ProposalMemory, catalogues: MemoryOwnCatalogueStore) -> None:
        super().__init__(memory)
        self._catalogues = catalogues

    @contextmanager
    def record(self, use_case: str, reason: str = "") -> Iterator[int]:
        before = {number: list(kept) for number, kept in self._catalogues.versions.items()}
        gone = set(self._catalogues.gone)
        try:
            with super().record(use_case, reason) as recording_id:
                yield recording_id
        except BaseException:
            self._catalogues.versions, self._catalogues.gone = before, gone
            raise


class MemoryPinnedRevisions:
    def __init__(self, proposals: MemoryProposalStore) -> None:
        self._proposals = proposals

    def at(self, numbers: Collection[tuple[str, int]]) -> Mapping[tuple[str, int], Revision]:
        found = {pair: self._proposals.revision(*pair) for pair in numbers}
        return {pair: revision for pair, revision in found.items() if revision}
