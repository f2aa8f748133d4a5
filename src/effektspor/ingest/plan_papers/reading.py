"""The one way in: a document → everything that belongs to a plan in it."""

import re
from dataclasses import dataclass

from effektspor.core.document import Document
from effektspor.core.finding import Finding
from effektspor.core.plans.effect_account import EffectAccount
from effektspor.core.plans.flow import FlowTable
from effektspor.core.plans.outlook import BudgetOutlook
from effektspor.core.plans.plan import Plan
from effektspor.core.plans.rounds import Estimates
from effektspor.core.plans.strategy import AdoptedSavings, NoteSection, StrategyNote
from effektspor.ingest.plan_papers.adopted import read_adopted
from effektspor.ingest.plan_papers.context import PlanReading
from effektspor.ingest.plan_papers.effects import read_effect_accounts
from effektspor.ingest.plan_papers.estimates import read_estimates
from effektspor.ingest.plan_papers.flows import read_flows
from effektspor.ingest.plan_papers.notes import case_number, sections_of, written_on
from effektspor.ingest.plan_papers.outlooks import read_outlooks
from effektspor.ingest.plans import plan_table, read_plan
from effektspor.ingest.titles import document_title

_STRATEGY = re.compile(r"strategi(?:notat|plan|opfølgning)?\b|strateginotat", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlanPapers:
    """What a paper holds of plans; `findings` are notes on what looks like it and could not be placed."""

    plan: Plan | None = None
    estimates: tuple[Estimates, ...] = ()
    flows: tuple[FlowTable, ...] = ()
    outlooks: tuple[BudgetOutlook, ...] = ()
    effect_accounts: tuple[EffectAccount, ...] = ()
    adopted: tuple[AdoptedSavings, ...] = ()
    strategy: StrategyNote | None = None
    findings: tuple[Finding, ...] = ()

    def __bool__(self) -> bool:
        """Whether the paper holds anything of a plan."""
        kinds = (self.estimates, self.flows, self.outlooks, self.effect_accounts, self.adopted)
        return self.plan is not None or self.strategy is not None or any(kinds)


def read_plan_papers(document: Document) -> PlanPapers:
    """Return what a paper holds of plans; each table is placed once, the surest kind first."""
    reading = PlanReading(document)
    plan = read_plan(document)
    if plan and (table := plan_table(document)):
        reading.placed.add(table.id)
    flows, estimates = read_flows(reading), read_estimates(reading)
    outlooks, accounts, adopted = read_outlooks(reading), read_effect_accounts(reading), read_adopted(reading)
    strategy = _strategy(document, estimates, adopted, flows)
    return PlanPapers(plan, estimates, flows, outlooks, accounts, adopted, strategy, reading.all_findings())


def _strategy(
    document: Document,
    estimates: tuple[Estimates, ...],
    adopted: tuple[AdoptedSavings, ...],
    flows: tuple[FlowTable, ...],
) -> StrategyNote | None:
    title, sections = document_title(document), sections_of(document)
    if not (_STRATEGY.search(title) or _followed_by_indicators(sections)):
        return None
    return StrategyNote(title, written_on(document), case_number(document), sections, estimates, adopted, flows)


def _followed_by_indicators(sections: tuple[NoteSection, ...]) -> bool:
    """Whether a section names both what shows that it works, and when it was followed up."""
    return any(section.indicators and section.follow_ups for section in sections)
