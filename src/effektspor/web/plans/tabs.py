"""What all pages of the plan share: its tabs, the plan that is shown, and what the user may do with it."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.urls import reverse

from effektspor.app.plan_edits import edited_plan
from effektspor.app.ports import StoredPlan
from effektspor.core.plans.plan import Plan
from effektspor.web.accounts.access import Level, Page, level_of
from effektspor.web.plans.edits import DjangoMeasureEditStore
from effektspor.web.plans.store import DjangoPlanStore

_TABS = (
    ("handleplan", "Tiltag"),
    ("handleplan-opfoelgninger", "Opfølgninger"),
    ("handleplan-besparelser", "Besparelser og til- og afgang"),
    ("handleplan-budget", "Budget og effekt"),
    ("handleplan-beslutninger", "Beslutninger"),
)
_MOST_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Tab:
    address: str
    label: str
    current: bool


@dataclass(frozen=True, slots=True)
class PlanFrame:
    """`may_change` is to write of measures at all, `may_figures` to write figures, `may_release` to release a paper
    with an open error; `asked` is the plan the address asks for, 0 for the one in force."""

    tabs: tuple[Tab, ...]
    may_change: bool
    may_figures: bool
    may_release: bool
    asked: int


def plan_frame(request: HttpRequest) -> PlanFrame:
    """Return what surrounds a page of the plan; a tab keeps the plan that was chosen."""
    asked = asked_plan(request)
    chosen = f"?plan={asked}" if asked else ""
    tabs = tuple(Tab(reverse(name) + chosen, label, request.path == reverse(name)) for name, label in _TABS)
    return PlanFrame(
        tabs,
        level_of(request.user, Page.PLAN) is Level.CHANGE,
        level_of(request.user, Page.PLAN_FIGURES) is Level.CHANGE,
        level_of(request.user, Page.RELEASES) is Level.CHANGE,
        asked,
    )


def asked_plan(request: HttpRequest) -> int:
    return whole(request.GET.get("plan", ""))


def whole(text: str) -> int:
    """Return a number in an address; anything else, and what no database counts to, is 0."""
    return int(text) if text.isdecimal() and text.isascii() and len(text) < _MOST_DIGITS else 0


def stored_plan(request: HttpRequest) -> StoredPlan | None:
    """Return the plan the address asks for, else the one in force; 404 for one that is not there."""
    asked = asked_plan(request)
    if not asked:
        return DjangoPlanStore().current()
    stored = DjangoPlanStore().find(asked)
    if stored is None:
        raise Http404
    return stored


def with_edits(stored: StoredPlan) -> Plan:
    """Return a plan with what persons say of its measures."""
    return edited_plan(stored.plan, DjangoMeasureEditStore().current(stored.document_id))
