"""Log-in by password, and by one-time link in the demo."""

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from effektspor.web.accounts.demo import find_by_link
from effektspor.web.accounts.forms import LogInForm
from effektspor.web.settings import CONFIGURATION

_LOOPBACK = ("127.0.0.1", "::1")


class LogIn(LoginView):
    """The log-in page; a user who is logged in already goes on."""

    template_name = "accounts/log_ind.html"
    authentication_form = LogInForm
    redirect_authenticated_user = True


@login_not_required
def log_in_once(request: HttpRequest, username: str, token: str) -> HttpResponse:
    """Log a demo user in by a link that works once, from this machine only."""
    if not CONFIGURATION.demo or request.META.get("REMOTE_ADDR") not in _LOOPBACK:
        raise Http404
    user = find_by_link(username, token)
    if user is None:
        return render(request, "accounts/link_brugt.html", status=410)
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("overblik")
