"""What the use cases on plans need from a store: what persons say beside a paper, estimates, and papers' tables.

Every write takes the id of an open recording. What a paper says and what a person says are both kept: reading the
paper anew replaces the one and leaves the other.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from effektspor.app.ports import Recorded, StoredPlan
from effektspor.core.plans.effect_account import EffectAccount
from effektspor.core.plans.flow import FlowTable
from effektspor.core.plans.outlook import BudgetOutlook
from effektspor.core.plans.rounds import Estimates, FollowUpRound
from effektspor.core.plans.strategy import AdoptedSavings, StrategyNote
from effektspor.core.plans.targets import Targets


@dataclass(frozen=True, slots=True)
class PlanHead:
    """A plan in a list, without its measures; it is known by its paper's number, which outlives a new reading."""

    document_id: int
    title: str
    document_title: str
    as_of: date | None
    read_at: datetime
    measure_count: int


class PlanList(Protocol):
    """The plans there are; which of them is in force is `app.ports.PlanStore.current`."""

    def heads(self) -> list[PlanHead]:
        """Return every plan, the latest date first and those without a date last, in a constant number of queries."""
        ...

    def find(self, document_id: int) -> StoredPlan | None:
        """Return the plan a paper holds now, or None."""
        ...

    def changes(self) -> list[Recorded]:
        """Return the recordings that read a plan or changed one, the newest first."""
        ...


@dataclass(frozen=True, slots=True)
class MeasureEdit:
    """What a person says of a measure beside its paper; a part that is None is as the paper says.

    `expected_ore` is what it is expected to come to at year end, in øre, saving plus.
    """

    document_id: int
    number: str
    owner: str | None = None
    indicators: tuple[str, ...] | None = None
    targets: Targets | None = None
    expected_ore: int | None = None
    status_text: str | None = None
    by: str = ""
    at: datetime | None = None


class MeasureEditStore(Protocol):
    """Edits in recorded time: a new one on the same measure closes the one before it, and both are kept."""

    def add(self, recording_id: int, edit: MeasureEdit) -> None: ...

    def close(self, recording_id: int, document_id: int, number: str) -> None:
        """Let the paper speak for itself again; the edit is kept as it was."""
        ...

    def current(self, document_id: int) -> Mapping[str, MeasureEdit]:
        """Return the edits in force on a plan, by the measure's number, in a constant number of queries."""
        ...

    def history(self, document_id: int, number: str) -> list[MeasureEdit]:
        """Return every edit of a measure, the newest first."""
        ...


@dataclass(frozen=True, slots=True)
class MeasureComment:
    """A person's remark on a measure."""

    id: int
    document_id: int
    number: str
    text: str
    by: str
    at: datetime


class MeasureCommentStore(Protocol):
    """Remarks on measures in recorded time; one that is taken back is kept."""

    def add(self, recording_id: int, document_id: int, number: str, text: str) -> None: ...

    def close(self, recording_id: int, comment_id: int) -> None: ...

    def current(self, document_id: int) -> Mapping[str, tuple[MeasureComment, ...]]:
        """Return the remarks in force on a plan, by the measure's number, the oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class StoredRound:
    """A round of a series; `by` and `at` say who added it and when, where it is not the paper's own."""

    id: int
    round: FollowUpRound
    by: str = ""
    at: datetime | None = None

    @property
    def added(self) -> bool:
        """Whether a person added it."""
        return self.at is not None


@dataclass(frozen=True, slots=True)
class StoredSeries:
    """Successive estimates of one thing; `own` is True where a person began the series and no paper holds it."""

    id: int
    document_id: int
    document_title: str
    estimates: Estimates
    rounds: tuple[StoredRound, ...]
    own: bool = False


class EstimateStore(Protocol):
    """Estimates by round as rows: series, round, year, øre."""

    def replace(self, recording_id: int, document_id: int, read: Collection[Estimates]) -> None:
        """Store the series a paper holds now: one that is as before stays, the others are closed and kept.

        Rounds that persons added to a series stay with the series of that title, until the paper says them itself.
        """
        ...

    def all(self) -> list[StoredSeries]:
        """Return every series by its paper's title and its place there, in a constant number of queries."""
        ...

    def find(self, series_id: int) -> StoredSeries | None: ...

    def estimates_of_year(self, series_id: int, year: int) -> list[tuple[str, int]]:
        """Return what each round said of a year, in øre and in the rounds' order: one query."""
        ...


class RoundStore(Protocol):
    """Rounds that persons add."""

    def begin(self, recording_id: int, document_id: int, series: Estimates) -> int:
        """Begin a series of one's own beside a plan, and return its id."""
        ...

    def add(self, recording_id: int, series_id: int, added: FollowUpRound) -> int:
        """Add a round to a series and return its id."""
        ...

    def close(self, recording_id: int, round_id: int) -> None:
        """Take back a round that a person added; a paper's own round is left alone."""
        ...


PlanPart = AdoptedSavings | FlowTable | BudgetOutlook | EffectAccount | StrategyNote


@dataclass(frozen=True, slots=True)
class StoredPart:
    """What a paper holds around a plan, and which paper."""

    id: int
    document_id: int
    document_title: str
    part: PlanPart


class PlanPartStore(Protocol):
    """Adopted savings, flows, outlooks of budgets, effect accounts and strategy notes, as their papers hold them."""

    def replace(self, recording_id: int, document_id: int, parts: Collection[PlanPart]) -> None:
        """Store what a paper holds now; what it held before is closed and kept, and nothing is written where both
        are the same."""
        ...

    def all(self) -> list[StoredPart]:
        """Return every part in force by its paper's title and its place there, in a constant number of queries."""
        ...


@dataclass(frozen=True, slots=True)
class NoteText:
    """What a person wrote under a heading of a strategy note."""

    document_id: int
    heading: str
    text: str
    by: str
    at: datetime


class NoteTextStore(Protocol):
    """Texts of strategy notes in recorded time: a new one closes the one before it."""

    def add(self, recording_id: int, document_id: int, heading: str, text: str) -> None: ...

    def close(self, recording_id: int, document_id: int, heading: str) -> None: ...

    def current(self, document_id: int) -> Mapping[str, NoteText]:
        """Return the texts in force on a paper's note, by heading."""
        ...
