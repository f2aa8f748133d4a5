"""Long work in the database: implements app.ports.JobStore."""

from datetime import datetime

from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from effektspor.app.ports import Job, JobState, Upload
from effektspor.web.accounts.models import User
from effektspor.web.jobs.models import JobRow

_UNFINISHED = (JobState.QUEUED, JobState.RUNNING)


class DjangoJobStore:
    """For the user whose uploads are added, or for the worker when there is none."""

    def __init__(self, by: User | None = None) -> None:
        self._by = by

    def add(self, upload: Upload) -> Job:
        now = timezone.now()
        row = JobRow.objects.create(
            name=upload.name,
            file_name=upload.file_name,
            sha256=upload.sha256,
            state=JobState.QUEUED,
            by=self._by,
            created_at=now,
            heartbeat_at=now,
        )
        return _job(row)

    def claim(self, job_id: int, stale_before: datetime) -> Job | None:
        # One statement, so that of two workers only one gets the job.
        free = Q(state=JobState.QUEUED) | Q(state=JobState.RUNNING, heartbeat_at__lt=stale_before)
        taken = JobRow.objects.filter(free, pk=job_id).update(
            state=JobState.RUNNING, progress_pct=0, step="", heartbeat_at=timezone.now()
        )
        return _job(_rows().get(pk=job_id)) if taken else None

    def save(self, job: Job) -> None:
        JobRow.objects.filter(pk=job.id).update(
            state=job.state,
            progress_pct=job.progress_pct,
            step=job.step,
            message=job.message,
            document=job.document_id,
            heartbeat_at=timezone.now(),
        )

    def has_newer(self, job: Job) -> bool:
        return JobRow.objects.filter(name=job.upload.name, pk__gt=job.id, state=JobState.DONE).exists()

    def unfinished(self) -> list[Job]:
        return [_job(row) for row in _rows().filter(state__in=_UNFINISHED).order_by("pk")]

    def since(self, moment: datetime) -> list[Job]:
        asked = JobRow.objects.filter(Q(state__in=_UNFINISHED) | Q(created_at__gte=moment))
        latest = asked.values("name").annotate(latest=Max("pk")).values("latest")
        return [_job(row) for row in _rows().filter(pk__in=latest).order_by("-pk")]


def _rows() -> QuerySet[JobRow]:
    return JobRow.objects.select_related("by")


def _job(row: JobRow) -> Job:
    return Job(
        id=row.pk,
        upload=Upload(row.name, row.file_name, row.sha256),
        by=str(row.by or "systemet"),
        created_at=row.created_at,
        heartbeat_at=row.heartbeat_at,
        state=JobState(row.state),
        progress_pct=row.progress_pct,
        step=row.step,
        message=row.message,
        document_id=row.document_id,
    )
