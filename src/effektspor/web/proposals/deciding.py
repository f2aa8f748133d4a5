"""Deciding on a proposal, taking it back, and following up on what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from effektspor.app.proposal_ports import Outcome, Revision
from effektspor.app.proposal_reading import clean_fields
from effektspor.app.proposals import decide, finish_follow_up, undo_decision
from effektspor.core.plans.convention import Convention
from effektspor.core.proposals.details import Criterion
from effektspor.web.accounts.access import Level, Page, requires
from effektspor.web.proposals.decision_form import DecisionReading, initial_fields, rows, with_account
from effektspor.web.proposals.permissions import may_decide, may_write
from effektspor.web.proposals.stores import stores_of
from effektspor.web.proposals.views import found

_REFUSED = 422


@dataclass(frozen=True, slots=True)
class Typed:
    """A field of the form: its name, what is typed in it, and what is wrong."""

    name: str
    value: str
    error: str
    label: str


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    criterion: Criterion
    responsible: Typed
    due: Typed


@dataclass(frozen=True, slots=True)
class AccountRow:
    account: Typed
    amounts: tuple[Typed, ...]


@requires(Page.DECISIONS, Level.CHANGE)
def decision(request: HttpRequest, code: str) -> HttpResponse:
    """Show the form of a decision on the newest revision, or record what it says."""
    revision = found(stores_of(request).proposals.find(code))
    today = timezone.localdate()
    if request.method != "POST":
        return _show(request, revision, initial_fields(revision, today), {})
    fields = clean_fields({name: str(text) for name, text in request.POST.items() if name != "csrfmiddlewaretoken"})
    reading = DecisionReading(revision, fields, today)
    if request.POST.get("handling") == "tilfoej":
        return _show(request, revision, with_account(fields, reading.years), {})
    asked = reading.asked()
    if asked is None:
        return _show(request, revision, fields | {"revision": str(revision.number)}, reading.errors, _REFUSED)
    decide(stores_of(request), asked, today)
    return redirect("forslag-et", code)


@requires(Page.DECISIONS, Level.CHANGE)
@require_POST
def undo(request: HttpRequest, code: str) -> HttpResponse:
    """Take back the decision in force."""
    found(stores_of(request).proposals.find(code))
    undo_decision(stores_of(request), code)
    return redirect("forslag-et", code)


@requires(Page.PROPOSALS)
@require_POST
def follow_up(request: HttpRequest, code: str) -> HttpResponse:
    """Say that a follow-up is done today, or that it is not after all."""
    stores = stores_of(request)
    revision = found(stores.proposals.find(code))
    if not (may_write(request.user, revision) or may_decide(request.user)):
        raise PermissionDenied
    asked = request.POST.get("opfoelgning", "")
    done_on = timezone.localdate() if request.POST.get("udfoert") == "ja" else None
    if asked.isdecimal() and len(asked) < 16:
        finish_follow_up(stores, revision.proposal_id, int(asked), done_on)
    return redirect(reverse("forslag-et", args=[code]) + "#opfoelgning")


def _show(
    request: HttpRequest, revision: Revision, fields: Mapping[str, str], errors: Mapping[str, str], status: int = 200
) -> HttpResponse:
    def typed(name: str, label: str = "") -> Typed:
        return Typed(name, fields.get(name, ""), errors.get(name, ""), label)

    years = DecisionReading(revision, fields, timezone.localdate()).years
    context = {
        "revision": revision,
        "case": revision.case,
        "outcomes": list(Outcome),
        "fields": {name: typed(name) for name in ("udfald", "organ", "dato", "note", "ejer", "maaltal")},
        "conventions": list(Convention),
        "budget": bool(fields.get("budget")),
        "years": years,
        "adopted": [typed(f"vedtaget-{year}", f"Vedtaget {year}") for year in years],
        "accounts": [
            AccountRow(
                typed(f"konto-{row}-nr", f"Konto {row + 1}"),
                tuple(typed(f"konto-{row}-{year}", f"Konto {row + 1}, {year}") for year in years),
            )
            for row in rows(fields, "konto")
        ],
        "follow_ups": [
            FollowUpRow(
                each,
                typed(f"opf-{at}-ansvarlig", f"Ansvarlig for succeskriterium {at + 1}"),
                typed(f"opf-{at}-frist", f"Frist for succeskriterium {at + 1}"),
            )
            for at, each in enumerate(revision.case.criteria)
        ],
        "errors": [(f"f-{name}", message) for name, message in errors.items()],
    }
    return render(request, "proposals/decision.html", context, status=status)
