"""Fixtures of every layer that runs with Django: the cast, the papers, and a guard on writes."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.test import Client

from effektspor.app.documents import File, Loaded, PaperStores, load_documents, read_whole, store_readings
from effektspor.app.ports import Reading
from effektspor.web.accounts.models import Role, User
from effektspor.web.documents.files import DataFolderFiles
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.keep import keeps
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.plans.store import DjangoPlanStore

DEMO_PAPERS = Path(__file__).parents[1] / "demo" / "documents"
# Sessions, log-in, and long work with its progress (DESIGN §6).
_NOT_RECORDED = (
    "job",
    "django_tasks_database_dbtaskresult",
    "django_session",
    "django_migrations",
    "django_content_type",
    "auth_permission",
)


def pytest_configure(config: pytest.Config) -> None:
    # Static files come from where they lie: nothing is collected for a test.
    django_settings.STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    # A job is done at once where it is queued; the worker itself is tried in jobs/tests.
    django_settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
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
    recording = DjangoRecordings().record("documents.load")
    store_readings(_demo_readings(), PaperStores(DjangoDocumentStore(), DjangoPlanStore(), keeps()), recording)
    return list(_demo_files())


@cache
def _demo_files() -> tuple[File, ...]:
    return tuple(File(path.name, path.read_bytes()) for path in sorted(DEMO_PAPERS.glob("*.txt")))


@cache
def _demo_readings() -> tuple[Reading, ...]:
    """Reading them takes longer than storing them, and gives the same each time."""
    return tuple(read_whole(file) for file in _demo_files())


@pytest.fixture
def load(db: None, tmp_path: Path) -> Callable[..., Loaded]:
    """Load files as papers; their bytes are kept in a folder of this test's."""
    kept = DataFolderFiles(tmp_path / "papirer")

    def loaded(*files: File) -> Loaded:
        recording = DjangoRecordings().record("documents.load")
        return load_documents(files, kept, PaperStores(DjangoDocumentStore(), DjangoPlanStore(), keeps()), recording)

    return loaded


@pytest.fixture
def reads_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Uploads are read in this process, as soon as they are queued; return the folder their bytes are kept in."""
    folder = tmp_path / "papirer"
    monkeypatch.setattr("effektspor.web.jobs.tasks.child_reader", lambda: read_whole)
    monkeypatch.setattr("effektspor.web.documents.files.FOLDER", folder)
    return folder


@pytest.fixture
def start_process(
    transactional_db: None, tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., "subprocess.Popen[bytes]"]]:
    """Start Python modules in their own process on the tests' database; uploads are kept in a folder of this test's."""
    # Where the worker looks for its database is the file the tests' connection has open.
    (tmp_path / "effektspor.sqlite3").symlink_to(connection.settings_dict["NAME"])
    monkeypatch.setattr("effektspor.web.documents.files.FOLDER", tmp_path / "papirer")
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    started = []

    def start(*words: str, through: tuple[str, ...] = ()) -> "subprocess.Popen[bytes]":
        environment = os.environ | {"EFFEKTSPOR_DATA": str(tmp_path), "DATABASE_URL": ""}
        started.append(subprocess.Popen([*through, sys.executable, "-m", *words], env=environment))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


@pytest.fixture
def start_worker(start_process: Callable[..., object]) -> Callable[..., object]:
    """Start workers."""
    return partial(start_process, "django", "db_worker", "--no-startup-delay", "-v", "0")


@pytest.fixture
def start_keeper(start_process: Callable[..., object]) -> Callable[..., object]:
    """Start what keeps a worker running, for this process or for the one it is started through."""

    def start(through: tuple[str, ...] = ()) -> object:
        return start_process("effektspor.web.jobs.keeper", *([] if through else [str(os.getpid())]), through=through)

    return start


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
