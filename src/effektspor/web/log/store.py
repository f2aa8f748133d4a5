"""Recordings in the database."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.utils import timezone

from effektspor.app.ports import Recorded
from effektspor.web.accounts.models import User
from effektspor.web.log.models import RecordingRow

# Any number, but the same in every process: writers queue on it, so that ids are in commit order.
_WRITERS_LOCK = 5_004_176


class DjangoRecordings:
    """Implements app.ports.Recordings for one user, or for a command when there is none."""

    def __init__(self, by: User | None = None) -> None:
        self._by = by

    @contextmanager
    def record(self, use_case: str, reason: str = "") -> Iterator[int]:
        with transaction.atomic():
            _queue_writers()
            row = RecordingRow.objects.create(at=timezone.now(), by=self._by, use_case=use_case, reason=reason)
            yield row.pk

    def latest(self) -> Recorded | None:
        row = RecordingRow.objects.select_related("by").order_by("-pk").first()
        return Recorded(row.pk, row.at, str(row.by or "systemet"), row.use_case, row.reason) if row else None


def _queue_writers() -> None:
    """PostgreSQL hands out ids before commit; SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_WRITERS_LOCK])
