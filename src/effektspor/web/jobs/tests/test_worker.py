"""The worker itself: its own process, a real queue, a real child."""

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from effektspor.web.accounts.models import Role, User
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.jobs.models import JobRow

PAPER = b"Besparelser i 1.000 kr.\t2024\t2025\t2026\nA\t100\t100\t100\nB\t200\t200\t200\nI alt\t300\t350\t300\n"
MOST_SECONDS = 60
Start = Callable[..., "subprocess.Popen[bytes]"]


def _upload(name: str = "papir.txt") -> None:
    client = Client()
    anna, _ = User.objects.get_or_create(username="anna", role=Role.CONTROLLER)
    client.force_login(anna)
    answer = client.post("/dokumenter/laeg-op", {"papers": SimpleUploadedFile(name, PAPER)})
    assert answer.status_code == 302


def _wait_until(true: Callable[[], bool]) -> None:
    end = monotonic() + MOST_SECONDS
    while not true():
        assert monotonic() < end, "it did not happen in time"
        sleep(0.1)


def test_an_upload_is_read_by_the_worker(start_worker: Start) -> None:
    _upload()
    assert JobRow.objects.get().state == "queued"
    assert start_worker("--batch").wait(MOST_SECONDS) == 0
    assert JobRow.objects.get().state == "done"
    (summary,) = DjangoDocumentStore().summaries()
    assert (summary.name, summary.finding_count) == ("papir.txt", 1)


def test_a_worker_takes_up_what_was_lost_from_the_queue(start_worker: Start) -> None:
    from django_tasks_db.models import DBTaskResult

    _upload()
    DBTaskResult.objects.all().delete()
    assert start_worker("--batch").wait(MOST_SECONDS) == 0
    assert JobRow.objects.get().state == "done"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_at_rest_ends_at_once_when_it_is_told(number: signal.Signals, start_worker: Start) -> None:
    process = start_worker()
    _upload()
    _wait_until(lambda: JobRow.objects.get().state == "done")
    process.send_signal(number)
    assert process.wait(10) == 0


def test_a_worker_ends_with_the_process_that_started_it(start_worker: Start, tmp_path: Path) -> None:
    parent = start_worker(through=_shell(tmp_path / "pid", '"$@" --end-with $$'))
    _upload()
    _wait_until(lambda: JobRow.objects.get().state == "done")
    _kill(parent)
    _wait_until(lambda: not _lives(int((tmp_path / "pid").read_text())))


def test_a_worker_whose_parent_died_before_it_was_ready_ends_too(start_worker: Start) -> None:
    assert start_worker("--end-with", "1").wait(MOST_SECONDS) in (0, -signal.SIGTERM)


def test_a_worker_that_is_killed_is_started_again_and_takes_up_the_paper_at_once(start_keeper: Start) -> None:
    keeper = start_keeper()
    first = _child_of(keeper.pid)
    _upload()
    _wait_until(lambda: JobRow.objects.get().state == "running")
    os.kill(first, signal.SIGKILL)
    _wait_until(lambda: JobRow.objects.get().state == "done")
    assert len(DjangoDocumentStore().summaries()) == 1
    assert _child_of(keeper.pid) != first


def test_a_worker_that_is_kept_ends_with_the_server(start_keeper: Start, tmp_path: Path) -> None:
    server = start_keeper(through=_shell(tmp_path / "pid", '"$@" $$'))
    _wait_until((tmp_path / "pid").is_file)
    keeper = int((tmp_path / "pid").read_text())
    worker = _child_of(keeper)
    _kill(server)
    _wait_until(lambda: not _lives(keeper) and not _lives(worker))


def test_a_worker_that_is_kept_ends_when_its_keeper_is_killed(start_keeper: Start) -> None:
    keeper = start_keeper()
    worker = _child_of(keeper.pid)
    _kill(keeper)
    _wait_until(lambda: not _lives(worker))


def test_nothing_is_lost_when_all_is_killed_and_started_again(start_keeper: Start) -> None:
    keeper = start_keeper()
    worker = _child_of(keeper.pid)
    for number in range(3):
        _upload(f"{number}.txt")
    _wait_until(lambda: JobRow.objects.filter(state="running").exists())
    _kill(keeper)
    os.kill(worker, signal.SIGKILL)
    start_keeper()
    _wait_until(lambda: JobRow.objects.filter(state="done").count() == 3)
    assert [summary.name for summary in DjangoDocumentStore().summaries()] == ["0.txt", "1.txt", "2.txt"]


def _shell(note: Path, started: str) -> tuple[str, ...]:
    """A shell in the server's place: it starts the command, notes its id, and goes on."""
    return ("sh", "-c", f"{started} & echo $! > {note}.new; mv {note}.new {note}; exec sleep 60", "sh")


def _kill(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()


def _child_of(pid: int) -> int:
    """Return the worker that a keeper has started, once it has."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    _wait_until(lambda: bool(children.read_text().split()))
    return int(children.read_text().split()[0])


def _lives(pid: int) -> bool:
    """Whether a process is there and no mere entry that nobody has waited for."""
    try:
        return b") Z " not in Path(f"/proc/{pid}/stat").read_bytes()
    except FileNotFoundError:
        return False
