from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from effektspor.app.documents import File
from effektspor.app.ports import JobState
from effektspor.app.uploads import INTERRUPTED
from effektspor.web.accounts.models import Role, User
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.jobs.lock import shared_lock
from effektspor.web.jobs.models import JobRow
from effektspor.web.jobs.store import DjangoJobStore
from effektspor.web.jobs.tasks import STALE_AFTER, queue_unfinished, queue_upload, read_paper

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reads_here")]
PAPER = File("papir.txt", b"1.000 kr.\t2024\t2025\nA\t1\t2\nI alt\t1\t2\n")


@pytest.fixture
def queue(settings: Any) -> None:
    """Jobs wait in the database for a worker, as they do outside the tests."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def user(users: dict[Role, User]) -> User:
    return users[Role.CONTROLLER]


def _break(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def read(*_: object) -> None:
        raise error

    monkeypatch.setattr("effektspor.web.jobs.tasks.child_reader", lambda: read)


def test_a_mistake_of_ours_ends_the_job_with_a_number_to_send(monkeypatch: pytest.MonkeyPatch, user: User) -> None:
    _break(monkeypatch, RuntimeError("hemmelig besked"))
    job = queue_upload(PAPER, PAPER.name, user)
    row = JobRow.objects.get(pk=job.id)
    assert row.state == JobState.FAILED
    assert f"send nummeret L{job.id} til jeres administrator" in row.message
    assert "hemmelig" not in row.message


def test_a_job_that_is_interrupted_goes_back_in_the_queue(
    monkeypatch: pytest.MonkeyPatch, user: User, queue: None
) -> None:
    job = queue_upload(PAPER, PAPER.name, user)
    _break(monkeypatch, SystemExit(1))
    with pytest.raises(SystemExit):
        read_paper.call(job.id)
    assert JobRow.objects.get(pk=job.id).state == JobState.QUEUED
    assert DjangoDocumentStore().summaries() == []


def test_an_upload_waits_for_the_worker(user: User, queue: None) -> None:
    job = queue_upload(PAPER, PAPER.name, user)
    (task,) = DBTaskResult.objects.all()
    assert task.args_kwargs["args"] == [job.id]
    assert JobRow.objects.get(pk=job.id).state == JobState.QUEUED


def test_what_was_left_is_queued_again(user: User, queue: None) -> None:
    waiting, running, done = (queue_upload(PAPER, f"{number}.txt", user) for number in range(3))
    store = DjangoJobStore()
    store.save(replace(running, state=JobState.RUNNING))
    store.save(replace(done, state=JobState.DONE))
    DBTaskResult.objects.all().delete()
    assert queue_unfinished(alone=False) == 2
    at_once, later = DBTaskResult.objects.order_by("enqueued_at")
    assert (at_once.args_kwargs["args"], later.args_kwargs["args"]) == ([waiting.id], [running.id])
    # One that may still be running is left until it must be dead.
    heartbeat_at = JobRow.objects.get(pk=running.id).heartbeat_at
    assert later.run_after == heartbeat_at + STALE_AFTER


def test_a_worker_that_is_alone_takes_up_at_once_what_stands_as_running(user: User, queue: None) -> None:
    job = queue_upload(PAPER, PAPER.name, user)
    DjangoJobStore().save(replace(job, state=JobState.RUNNING, progress_pct=60, step="Kontrollerer tallene"))
    DBTaskResult.objects.all().delete()
    assert queue_unfinished(alone=True) == 1
    row = JobRow.objects.get(pk=job.id)
    assert (row.state, row.progress_pct, row.step) == (JobState.QUEUED, 0, INTERRUPTED)
    assert DBTaskResult.objects.ready().count() == 1


def test_a_worker_is_alone_until_another_has_come(tmp_path: Path) -> None:
    with shared_lock(tmp_path / "lock") as first, shared_lock(tmp_path / "lock") as second:
        assert (first, second) == (True, False)
    with shared_lock(tmp_path / "lock") as third:
        assert third


def test_one_that_died_is_done_by_the_next(user: User, queue: None) -> None:
    job = queue_upload(PAPER, PAPER.name, user)
    DjangoJobStore().save(replace(job, state=JobState.RUNNING))
    read_paper.call(job.id)
    assert JobRow.objects.get(pk=job.id).state == JobState.RUNNING
    JobRow.objects.update(heartbeat_at=timezone.now() - STALE_AFTER - timedelta(seconds=1))
    read_paper.call(job.id)
    assert JobRow.objects.get(pk=job.id).state == JobState.DONE
