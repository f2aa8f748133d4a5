"""Use cases on papers: read and check them, load them into a store."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from effektspor.app.ports import DocumentStore, PaperFiles, PlanStore, Reading
from effektspor.app.proposals_in_papers import NO_PROPOSALS, find_proposals
from effektspor.core.audit.catalogue import audit_document, by_verdict
from effektspor.core.document import Document
from effektspor.core.finding import Finding
from effektspor.core.plans.plan import Plan
from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.plans import read_plan
from effektspor.ingest.reading import read_document
from effektspor.ingest.titles import document_title

# Told how far reading has come: per cent, and a Danish word for the step.
Tell = Callable[[int, str], None]
# Keeps more of what a paper holds, in the recording that stores it: told the recording's id and the document's.
Keep = Callable[[int, int, Reading], None]


@dataclass(frozen=True, slots=True)
class File:
    """A file as it came: its name and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class PaperStores:
    """Where papers and the plans they hold are stored; `keep` is told of every new reading, in order."""

    documents: DocumentStore
    plans: PlanStore
    keep: Sequence[Keep] = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading did: the readings that were new, how many were known, and the files that could not be read."""

    added: tuple[Reading, ...]
    unchanged: int
    unreadable: tuple[UnreadableDocument, ...]


def _tell_nobody(progress_pct: int, step: str) -> None:
    pass


def read_and_check(file: File, name: str | None = None, tell: Tell = _tell_nobody) -> Reading:
    """Return a paper as it reads, with its sums explained and its findings. Raises UnreadableDocument.

    `name` is the paper's, where the file is a version of it under another name.
    """
    tell(10, "Læser papiret")
    read = replace(read_document(file.name, file.data), name=name or file.name)
    tell(60, "Kontrollerer tallene")
    return _reading(hashlib.sha256(file.data).hexdigest(), *audit_document(read))


def read_whole(file: File, name: str | None = None, tell: Tell = _tell_nobody) -> Reading:
    """Return a paper as `read_and_check` does, with what is said of its proposals and plans. Raises UnreadableDocument.

    That is what could not be placed, what was inferred, and a catalogue at odds with the proposals it lists.
    """
    reading = read_and_check(file, name, tell)
    tell(80, "Læser forslag og planer")
    said = find_proposals(reading.document, reading.findings).findings
    findings = (*reading.findings, *(each for each in said if each.code != NO_PROPOSALS))
    return _reading(reading.sha256, reading.document, by_verdict(findings))


def _reading(sha256: str, document: Document, findings: tuple[Finding, ...]) -> Reading:
    # The digest covers what was read as well, so that a better reader makes a new reading of the same file.
    title = document_title(document)
    digest = hashlib.sha256(f"{sha256}{title}{document!r}{findings!r}".encode()).hexdigest()
    return Reading(document.name, title, sha256, digest, document, findings)


def load_documents(
    files: Iterable[File],
    kept: PaperFiles,
    stores: PaperStores,
    recording: AbstractContextManager[int],
) -> Loaded:
    """Read, check and store papers with the plans they hold: all that is new in one recording, nothing half stored.

    Files that cannot be read are returned, not raised, and not kept. What is known already makes no recording.
    """
    readings, unreadable = _read_all(files, kept)
    fresh = store_readings(readings, stores, recording)
    return Loaded(fresh, len(readings) - len(fresh), tuple(unreadable))


def store_readings(
    readings: Iterable[Reading], stores: PaperStores, recording: AbstractContextManager[int]
) -> tuple[Reading, ...]:
    """Store the readings that are new, with the plans they hold; return which they were.

    The recording is opened when something is new, and only then.
    """
    known = stores.documents.digests()
    fresh = tuple(reading for reading in readings if known.get(reading.name) != reading.digest)
    if fresh:
        with recording as recording_id:
            for reading in fresh:
                _store(recording_id, reading, stores)
    return fresh


def _read_all(files: Iterable[File], kept: PaperFiles) -> tuple[list[Reading], list[UnreadableDocument]]:
    readings: list[Reading] = []
    unreadable: list[UnreadableDocument] = []
    for file in files:
        try:
            readings.append(read_whole(file))
            # Before the database names it, so that no reading is ever without the bytes it was read from.
            kept.keep(file.data)
        except UnreadableDocument as error:
            unreadable.append(error)
    return readings, unreadable


def _store(recording_id: int, reading: Reading, stores: PaperStores) -> None:
    document_id = stores.documents.add(recording_id, reading)
    plan: Plan | None = read_plan(reading.document)
    if plan:
        stores.plans.add(recording_id, document_id, plan)
    else:
        stores.plans.remove(recording_id, document_id)
    for keep in stores.keep:
        keep(recording_id, document_id, reading)
