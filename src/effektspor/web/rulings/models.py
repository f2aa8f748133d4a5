"""Rulings as rows with recorded time: the open one is in force, the closed ones are kept."""

from django.db import models
from django.db.models import Q

from effektspor.web.documents.models import DocumentRow
from effektspor.web.log.models import RecordedRow


class RulingRow(RecordedRow):
    """A person's word on a finding, known by its fingerprint; who and when stand in the recording that opened it."""

    document = models.ForeignKey(DocumentRow, models.PROTECT, related_name="rulings", verbose_name="papir")
    fingerprint = models.CharField("fingeraftryk", max_length=64)
    kind = models.CharField("afgørelse", max_length=12)
    reason = models.CharField("begrundelse", max_length=500, blank=True)

    class Meta:
        db_table = "ruling"
        verbose_name = "afgørelse"
        verbose_name_plural = "afgørelser"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["document", "fingerprint"], condition=Q(closed=None), name="one_current_ruling_per_finding"
            )
        ]
