"""Plans as flat rows: a plan is revised whole, and what persons say of it stands beside (ADR 0005, 0019)."""

from django.db import models
from django.db.models import Q

from effektspor.web.documents.models import DocumentRow
from effektspor.web.log.models import RecordedRow, RecordingRow


class PlanRow(RecordedRow):
    """A plan as one paper states it; amounts in øre, savings positive."""

    document = models.ForeignKey(DocumentRow, models.PROTECT, related_name="plans", verbose_name="papir")
    title = models.TextField("titel")
    as_of = models.DateField("opgjort pr.", null=True)
    unit = models.CharField("enhed", max_length=20)
    decimals = models.PositiveSmallIntegerField("decimaler")
    price_level = models.CharField("prisniveau", max_length=4, null=True)
    note = models.TextField("note", blank=True)
    convention = models.CharField("måltallenes art", max_length=12, blank=True)
    target_net_ore = models.BigIntegerField(null=True)
    target_gross_ore = models.BigIntegerField(null=True)
    target_investment_ore = models.BigIntegerField(null=True)
    realised_net_ore = models.BigIntegerField(null=True)
    realised_gross_ore = models.BigIntegerField(null=True)
    realised_investment_ore = models.BigIntegerField(null=True)
    expected_net_ore = models.BigIntegerField(null=True)
    expected_gross_ore = models.BigIntegerField(null=True)
    expected_investment_ore = models.BigIntegerField(null=True)

    class Meta:
        db_table = "plan"
        verbose_name = "økonomisk handleplan"
        verbose_name_plural = "økonomiske handleplaner"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["document"], condition=Q(closed=None), name="one_current_plan_per_document")
        ]


class TargetColumns(models.Model):
    """How the targets of a measure are taken, beside their rows by year: see core.plans.targets.Targets."""

    accumulation = models.CharField("måltallene er", max_length=12, blank=True)
    accumulation_said = models.CharField("papiret kalder dem", max_length=12, blank=True)
    targets_sum_ore = models.BigIntegerField("trykt sum af mål", null=True)
    targets_label = models.TextField("måltallenes navn", blank=True)

    class Meta:
        abstract = True


class MeasureRow(TargetColumns):
    """A measure (tiltag); it holds as long as its plan does."""

    plan = models.ForeignKey(PlanRow, models.PROTECT, related_name="measures")
    position = models.PositiveIntegerField("rækkefølge")
    number = models.CharField("nummer", max_length=20)
    title = models.TextField("tiltag")
    target_ore = models.BigIntegerField("mål", null=True)
    realised_ore = models.BigIntegerField("realiseret", null=True)
    expected_ore = models.BigIntegerField("forventet", null=True)
    status_text = models.TextField("status", blank=True)
    owner = models.TextField("ansvarlig", blank=True)
    control_area = models.TextField("styringsområde", blank=True)
    indicators = models.JSONField("indikatorer", default=list)
    proposal_code = models.TextField("forslag", blank=True)
    proposal_revision = models.PositiveIntegerField("revision", null=True)

    class Meta:
        db_table = "plan_measure"
        verbose_name = "tiltag"
        verbose_name_plural = "tiltag"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["plan", "position"], name="one_measure_per_position")]


class TargetRow(models.Model):
    """A measure's target in one year, saving plus."""

    measure = models.ForeignKey(MeasureRow, models.PROTECT, related_name="targets", verbose_name="tiltag")
    year = models.PositiveSmallIntegerField("år")
    ore = models.BigIntegerField("øre")

    class Meta:
        db_table = "plan_target"
        verbose_name = "mål i et år"
        verbose_name_plural = "mål pr. år"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["measure", "year"], name="one_target_per_year")]


class MeasureEditRow(RecordedRow, TargetColumns):
    """What a person says of a measure beside its paper; null is as the paper says. The open one is in force.

    Without a paper the measure is that of an adopted proposal, and the number its code.
    """

    document = models.ForeignKey(DocumentRow, models.PROTECT, null=True, related_name="+", verbose_name="papir")
    number = models.CharField("nummer", max_length=60)
    owner = models.TextField("ansvarlig", null=True)
    indicators = models.JSONField("indikatorer", null=True)
    has_targets = models.BooleanField("mål er skrevet")
    expected_ore = models.BigIntegerField("forventet", null=True)
    status_text = models.TextField("status", null=True)

    class Meta:
        db_table = "plan_measure_edit"
        verbose_name = "rettelse af et tiltag"
        verbose_name_plural = "rettelser af tiltag"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["document", "number"], condition=Q(closed=None), name="one_current_edit_per_measure"
            ),
            models.UniqueConstraint(
                fields=["number"], condition=Q(closed=None, document=None), name="one_current_edit_per_own_measure"
            ),
        ]


