"""An id on every request, and no CPR number in any address."""

import logging
import uuid
from collections.abc import Callable
from time import monotonic
from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from effektspor.app.errors import NotPossible
from effektspor.core.cpr import has_cpr
from effektspor.ingest.errors import UnreadableDocument
from effektspor.reports.errors import ReportError
from effektspor.web.operation.logs import request_id

_log = logging.getLogger("effektspor.request")
# A token is random digits and letters, and may look like anything.
_TOKENS = "/log-ind/engang/"
Handler = Callable[[HttpRequest], HttpResponse]


def _shown(path: str) -> str:
    """A path as it may be logged: a link's token is a key."""
    return f"{_TOKENS}…" if path.startswith(_TOKENS) else path


class RequestIdMiddleware:
    """Give every request an id; the log lines and the 500 page carry it as reference number."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = request_id.set(uuid.uuid4().hex[:12])
        started = monotonic()
        try:
            response = self.get_response(request)
            response["X-Request-Id"] = request_id.get()
            _log.info("%s %s %s", request.method, _shown(request.path), response.status_code,
                      extra={"status": response.status_code, "ms": round((monotonic() - started) * 1000)})  # fmt: skip
            return response
        finally:
            request_id.reset(token)


class NoCprInAddressMiddleware:
    """Refuse an address with a CPR number in it: addresses end in histories and logs."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        address = unquote(request.get_full_path())
        if not address.startswith(_TOKENS) and has_cpr(address):
            return render(request, "operation/cpr_i_adressen.html", status=400)
        return self.get_response(request)


class NotPossibleMiddleware:
    """The one place where what cannot be done becomes a page with its Danish sentence."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, NotPossible | ReportError | UnreadableDocument):
            return render(request, "operation/kan_ikke.html", {"message": str(exception)}, status=422)
        return None
