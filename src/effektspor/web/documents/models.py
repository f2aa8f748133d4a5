"""Papers as rows. The content of a reading is JSON; the columns beside it are derived from it."""

from django.db import models
from django.db.models import Q

from effektspor.web.log.models import RecordedRow


class DocumentRow(models.Model):
    """A paper, by its file's name: a new version of a paper stays the same document."""

    name = models.CharField("filnavn", max_length=255, unique=True)

    class Meta:
        db_table = "document"
        verbose_name = "papir"
        verbose_name_plural = "papirer"
        default_permissions = ()


class ReadingRow(RecordedRow):
    """A paper as it was read once: the open one is current, the closed ones are kept."""

    document = models.ForeignKey(DocumentRow, models.PROTECT, related_name="readings")
    title = models.TextField("titel")
    sha256 = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    table_count = models.PositiveIntegerField("tabeller")
    content = models.TextField("indhold")

    class Meta:
        db_table = "document_reading"
        verbose_name = "læsning"
        verbose_name_plural = "læsninger"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["document"], condition=Q(closed=None), name="one_current_reading_per_document"
            )
        ]


class FindingRow(models.Model):
    """A finding of a reading; it holds as long as its reading does."""

    reading = models.ForeignKey(ReadingRow, models.PROTECT, related_name="findings")
    position = models.PositiveIntegerField("nummer")
    fingerprint = models.CharField("fingeraftryk", max_length=64)
    code = models.CharField("kode", max_length=10)
    verdict = models.CharField("udfald", max_length=5)
    message = models.TextField("besked")
    content = models.TextField("indhold")

    class Meta:
        db_table = "document_finding"
        verbose_name = "fund"
        verbose_name_plural = "fund"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["reading", "position"], name="one_finding_per_position")]
