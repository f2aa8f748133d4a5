from importlib import import_module

from django.apps import apps

from effektspor.app.documents import File
from effektspor.web.documents.models import FindingRow

_migration = import_module("effektspor.web.documents.migrations.0002_findingrow_fingerprint")


def test_findings_stored_before_get_the_fingerprint_they_would_have_now(demo_papers: list[File]) -> None:
    before = list(FindingRow.objects.order_by("pk").values_list("pk", "fingerprint"))
    assert before
    FindingRow.objects.update(fingerprint="")
    _migration.fill(apps, None)
    assert list(FindingRow.objects.order_by("pk").values_list("pk", "fingerprint")) == before
