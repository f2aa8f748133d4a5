"""Writing of a measure: the form, keeping it, undoing it, and taking a remark back."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from effektspor.app.own_plan import OWN_PLAN, OWN_TITLE, own_plan
from effektspor.app.plan_edits import EditStores, edit_measure, edited_plan, take_back_comment, undo_edit
from effektspor.core.plans.plan import Measure, Plan
from effektspor.reports.sentence import anchor_of
from effektspor.web.accounts.access import Level, Page, level_of, requires, user_of
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.plans.edits import DjangoMeasureCommentStore, DjangoMeasureEditStore
from effektspor.web.plans.forms import MeasureForm
from effektspor.web.plans.measure_tables import ADOPTED
from effektspor.web.plans.store import DjangoPlanStore
from effektspor.web.plans.tabs import plan_frame, whole
from effektspor.web.proposals.decisions import DjangoAdoptedMeasureStore

_REFUSED = 422


@dataclass(frozen=True, slots=True)
class Written:
    """A measure that is written of: its plan as the paper or the decisions say it, and with what persons say."""

    document_id: int
    source: str
    own: Plan
    plan: Plan
    measure: Measure

    @property
    def address(self) -> str:
        return address_of(self.document_id, self.measure.number)


@requires(Page.PLAN, Level.CHANGE)
def measure_form(request: HttpRequest, document_id: int, number: str) -> HttpResponse:
    """Show the form of a measure with what is said of it now."""
    written = _measure(document_id, number)
    form = MeasureForm(None, written.plan, written.measure, figures=_may_figures(request))
    return _show(request, written, form)


@requires(Page.PLAN, Level.CHANGE)
@require_POST
def save_measure(request: HttpRequest, document_id: int, number: str) -> HttpResponse:
    """Keep what was written, and go back to the measure."""
    written = _measure(document_id, number)
    form = MeasureForm(request.POST, written.plan, written.measure, figures=_may_figures(request))
    if not form.is_valid():
        return _show(request, written, form, _REFUSED)
    stores = EditStores(DjangoMeasureEditStore(), DjangoMeasureCommentStore())
    recordings = DjangoRecordings(user_of(request))
    edit_measure(written.own, form.edit(document_id), stores, recordings, form.cleaned_data["comment"])
    return redirect(written.address)


@requires(Page.PLAN_FIGURES, Level.CHANGE)
@require_POST
def undo(request: HttpRequest, document_id: int, number: str) -> HttpResponse:
    """Bring back what was said before the latest edit."""
    undo_edit(document_id, number, DjangoMeasureEditStore(), DjangoRecordings(user_of(request)))
    return redirect(address_of(document_id, number))


@requires(Page.PLAN, Level.CHANGE)
@require_POST
def comment_back(request: HttpRequest, document_id: int) -> HttpResponse:
    """Take back a remark."""
    comment_id = whole(request.POST.get("kommentar", ""))
    take_back_comment(document_id, comment_id, DjangoMeasureCommentStore(), DjangoRecordings(user_of(request)))
    return redirect(address_of(document_id, request.POST.get("nr", "")))


def _measure(document_id: int, number: str) -> Written:
    """A measure as it is said now, with its plan; 404 where there is none."""
    own, source = _plan(document_id)
    plan = edited_plan(own, DjangoMeasureEditStore().current(document_id))
    measure = next((each for each in plan.measures if each.number == number), None)
    if measure is None:
        raise Http404
    return Written(document_id, source, own, plan, measure)


def _plan(document_id: int) -> tuple[Plan, str]:
    """A paper's plan, or that of adopted proposals, and what it is from."""
    if document_id == OWN_PLAN:
        return own_plan(DjangoAdoptedMeasureStore().current()), OWN_TITLE
    stored = DjangoPlanStore().find(document_id)
    if stored is None:
        raise Http404
    return stored.plan, stored.document_title


def _may_figures(request: HttpRequest) -> bool:
    return level_of(request.user, Page.PLAN_FIGURES) is Level.CHANGE


def _show(request: HttpRequest, written: Written, form: MeasureForm, status: int = 200) -> HttpResponse:
    number = written.measure.number
    context = {
        "written": written,
        "measure": written.measure,
        "form": form.described(),
        "errors": form.error_list(),
        "frame": plan_frame(request),
        "edit": DjangoMeasureEditStore().current(written.document_id).get(number),
        "comments": DjangoMeasureCommentStore().current(written.document_id).get(number, ()),
    }
    return render(request, "plans/ret_tiltag.html", context, status=status)


def address_of(document_id: int, number: str) -> str:
    """Return where a measure stands on the plan's page: open in its plan, or in the table of adopted proposals."""
    if document_id == OWN_PLAN:
        return f"{reverse('handleplan')}#{ADOPTED}"
    return f"{reverse('handleplan')}?plan={document_id}#status-{anchor_of(number)}"
