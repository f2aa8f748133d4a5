"""Proposals as flat rows: revisions are immutable, drafts are written over, decisions have recorded time (ADR 0018)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from effektspor.web.documents.models import DocumentRow
from effektspor.web.log.models import RecordedRow, RecordingRow


class ProposalRow(models.Model):
    """A proposal by its code; `opened` is when its first revision was stored, `author` who wrote that."""

    code = models.CharField("kode", max_length=40, unique=True)
    opened = models.ForeignKey(RecordingRow, models.PROTECT, related_name="+", verbose_name="åbnet")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="forslagsstiller"
    )

    class Meta:
        db_table = "proposal"
        verbose_name = "forslag"
        verbose_name_plural = "forslag"
        default_permissions = ()


class RevisionRow(RecordedRow):
    """One version of a proposal: its case as JSON, and beside it what lists show. The newest is the open one."""

    proposal = models.ForeignKey(ProposalRow, models.PROTECT, related_name="revisions", verbose_name="forslag")
    number = models.PositiveIntegerField("revision")
    title = models.TextField("titel")
    target_group = models.TextField("målgruppe", blank=True)
    label = models.TextField("mærke", blank=True)
    net = models.JSONField("netto pr. år i øre")
    links = models.JSONField("sammenhænge", default=list)
    note = models.TextField("note", blank=True)
    document = models.ForeignKey(DocumentRow, models.PROTECT, null=True, related_name="+", verbose_name="papir")
    schema = models.PositiveSmallIntegerField("skema")
    body = models.JSONField("business case")

    class Meta:
        db_table = "proposal_revision"
        verbose_name = "revision"
        verbose_name_plural = "revisioner"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["proposal", "number"], name="one_revision_per_number"),
            models.UniqueConstraint(fields=["proposal"], condition=Q(closed=None), name="one_newest_revision"),
        ]


class DraftRow(models.Model):
    """What a person has typed of a proposal; `saved` is the recording that wrote it last."""

    key = models.CharField("forslag", max_length=40)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    based_on = models.PositiveIntegerField("bygger på revision")
    fields = models.JSONField("felter")
    saved = models.ForeignKey(RecordingRow, models.PROTECT, related_name="+", verbose_name="gemt")

    class Meta:
        db_table = "proposal_draft"
        verbose_name = "kladde"
        verbose_name_plural = "kladder"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["key", "user"], name="one_draft_per_person_and_proposal")]


class DecisionRow(RecordedRow):
    """A decision on a revision; the open one is in force."""

    proposal = models.ForeignKey(ProposalRow, models.PROTECT, related_name="decisions", verbose_name="forslag")
    revision = models.PositiveIntegerField("revision")
    outcome = models.CharField("udfald", max_length=12)
    body = models.CharField("besluttet af", max_length=200)
    decided_on = models.DateField("dato")
    note = models.TextField("note", blank=True)
    adopted = models.JSONField("vedtaget pr. år i øre")

    class Meta:
        db_table = "proposal_decision"
        verbose_name = "beslutning"
        verbose_name_plural = "beslutninger"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["proposal"], condition=Q(closed=None), name="one_decision")]


class BudgetChangeRow(RecordedRow):
    """What a decision changes on an account in a year."""

    decision = models.ForeignKey(DecisionRow, models.PROTECT, related_name="budget_changes", verbose_name="beslutning")
    account = models.CharField("konto", max_length=60)
    year = models.PositiveIntegerField("år")
    ore = models.BigIntegerField("øre")

    class Meta:
        db_table = "proposal_budget_change"
        verbose_name = "budgetændring"
        verbose_name_plural = "budgetændringer"
        default_permissions = ()


class CriterionFollowUpRow(RecordedRow):
    """A success criterion that somebody looks at; the day it is done makes a new row."""

    decision = models.ForeignKey(DecisionRow, models.PROTECT, related_name="follow_ups", verbose_name="beslutning")
    criterion = models.TextField("succeskriterium")
    measured_by = models.TextField("måles ved", blank=True)
    responsible = models.TextField("ansvarlig", blank=True)
    when = models.TextField("hvornår", blank=True)
    due = models.DateField("frist", null=True)
    done_on = models.DateField("udført", null=True)

    class Meta:
        db_table = "proposal_follow_up"
        verbose_name = "opfølgning"
        verbose_name_plural = "opfølgninger"
        default_permissions = ()


class AdoptedMeasureRow(RecordedRow):
    """The measure that a decision makes of a proposal."""

    decision = models.ForeignKey(DecisionRow, models.PROTECT, related_name="measures", verbose_name="beslutning")
    title = models.TextField("tiltag")
    owner = models.TextField("ansvarlig", blank=True)
    investment = models.BooleanField("investering")
    convention = models.CharField("måltallets art", max_length=12)
    targets = models.JSONField("mål pr. år i øre")
    indicators = models.JSONField("følges ved")

    class Meta:
        db_table = "proposal_measure"
        verbose_name = "vedtaget tiltag"
        verbose_name_plural = "vedtagne tiltag"
        default_permissions = ()
