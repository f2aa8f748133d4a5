"""The worker itself: its own process, a real queue, a real child."""

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


def _upload() -> None:
    client = Client()
    client.force_login(User.objects.create_user("anna", role=Role.CONTROLLER))
    answer = client.post("/dokumenter/laeg-op", {"papers": SimpleUploadedFile("papir.txt", PAPER)})
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
    note = tmp_path / "pid"
    shell = ("sh", "-c", f'"$@" & echo $! > {note}; exec sleep 60', "sh")
    parent = start_worker("--end-with-parent", through=shell)
    _upload()
    _wait_until(lambda: JobRow.objects.get().state == "done")
    parent.kill()
    parent.wait()
    _wait_until(lambda: not _lives(int(note.read_text())))


def _lives(pid: int) -> bool:
    """Whether a process is there and no mere entry that nobody has waited for."""
    try:
        return b") Z " not in Path(f"/proc/{pid}/stat").read_bytes()
    except FileNotFoundError:
        return False
