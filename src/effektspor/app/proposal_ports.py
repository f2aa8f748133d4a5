"""What the use cases on proposals need from a store: proposals and their revisions, drafts, decisions and catalogues.

Every write takes the id of an open recording. A revision is never changed: a new one is written.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from effektspor.core.plans.convention import Convention
from effektspor.core.plans.plan import Measure
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.catalogue import Catalogue
from effektspor.core.proposals.details import Link
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts


class Outcome(StrEnum):
    """What was decided of a proposal."""

    ADOPTED = "adopted"
    PARTLY = "partly"
    REJECTED = "rejected"
    SENT_BACK = "sent_back"

    @property
    def danish(self) -> str:
        return {"adopted": "Vedtaget", "partly": "Delvist vedtaget", "rejected": "Afvist",
                "sent_back": "Sendt tilbage"}[self.value]  # fmt: skip

    @property
    def makes_measure(self) -> bool:
        return self in (Outcome.ADOPTED, Outcome.PARTLY)


@dataclass(frozen=True, slots=True)
class Revision:
    """One immutable version of a proposal, numbered from 1; `note` says what changed, `document_id` where it stood.

    `author` is the user name of who wrote the proposal's first revision, "" where that was read from a paper.
    """

    proposal_id: int
    number: int
    case: BusinessCase
    by: str
    at: datetime
    note: str = ""
    document_id: int | None = None
    author: str = ""


@dataclass(frozen=True, slots=True)
class RevisionHead:
    """A revision in a list, without its case."""

    number: int
    label: str
    by: str
    at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision on one revision: the outcome, the body that took it and its date.

    `adopted` is what an outcome in part adopts of the permanent change, in øre by year; empty for a whole one.
    `ended_at` is when another decision took its place or it was taken back; None while it is in force.
    """

    proposal_id: int
    revision: int
    outcome: Outcome
    body: str
    decided_on: date
    note: str = ""
    adopted: YearAmounts = NOTHING_STATED
    by: str = ""
    at: datetime | None = None
    id: int | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ProposalSummary:
    """A proposal in a list: its newest revision's columns, and the decision in force on it, if any.

    `replaced_by` is the code of the proposal whose newest revision says that it replaces this one, "" for none.
    """

    id: int
    code: str
    title: str
    target_group: str
    revision: int
    label: str
    net: YearAmounts
    decision: Decision | None
    has_draft: bool = False
    replaced_by: str = ""
    links: tuple[Link, ...] = ()


class ProposalStore(Protocol):
    """Proposals by code; each keeps all its revisions."""

    def add(self, recording_id: int, case: BusinessCase, note: str = "", document_id: int | None = None) -> Revision:
        """Store a case as the newest revision of its code's proposal; the first makes the proposal."""
        ...

    def find(self, code: str) -> Revision | None:
        """Return a proposal's newest revision."""
        ...

    def revision(self, code: str, number: int) -> Revision | None:
        """Return one revision of a proposal."""
        ...

    def history(self, code: str) -> list[RevisionHead]:
        """Return a proposal's revisions without their cases, the newest first."""
        ...

    def newest(self, codes: Collection[str]) -> Mapping[str, Revision]:
        """Return the newest revision of each code that is a proposal, in a constant number of queries."""
        ...

    def summaries(self) -> list[ProposalSummary]:
        """Return every proposal, by code, in a constant number of queries."""
        ...


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person has typed and not yet made a revision of: the form's own fields, kept as they are.

    `key` is the proposal's code, or "ny" for one that is none yet; `based_on` the revision it began from, 0 for none.
    """

    key: str
    fields: Mapping[str, str]
    based_on: int
    by: str
    at: datetime


class DraftStore(Protocol):
    """One draft per person and proposal. A draft is no statement: it is written over, and gone when it is saved.

    `by` is a user name; a draft is its writer's, who is known by the recording.
    """

    def save(self, recording_id: int, key: str, based_on: int, fields: Mapping[str, str]) -> None: ...

    def find(self, key: str, by: str) -> Draft | None: ...

    def discard(self, recording_id: int, key: str, by: str) -> None: ...

    def keys(self, by: str) -> list[str]:
        """Return what a person has drafts of, in order."""
        ...


class DecisionStore(Protocol):
    """Decisions in recorded time: a new one on the same proposal closes the one before it, and both are kept."""

    def add(self, recording_id: int, decision: Decision) -> int: ...

    def close(self, recording_id: int, proposal_id: int) -> None:
        """Take back the decision in force on a proposal, if there is one; it is kept."""
        ...

    def current(self, proposal_id: int) -> Decision | None: ...

    def history(self, proposal_id: int | None = None) -> list[Decision]:
        """Return the decisions on one proposal, or all, the newest first."""
        ...


@dataclass(frozen=True, slots=True)
class BudgetChange:
    """What an adopted proposal changes on one account in one year, in øre; minus is less spending."""

    proposal_id: int
    decision_id: int
    account: str
    year: int
    ore: int


class BudgetChangeStore(Protocol):
    """Changes of the budget in recorded time; they hold as long as the decision they follow from."""

    def add(self, recording_id: int, changes: Collection[BudgetChange]) -> None: ...

    def close(self, recording_id: int, proposal_id: int) -> None: ...

    def current(self, proposal_id: int | None = None) -> list[BudgetChange]:
        """Return those in force on one proposal, or all, by account and year."""
        ...


@dataclass(frozen=True, slots=True)
class FollowUp:
    """That a success criterion is looked at by somebody on a day; `done_on` is the day it was."""

    proposal_id: int
    decision_id: int
    criterion: str
    measured_by: str = ""
    responsible: str = ""
    when: str = ""
    due: date | None = None
    done_on: date | None = None
    id: int | None = None


class FollowUpStore(Protocol):
    """Follow-ups in recorded time; one that is done is kept as it was before, too."""

    def add(self, recording_id: int, follow_ups: Collection[FollowUp]) -> None: ...

    def close(self, recording_id: int, proposal_id: int) -> None: ...

    def finish(self, recording_id: int, follow_up_id: int, done_on: date | None) -> None:
        """Say that one was done on a day, or that it was not after all; one that is not in force is left alone."""
        ...

    def current(self, proposal_id: int | None = None) -> list[FollowUp]:
        """Return those in force on one proposal, or all, the earliest due first and those without a day last."""
        ...


@dataclass(frozen=True, slots=True)
class AdoptedMeasure:
    """The measure a decision makes of a proposal: its targets in øre by year, saving plus and investment minus.

    `indicators` are the success criteria it is followed by.
    """

    proposal_id: int
    decision_id: int
    revision: int
    code: str
    title: str
    targets: YearAmounts
    owner: str = ""
    investment: bool = False
    convention: Convention = Convention.LEVEL
    indicators: tuple[str, ...] = ()

    def in_year(self, year: int) -> Measure:
        """Return the measure as a plan of that year lists it, nothing realised yet."""
        return Measure(self.code, self.title, self.targets.at(year), None)


class AdoptedMeasureStore(Protocol):
    """The measures of decisions in force."""

    def add(self, recording_id: int, measures: Collection[AdoptedMeasure]) -> None: ...

    def close(self, recording_id: int, proposal_id: int) -> None: ...

    def current(self, proposal_id: int | None = None) -> list[AdoptedMeasure]:
        """Return those in force of one proposal, or all, by code; a proposal's savings before its investments."""
        ...


