"""What follows from adopting a proposal: the measures of the plan, and what is still to be shared on accounts."""

from collections.abc import Iterable

from effektspor.app.proposal_ports import AdoptedMeasure, BudgetChange, Decision, Revision
from effektspor.core.plans.convention import Convention, told_as
from effektspor.core.proposals.totals import compute_totals
from effektspor.core.year_amounts import YearAmounts, sum_years


def adopted_amounts(revision: Revision, decision: Decision) -> YearAmounts:
    """Return what a decision adopts of the permanent change, in øre by year, saving minus: all of it, or the part."""
    if not decision.outcome.makes_measure:
        return YearAmounts()
    return decision.adopted or compute_totals(revision.case).permanent


def measures_of(
    revision: Revision,
    decision: Decision,
    decision_id: int,
    owner: str = "",
    convention: Convention = Convention.LEVEL,
) -> tuple[AdoptedMeasure, ...]:
    """Return the measures a decision makes: the saving with its targets by year, and the investment it takes.

    Targets are the adopted permanent change with its sign turned, so that a saving is plus. The case's amounts are what
    each year differs from the budget, so they are levels; in another convention they are told as that, and so is the
    investment, for the measures of one plan add up. A rejection makes none.
    """
    if not decision.outcome.makes_measure:
        return ()
    case = revision.case
    indicators = tuple(each.criterion for each in case.criteria if each.criterion)
    saving = AdoptedMeasure(
        revision.proposal_id,
        decision_id,
        revision.number,
        case.code,
        case.title,
        told_as(-adopted_amounts(revision, decision), Convention.LEVEL, convention),
        owner,
        convention=convention,
        indicators=indicators,
    )
    cost = compute_totals(case).implementation
    if not any(ore for _, ore in cost.pairs):
        return (saving,)
    investment = AdoptedMeasure(
        revision.proposal_id,
        decision_id,
        revision.number,
        case.code,
        f"Investering: {case.title}",
        told_as(-cost, Convention.LEVEL, convention),
        owner,
        investment=True,
        convention=convention,
    )
    return saving, investment


def unshared(adopted: YearAmounts, changes: Iterable[BudgetChange]) -> YearAmounts:
    """Return what accounts do not yet share of the adopted amounts, in øre by year; nothing where all is shared."""
    shared = sum_years(YearAmounts(((each.year, each.ore),)) for each in changes)
    return YearAmounts(tuple(pair for pair in (adopted + -shared).pairs if pair[1]))
