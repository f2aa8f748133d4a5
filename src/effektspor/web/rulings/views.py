"""Ruling on a finding, and taking it back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from effektspor.app.ports import RulingKind, StoredReading
from effektspor.app.rulings import AskedRuling, rule, undo_ruling
from effektspor.web.accounts.access import Level, Page, requires, user_of
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.documents.views import asked_verdict, render_document
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.rulings.forms import RulingForm
from effektspor.web.rulings.store import DjangoRulingStore

_REFUSED = 422


@requires(Page.DOCUMENTS, Level.CHANGE)
@require_POST
def rule_on_finding(request: HttpRequest, document_id: int) -> HttpResponse:
    """Keep a ruling, and go back to its finding."""
    stored, form = _find(document_id), RulingForm(request.POST)
    if not form.is_valid():
        return render_document(request, stored, ruling=form, status=_REFUSED)
    asked = form.cleaned_data
    ruling = AskedRuling(document_id, asked["fingerprint"], RulingKind(asked["kind"]), asked["reason"])
    rule(ruling, DjangoDocumentStore(), DjangoRulingStore(), DjangoRecordings(user_of(request)))
    return _back(request, document_id, asked["number"], dismissed=ruling.kind is RulingKind.NOT_A_FAULT)


@requires(Page.DOCUMENTS, Level.CHANGE)
@require_POST
def undo(request: HttpRequest, document_id: int) -> HttpResponse:
    """Take back a ruling, and go back to its finding."""
    _find(document_id)
    undo_ruling(
        document_id, request.POST.get("fingerprint", ""), DjangoRulingStore(), DjangoRecordings(user_of(request))
    )
    return _back(request, document_id, request.POST.get("number", ""))


def _find(document_id: int) -> StoredReading:
    stored = DjangoDocumentStore().find(document_id)
    if stored is None:
        raise Http404
    return stored


def _back(request: HttpRequest, document_id: int, number: int | str, *, dismissed: bool = False) -> HttpResponse:
    """Go to the finding, among those that were chosen; one that is dismissed is no longer with them."""
    verdict = None if dismissed else asked_verdict(request)
    chosen = f"?udfald={verdict.value}" if verdict else ""
    anchor = f"#fund-{number}" if str(number).isdecimal() else ""
    return redirect(reverse("dokument", args=[document_id]) + chosen + anchor)
