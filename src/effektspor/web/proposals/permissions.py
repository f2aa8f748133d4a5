"""Who may write which proposal: who has the level on the page, and a forslagsstiller only what is their own."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from effektspor.app.proposal_ports import Revision
from effektspor.web.accounts.access import Level, Page, level_of
from effektspor.web.accounts.models import Role, User


def may_write(user: User | AnonymousUser, revision: Revision | None) -> bool:
    """Whether a user may revise a proposal, or write a new one where there is none yet."""
    if level_of(user, Page.PROPOSALS) is not Level.CHANGE:
        return False
    own = revision is None or revision.author == user.get_username()
    return own or getattr(user, "role", "") != Role.PROPOSER


def may_decide(user: User | AnonymousUser) -> bool:
    return level_of(user, Page.DECISIONS) is Level.CHANGE


def require_writer(user: User | AnonymousUser, revision: Revision | None) -> None:
    """Raise PermissionDenied where the proposal is not this user's to write."""
    if not may_write(user, revision):
        raise PermissionDenied
