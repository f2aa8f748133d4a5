"""What each page of the plan is made of, read once: its tables are the same on the page and in a file."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from effektspor.app.own_plan import OWN_PLAN, own_number, own_plan
from effektspor.app.plan_edits import edited_plan
from effektspor.reports.plan_status import compute_plan_status
from effektspor.reports.sentence import Segment
from effektspor.web.findings.store import DjangoFindingList
from effektspor.web.plans.around_page import PartView, budget_views, savings_views
from effektspor.web.plans.edits import DjangoMeasureCommentStore, DjangoMeasureEditStore
from effektspor.web.plans.estimates import DjangoEstimateStore
from effektspor.web.plans.filters import Choice, MeasureFilter, asked_by, choices_of, filtered, query_of
from effektspor.web.plans.log_page import changes_table, decisions_table, log_key
from effektspor.web.plans.measure_tables import Adopted, adopted_table, status_table, targets_table
from effektspor.web.plans.measure_tables import changes_table as budget_changes_table
from effektspor.web.plans.page import Beside, PlanView, plan_view
from effektspor.web.plans.parts import DjangoPlanPartStore
from effektspor.web.plans.rounds_page import SeriesView, series_views
from effektspor.web.plans.shown import ShownTable
from effektspor.web.plans.store import DjangoPlanStore
from effektspor.web.plans.tabs import asked_plan, plan_frame, stored_plan, whole
from effektspor.web.proposals.decisions import (
    DjangoAdoptedMeasureStore,
    DjangoBudgetChangeStore,
    DjangoDecisionStore,
)
from effektspor.web.proposals.store import DjangoProposalStore


@dataclass(frozen=True, slots=True)
class MeasuresContent:
    """The page of measures; `view` is None without a plan, and `measures` are those the filter shows."""

    view: PlanView | None
    asked: MeasureFilter
    choices: tuple[Choice, ...]
    status: ShownTable | None
    targets: ShownTable | None
    adopted: tuple[ShownTable, ...]
    query: str
    shown: int = 0
    count: int = 0

    @property
    def tables(self) -> Iterable[ShownTable]:
        return (*(table for table in (self.status, self.targets) if table), *self.adopted)


def measures_content(request: HttpRequest) -> MeasuresContent:
    """Return the measures the address asks for, with totals of what is shown, and those of adopted proposals."""
    stored, asked = stored_plan(request), asked_by(request.GET)
    adopted = tuple(table for table in _adopted_tables(plan_frame(request).may_change) if table)
    query = query_of(asked, asked_plan(request))
    if stored is None:
        return MeasuresContent(None, asked, (), None, None, adopted, query)
    beside = Beside(
        DjangoMeasureEditStore().current(stored.document_id), DjangoMeasureCommentStore().current(stored.document_id)
    )
    whole_plan = edited_plan(stored.plan, beside.edits)
    plan = filtered(whole_plan, asked)
    report = compute_plan_status(plan, timezone.localdate(), stored.document_title)
    view = plan_view(stored, plan, report, beside)
    return MeasuresContent(
        view, asked, choices_of(whole_plan, asked), status_table(view, plan), targets_table(plan), adopted, query,
        len(plan.measures), len(whole_plan.measures),
    )  # fmt: skip


def _adopted_tables(may_change: bool) -> Iterable[ShownTable | None]:
    decisions = {each.id: each for each in DjangoDecisionStore().history() if each.id and not each.ended_at}
    measures = DjangoAdoptedMeasureStore().current()
    numbers = [own_number(each) for each in measures] if may_change else []
    adopted = Adopted(
        measures,
        decisions,
        DjangoBudgetChangeStore().current(),
        edited_plan(own_plan(measures), DjangoMeasureEditStore().current(OWN_PLAN)),
        DjangoMeasureCommentStore().current(OWN_PLAN),
        {number: reverse("handleplan-tiltag", args=[OWN_PLAN, number]) for number in numbers},
    )
    return adopted_table(adopted), budget_changes_table(adopted)


@dataclass(frozen=True, slots=True)
class Papers:
    """Which papers a page can be asked for, and which it is asked for (0 for all)."""

    offered: tuple[tuple[int, str], ...]
    asked: int

    @property
    def query(self) -> str:
        return f"?papir={self.asked}" if self.asked else ""


def rounds_content(request: HttpRequest) -> tuple[list[SeriesView], Papers]:
    """Return the series of estimates of the papers that are asked for."""
    series = DjangoEstimateStore().all()
    papers = _papers(request, ((each.document_id, each.document_title) for each in series))
    shown = [each for each in series if papers.asked in (0, each.document_id)]
    return series_views(shown, DjangoFindingList()), papers


def savings_content(request: HttpRequest) -> tuple[list[PartView], Papers]:
    return _parts(request, savings_views(DjangoPlanPartStore().all()))


def budget_content(request: HttpRequest) -> tuple[list[PartView], Papers]:
    return _parts(request, budget_views(DjangoPlanPartStore().all()))


def _parts(request: HttpRequest, views: list[PartView]) -> tuple[list[PartView], Papers]:
    papers = _papers(request, ((view.stored.document_id, view.stored.document_title) for view in views))
    return [view for view in views if papers.asked in (0, view.stored.document_id)], papers


def _papers(request: HttpRequest, offered: Iterable[tuple[int, str]]) -> Papers:
    papers = tuple(dict.fromkeys(offered))
    asked = whole(request.GET.get("papir", ""))
    return Papers(papers, asked if asked in dict(papers) else 0)


def log_content() -> tuple[tuple[Segment, ...], tuple[ShownTable, ...]]:
    """Return a sentence on the decisions on proposals, and the tables of them and of the changes of plans."""
    decisions = DjangoDecisionStore().history()
    codes = {each.id: each.code for each in DjangoProposalStore().summaries()}
    tables = (
        decisions_table(decisions, codes),
        changes_table(DjangoPlanStore().changes()),
    )
    return log_key(decisions), tuple(table for table in tables if table)
