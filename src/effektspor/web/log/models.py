"""Recordings: recorded time and the write log in one (ADR 0003)."""

from django.conf import settings
from django.db import models


class RecordingRow(models.Model):
    """One use case's write: its id is the recorded time its rows are opened and closed at."""

    at = models.DateTimeField("tidspunkt")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, verbose_name="bruger", related_name="+")
    use_case = models.CharField("handling", max_length=60)
    reason = models.CharField("begrundelse", max_length=500, blank=True)

    class Meta:
        db_table = "recording"
        verbose_name = "registrering"
        verbose_name_plural = "registreringer"
        default_permissions = ()


class RecordedRow(models.Model):
    """A row with recorded time: it holds from the recording that opened it until the one that closed it."""

    opened = models.ForeignKey(RecordingRow, models.PROTECT, related_name="+", verbose_name="åbnet")
    closed = models.ForeignKey(RecordingRow, models.PROTECT, related_name="+", null=True, verbose_name="lukket")

    class Meta:
        abstract = True
