"""Writing a proposal: the form, the draft that is kept meanwhile, the check while it is typed, and the new revision."""

from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from effektspor.app.errors import NotPossible
from effektspor.app.proposal_form import HEAD, Fields, FormTable, fields_of, new_fields, rows_of, with_row, without_row
from effektspor.app.proposal_ports import Revision
from effektspor.app.proposal_reading import UNITS, clean_fields, read_form
from effektspor.app.proposals import (
    NEW,
    AskedRevision,
    ProposalStores,
    RevisedMeanwhile,
    discard_draft,
    save_draft,
    save_revision,
)
from effektspor.core.cpr import has_cpr
from effektspor.web.accounts.access import Level, Page, requires, user_of
from effektspor.web.proposals.form_page import CheckedForm, ProposalForm, check_fields, form_page, place_of, years_told
from effektspor.web.proposals.form_words import AREAS, RISKS
from effektspor.web.proposals.permissions import require_writer
from effektspor.web.proposals.rate import rate_on
from effektspor.web.proposals.stores import stores_of

_REFUSED = 422
LONGEST_NOTE = 500
_HAS_CPR = "Kladden er ikke gemt: der står noget, der ligner et CPR-nummer. Skriv det uden."


@dataclass(frozen=True, slots=True)
class Edited:
    """What one person is writing: which proposal, the revision it is of, and the fields as they are now."""

    key: str
    newest: Revision | None
    fields: Fields
    based_on: int
    note: str = ""
    focus: str = ""

    @property
    def known_code(self) -> str:
        """The code that the proposal has already, "" for a new one."""
        return self.newest.case.code if self.newest else ""


@requires(Page.PROPOSALS, Level.CHANGE)
def editor(request: HttpRequest, code: str = NEW) -> HttpResponse:
    """Show the form of a proposal, or do what one of its buttons says."""
    stores = stores_of(request)
    newest = _newest(request, stores, code)
    if request.method == "POST":
        return _act(request, stores, _posted(request, code, newest))
    draft = stores.drafts.find(code, user_of(request).username)
    if draft and request.GET.get("kladde") != "fortsaet":
        context = {"draft": draft, "newest": newest, "key": code}
        return render(request, "proposals/draft.html", context)
    if draft:
        fields, based_on = draft.fields, draft.based_on
    elif newest:
        fields, based_on = fields_of(newest.case), newest.number
    else:
        fields, based_on = new_fields(timezone.localdate().year + 1), 0
    edited = Edited(code, newest, fields, based_on, focus=request.GET.get("fokus", ""))
    return _show(request, stores, edited, Told(draft_at=draft.at if draft else None))


@requires(Page.PROPOSALS, Level.CHANGE)
@require_POST
def check(request: HttpRequest, code: str) -> HttpResponse:
    """Answer a form that is being typed with what is found at its fields and what they give; nothing is kept.

    Where its years are no longer those that are shown, the answer has the tables with the new ones.
    """
    stores = stores_of(request)
    edited = _posted(request, code, _newest(request, stores, code))
    form = _checked(stores, edited)
    known = {place for place in request.POST.get("_fund", "").split() if _is_place(edited.fields, place)}
    places = {place: form.messages.get(place, ()) for place in sorted(known | set(form.messages)) if place}
    asked = request.POST.get("_summer", "").split()
    sums = {name: text for name in asked if (text := form.computed.sum_of(name)) is not None}
    shown = form_page(form) if _other_years(request, edited.fields) else None
    context = {"form": form, "places": places, "sums": {} if shown else sums, "shown": shown, "edited": edited}
    return render(request, "proposals/check.html", context)


@requires(Page.PROPOSALS, Level.CHANGE)
@require_POST
def keep_draft(request: HttpRequest, code: str) -> HttpResponse:
    """Keep what is typed, and say when it was kept."""
    stores, user = stores_of(request), user_of(request)
    edited = _posted(request, code, _newest(request, stores, code))
    if not edited.fields:
        return HttpResponse(status=_REFUSED)
    if _has_cpr(edited.fields):
        return HttpResponse(_HAS_CPR)
    if not _keep(stores, user.username, edited):
        return HttpResponse(status=204)
    return HttpResponse(f"Gemt kl. {timezone.localtime():%H.%M}")


def _other_years(request: HttpRequest, fields: Fields) -> bool:
    told, now = request.POST.get("_aar"), years_told(fields)
    return told is not None and now not in ("", told)


def _newest(request: HttpRequest, stores: ProposalStores, code: str) -> Revision | None:
    """The newest revision of what is written, if it may be; a code that is no proposal is no page."""
    newest = None if code == NEW else stores.proposals.find(code)
    if code != NEW and newest is None:
        raise Http404
    require_writer(request.user, newest)
    return newest


def _posted(request: HttpRequest, code: str, newest: Revision | None) -> Edited:
    """What was posted: the form's own fields, and no others."""
    tables = tuple(f"{table}-" for table in FormTable)
    posted = {name: str(text) for name, text in request.POST.items() if name in HEAD or name.startswith(tables)}
    based_on = request.POST.get("_bygger_paa", "")
    note = clean_fields({"": request.POST.get("_note", "")})[""].strip()
    return Edited(code, newest, clean_fields(posted), int(based_on) if based_on.isdecimal() else 0, note)


