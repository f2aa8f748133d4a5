"""The ports in memory: the plain reference the databases are held against."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count

from effektspor.app.ports import (
    DocumentSummary,
    FindingCounts,
    FindingFilter,
    Job,
    JobState,
    ListedFinding,
    Reading,
    Recorded,
    Ruling,
    RulingKind,
    RulingState,
    StoredPlan,
    StoredReading,
    Upload,
)
from effektspor.core.audit.fingerprint import fingerprint_findings
from effektspor.core.finding import Finding, Verdict
from effektspor.core.plans.plan import Plan

_FIRST = datetime(2026, 1, 1, 12, tzinfo=UTC)


@dataclass
class Memory:
    """All that is stored; copied whole when a recording opens, so that it can be put back."""

    recordings: list[Recorded] = field(default_factory=list)
    readings: dict[str, tuple[int, int, Reading]] = field(default_factory=dict)
    plans: dict[int, tuple[int, int, Plan]] = field(default_factory=dict)
    rulings: dict[tuple[int, str], Ruling] = field(default_factory=dict)
    hashes: set[str] = field(default_factory=set)


class MemoryRecordings:
    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._ids = count(1)

    @contextmanager
    def record(self, use_case: str, reason: str = "") -> Iterator[int]:
        memory = self._memory
        before = (list(memory.recordings), dict(memory.readings), dict(memory.plans), dict(memory.rulings))
        recording_id = next(self._ids)
        memory.recordings.append(
            Recorded(recording_id, _FIRST + timedelta(seconds=recording_id), "systemet", use_case, reason)
        )
        try:
            yield recording_id
        except BaseException:
            memory.recordings, memory.readings, memory.plans, memory.rulings = before
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
        self._memory.hashes.add(reading.sha256)
        return document_id

    def summaries(self) -> list[DocumentSummary]:
        return [_summary(self._memory, name) for name in sorted(self._memory.readings)]

    def find(self, document_id: int) -> StoredReading | None:
        for name, (each, _, reading) in self._memory.readings.items():
            if each == document_id:
                return StoredReading(_summary(self._memory, name), reading)
        return None

    def uses(self, sha256: str) -> bool:
        return sha256 in self._memory.hashes


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


class MemoryRulingStore:
    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def add(self, recording_id: int, document_id: int, fingerprint: str, kind: RulingKind, reason: str) -> None:
        ruling = Ruling(kind, reason, "systemet", _at(self._memory, recording_id))
        self._memory.rulings[document_id, fingerprint] = ruling

    def close(self, recording_id: int, document_id: int, fingerprint: str) -> None:
        self._memory.rulings.pop((document_id, fingerprint), None)

    def current(self, document_id: int) -> Mapping[str, Ruling]:
        return {mark: ruling for (each, mark), ruling in self._memory.rulings.items() if each == document_id}


class MemoryFindingList:
    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def matching(self, asked: FindingFilter, start: int = 0, stop: int | None = None) -> list[ListedFinding]:
        verdicts = list(Verdict)
        found = [each for each in self._all() if _matches(each, asked)]
        found.sort(key=lambda each: (verdicts.index(each.finding.verdict), each.document_name, each.number))
        return found[start:stop]

    def count(self, asked: FindingFilter) -> int:
        return len(self.matching(asked))

    def counts(self, asked: FindingFilter) -> FindingCounts:
        return FindingCounts(
            verdicts={verdict: self.count(replace(asked, verdict=verdict)) for verdict in Verdict},
            codes=tuple(sorted({each.finding.code for each in self._all()})),
            documents=tuple(sorted({(each.document_id, each.document_title) for each in self._all()},
                                   key=lambda each: each[1])),
        )  # fmt: skip

    def _all(self) -> list[ListedFinding]:
        return [
            ListedFinding(document_id, name, reading.title, number, finding, ruling)
            for name, (document_id, _, reading) in self._memory.readings.items()
            for number, (finding, ruling) in enumerate(_ruled(self._memory, name), start=1)
        ]


class MemoryPaperFiles:
    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def keep(self, data: bytes) -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        self._kept[sha256] = data
        return sha256

    def read(self, sha256: str) -> bytes | None:
        return self._kept.get(sha256)

    def discard(self, sha256: str) -> None:
        self._kept.pop(sha256, None)


class MemoryJobStore:
    def __init__(self) -> None:
        self._jobs: dict[int, Job] = {}

    def add(self, upload: Upload) -> Job:
        now = datetime.now(UTC)
        job = Job(len(self._jobs) + 1, upload, "systemet", now, now)
        self._jobs[job.id] = job
        return job

    def claim(self, job_id: int, stale_before: datetime) -> Job | None:
        job = self._jobs[job_id]
        stale = job.state is JobState.RUNNING and job.heartbeat_at < stale_before
        if job.state is not JobState.QUEUED and not stale:
            return None
        self.save(replace(job, state=JobState.RUNNING, progress_pct=0, step=""))
        return self._jobs[job_id]

    def save(self, job: Job) -> None:
        self._jobs[job.id] = replace(job, heartbeat_at=datetime.now(UTC))

    def has_newer(self, job: Job) -> bool:
        return any(
            each.id > job.id and each.upload.name == job.upload.name and each.state is JobState.DONE
            for each in self._jobs.values()
        )

    def unfinished(self) -> list[Job]:
        return [job for job in self._jobs.values() if not job.state.finished]

    def since(self, moment: datetime) -> list[Job]:
        asked = [job for job in self._jobs.values() if not job.state.finished or job.created_at >= moment]
        latest = {job.upload.name: job for job in asked}
        return sorted(latest.values(), key=lambda job: -job.id)


def _matches(each: ListedFinding, asked: FindingFilter) -> bool:
    kind = each.ruling.kind if each.ruling else None
    wanted = None if asked.ruling in (None, RulingState.NONE) else RulingKind(asked.ruling.value)
    if asked.verdict and asked.ruling is None and kind is RulingKind.NOT_A_FAULT:
        return False
    return (
        asked.verdict in (None, each.finding.verdict)
        and asked.code in (None, each.finding.code)
        and asked.document_id in (None, each.document_id)
        and (asked.ruling is None or kind == wanted)
    )


def _ruled(memory: Memory, name: str) -> list[tuple[Finding, Ruling | None]]:
    document_id, _, reading = memory.readings[name]
    marks = fingerprint_findings(reading.name, reading.document, reading.findings)
    found = zip(reading.findings, marks, strict=True)
    return [(finding, memory.rulings.get((document_id, mark))) for finding, mark in found]


def _dismissed(ruling: Ruling | None) -> bool:
    return ruling is not None and ruling.kind is RulingKind.NOT_A_FAULT


def _summary(memory: Memory, name: str) -> DocumentSummary:
    document_id, recording_id, reading = memory.readings[name]
    ruled = _ruled(memory, name)
    return DocumentSummary(
        document_id,
        name,
        reading.title,
        _at(memory, recording_id),
        len(reading.document.tables),
        dict(Counter(finding.verdict for finding, ruling in ruled if not _dismissed(ruling))),
        ruled_count=sum(ruling is not None for _, ruling in ruled),
        dismissed_count=sum(_dismissed(ruling) for _, ruling in ruled),
    )


def _at(memory: Memory, recording_id: int) -> datetime:
    return next(each.at for each in memory.recordings if each.id == recording_id)
