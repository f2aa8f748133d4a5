"""Findings get the fingerprint that rulings are keyed by; those stored already are given theirs from what they hold."""

from typing import Any

from django.db import migrations, models

from effektspor.core.audit.fingerprint import fingerprint_findings
from effektspor.web.documents.rows import document_from_json, finding_from_json


def fill(apps: Any, schema_editor: Any) -> None:
    readings = apps.get_model("documents", "ReadingRow")
    findings = apps.get_model("documents", "FindingRow")
    for reading in readings.objects.select_related("document").iterator():
        rows = list(findings.objects.filter(reading=reading).order_by("position"))
        read = [finding_from_json(row.content) for row in rows]
        document = document_from_json(reading.content)
        for row, fingerprint in zip(rows, fingerprint_findings(reading.document.name, document, read), strict=True):
            row.fingerprint = fingerprint
        findings.objects.bulk_update(rows, ["fingerprint"])


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="findingrow",
            name="fingerprint",
            field=models.CharField(default="", max_length=64, verbose_name="fingeraftryk"),
            preserve_default=False,
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
