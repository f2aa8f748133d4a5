"""A budget proposal as a business case, and a business case in the budget's form: one proposal, two templates."""

from effektspor.core.proposals.budget_proposal import BudgetChangeKind, BudgetChangeLine, BudgetProposal
from effektspor.core.proposals.business_case import BusinessCase, StatedCase
from effektspor.core.proposals.change_line import SERVICE, ChangeLine, LineKind
from effektspor.core.proposals.details import BudgetFields

CAPITAL = "Anlæg"


def case_of_budget(proposal: BudgetProposal, code: str) -> BusinessCase:
    """Return a budget proposal as a business case under a code: its changes are permanent lines, all else is kept."""
    return BusinessCase(
        code=code,
        title=proposal.title,
        price_level=proposal.price_level,
        unit=proposal.unit,
        years=proposal.years,
        submitted_by=proposal.proposer,
        sections=proposal.sections,
        lines=tuple(_line(each, proposal.spending_type or SERVICE) for each in proposal.changes if each.amounts),
        stated=StatedCase(permanent=proposal.stated_net),
        budget_fields=BudgetFields(
            committee=proposal.committee,
            spending_type=proposal.spending_type,
            current_budget=proposal.current_budget,
            staff=proposal.staff,
            related=proposal.related,
            works_council=proposal.works_council,
        ),
    )


def budget_of_case(case: BusinessCase) -> BudgetProposal:
    """Return a business case in the budget's form: every line is a change of the budget, its control area the section.

    A line that saves is an efficiency (effektivisering), unless its label says besparelse; one that costs expands.
    """
    fields = case.budget_fields or BudgetFields(spending_type=_spending_type(case))
    return BudgetProposal(
        title=case.title,
        committee=fields.committee,
        proposer=case.submitted_by,
        spending_type=fields.spending_type,
        price_level=case.price_level,
        unit=case.unit,
        years=case.years,
        current_budget=fields.current_budget,
        changes=tuple(_change(line) for line in case.lines),
        staff=fields.staff,
        sections=case.sections,
        related=fields.related,
        works_council=fields.works_council,
        code=case.code,
        stated_net=case.stated.permanent if case.budget_fields else None,
    )


def _line(change: BudgetChangeLine, control_area: str) -> ChangeLine:
    area = CAPITAL if change.section.casefold() == CAPITAL.casefold() else control_area
    return ChangeLine(change.label or change.kind.danish, LineKind.PERMANENT, change.amounts, area)


def _change(line: ChangeLine) -> BudgetChangeLine:
    named = next((kind for kind in BudgetChangeKind if line.label.casefold() == kind.danish.casefold()), None)
    saves = sum(ore for _, ore in line.amounts.pairs) < 0
    kind = named or (_saving_kind(line.label) if saves else BudgetChangeKind.EXPANSION)
    section = "anlæg" if line.control_area.casefold() == CAPITAL.casefold() else "drift"
    return BudgetChangeLine(kind, line.amounts, "" if named else line.label, section)


def _saving_kind(label: str) -> BudgetChangeKind:
    words = label.casefold()
    return BudgetChangeKind.SAVING if "besparelse" in words or "reduktion" in words else BudgetChangeKind.EFFICIENCY


def _spending_type(case: BusinessCase) -> str:
    return ", ".join(dict.fromkeys(line.control_area for line in case.lines))
