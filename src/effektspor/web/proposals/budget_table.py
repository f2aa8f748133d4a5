"""A proposal against the budget it changes: today's budget, the change, and the new budget, year by year."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from effektspor.core.number import rounded_number
from effektspor.core.proposals.budget_form_of import budget_of_case
from effektspor.core.proposals.budget_proposal import BudgetProposal
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.details import BudgetFields
from effektspor.reports.budget_form import years_of
from effektspor.web.proposals.amounts import amount_cells, shown_decimals


@dataclass(frozen=True, slots=True)
class BudgetRow:
    label: str
    cells: tuple[str, ...]
    css: str = ""


@dataclass(frozen=True, slots=True)
class BudgetTable:
    """What the budget's form asks of a proposal, and what its lines make of it."""

    asked: BudgetFields
    years: tuple[int, ...]
    rows: tuple[BudgetRow, ...]

    @property
    def facts(self) -> str:
        return " · ".join(text for text in (self.asked.committee, self.asked.spending_type) if text)


def budget_table(case: BusinessCase) -> BudgetTable | None:
    """Return a proposal against its budget; None where it answers nothing of the budget's form."""
    if case.budget_fields is None:
        return None
    proposal = budget_of_case(case)
    years = years_of(proposal)
    return BudgetTable(case.budget_fields, years, tuple(_rows(proposal, years)))


def _rows(proposal: BudgetProposal, years: tuple[int, ...]) -> Iterator[BudgetRow]:
    unit = proposal.unit
    if proposal.current_budget:
        parts = (proposal.current_budget, proposal.net, proposal.new_budget)
        decimals = shown_decimals(unit, parts)
        budget, change, new = (amount_cells(each, years, unit, decimals) for each in parts)
        yield BudgetRow("Nuværende budget", budget)
        yield BudgetRow("Ændring, netto", change)
        yield BudgetRow("Nyt budget", new, "sub")
        yield BudgetRow("Ændringens andel, pct.", tuple(change_pct(proposal, year) for year in years))
    if proposal.staff:
        staff = dict(proposal.staff)
        yield BudgetRow("Ændring i årsværk", tuple(staff[y].danish() if y in staff else "" for y in years))


def change_pct(proposal: BudgetProposal, year: int) -> str:
    """Return how much of a year's budget the change is, in per cent with its sign; "" where there is no budget."""
    budget, change = proposal.current_budget.at(year), proposal.net.at(year)
    if budget is None or budget <= 0 or change is None:
        return ""
    return rounded_number(Fraction(100 * change, budget), 1).danish()
