"""What a business case holds beside its economy: prices, staff, service, shares, pools, follow-up, risk and links."""

from dataclasses import dataclass
from enum import StrEnum

from effektspor.core.number import Number
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts


@dataclass(frozen=True, slots=True)
class TextSection:
    """A heading of the template and what is written under it; paragraphs are parted by an empty line."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class UnitPrice:
    """Antal × enhedspris before and after; `unit` is the unit its price is printed in."""

    label: str
    quantity_before: Number | None
    price_before: Number | None
    quantity_after: Number | None
    price_after: Number | None
    unit: str = "1.000 kr."


@dataclass(frozen=True, slots=True)
class StaffChange:
    """Full-time staff (årsværk) before and after; `change` is what the paper states."""

    label: str
    before: Number | None
    after: Number | None
    change: Number | None = None


@dataclass(frozen=True, slots=True)
class ServiceLevel:
    """What citizens get (serviceniveau) before and after; `subject` is who or what it is about."""

    subject: str
    before: str
    after: str


class AllocationRole(StrEnum):
    SAVING = "saving"
    COST = "cost"
    INVESTMENT = "investment"

    @property
    def danish(self) -> str:
        return {"saving": "Besparelse", "cost": "Omkostninger", "investment": "Investering"}[self.value]


@dataclass(frozen=True, slots=True)
class Allocation:
    """A committee's share (fordeling på udvalg) of one control area; `key_pct` is its fordelingsnøgle, if it has one.

    `amounts` is what the paper states, in øre; `allocate` in `allocation` computes what a key gives.
    """

    committee: str
    role: AllocationRole
    control_area: str
    key_pct: Number | None = None
    amounts: YearAmounts = NOTHING_STATED


@dataclass(frozen=True, slots=True)
class PoolLine:
    """What is asked of an investment pool (investeringspulje); `pool` is its name where one is chosen."""

    label: str
    amounts: YearAmounts
    control_area: str = "Service"
    pool: str = ""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A success criterion: how it is measured, who follows up, and when."""

    criterion: str
    measured_by: str = ""
    responsible: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class PartRisk:
    """The risk of one part of a proposal."""

    part: str
    level: str


@dataclass(frozen=True, slots=True)
class Risk:
    """The risk of a proposal (lav, middel, høj): in all, per part, and why."""

    level: str = ""
    parts: tuple[PartRisk, ...] = ()
    text: str = ""


UNASSESSED = Risk()


class LinkKind(StrEnum):
    """How one proposal stands to another."""

    LINKED = "linked"
    ALTERNATIVE = "alternative"
    REPLACES = "replaces"
    OVERLAPS = "overlaps"

    @property
    def danish(self) -> str:
        return {
            "linked": "Hænger sammen med", "alternative": "Alternativ til", "replaces": "Erstatter",
            "overlaps": "Overlapper",
        }[self.value]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """That a proposal is linked to, an alternative to, a replacement of, or overlaps the one with that code."""

    kind: LinkKind
    code: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class BudgetFields:
    """What a council's budget form asks for beside what a business case holds.

    `current_budget` is øre by year, `staff` the change in full-time staff (årsværk) by year; `related` are documents
    and proposals it hangs together with, `works_council` the remarks of the works council (HU, MED).
    """

    committee: str = ""
    spending_type: str = ""
    current_budget: YearAmounts = NOTHING_STATED
    staff: tuple[tuple[int, Number], ...] = ()
    related: tuple[str, ...] = ()
    works_council: str = ""


@dataclass(frozen=True, slots=True)
class BudgetBase:
    """The budget a saving is a share of: "Hovedaktivitet Hjælpemidler, 119,9 mio. kr. i 2017"."""

    activity: str
    ore: int
    year: int | None = None
