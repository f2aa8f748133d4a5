"""Catalogues as flat rows: the catalogue of a paper is revised whole.

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
