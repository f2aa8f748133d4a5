"""The queue's task: one uploaded file is read, whoever's turn it is."""

import logging
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from effektspor.app.documents import File
from effektspor.app.ports import Job, JobState, Recordings
from effektspor.app.uploads import INTERRUPTED, Reader, UploadStores, fail_upload, read_upload, receive_upload
from effektspor.web.accounts.models import User
from effektspor.web.documents.files import DataFolderFiles
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.jobs.models import JobRow
from effektspor.web.jobs.reader import ChildReader
from effektspor.web.jobs.store import DjangoJobStore
from effektspor.web.keep import keeps
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.plans.store import DjangoPlanStore
from effektspor.web.settings import CONFIGURATION

_log = logging.getLogger(__name__)
# A reader gives a sign of life every second; one that has been silent so long is dead.
STALE_AFTER = timedelta(minutes=1)
_OUR_MISTAKE = (
    "Der skete en fejl hos os, og {} er ikke læst. Prøv igen, eller send nummeret L{} til jeres administrator."
)


def queue_upload(file: File, name: str, by: User) -> Job:
    """Keep a file and queue its reading: both or neither."""
    with transaction.atomic():
        job = receive_upload(file, name, DataFolderFiles(), DjangoJobStore(by))
        read_paper.enqueue(job.id)
    return job


@task()
def read_paper(job_id: int) -> None:
    """Read an uploaded file. However it ends, the job says so; one that is interrupted goes back in the queue."""
    stores = UploadStores(DataFolderFiles(), DjangoJobStore(), DjangoDocumentStore(), DjangoPlanStore(), keeps())
    try:
        read_upload(job_id, stores, _recordings_of, child_reader(), timezone.now() - STALE_AFTER)
    except Exception:
        _log.exception("job %s", job_id)
        for job in _unfinished(job_id):
            fail_upload(job, _OUR_MISTAKE.format(job.upload.file_name, job_id), stores)
    except BaseException:
        _put_back(job_id)
        raise


def child_reader() -> Reader:
    """Return the reader that the settings describe."""
    megabytes = int(CONFIGURATION["EFFEKTSPOR_READ_MB"])
    return ChildReader(int(CONFIGURATION["EFFEKTSPOR_READ_SECONDS"]), megabytes * 1024 * 1024)


def queue_unfinished(*, alone: bool) -> int:
    """Queue what an earlier worker left: at once, or when it has been silent so long that it must be dead.

    To a worker that is `alone`, what stands as running was interrupted.
    """
    jobs = DjangoJobStore().unfinished()
    for job in jobs:
        at_once = alone or job.state is JobState.QUEUED
        if at_once:
            _put_back(job.id)
        read_paper.using(run_after=None if at_once else job.heartbeat_at + STALE_AFTER).enqueue(job.id)
    return len(jobs)


def _put_back(job_id: int) -> None:
    running = JobRow.objects.filter(pk=job_id, state=JobState.RUNNING)
    running.update(state=JobState.QUEUED, progress_pct=0, step=INTERRUPTED, heartbeat_at=timezone.now())


def _recordings_of(job: Job) -> Recordings:
    return DjangoRecordings(JobRow.objects.select_related("by").get(pk=job.id).by)


def _unfinished(job_id: int) -> list[Job]:
    return [job for job in DjangoJobStore().unfinished() if job.id == job_id]
