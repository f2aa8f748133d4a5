"""Releases and own templates as rows: a release is never changed, a template has recorded time (ADR 0022)."""

from django.db import models
from django.db.models import Q

from effektspor.web.log.models import RecordedRow, RecordingRow


class ReleaseRow(models.Model):
    """That a paper was let out; who, when and why stand in its recording too."""

    recording = models.ForeignKey(RecordingRow, models.PROTECT, related_name="+", verbose_name="registrering")
    kind = models.CharField("papir", max_length=20)
    key = models.CharField("nøgle", max_length=40)
    version = models.PositiveIntegerField("revision", default=0)
    title = models.TextField("titel")
    suffix = models.CharField("filtype", max_length=4)
    made_on = models.DateField("lavet den")
    sha256 = models.CharField("filens hash", max_length=64)
    data_sha256 = models.CharField("indholdets hash", max_length=64)
    data = models.ForeignKey(RecordingRow, models.PROTECT, null=True, related_name="+", verbose_name="data")
    template_sha256 = models.CharField("skabelonens hash", max_length=64, blank=True)
    reason = models.CharField("begrundelse", max_length=500, blank=True)
    marks = models.JSONField("åbne fejl", default=list)

    class Meta:
        db_table = "paper_release"
        verbose_name = "frigivelse"
        verbose_name_plural = "frigivelser"
        default_permissions = ()
        indexes = [models.Index(fields=["kind", "key"], name="release_of_paper")]


class TemplateRow(RecordedRow):
    """A Word template of the municipality's own; the open one of a name is in use. Its bytes are a file."""

    name = models.CharField("navn", max_length=40)
    sha256 = models.CharField("filens hash", max_length=64)

    class Meta:
        db_table = "paper_template"
        verbose_name = "skabelon"
        verbose_name_plural = "skabeloner"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["name"], condition=Q(closed=None), name="one_template_in_use")]
