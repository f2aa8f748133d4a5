"""Rulings in the database: implements app.ports.RulingStore."""

from collections.abc import Mapping

from django.db.models import OuterRef, QuerySet

from effektspor.app.ports import Ruling, RulingKind
from effektspor.web.rulings.models import RulingRow


class DjangoRulingStore:
    def add(self, recording_id: int, document_id: int, fingerprint: str, kind: RulingKind, reason: str) -> None:
        self.close(recording_id, document_id, fingerprint)
        RulingRow.objects.create(
            opened_id=recording_id, document_id=document_id, fingerprint=fingerprint, kind=kind, reason=reason
        )

    def close(self, recording_id: int, document_id: int, fingerprint: str) -> None:
        RulingRow.objects.filter(document=document_id, fingerprint=fingerprint, closed=None).update(closed=recording_id)

    def current(self, document_id: int) -> Mapping[str, Ruling]:
        rows = RulingRow.objects.filter(document=document_id, closed=None).select_related("opened__by")
        return {row.fingerprint: ruling_of(row) for row in rows}


def ruling_of(row: RulingRow) -> Ruling:
    return Ruling(RulingKind(row.kind), row.reason, str(row.opened.by or "systemet"), row.opened.at)


def ruling_in_force() -> QuerySet[RulingRow]:
    """Return the ruling on a finding, as a subquery of a query of FindingRow."""
    return RulingRow.objects.filter(
        document=OuterRef("reading__document"), fingerprint=OuterRef("fingerprint"), closed=None
    )
