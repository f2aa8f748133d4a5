"""What the use cases need from a store: small protocols, which web implements and tests hold to one contract.

Every write takes the id of an open recording: there is no other way to write.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
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
    """A paper in a list: its current reading, and how many findings of each verdict it has."""

    id: int
    name: str
    title: str
    read_at: datetime
    table_count: int
    counts: Mapping[Verdict, int] = field(default_factory=dict)

    @property
    def finding_count(self) -> int:
        return sum(self.counts.values())


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
