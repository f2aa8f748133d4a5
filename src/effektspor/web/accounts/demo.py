"""The demo's users and their one-time links. Simulated people only."""

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse

from effektspor.app.ports import Recordings
from effektspor.web.accounts.models import Role, User


class _OnceToken(PasswordResetTokenGenerator):
    """Signed with the key and the user's last log-in, so that a link is worth nothing once it has been used."""

    key_salt = "effektspor.demo.log-ind"


_token = _OnceToken()


def add_demo_users(recordings: Recordings) -> int:
    """Make one user per role where it is missing; return how many were made."""
    missing = [role for role in Role if not User.objects.filter(username=_username(role)).exists()]
    if missing:
        with recordings.record("accounts.demo"):
            User.objects.bulk_create([_user(role) for role in missing])
    return len(missing)


def log_in_links(address: str) -> list[tuple[str, str]]:
    """Return the role and a link that works once for each demo user."""
    users = {user.username: user for user in User.objects.filter(username__startswith="demo-")}
    return [(role.label, address + _path(users[_username(role)])) for role in Role if _username(role) in users]


def find_by_link(username: str, token: str) -> User | None:
    """Return the demo user a link is for, or None when it has been used, is old, or was never made."""
    user = User.objects.filter(username=username, username__startswith="demo-", is_active=True).first()
    return user if user and _token.check_token(user, token) else None


def _path(user: User) -> str:
    return reverse("log-ind-engang", args=[user.username, _token.make_token(user)])


def _username(role: Role) -> str:
    return f"demo-{role.value}"


def _user(role: Role) -> User:
    user = User(username=_username(role), role=role, first_name="Demo", last_name=role.label)
    user.set_unusable_password()
    return user
