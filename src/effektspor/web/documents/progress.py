"""What a page shows of uploads that are being read."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.utils import timezone

from effektspor.app.ports import Job, JobState
from effektspor.app.uploads import INTERRUPTED
from effektspor.web.jobs.store import DjangoJobStore

# Long enough that who went home can see in the morning what came of it.
_SHOWN_FOR = timedelta(hours=16)
_DONE_SHOWN_FOR = timedelta(minutes=30)
_LONG_WAIT = timedelta(seconds=20)
# A reader gives a sign of life every second; storing a long paper takes a few without one.
_SILENT_FOR = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class Progress:
    """The uploads of the last day: those under way, those that failed, those that are read."""

    under_way: tuple[Job, ...]
    failed: tuple[Job, ...]
    done: tuple[Job, ...]
    waits_long: bool

    @property
    def any(self) -> bool:
        return bool(self.under_way or self.failed or self.done)

    @property
    def known(self) -> str:
        """What a page has seen, so that it is told only what is new."""
        seen = [(job.id, job.state, job.progress_pct, job.step) for job in (*self.under_way, *self.failed, *self.done)]
        return hashlib.sha256(f"{seen}{self.waits_long}".encode()).hexdigest()[:16]


def current_progress(name: str | None = None) -> Progress:
    """Return what is shown now, of every paper or of one."""
    now = timezone.now()
    everything = DjangoJobStore().since(now - _SHOWN_FOR)
    jobs = [job for job in everything if name in (None, job.upload.name)]
    return Progress(
        under_way=tuple(_as_it_is(job, now) for job in reversed(jobs) if not job.state.finished),
        failed=tuple(job for job in jobs if job.state is JobState.FAILED),
        done=tuple(_fresh(jobs, now)),
        waits_long=_is_silent(everything, now),
    )


def _fresh(jobs: Iterable[Job], now: datetime) -> list[Job]:
    return [job for job in jobs if job.state is JobState.DONE and job.heartbeat_at > now - _DONE_SHOWN_FOR]


def _as_it_is(job: Job, now: datetime) -> Job:
    """Return a job that stands as running, but whose reader is silent, as the interrupted one it is."""
    silent = job.state is JobState.RUNNING and job.heartbeat_at < now - _SILENT_FOR
    return replace(job, state=JobState.QUEUED, progress_pct=0, step=INTERRUPTED) if silent else job


def _is_silent(jobs: list[Job], now: datetime) -> bool:
    """Whether nothing has been heard of any paper for long, though one is unfinished: the worker is not there."""
    unfinished = any(not job.state.finished for job in jobs)
    return unfinished and max(job.heartbeat_at for job in jobs) < now - _LONG_WAIT
