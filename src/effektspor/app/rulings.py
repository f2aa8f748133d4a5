"""Use cases on findings: a person's ruling, and taking it back."""

from dataclasses import dataclass

from effektspor.app.errors import NotPossible
from effektspor.app.ports import DocumentStore, Recordings, RulingKind, RulingStore, StoredReading
from effektspor.core.audit.fingerprint import fingerprint_findings

_GONE = "Fundet står ikke længere i papiret. Åbn papiret igen, og se de fund, det har nu."


def fingerprints_of(stored: StoredReading) -> tuple[str, ...]:
    """Return the fingerprint of each finding of a paper, in the order of its findings."""
    reading = stored.reading
    return fingerprint_findings(reading.name, reading.document, reading.findings)


@dataclass(frozen=True, slots=True)
class AskedRuling:
    """What a person says of a finding, and why."""

    document_id: int
    fingerprint: str
    kind: RulingKind
    reason: str = ""


def rule(asked: AskedRuling, documents: DocumentStore, rulings: RulingStore, recordings: Recordings) -> None:
    """Rule on a finding the paper has now. Raises NotPossible when it has it no longer, or a reason is missing."""
    if asked.kind is RulingKind.NOT_A_FAULT and not asked.reason:
        raise NotPossible("Skriv, hvorfor det ikke er en fejl.")
    stored = documents.find(asked.document_id)
    if stored is None or asked.fingerprint not in fingerprints_of(stored):
        raise NotPossible(_GONE)
    with recordings.record("rulings.rule", asked.reason) as recording_id:
        rulings.add(recording_id, asked.document_id, asked.fingerprint, asked.kind, asked.reason)


def undo_ruling(document_id: int, fingerprint: str, rulings: RulingStore, recordings: Recordings) -> None:
    """Take back the ruling in force; one that is taken back already makes no recording."""
    if fingerprint in rulings.current(document_id):
        with recordings.record("rulings.undo") as recording_id:
            rulings.close(recording_id, document_id, fingerprint)
