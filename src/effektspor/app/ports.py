"""What the use cases need from a store: small protocols, which web implements and tests hold to one contract.

Every write takes the id of an open recording: there is no other way to write.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from effektspor.core.document import Document
from effektspor.core.finding import Finding, Verdict
from effektspor.core.plans.plan import Plan


@dataclass(frozen=True, slots=True)
class Recorded:
    """A recording as others see it: its rising id, when, by whom, in which use case and why."""

    id: int
    at: datetime
    by: str
    use_case: str
    reason: str = ""


class Recordings(Protocol):
    """The only way to write: a recording opens the transaction and is the write log."""

    def record(self, use_case: str, reason: str = "") -> AbstractContextManager[int]:
        """Open a transaction and yield the id its rows carry; an exception leaves nothing behind."""
        ...

    def latest(self) -> Recorded | None:
        """Return the last recording that was kept."""
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """A paper as it was read and checked; `digest` says whether reading it again gave anything new."""

    name: str
    title: str
    sha256: str
    digest: str
    document: Document
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A paper in a list: its current reading, and how many findings of each verdict it has.

    `counts` leaves out what a person has ruled not a fault: those are `dismissed_count`. `ruled_count` is every
    finding with a ruling.
    """

    id: int
    name: str
    title: str
    read_at: datetime
    table_count: int
    counts: Mapping[Verdict, int] = field(default_factory=dict)
    ruled_count: int = 0
    dismissed_count: int = 0

    @property
    def finding_count(self) -> int:
        return sum(self.counts.values()) + self.dismissed_count


@dataclass(frozen=True, slots=True)
class StoredReading:
    summary: DocumentSummary
    reading: Reading


class DocumentStore(Protocol):
    """Papers: a name is one document; reading it anew closes the old reading and keeps it."""

    def digests(self) -> Mapping[str, str]:
        """Return the digest of each document's current reading, by name."""
        ...

    def add(self, recording_id: int, reading: Reading) -> int:
        """Store a reading as its document's current one and return the document's id."""
        ...

    def summaries(self) -> list[DocumentSummary]:
        """Return every document, by name, in a constant number of queries."""
        ...

    def find(self, document_id: int) -> StoredReading | None:
        """Return a document's current reading, or None when there is no such document."""
        ...

    def uses(self, sha256: str) -> bool:
        """Return whether any reading, current or old, is of the file with that hash."""
        ...


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """The plan in force, and the paper it was read from."""

    id: int
    plan: Plan
    document_id: int
    document_title: str
    read_at: datetime


class PlanStore(Protocol):
    """The plan read from each paper: revised whole, the old kept."""

    def add(self, recording_id: int, document_id: int, plan: Plan) -> None:
        """Store the plan a paper holds now, closing the one it held before."""
        ...

    def remove(self, recording_id: int, document_id: int) -> None:
        """Close the plan of a paper that no longer holds one; the old is kept."""
        ...

    def current(self) -> StoredPlan | None:
        """Return the plan with the latest date, or None when no paper holds one."""
        ...


class RulingKind(StrEnum):
    """A person's word on a finding."""

    CONFIRMED = "confirmed"
    NOT_A_FAULT = "not_a_fault"

    @property
    def danish(self) -> str:
        return {"confirmed": "Bekræftet", "not_a_fault": "Ikke en fejl"}[self.value]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A ruling in force: what was said of a finding, why, by whom and when."""

    kind: RulingKind
    reason: str
    by: str
    at: datetime


class RulingStore(Protocol):
    """Rulings in recorded time, keyed by the finding's fingerprint, so that a new version of a paper keeps them."""

    def add(self, recording_id: int, document_id: int, fingerprint: str, kind: RulingKind, reason: str) -> None:
        """Store the ruling in force on a finding, closing the one before it."""
        ...

    def close(self, recording_id: int, document_id: int, fingerprint: str) -> None:
        """Close the ruling in force on a finding; it is kept as it was."""
        ...

    def current(self, document_id: int) -> Mapping[str, Ruling]:
        """Return the rulings in force on a paper, by fingerprint."""
        ...


class RulingState(StrEnum):
    """What a list of findings is asked for: those without a ruling, or with one of either kind."""

    NONE = "none"
    CONFIRMED = "confirmed"
    NOT_A_FAULT = "not_a_fault"

    @property
    def danish(self) -> str:
        return "Ikke afgjort" if self is RulingState.NONE else RulingKind(self.value).danish


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """Which findings are asked for; what is None is not asked about."""

    verdict: Verdict | None = None
    code: str | None = None
    document_id: int | None = None
    ruling: RulingState | None = None


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """A finding in a list across papers: `number` is the one it has on its paper's page."""

    document_id: int
    document_name: str
    document_title: str
    number: int
    finding: Finding
    ruling: Ruling | None = None


@dataclass(frozen=True, slots=True)
class FindingCounts:
    """How many findings there are of each verdict, and the codes and papers (id and title) that have any."""

    verdicts: Mapping[Verdict, int]
    codes: tuple[str, ...]
    documents: tuple[tuple[int, str], ...]


class FindingList(Protocol):
    """The findings of all current readings: the surest first, then by paper."""

    def matching(self, asked: FindingFilter, start: int = 0, stop: int | None = None) -> list[ListedFinding]:
        """Return the findings that are asked for, or a page of them, in a constant number of queries."""
        ...

    def count(self, asked: FindingFilter) -> int:
        """Return how many findings are asked for."""
        ...

    def counts(self, asked: FindingFilter) -> FindingCounts:
        """Return what a filter can choose: verdicts are counted within the rest of what is asked for."""
        ...


class PaperFiles(Protocol):
    """The bytes of papers that were uploaded, by their sha256; the names they came with are no part of it."""

    def keep(self, data: bytes) -> str:
        """Store bytes whole or not at all and return their sha256; known bytes are stored once."""
        ...

    def read(self, sha256: str) -> bytes | None:
        """Return the bytes, or None when they are not kept."""
        ...

    def discard(self, sha256: str) -> None:
        """Delete bytes that nothing is read from."""
        ...


class JobState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"

    @property
    def finished(self) -> bool:
        return self in (JobState.DONE, JobState.FAILED)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was uploaded: the paper it is a version of, the name it came with, and its bytes' hash."""

    name: str
    file_name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Job:
    """Long work on an uploaded file, and how far it has come; `message` says in Danish why it failed."""

    id: int
    upload: Upload
    by: str
    created_at: datetime
    heartbeat_at: datetime
    state: JobState = JobState.QUEUED
    progress_pct: int = 0
    step: str = ""
    message: str = ""
    document_id: int | None = None


class JobStore(Protocol):
    """Long work and its progress. No recording: what a job writes of papers has its own."""

    def add(self, upload: Upload) -> Job:
        """Queue the reading of an uploaded file."""
        ...

    def claim(self, job_id: int, stale_before: datetime) -> Job | None:
        """Start a job that is queued, or that runs without a sign of life since then; None when it is neither."""
        ...

    def save(self, job: Job) -> None:
        """Keep how far a job has come, with a sign of life now."""
        ...

    def has_newer(self, job: Job) -> bool:
        """Return whether a later upload of the same paper has been read."""
        ...

    def unfinished(self) -> list[Job]:
        """Return the jobs that are queued or running, the oldest first."""
        ...

    def since(self, moment: datetime) -> list[Job]:
        """Return each paper's latest job that is unfinished or was made since a moment, the newest first."""
        ...
