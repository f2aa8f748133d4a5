"""The stores of our own papers in memory: the plain reference the databases are held against."""

from collections.abc import Mapping
from dataclasses import replace

from effektspor.app.paper_ports import PaperKind, PaperRelease, StoredTemplate
from effektspor.app.ports import Recorded
from tests.contracts.memory import Memory


class MemoryReleaseStore:
    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._all: list[PaperRelease] = []

    def add(self, recording_id: int, release: PaperRelease) -> None:
        recorded = _recorded(self._memory, recording_id)
        self._all.append(replace(release, recording_id=recording_id, by=recorded.by, at=recorded.at))

    def latest(self) -> Mapping[tuple[PaperKind, str], PaperRelease]:
        return {(each.kind, each.key): each for each in self._all}

    def all(self, start: int = 0, stop: int | None = None) -> list[PaperRelease]:
        return self._all[::-1][start:stop]

    def count(self) -> int:
        return len(self._all)


class MemoryTemplateStore:
    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._open: dict[str, StoredTemplate] = {}

    def add(self, recording_id: int, name: str, sha256: str) -> None:
        recorded = _recorded(self._memory, recording_id)
        self._open[name] = StoredTemplate(name, sha256, recorded.by, recorded.at)

    def close(self, recording_id: int, name: str) -> None:
        self._open.pop(name, None)

    def current(self) -> Mapping[str, StoredTemplate]:
        return dict(self._open)


def _recorded(memory: Memory, recording_id: int) -> Recorded:
    return next(each for each in memory.recordings if each.id == recording_id)
