"""Long work as rows: written by the job itself, without a recording (ADR 0012)."""

from django.conf import settings
from django.db import models

from effektspor.web.documents.models import DocumentRow


class JobRow(models.Model):
    """The reading of an uploaded file: what it is a version of, how far it has come, and its last sign of life."""

    kind = models.CharField("slags", max_length=40, default="documents.upload")
    name = models.CharField("papir", max_length=255)
    file_name = models.CharField("filnavn", max_length=255)
    sha256 = models.CharField(max_length=64)
    state = models.CharField("tilstand", max_length=10)
    progress_pct = models.PositiveSmallIntegerField("fremdrift i procent", default=0)
    step = models.CharField("trin", max_length=100, blank=True)
    message = models.TextField("besked", blank=True)
    document = models.ForeignKey(DocumentRow, models.PROTECT, null=True, related_name="+", verbose_name="papir")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="bruger")
    created_at = models.DateTimeField("lagt op")
    heartbeat_at = models.DateTimeField("seneste livstegn")

    class Meta:
        db_table = "job"
        verbose_name = "opgave"
        verbose_name_plural = "opgaver"
        default_permissions = ()
        indexes = [models.Index(fields=["state"], name="job_by_state")]
