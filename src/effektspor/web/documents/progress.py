"""What a page shows of uploads that are being read."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from effektspor.app.ports import Job, JobState
from effektspor.web.jobs.store import DjangoJobStore

# Long enough that who went home can see in the morning what came of it.
_SHOWN_FOR = timedelta(hours=16)
_DONE_SHOWN_FOR = timedelta(minutes=30)
_LONG_WAIT = timedelta(seconds=20)


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
    jobs = [job for job in DjangoJobStore().since(now - _SHOWN_FOR) if name in (None, job.upload.name)]
    under_way = [job for job in reversed(jobs) if not job.state.finished]
    return Progress(
        under_way=tuple(under_way),
        failed=tuple(job for job in jobs if job.state is JobState.FAILED),
        done=tuple(_fresh(jobs, now)),
        waits_long=_wait_is_long(under_way, now),
    )


def _fresh(jobs: Iterable[Job], now: datetime) -> list[Job]:
    return [job for job in jobs if job.state is JobState.DONE and job.heartbeat_at > now - _DONE_SHOWN_FOR]


def _wait_is_long(under_way: list[Job], now: datetime) -> bool:
    """Nothing is read though something waits: the worker is not there."""
    waits = bool(under_way) and all(job.state is JobState.QUEUED for job in under_way)
    return waits and under_way[0].heartbeat_at < now - _LONG_WAIT
