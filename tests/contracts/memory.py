"""The ports in memory: the plain reference the databases are held against."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

from effektspor.app.ports import DocumentSummary, Reading, Recorded, StoredPlan, StoredReading
from effektspor.core.plans.plan import Plan

_FIRST = datetime(2026, 1, 1, 12, tzinfo=UTC)


@dataclass
class Memory:
    """All that is stored; copied whole when a recording opens, so that it can be put back."""

    recordings: list[Recorded] = field(default_factory=list)
    readings: dict[str, tuple[int, int, Reading]] = field(default_factory=dict)
    plans: dict[int, tuple[int, int, Plan]] = field(default_factory=dict)


class MemoryRecordings:
    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._ids = count(1)

    @contextmanager
    def record(self, use_case: str, reason: str = "") -> Iterator[int]:
        memory = self._memory
        before = (list(memory.recordings), dict(memory.readings), dict(memory.plans))
        recording_id = next(self._ids)
        memory.recordings.append(
            Recorded(recording_id, _FIRST + timedelta(seconds=recording_id), "systemet", use_case, reason)
        )
        try:
            yield recording_id
        except BaseException:
            memory.recordings, memory.readings, memory.plans = before
            raise

    def latest(self) -> Recorded | None:
        return self._memory.recordings[-1] if self._memory.recordings else None


class MemoryDocumentStore:
    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._ids = count(1)

    def digests(self) -> Mapping[str, str]:
        return {name: reading.digest for name, (_, _, reading) in self._memory.readings.items()}

    def add(self, recording_id: int, reading: Reading) -> int:
        known = self._memory.readings.get(reading.name)
        document_id = known[0] if known else next(self._ids)
        self._memory.readings[reading.name] = (document_id, recording_id, reading)
        return document_id

    def summaries(self) -> list[DocumentSummary]:
        return [_summary(self._memory, name) for name in sorted(self._memory.readings)]

    def find(self, document_id: int) -> StoredReading | None:
        for name, (each, _, reading) in self._memory.readings.items():
            if each == document_id:
                return StoredReading(_summary(self._memory, name), reading)
        return None


class MemoryPlanStore:
    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._ids = count(1)

    def add(self, recording_id: int, document_id: int, plan: Plan) -> None:
        self._memory.plans[document_id] = (next(self._ids), recording_id, plan)

    def remove(self, recording_id: int, document_id: int) -> None:
        self._memory.plans.pop(document_id, None)

    def current(self) -> StoredPlan | None:
        dated = sorted(self._memory.plans.items(), key=lambda item: (str(item[1][2].as_of or ""), item[1][0]))
        if not dated:
            return None
        document_id, (plan_id, recording_id, plan) = dated[-1]
        title = next(r.title for i, _, r in self._memory.readings.values() if i == document_id)
        return StoredPlan(plan_id, plan, document_id, title, _at(self._memory, recording_id))


def _summary(memory: Memory, name: str) -> DocumentSummary:
    document_id, recording_id, reading = memory.readings[name]
    counts = Counter(finding.verdict for finding in reading.findings)
    at = _at(memory, recording_id)
    return DocumentSummary(document_id, name, reading.title, at, len(reading.document.tables), dict(counts))


def _at(memory: Memory, recording_id: int) -> datetime:
    return next(each.at for each in memory.recordings if each.id == recording_id)
