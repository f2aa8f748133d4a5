"""What the simulation moves: citizens, grants, price lines and changes while they come about.

Mutable, unlike the core: a year of a municipality is a row of events. Ends are half-open, as in the core.
"""

from dataclasses import dataclass, field
from datetime import date

from effektspor.core.grants.grant import EndReason, EndsKind, GrantStatus
from effektspor.core.grants.price_line import LineKind, PriceLine, PriceUnit
from effektspor.simulator.providers import Provider
from effektspor.simulator.services import Service


@dataclass(slots=True, eq=False)
class Line:
    """A price line; `earlier_ore` is what was believed to be its price until `recorded_on`."""

    line_id: str
    amount_ore: int
    unit: PriceUnit
    quantity: int
    start: date
    end: date | None
    kind: LineKind
    recorded_on: date
    supersedes: str = ""
    earlier_ore: int | None = None

    @property
    def runs(self) -> bool:
        return self.unit not in (PriceUnit.ONCE, PriceUnit.ATTENDANCE)

    @property
    def makes_person(self) -> bool:
        return self.kind is LineKind.BASE and self.unit is not PriceUnit.ONCE

    def covers(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    def priced(self) -> PriceLine:
        """Return it as the core has it."""
        return PriceLine(self.amount_ore, self.unit, self.quantity, self.start, self.end, self.kind)


@dataclass(slots=True, eq=False)
class Citizen:
    """Someone under a pseudonym. `is_marked`: a change names a grant of theirs, so nothing else moves them."""

    key: str
    area: str
    target_group: str
    team: str
    age_group: str
    arrived_on: date
    turned_18_on: date | None = None
    left_on: date | None = None
    left_reason: EndReason | None = None
    is_marked: bool = False
    stays: list["Stay"] = field(default_factory=list)

    def may_get(self, section: str, day: date) -> bool:
        """Whether a grant of the section would be a new one, and not by accident continue or double another."""
        return all(
            stay.service.section != section or (stay.end is not None and (day - stay.end).days > 60)
            for stay in self.stays
        )


@dataclass(slots=True, eq=False)
class Stay:
    """A grant: its header, its lines, and the grant it continues under a new number."""

    grant_id: str
    citizen: Citizen
    service: Service
    provider: Provider
    start: date
    end: date | None
    review_on: date
    decided_on: date
    ends_kind: EndsKind = EndsKind.REVIEW
    status: GrantStatus | None = None
    end_reason: EndReason | None = None
    continues: "Stay | None" = None
    ended_by: "Change | None" = None
    continued_by: "Stay | None" = None
    is_attended: bool = False
    is_after: bool = False
    probability_pct: int = 100
    year_ore: int | None = None
    lines: list[Line] = field(default_factory=list)

    @property
    def running(self) -> list[Line]:
        """Its lines that last as long as itself."""
        return [line for line in self.lines if line.end == self.end and line.runs]

    @property
    def first(self) -> "Stay":
        """The grant that its chain of prolongations began with."""
        return self if self.continues is None else self.continues.first

    @property
    def last(self) -> "Stay":
        return self if self.continued_by is None else self.continued_by.last

    @property
    def is_real(self) -> bool:
        """Whether it is paid, and not only asked for or expected."""
        return self.status is None or self.status.is_real

    def covers(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)


@dataclass(slots=True, eq=False)
class Change:
    """What a measure changed: as it was, and where it is marked wrongly, as it is marked."""

    change_id: str
    measure: str
    kind: str
    effective_on: date
    citizen: Citizen | None = None
    before: list[Stay] = field(default_factory=list)
    after: list[Stay] = field(default_factory=list)
    baseline_end: date | None = None
    accounts: str = ""
    ore_by_year: dict[int, int] = field(default_factory=dict)
    evidence: str = ""
    has_effect: bool = True
    marked_on: date | None = None
    marked_after: list[Stay] | None = None

    @property
    def shown_on(self) -> date:
        return self.effective_on if self.marked_on is None else self.marked_on

    @property
    def shown_after(self) -> list[Stay]:
        return self.after if self.marked_after is None else self.marked_after

    @property
    def is_of_grants(self) -> bool:
        return self.kind not in ("avoided", "budget")


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """A fault that was planted among the changes."""

    change_id: str
    kind: str
    grant_id: str
