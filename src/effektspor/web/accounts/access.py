"""Who may what: one table of pages and roles, and the one decorator that holds views to it."""

from collections.abc import Callable
from enum import IntEnum, StrEnum
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from effektspor.web.accounts.models import Role, User

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


class Level(IntEnum):
    NONE = 0
    SEE = 1
    CHANGE = 2


class Page(StrEnum):
    """The pages that exist; the word is the first part of the address."""

    OVERVIEW = "overblik"
    DOCUMENTS = "dokumenter"
    CATALOGUE = "katalog"
    PLAN = "handleplan"
    # No pages of their own: who may write figures in the plan, and who may let a paper out with an open error.
    PLAN_FIGURES = "tal-i-handleplanen"
    RELEASES = "frigivelser"
    PROPOSALS = "forslag"
    REPORTS = "rapporter"
    # Under Rapporter, and for the administrator, who sees no paper.
    TEMPLATES = "skabeloner"
    # No page of its own: who may decide on a proposal, which who writes it may not.
    DECISIONS = "beslutninger"


_SEE, _CHANGE, _NONE = Level.SEE, Level.CHANGE, Level.NONE
_ROLES = (Role.CONTROLLER, Role.CASE_WORKER, Role.VISITATION_HEAD, Role.MANAGER, Role.PROPOSER, Role.AUDITOR,
          Role.ADMINISTRATOR)  # fmt: skip
_ACCESS = {
    Page.OVERVIEW: (_SEE, _SEE, _SEE, _SEE, _SEE, _SEE, _SEE),
    Page.DOCUMENTS: (_CHANGE, _SEE, _SEE, _SEE, _CHANGE, _SEE, _NONE),
    Page.CATALOGUE: (_CHANGE, _SEE, _SEE, _SEE, _CHANGE, _SEE, _NONE),
    Page.PLAN: (_CHANGE, _SEE, _SEE, _CHANGE, _SEE, _SEE, _NONE),
    Page.PLAN_FIGURES: (_CHANGE, _SEE, _SEE, _SEE, _SEE, _SEE, _NONE),
    Page.RELEASES: (_SEE, _SEE, _SEE, _CHANGE, _SEE, _SEE, _NONE),
    Page.PROPOSALS: (_CHANGE, _SEE, _SEE, _SEE, _CHANGE, _SEE, _NONE),
    Page.REPORTS: (_CHANGE, _NONE, _SEE, _SEE, _SEE, _SEE, _NONE),
    Page.TEMPLATES: (_CHANGE, _NONE, _SEE, _SEE, _SEE, _SEE, _CHANGE),
    Page.DECISIONS: (_SEE, _SEE, _SEE, _CHANGE, _SEE, _SEE, _NONE),
}


def level_of(user: User | AnonymousUser, page: Page) -> Level:
    """Return what a user may do on a page; a user without a role may do nothing."""
    role = getattr(user, "role", "")
    return _ACCESS[page][_ROLES.index(Role(role))] if role else Level.NONE


def user_of(request: HttpRequest) -> User:
    """Return who asks, on a page that nobody reaches without logging in."""
    assert isinstance(request.user, User), "the page requires a role"
    return request.user


def requires(page: Page, level: Level = Level.SEE) -> Callable[[View[P]], View[P]]:
    """Let a view through only to roles with that level on the page; others get the page that says so (403)."""

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def checked(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if level_of(request.user, page) < level:
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return checked

    return decorate
