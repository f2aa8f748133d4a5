"""What a paper holds beside proposals, as Danish lines: plan, estimates by round, flows, outlook and effect account."""

from collections.abc import Iterator

from effektspor.core.plans.effect_account import EffectAccount
from effektspor.core.plans.flow import FlowTable
from effektspor.core.plans.outlook import BudgetOutlook
from effektspor.core.plans.plan import Plan
from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.plans.rounds import Estimates
from effektspor.core.year_amounts import YearAmounts
from effektspor.ingest.plan_papers.reading import PlanPapers


def plan_papers_as_lines(papers: PlanPapers) -> Iterator[str]:
    """Yield a head and its figures for each thing that a paper holds of plans."""
    if papers.plan:
        yield from _plan(papers.plan)
    for estimates in papers.estimates:
        yield from _estimates(estimates)
    for flows in papers.flows:
        yield from _flows(flows)
    for outlook in papers.outlooks:
        yield from _outlook(outlook)
    for account in papers.effect_accounts:
        yield from _account(account)


def _plan(plan: Plan) -> Iterator[str]:
    printed = PrintedAs(plan.unit, plan.decimals)
    yield f"Handleplan: {plan.title}, {len(plan.measures)} tiltag, {plan.unit.name}"
    target, realised = plan.target.net.shown_ore, plan.realised.net.shown_ore
    yield f"  Netto: mål {printed.danish(target)} · realiseret {printed.danish(realised)}"


def _estimates(estimates: Estimates) -> Iterator[str]:
    asked = f" (spørg: ligner {estimates.printed.asked_unit.name})" if estimates.printed.asked_unit else ""
    yield f"Opfølgninger: {estimates.title}, {estimates.printed.unit.name}{asked}"
    for each in estimates.rounds:
        yield f"  {each.label}: {_by_year(each.amounts, estimates.printed)}"


def _flows(flows: FlowTable) -> Iterator[str]:
    yield f"Til- og afgang: {flows.title}"
    yield from (f"  {place.name}: {place.as_sum()}" for place in flows.places if place.as_sum())


def _outlook(outlook: BudgetOutlook) -> Iterator[str]:
    yield f"Budget og skøn: {outlook.title}, {outlook.printed.unit.name}"
    rows = (
        ("Korrigeret", outlook.corrected.shown),
        ("Forventet", outlook.expected.shown),
        ("Tiltag", outlook.measures.shown),
        ("Estimeret budget", outlook.estimated_budget.shown),
        ("Mod korrigeret", outlook.budget_difference.shown),
    )
    yield from (f"  {name}: {_by_year(amounts, outlook.printed)}" for name, amounts in rows if amounts)


def _account(account: EffectAccount) -> Iterator[str]:
    yield f"Effektregnskab: {account.title}, {account.printed.unit.name}"
    yield f"  Realiseret: {_by_year(account.realised, account.printed)}"
    if account.targets:
        yield f"  Mål: {_by_year(account.targets.stated, account.printed)}"


def _by_year(amounts: YearAmounts, printed: PrintedAs) -> str:
    return " · ".join(f"{year} {printed.danish(ore)}" for year, ore in amounts.pairs)
