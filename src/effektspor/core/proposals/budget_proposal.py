"""A budget proposal in the form of a council's budget: today's budget, the changes, staff, and its headings."""

from dataclasses import dataclass
from enum import StrEnum

from effektspor.core.number import Number
from effektspor.core.proposals.details import TextSection
from effektspor.core.unit import THOUSAND, Unit
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts, sum_years


class BudgetChangeKind(StrEnum):
    SAVING = "saving"
    EFFICIENCY = "efficiency"
    EXPANSION = "expansion"

    @property
    def danish(self) -> str:
        return {"saving": "Besparelse", "efficiency": "Effektivisering", "expansion": "Udvidelse"}[self.value]


@dataclass(frozen=True, slots=True)
class BudgetChangeLine:
    """A line of budget changes in øre by year; minus is less spending. `section` is drift or anlæg."""

    kind: BudgetChangeKind
    amounts: YearAmounts
    label: str = ""
    section: str = "drift"


@dataclass(frozen=True, slots=True)
class BudgetProposal:
    """A proposal in the budget's form; its net is computed, and `stated_net` is what the paper prints.

    `staff` is the change in full-time staff (årsværk) by year. `related` are the documents and proposals it hangs
    together with, `works_council` the remarks of the works council (HU, MED).
    """

    title: str
    committee: str = ""
    proposer: str = ""
    spending_type: str = ""
    price_level: str | None = None
    unit: Unit = THOUSAND
    years: tuple[int, ...] = ()
    current_budget: YearAmounts = NOTHING_STATED
    changes: tuple[BudgetChangeLine, ...] = ()
    staff: tuple[tuple[int, Number], ...] = ()
    sections: tuple[TextSection, ...] = ()
    related: tuple[str, ...] = ()
    works_council: str = ""
    code: str = ""
    stated_net: YearAmounts | None = None

    @property
    def net(self) -> YearAmounts:
        """The whole change (samlet ændring, netto), from its lines."""
        return sum_years(line.amounts for line in self.changes)

    @property
    def new_budget(self) -> YearAmounts:
        """Today's budget with the changes."""
        return (self.current_budget + self.net).within(self.current_budget.years)
