"""Letting our own paper out: it passes our own checks, or it says itself which error is open and why it goes out."""

from dataclasses import dataclass

from effektspor.core.audit.catalogue import audit_document
from effektspor.core.cpr import hide_cpr
from effektspor.core.document import Document
from effektspor.core.finding import Finding, Verdict
from effektspor.reports.errors import PaperNotReleased
from effektspor.reports.sentence import one_line


@dataclass(frozen=True, slots=True)
class Release:
    """What a paper says of the errors it goes out with: `marks` are the lines it prints, none where it has no error."""

    reason: str = ""
    marks: tuple[str, ...] = ()


CLEAN = Release()


def check_release(title: str, document: Document, reason: str = "") -> Release:
    """Return what a paper must say to go out.

    Raises PaperNotReleased when one of our own checks finds an error in it and no reason is given.
    """
    errors = open_errors(document)
    if not errors:
        return CLEAN
    said = hide_cpr(one_line(reason))
    if not said:
        raise PaperNotReleased(title, errors)
    return Release(said, (*(_mark(error) for error in errors), f"Begrundelse: {said}"))


def open_errors(document: Document) -> list[Finding]:
    """Return the errors our own checks find in a paper, as they would in anyone's."""
    return [finding for finding in audit_document(document)[1] if finding.verdict is Verdict.ERROR]


def _mark(error: Finding) -> str:
    where = error.place.danish() or "papiret"
    return one_line(f"Frigivet med en åben fejl: {error.code} ved {where}: {error.message}")
