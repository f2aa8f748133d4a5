"""Fixtures of every layer that runs with Django: the cast, the papers, and a guard on writes."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.test import Client

from effektspor.app.documents import File, load_documents
from effektspor.web.accounts.models import Role, User
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.plans.store import DjangoPlanStore

DEMO_PAPERS = Path(__file__).parents[1] / "demo" / "documents"
_NOT_RECORDED = ("django_session", "django_migrations", "django_content_type", "auth_permission")


def pytest_configure(config: pytest.Config) -> None:
    # Static files come from where they lie: nothing is collected for a test.
    django_settings.STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    django_settings.MIDDLEWARE = [each for each in django_settings.MIDDLEWARE if "whitenoise" not in each]


@pytest.fixture
def users(db: None) -> dict[Role, User]:
    """One user of each role."""
    return {role: User.objects.create_user(f"{role.value}", role=role) for role in Role}


@pytest.fixture
def as_role(users: dict[Role, User]) -> Callable[[Role], Client]:
    """A browser in which somebody of that role is logged in."""

    def client(role: Role) -> Client:
        logged_in = Client()
        logged_in.force_login(users[role])
        return logged_in

    return client


@pytest.fixture
def controller(as_role: Callable[[Role], Client]) -> Client:
    return as_role(Role.CONTROLLER)


@pytest.fixture
def demo_papers(db: None) -> list[File]:
    """The five papers, loaded."""
    files = [File(path.name, path.read_bytes()) for path in sorted(DEMO_PAPERS.glob("*.txt"))]
    load_documents(files, DjangoDocumentStore(), DjangoPlanStore(), DjangoRecordings())
    return files


@pytest.fixture
def only_recorded_writes(db: None) -> Iterator[None]:
    """Fail on any write to our tables that no recording in the same transaction stands for."""
    with connection.execute_wrapper(_refuse_unrecorded):
        yield


def _refuse_unrecorded(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    words = sql.split(None, 3)
    writes = words[0] in ("INSERT", "UPDATE", "DELETE")
    table = words[1 if words[0] == "UPDATE" else 2].strip('"') if writes else ""
    if table == "recording":
        context["connection"].recording_open = True
    elif writes and table not in _NOT_RECORDED and "last_login" not in sql:
        assert getattr(context["connection"], "recording_open", False), f"a write outside a recording: {sql[:80]}"
    return execute(sql, params, many, context)
