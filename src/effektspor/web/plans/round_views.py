"""Writing of follow-up rounds: add one, correct it, take it back."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from effektspor.app.follow_up_rounds import (
    RoundStores,
    add_round,
    added_round,
    begin_series,
    correct_round,
    label_taken,
    own_title,
    take_back_round,
)
from effektspor.app.plan_ports import StoredRound, StoredSeries
from effektspor.app.ports import StoredPlan
from effektspor.core.plans.printed_as import PrintedAs
from effektspor.web.accounts.access import Level, Page, requires, user_of
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.plans.estimates import DjangoEstimateStore
from effektspor.web.plans.forms import YEARS_AHEAD, RoundForm
from effektspor.web.plans.store import DjangoPlanStore
from effektspor.web.plans.tabs import plan_frame, whole

_REFUSED = 422


@dataclass(frozen=True, slots=True)
class Asked:
    """What is written of: a series, or a plan that gets its first; and the round that is corrected, if any."""

    series: StoredSeries | None
    plan: StoredPlan | None
    correcting: StoredRound | None

    @property
    def title(self) -> str:
        return self.series.estimates.title if self.series else own_title(self.plan) if self.plan else ""

    @property
    def printed(self) -> PrintedAs:
        if self.series:
            return self.series.estimates.printed
        assert self.plan is not None, "a round belongs to a series or to a plan"
        return PrintedAs(self.plan.plan.unit, self.plan.plan.decimals, self.plan.plan.price_level)

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the series and one more; of a plan its year and three ahead."""
        if self.series and (years := self.series.estimates.years):
            return (*years, years[-1] + 1)
        first = self.plan.plan.year if self.plan else None
        return tuple(range(first, first + YEARS_AHEAD + 1)) if first is not None else ()


@requires(Page.PLAN_FIGURES, Level.CHANGE)
def round_form(request: HttpRequest) -> HttpResponse:
    """Show the form of a new round, or of one that is corrected."""
    asked = _asked(request.GET)
    return _show(request, asked, RoundForm(None, asked.printed, asked.years, asked.correcting))


@requires(Page.PLAN_FIGURES, Level.CHANGE)
@require_POST
def save_round(request: HttpRequest) -> HttpResponse:
    """Keep a round, and go to its series."""
    asked = _asked(request.POST)
    form = RoundForm(request.POST, asked.printed, asked.years)
    but = asked.correcting.id if asked.correcting else None
    if form.is_valid() and label_taken(asked.series, form.cleaned_data["label"], but):
        form.add_error("label", "Der er allerede en opfølgning af det navn. Giv den et andet.")
    if form.errors:
        return _show(request, asked, form, _REFUSED)
    series_id = _keep(asked, form, DjangoRecordings(user_of(request)))
    return redirect(f"{reverse('handleplan-opfoelgninger')}#raekke-{series_id}")


@requires(Page.PLAN_FIGURES, Level.CHANGE)
@require_POST
def take_back(request: HttpRequest) -> HttpResponse:
    """Take back a round that a person added."""
    series_id = whole(request.POST.get("serie", ""))
    take_back_round(series_id, whole(request.POST.get("runde", "")), _stores(), DjangoRecordings(user_of(request)))
    return redirect(f"{reverse('handleplan-opfoelgninger')}#raekke-{series_id}")


def _keep(asked: Asked, form: RoundForm, recordings: DjangoRecordings) -> int:
    """Write the round and return its series."""
    if asked.series is None:
        assert asked.plan is not None, "a round belongs to a series or to a plan"
        return begin_series(asked.plan, form.round(), _stores(), recordings)
    if asked.correcting:
        correct_round(asked.series.id, asked.correcting.id, form.round(), _stores(), recordings)
    else:
        add_round(asked.series.id, form.round(), _stores(), recordings)
    return asked.series.id


def _asked(said: QueryDict) -> Asked:
    """What the address or the form names; without a series the plan that is named, or the one in force."""
    estimates = DjangoEstimateStore()
    if series_id := whole(said.get("serie", "")):
        series = estimates.find(series_id)
        if series is None:
            raise Http404
        correcting = whole(said.get("ret", ""))
        return Asked(series, None, added_round(series, correcting) if correcting else None)
    plan_id = whole(said.get("plan", ""))
    plan = DjangoPlanStore().find(plan_id) if plan_id else DjangoPlanStore().current()
    if plan is None:
        raise Http404
    own = next((each for each in estimates.all() if each.own and each.document_id == plan.document_id), None)
    return Asked(own, plan, None)


def _stores() -> RoundStores:
    store = DjangoEstimateStore()
    return RoundStores(store, store)


def _show(request: HttpRequest, asked: Asked, form: RoundForm, status: int = 200) -> HttpResponse:
    context = {"asked": asked, "form": form.described(), "errors": form.error_list(), "frame": plan_frame(request)}
    return render(request, "plans/ret_opfoelgning.html", context, status=status)