@dataclass(frozen=True, slots=True)
class StoredCatalogue:
    """A catalogue and the paper it was read from."""

    id: int
    catalogue: Catalogue
    document_id: int
    document_title: str


class CatalogueStore(Protocol):
    """The catalogue read from each paper: revised whole, the old kept."""

    def add(self, recording_id: int, document_id: int, catalogue: Catalogue) -> int: ...

    def remove(self, recording_id: int, document_id: int) -> None: ...

    def find(self, catalogue_id: int) -> StoredCatalogue | None: ...

    def all(self) -> list[StoredCatalogue]: ...


@dataclass(frozen=True, slots=True)
class CatalogueChoice:
    """A proposal as a catalogue of our own lists it: under which target group, and which part of it.

    `share` names a part of its permanent change, `investment` one of its implementation cost; "" is the whole, and an
    investment of None is not listed. `revision` is the one it is pinned to, None while it follows the newest.
    """

    code: str
    target_group: str
    share: str = ""
    investment: str | None = None
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class OwnCatalogue:
    """A catalogue that is assembled here: what is chosen, in order, and never an amount.

    Target groups stand in the order their first proposal does. `price_level` is the one that all amounts are converted
    to, "" for each proposal's own; `locked_on` the day it was locked for a meeting. `number` is what it is known by,
    `version` the recording of this version; both are 0 before it is kept.
    """

    title: str
    choices: tuple[CatalogueChoice, ...]
    price_level: str = ""
    locked_on: date | None = None
    number: int = 0
    version: int = 0
    by: str = ""
    at: datetime | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(choice.code for choice in self.choices)


class OwnCatalogueStore(Protocol):
    """Catalogues of our own in recorded time: a change closes the version before it, and all are kept."""

    def add(self, recording_id: int, catalogue: OwnCatalogue) -> int:
        """Keep a catalogue as the newest version of its number; 0 gives it a new one. Return the number."""
        ...

    def close(self, recording_id: int, number: int) -> None:
        """Remove a catalogue from view; it is kept, and the same number brings it back."""
        ...

    def find(self, number: int) -> OwnCatalogue | None: ...

    def history(self, number: int) -> list[OwnCatalogue]:
        """Return all versions of a catalogue, the newest first, also of one that is removed."""
        ...

    def all(self) -> list[OwnCatalogue]:
        """Return those in view, by title and number, in a constant number of queries."""
        ...

    def removed(self) -> list[OwnCatalogue]:
        """Return the last version of each that is removed, by title and number, in a constant number of queries."""
        ...


class PinnedRevisions(Protocol):
    """Revisions that are not the newest, many at a time."""

    def at(self, numbers: Collection[tuple[str, int]]) -> Mapping[tuple[str, int], Revision]:
        """Return the revisions of those (code, number), in a constant number of queries."""
        ...