class EditTargetRow(models.Model):
    """A target in one year, as a person says it."""

    edit = models.ForeignKey(MeasureEditRow, models.PROTECT, related_name="targets", verbose_name="rettelse")
    year = models.PositiveSmallIntegerField("år")
    ore = models.BigIntegerField("øre")

    class Meta:
        db_table = "plan_edit_target"
        verbose_name = "rettet mål i et år"
        verbose_name_plural = "rettede mål pr. år"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["edit", "year"], name="one_edited_target_per_year")]


class MeasureCommentRow(RecordedRow):
    """A person's remark on a measure; who and when stand in the recording that opened it."""

    document = models.ForeignKey(DocumentRow, models.PROTECT, null=True, related_name="+", verbose_name="papir")
    number = models.CharField("nummer", max_length=60)
    text = models.TextField("kommentar")

    class Meta:
        db_table = "plan_measure_comment"
        verbose_name = "kommentar til et tiltag"
        verbose_name_plural = "kommentarer til tiltag"
        default_permissions = ()


class EstimateSeriesRow(RecordedRow):
    """Successive estimates of one thing: of a paper, or a person's own beside a plan.

    `body` is the series without its rounds as JSON; the columns beside it are derived from it.
    """

    document = models.ForeignKey(DocumentRow, models.PROTECT, related_name="+", verbose_name="papir")
    position = models.PositiveIntegerField("rækkefølge")
    title = models.TextField("titel")
    own = models.BooleanField("ikke fra papiret")
    unit = models.CharField("enhed", max_length=20)
    decimals = models.PositiveSmallIntegerField("decimaler")
    price_level = models.TextField("prisniveau", null=True)
    unit_stated = models.BooleanField("enheden er trykt")
    asked_unit = models.CharField("enhed, der spørges om", max_length=20, blank=True)
    convention = models.CharField("måltallenes art", max_length=12, blank=True)
    body = models.JSONField("rækken uden opfølgninger")

    class Meta:
        db_table = "estimate_series"
        verbose_name = "række af skøn"
        verbose_name_plural = "rækker af skøn"
        default_permissions = ()


class RoundRow(RecordedRow):
    """A follow-up round; `added` is the recording in which a person added it, null for a paper's own."""

    series = models.ForeignKey(EstimateSeriesRow, models.PROTECT, related_name="rounds", verbose_name="række af skøn")
    position = models.PositiveIntegerField("rækkefølge")
    label = models.TextField("opfølgning")
    year = models.PositiveSmallIntegerField("år", null=True)
    number = models.PositiveSmallIntegerField("nummer", null=True)
    as_of = models.DateField("opgjort pr.", null=True)
    added = models.ForeignKey(RecordingRow, models.PROTECT, null=True, related_name="+", verbose_name="tilføjet")

    class Meta:
        db_table = "estimate_round"
        verbose_name = "opfølgning"
        verbose_name_plural = "opfølgninger"
        default_permissions = ()


class RoundAmountRow(models.Model):
    """What a round expects of one year."""

    round = models.ForeignKey(RoundRow, models.PROTECT, related_name="amounts", verbose_name="opfølgning")
    year = models.PositiveSmallIntegerField("år")
    ore = models.BigIntegerField("øre")

    class Meta:
        db_table = "estimate_round_amount"
        verbose_name = "skøn for et år"
        verbose_name_plural = "skøn pr. år"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["round", "year"], name="one_estimate_per_round_and_year")]


class PlanPartRow(RecordedRow):
    """A table of flows, an outlook, an effect account or a strategy note as JSON, as its paper holds it."""

    document = models.ForeignKey(DocumentRow, models.PROTECT, related_name="+", verbose_name="papir")
    position = models.PositiveIntegerField("rækkefølge")
    kind = models.CharField("art", max_length=20)
    title = models.TextField("titel")
    body = models.JSONField("indhold")

    class Meta:
        db_table = "plan_part"
        verbose_name = "tabel omkring en plan"
        verbose_name_plural = "tabeller omkring planer"
        default_permissions = ()


class NoteTextRow(RecordedRow):
    """What a person wrote under a heading of a strategy note; the open one is in force."""

    document = models.ForeignKey(DocumentRow, models.PROTECT, related_name="+", verbose_name="papir")
    heading = models.TextField("overskrift")
    text = models.TextField("tekst")

    class Meta:
        db_table = "plan_note_text"
        verbose_name = "tekst i et strateginotat"
        verbose_name_plural = "tekster i strateginotater"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["document", "heading"], condition=Q(closed=None), name="one_current_text_per_heading"
            )
        ]