def _act(request: HttpRequest, stores: ProposalStores, edited: Edited) -> HttpResponse:
    """Do what the button that was pressed says: "gem", "gem:3", "kasser", "tilfoej:varig", "fjern:varig-2"."""
    action, _, what = request.POST.get("handling", "").partition(":")
    if action == "kasser":
        discard_draft(stores, edited.key, user_of(request).username)
        return redirect("forslag") if edited.key == NEW else redirect("forslag-et", edited.key)
    if action == "gem":
        return _save(request, stores, edited, int(what) if what.isdecimal() else edited.based_on)
    if action == "tilfoej" and what in set(FormTable) and FormTable(what).has_more_rows:
        fields = with_row(edited.fields, FormTable(what))
        row = rows_of(fields, FormTable(what))[-1]
        return _redraw(request, stores, edited, fields, row.name(row.table.columns[0]))
    if action == "fjern":
        return _redraw(request, stores, edited, without_row(edited.fields, what), f"tilfoej-{what.partition('-')[0]}")
    return _redraw(request, stores, edited, edited.fields)


def _redraw(
    request: HttpRequest, stores: ProposalStores, edited: Edited, fields: Fields, focus: str = ""
) -> HttpResponse:
    """Keep the fields as the draft and show them again, with the focus where something was changed."""
    if not fields or _has_cpr(fields):
        return _show(request, stores, replace(edited, fields=fields), Told(complete=True), _REFUSED)
    save_draft(stores, edited.key, user_of(request).username, edited.based_on, fields)
    return redirect(f"{_address(edited.key)}?{urlencode({'kladde': 'fortsaet', 'fokus': focus})}")


def _save(request: HttpRequest, stores: ProposalStores, edited: Edited, based_on: int) -> HttpResponse:
    reading = read_form(edited.fields, edited.known_code)
    errors = [(f"f-{fault.field}", fault.message) for fault in reading.faults]
    if has_cpr(edited.note):
        errors.append(("note", "Noten må ikke have et CPR-nummer i sig. Skriv den uden."))
    if len(edited.note) > LONGEST_NOTE:
        errors.append(("note", f"Noten må højst fylde {LONGEST_NOTE} tegn."))
    if errors:
        return _show(request, stores, edited, Told(complete=True, errors=tuple(errors)), _REFUSED)
    asked = AskedRevision(edited.key, reading.case, based_on, user_of(request).username, edited.note)
    try:
        save_revision(stores, asked)
    except RevisedMeanwhile as meanwhile:
        return _show(request, stores, edited, Told(meanwhile=meanwhile), _REFUSED)
    except NotPossible as impossible:
        return _show(request, stores, edited, Told(errors=(("f-kode", str(impossible)),)), _REFUSED)
    return redirect("forslag-et", asked.case.code)


def _keep(stores: ProposalStores, by: str, edited: Edited) -> bool:
    """Keep a draft; what says no more than the newest revision is none, as when it was saved a moment ago."""
    if stores.drafts.find(edited.key, by) is None:
        reading = read_form(edited.fields, edited.known_code)
        saved = stores.proposals.find(reading.case.code) if edited.key == NEW else edited.newest
        if saved and not reading.faults and reading.case == read_form(fields_of(saved.case)).case:
            return False
    return save_draft(stores, edited.key, by, edited.based_on, edited.fields)


@dataclass(frozen=True, slots=True)
class Told:
    """What is said over a form that is shown again. `complete`: what is missing is held against it, too."""

    complete: bool = False
    errors: tuple[tuple[str, str], ...] = ()
    meanwhile: RevisedMeanwhile | None = None
    draft_at: datetime | None = None


def _show(request: HttpRequest, stores: ProposalStores, edited: Edited, told: Told, status: int = 200) -> HttpResponse:
    form = form_page(_checked(stores, edited, complete=told.complete))
    context = {
        "edited": edited,
        "form": form,
        "errors": told.errors or (_cpr_errors(form) if told.complete else ()),
        "meanwhile": told.meanwhile,
        "draft_at": told.draft_at,
        "areas": AREAS,
        "risks": RISKS,
        "units": list(UNITS),
        "new": edited.key == NEW,
        "address": _address(edited.key),
    }
    return render(request, "proposals/form.html", context, status=status)


def _cpr_errors(form: ProposalForm) -> list[tuple[str, str]]:
    return [(f"f-{each.field}", each.text) for each in form.all_messages if has_cpr(form.typed.get(each.field, ""))]


def _address(key: str) -> str:
    return reverse("forslag-ny") if key == NEW else reverse("forslag-rediger", args=[key])


def _checked(stores: ProposalStores, edited: Edited, *, complete: bool = False) -> CheckedForm:
    linked = _linked(stores, edited.fields)
    rate_pct = rate_on(timezone.localdate())
    return check_fields(edited.fields, rate_pct, linked, complete=complete, known_code=edited.known_code)


def _linked(stores: ProposalStores, fields: Fields) -> set[str]:
    """The codes a form links to that are proposals."""
    rows = rows_of(fields, FormTable.LINKS)
    return set(stores.proposals.newest([fields.get(row.name("kode"), "").strip() for row in rows]))


def _has_cpr(fields: Fields) -> bool:
    return any(has_cpr(text) for text in fields.values())


def _is_place(fields: Fields, place: str) -> bool:
    """Whether something can be said there: a field of the head, or a row that the form has."""
    return place in HEAD or any(place_of(name) == place for name in fields)
