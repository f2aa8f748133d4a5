"""What the use cases on our own papers need from a store: releases, and the municipality's own Word templates.

Every write takes the id of an open recording.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol


class PaperKind(StrEnum):
    """The papers we print; the value is the word in their addresses."""

    STATUS = "handleplan"
    NOTE = "strateginotat"
    ANNEX = "bilag-1a"
    CASE = "forslag"
    BUDGET = "budgetforslag"

    @property
    def danish(self) -> str:
        return _DANISH[self]

    @property
    def suffixes(self) -> tuple[str, ...]:
        """What it can be made as, the one sent to a committee first."""
        return _SUFFIXES[self]


_DANISH = {
    PaperKind.STATUS: "Status på handleplanen",
    PaperKind.NOTE: "Strateginotat",
    PaperKind.ANNEX: "Bilag 1a",
    PaperKind.CASE: "Business case",
    PaperKind.BUDGET: "Budgetforslag",
}
_SUFFIXES = {
    PaperKind.STATUS: ("pdf", "docx", "xlsx"),
    PaperKind.NOTE: ("pdf", "docx"),
    PaperKind.ANNEX: ("pdf", "docx", "xlsx"),
    PaperKind.CASE: ("pdf", "docx"),
    PaperKind.BUDGET: ("pdf", "docx"),
}


@dataclass(frozen=True, slots=True)
class PaperRelease:
    """That a paper was let out: which, as what, from which data, and why where it had an open error.

    `key` is the plan's, the note's or the catalogue's document, or the proposal's code; `version` a proposal's
    revision, 0 for the others. `sha256` is of the file; `data_sha256` of what it says whatever day it is made on;
    `data_id` is the newest recording in its data; `template_sha256` is "" where it has no Word template. `marks` are
    the lines the paper prints of its errors. `recording_id`, `by` and `at` are the store's.
    """

    kind: PaperKind
    key: str
    version: int
    title: str
    suffix: str
    made_on: date
    sha256: str
    data_sha256: str
    data_id: int
    template_sha256: str = ""
    reason: str = ""
    marks: tuple[str, ...] = ()
    recording_id: int = 0
    by: str = ""
    at: datetime | None = None


class ReleaseStore(Protocol):
    """Releases; none is ever changed or taken away."""

    def add(self, recording_id: int, release: PaperRelease) -> None: ...

    def latest(self) -> Mapping[tuple[PaperKind, str], PaperRelease]:
        """Return the last release of each paper that has one, by kind and key, in a constant number of queries."""
        ...

    def all(self, start: int = 0, stop: int | None = None) -> list[PaperRelease]:
        """Return the releases, the newest first, or a page of them."""
        ...

    def count(self) -> int: ...


@dataclass(frozen=True, slots=True)
class StoredTemplate:
    """A municipality's own Word template that is in use: what it takes the place of, its file, and who put it there."""

    name: str
    sha256: str
    by: str
    at: datetime


class TemplateStore(Protocol):
    """Own Word templates by name ("forslag.docx") in recorded time: a new one closes the one before it."""

    def add(self, recording_id: int, name: str, sha256: str) -> None: ...

    def close(self, recording_id: int, name: str) -> None:
        """Take the template out of use; it is kept."""
        ...

    def current(self) -> Mapping[str, StoredTemplate]:
        """Return those in use, by name."""
        ...
