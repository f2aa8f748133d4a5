"""Plans as flat rows: a plan is revised whole."""

from django.db import models
from django.db.models import Q

from effektspor.web.documents.models import DocumentRow
from effektspor.web.log.models import RecordedRow


class PlanRow(RecordedRow):
    """A plan as one paper states it; amounts in øre, savings positive."""

    document = models.ForeignKey(DocumentRow, models.PROTECT, related_name="plans", verbose_name="papir")
    title = models.TextField("titel")
    as_of = models.DateField("opgjort pr.", null=True)
    unit = models.CharField("enhed", max_length=20)
    decimals = models.PositiveSmallIntegerField("decimaler")
    price_level = models.CharField("prisniveau", max_length=4, null=True)
    note = models.TextField("note", blank=True)
    target_net_ore = models.BigIntegerField(null=True)
    target_gross_ore = models.BigIntegerField(null=True)
    target_investment_ore = models.BigIntegerField(null=True)
    realised_net_ore = models.BigIntegerField(null=True)
    realised_gross_ore = models.BigIntegerField(null=True)
    realised_investment_ore = models.BigIntegerField(null=True)

    class Meta:
        db_table = "plan"
        verbose_name = "økonomisk handleplan"
        verbose_name_plural = "økonomiske handleplaner"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["document"], condition=Q(closed=None), name="one_current_plan_per_document")
        ]


class MeasureRow(models.Model):
    """A measure (tiltag); it holds as long as its plan does."""

    plan = models.ForeignKey(PlanRow, models.PROTECT, related_name="measures")
    position = models.PositiveIntegerField("rækkefølge")
    number = models.CharField("nummer", max_length=20)
    title = models.TextField("tiltag")
    target_ore = models.BigIntegerField("mål", null=True)
    realised_ore = models.BigIntegerField("realiseret", null=True)
    status_text = models.TextField("status", blank=True)

    class Meta:
        db_table = "plan_measure"
        verbose_name = "tiltag"
        verbose_name_plural = "tiltag"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["plan", "position"], name="one_measure_per_position")]
