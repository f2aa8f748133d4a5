"""Catalogues as flat rows: a paper's is revised whole, and of one of our own only what is chosen is kept.

Amounts are øre by year, as a list of pairs: [[2018, -120000000], …]. A sum the paper does not print is null.
"""

from django.db import models
from django.db.models import Q

from effektspor.web.documents.models import DocumentRow
from effektspor.web.log.models import RecordedRow


class CatalogueTable(RecordedRow):
    """A catalogue as one paper lists it, with the sums the paper prints for the whole."""

    document = models.ForeignKey(DocumentRow, models.PROTECT, related_name="catalogues", verbose_name="papir")
    title = models.TextField("titel")
    stated_net = models.JSONField("trykt nettoeffektivisering", null=True)
    stated_investment = models.JSONField("trykt investeringsbehov", null=True)
    price_level = models.TextField("prisniveau", blank=True, default="")

    class Meta:
        db_table = "catalogue"
        verbose_name = "katalog"
        verbose_name_plural = "kataloger"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["document"], condition=Q(closed=None), name="one_current_catalogue_per_document"
            )
        ]


class CatalogueGroupRow(models.Model):
    """A target group of a catalogue; it holds as long as its catalogue does."""

    table = models.ForeignKey(CatalogueTable, models.PROTECT, related_name="groups", verbose_name="katalog")
    position = models.PositiveIntegerField("rækkefølge")
    target_group = models.TextField("målgruppe")
    table_id_in_paper = models.TextField("tabel i papiret", blank=True)
    stated_net = models.JSONField("trykt nettoeffektivisering", null=True)
    stated_investment = models.JSONField("trykt investeringsbehov", null=True)

    class Meta:
        db_table = "catalogue_group"
        verbose_name = "målgruppe i et katalog"
        verbose_name_plural = "målgrupper i kataloger"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["table", "position"], name="one_group_per_position")]


class CatalogueLine(models.Model):
    """A row of a group: a proposal, or its share, with its amounts."""

    group = models.ForeignKey(CatalogueGroupRow, models.PROTECT, related_name="lines", verbose_name="målgruppe")
    position = models.PositiveIntegerField("rækkefølge")
    code = models.TextField("kode")
    title = models.TextField("forslag")
    revision = models.TextField("udgave", blank=True)
    purpose = models.CharField("formål", max_length=10)
    control_area = models.TextField("styringsområde")
    amounts = models.JSONField("beløb pr. år")
    case_tables = models.JSONField("forslagets tabeller i papiret")
    step_ore = models.BigIntegerField("mindste trykte trin", default=0)

    class Meta:
        db_table = "catalogue_line"
        verbose_name = "række i et katalog"
        verbose_name_plural = "rækker i kataloger"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["group", "position"], name="one_catalogue_line_per_position")]


class OwnCatalogueRow(RecordedRow):
    """A version of a catalogue that is assembled here; `number` is what it is known by through all of them."""

    number = models.PositiveIntegerField("nummer")
    title = models.TextField("titel")
    price_level = models.TextField("prisniveau", blank=True)
    locked_on = models.DateField("låst til mødet", null=True)

    class Meta:
        db_table = "own_catalogue"
        verbose_name = "eget katalog"
        verbose_name_plural = "egne kataloger"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["number"], condition=Q(closed=None), name="one_current_own_catalogue")
        ]


class OwnCatalogueLine(models.Model):
    """A proposal that is chosen for a catalogue of our own; it holds as long as its version does.

    An investment of null is not listed; a revision of null is the proposal's newest.
    """

    catalogue = models.ForeignKey(OwnCatalogueRow, models.PROTECT, related_name="lines", verbose_name="katalog")
    position = models.PositiveIntegerField("rækkefølge")
    code = models.TextField("kode")
    target_group = models.TextField("målgruppe")
    share = models.TextField("andel", blank=True)
    investment = models.TextField("investeringens andel", blank=True, null=True)
    revision = models.PositiveIntegerField("revision", null=True)

    class Meta:
        db_table = "own_catalogue_line"
        verbose_name = "forslag i et eget katalog"
        verbose_name_plural = "forslag i egne kataloger"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["catalogue", "position"], name="one_own_line_per_position"),
            models.UniqueConstraint(fields=["catalogue", "code"], name="one_own_line_per_proposal"),
        ]
