"""A change of grants or of a budget, marked under a measure: what it names, and when it takes effect."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class ChangeKind(StrEnum):
    """What was done. `avoided` and `budget` show in no grant: their amounts are stated."""

    HOMECOMING = "homecoming"
    OWN_HOME = "own_home"
    STEP_DOWN = "step_down"
    RATE = "rate"
    REDUCTION = "reduction"
    ENDED = "ended"
    AVOIDED = "avoided"
    BUDGET = "budget"

    @property
    def is_stated(self) -> bool:
        """Whether its amounts by year are stated, and not computed from grants."""
        return self in (ChangeKind.AVOIDED, ChangeKind.BUDGET)

    @property
    def needs_replacement(self) -> bool:
        """Whether the citizen is given something else: without it the saving is too large."""
        return self in (ChangeKind.HOMECOMING, ChangeKind.OWN_HOME, ChangeKind.STEP_DOWN)


class Evidence(StrEnum):
    """How sure a realised amount is (DESIGN §4, "How sure")."""

    GRANTS = "grants"
    ACCOUNTS = "accounts"
    ESTIMATE = "estimate"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Change:
    """What a measure did: the grants it ended and those that came in their place.

    `effective_on` is the first day the old is no longer paid. `baseline_end` is the day after the last on which the old
    would have been paid anyway; None is open. `ore_by_year` is what a stated change saves, saving positive.
    """

    change_id: str
    measure: str
    citizen: str
    kind: ChangeKind
    before: tuple[str, ...]
    after: tuple[str, ...]
    effective_on: date
    baseline_end: date | None = None
    accounts: tuple[str, ...] = ()
    ore_by_year: Mapping[int, int] = field(default_factory=dict)
    evidence: str = ""

    @property
    def order(self) -> tuple[date, str]:
        """Changes happen in this order, whatever the order they are entered in."""
        return self.effective_on, self.change_id
