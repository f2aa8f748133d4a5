"""Strateginotat: the texts of a note are read and written; its tables come from data."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from effektspor.app.errors import NotPossible
from effektspor.app.plan_notes import save_note_texts
from effektspor.web.accounts.access import Level, Page, requires, user_of
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.plans.forms import NoteForm
from effektspor.web.plans.notes import Note, find_note, stored_notes
from effektspor.web.plans.parts import DjangoNoteTextStore
from effektspor.web.plans.tabs import plan_frame, whole

_REFUSED = 422


@requires(Page.PLAN)
def note_page(request: HttpRequest) -> HttpResponse:
    """Show a note: its texts in a form for those who may write, else as text."""
    if not stored_notes():
        return render(request, "plans/intet_notat.html", {"frame": plan_frame(request)})
    note = find_note(whole(request.GET.get("notat", "")))
    return _show(request, note, NoteForm(None, note.shown.sections))


@requires(Page.PLAN_FIGURES, Level.CHANGE)
@require_POST
def save_note(request: HttpRequest) -> HttpResponse:
    """Keep what was written; a field that was not sent is left alone."""
    document_id = whole(request.POST.get("notat", ""))
    if not document_id:
        raise NotPossible("Det er ikke sagt, hvilket notat der er skrevet i. Åbn notatet igen.")
    note = find_note(document_id)
    form = NoteForm(request.POST, note.shown.sections)
    if not form.is_valid():
        return _show(request, note, form, _REFUSED)
    written = [text if name in request.POST else None for name, text in form.texts()]
    save_note_texts(document_id, note.own, written, DjangoNoteTextStore(), DjangoRecordings(user_of(request)))
    return redirect(f"{reverse('strateginotat')}?notat={document_id}")


def _show(request: HttpRequest, note: Note, form: NoteForm, status: int = 200) -> HttpResponse:
    context = {
        "note": note,
        "form": form.described(),
        "errors": form.error_list(),
        "frame": plan_frame(request),
        "notes": [(stored.document_id, stored.document_title) for stored, _ in stored_notes()],
    }
    return render(request, "plans/strateginotat.html", context, status=status)
