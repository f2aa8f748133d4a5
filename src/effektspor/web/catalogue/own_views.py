"""Saml et katalog: assembling one from proposals, locking it for the meeting, and taking each step back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from effektspor.app.errors import NotPossible
from effektspor.app.own_catalogue import (
    LOCKED,
    OwnCatalogueStores,
    lock_catalogue,
    remove_catalogue,
    restore_catalogue,
    save_catalogue,
    undo_change,
    unlock_catalogue,
    use_newest,
)
from effektspor.app.proposal_ports import OwnCatalogue
from effektspor.web.accounts.access import Level, Page, requires
from effektspor.web.catalogue.address import own_key, own_number
from effektspor.web.catalogue.own_form import TypedCatalogue, errors_of, read_typed, stepped, typed_of
from effektspor.web.catalogue.own_page import own_form
from effektspor.web.catalogue.sources import stores_of

_REFUSED = 422
_LONGEST_VERSION = 15


@requires(Page.CATALOGUE, Level.CHANGE)
def new(request: HttpRequest) -> HttpResponse:
    """Show the form of a new catalogue, or keep it."""
    return _form(request, None)


@requires(Page.CATALOGUE, Level.CHANGE)
def edit(request: HttpRequest, key: str) -> HttpResponse:
    """Show the form of a catalogue of our own, or keep what is changed."""
    own = _found(request, key)
    if own.locked_on:
        raise NotPossible(LOCKED)
    return _form(request, own)


@requires(Page.CATALOGUE, Level.CHANGE)
@require_POST
def lock(request: HttpRequest, key: str) -> HttpResponse:
    """Lock a catalogue for the meeting."""
    lock_catalogue(stores_of(request), _number(key), _version(request), timezone.localdate())
    return redirect("katalog", key)


@requires(Page.CATALOGUE, Level.CHANGE)
@require_POST
def unlock(request: HttpRequest, key: str) -> HttpResponse:
    """Let a catalogue follow its proposals again."""
    unlock_catalogue(stores_of(request), _number(key), _version(request))
    return redirect("katalog", key)


@requires(Page.CATALOGUE, Level.CHANGE)
@require_POST
def newest(request: HttpRequest, key: str) -> HttpResponse:
    """List one proposal of a locked catalogue by its newest revision."""
    use_newest(stores_of(request), _number(key), _version(request), request.POST.get("kode", ""))
    return redirect("katalog", key)


@requires(Page.CATALOGUE, Level.CHANGE)
@require_POST
def undo(request: HttpRequest, key: str) -> HttpResponse:
    """Take the latest change back."""
    undo_change(stores_of(request), _number(key), _version(request))
    return redirect("katalog", key)


@requires(Page.CATALOGUE, Level.CHANGE)
@require_POST
def remove(request: HttpRequest, key: str) -> HttpResponse:
    """Take a catalogue out of view; the list offers to bring it back."""
    remove_catalogue(stores_of(request), _number(key), _version(request))
    return redirect("kataloger")


@requires(Page.CATALOGUE, Level.CHANGE)
@require_POST
def restore(request: HttpRequest, key: str) -> HttpResponse:
    """Bring back a catalogue that was removed."""
    restore_catalogue(stores_of(request), _number(key))
    return redirect("katalog", key)


def _form(request: HttpRequest, own: OwnCatalogue | None) -> HttpResponse:
    stores = stores_of(request)
    if request.method != "POST":
        return _show(request, stores, own, typed_of(own) if own else TypedCatalogue())
    typed = read_typed(request.POST)
    known = stores.proposals.newest({*typed.codes, *typed.ticked})
    step = request.POST.get("handling", "")
    if step != "gem":
        return _show(request, stores, own, stepped(typed, step, known))
    typed = typed.with_ticked(known)
    errors = errors_of(typed)
    if not errors:
        try:
            return redirect("katalog", own_key(save_catalogue(stores, typed.catalogue(own.number if own else 0))))
        except NotPossible as refusal:
            errors = {"h-valgte": str(refusal)}
    return _show(request, stores, own, typed.with_errors(errors), _REFUSED)


def _show(
    request: HttpRequest, stores: OwnCatalogueStores, own: OwnCatalogue | None, typed: TypedCatalogue, status: int = 200
) -> HttpResponse:
    known = stores.proposals.newest({*typed.codes, *typed.ticked})
    filtered = request.POST if request.method == "POST" else request.GET
    form = own_form(typed, known, stores.proposals.summaries(), filtered, stores.prices)
    context = {
        "form": form,
        "own": own,
        "key": own_key(own.number) if own else "",
        "errors": list(typed.errors.items()),
    }
    return render(request, "catalogue/own_form.html", context, status=status)


def _number(key: str) -> int:
    """Return the number of a catalogue of our own. Raises Http404 for a paper's: that is changed by its paper."""
    number = own_number(key)
    if number is None:
        raise Http404
    return number


def _found(request: HttpRequest, key: str) -> OwnCatalogue:
    own = stores_of(request).catalogues.find(_number(key))
    if own is None:
        raise Http404
    return own


def _version(request: HttpRequest) -> int:
    """Return the version that was seen; 0, which none is, where the form does not say."""
    said = request.POST.get("version", "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < _LONGEST_VERSION else 0
