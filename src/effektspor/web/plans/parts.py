"""What papers hold around a plan, in the database: implements app.plan_ports.PlanPartStore and NoteTextStore."""

from collections.abc import Collection, Mapping

from effektspor.app.plan_json import KINDS, plan_from_json, plan_to_json
from effektspor.app.plan_ports import NoteText, PlanPart, StoredPart
from effektspor.web.plans.models import NoteTextRow, PlanPartRow
from effektspor.web.plans.store import titles_of


class DjangoPlanPartStore:
    def replace(self, recording_id: int, document_id: int, parts: Collection[PlanPart]) -> None:
        rows = PlanPartRow.objects.filter(document=document_id, closed=None)
        if [_part(row) for row in rows.order_by("position")] == list(parts):
            return
        rows.update(closed=recording_id)
        numbered = enumerate(parts, start=1)
        PlanPartRow.objects.bulk_create(_row(recording_id, document_id, at, part) for at, part in numbered)

    def all(self) -> list[StoredPart]:
        rows = list(PlanPartRow.objects.filter(closed=None).order_by("document", "position"))
        titles = titles_of(row.document_id for row in rows)
        stored = [StoredPart(row.pk, row.document_id, titles.get(row.document_id, ""), _part(row)) for row in rows]
        return sorted(stored, key=lambda each: each.document_title)


def _row(recording_id: int, document_id: int, position: int, part: PlanPart) -> PlanPartRow:
    body = plan_to_json(part)
    return PlanPartRow(
        opened_id=recording_id,
        document_id=document_id,
        position=position,
        kind=body["kind"],
        title=part.title,
        body=body,
    )


def _part(row: PlanPartRow) -> PlanPart:
    part: PlanPart = plan_from_json(row.body, KINDS[row.kind])
    return part


class DjangoNoteTextStore:
    def add(self, recording_id: int, document_id: int, heading: str, text: str) -> None:
        self.close(recording_id, document_id, heading)
        NoteTextRow.objects.create(opened_id=recording_id, document_id=document_id, heading=heading, text=text)

    def close(self, recording_id: int, document_id: int, heading: str) -> None:
        rows = NoteTextRow.objects.filter(document=document_id, heading=heading, closed=None)
        rows.update(closed=recording_id)

    def current(self, document_id: int) -> Mapping[str, NoteText]:
        return self.of_documents([document_id]).get(document_id, {})

    def of_documents(self, document_ids: Collection[int]) -> Mapping[int, Mapping[str, NoteText]]:
        """Return the texts in force on each paper's note, by heading: one query."""
        rows = NoteTextRow.objects.filter(document__in=document_ids, closed=None).select_related("opened__by")
        texts: dict[int, dict[str, NoteText]] = {}
        for row in rows:
            texts.setdefault(row.document_id, {})[row.heading] = _text(row)
        return texts


def _text(row: NoteTextRow) -> NoteText:
    return NoteText(row.document_id, row.heading, row.text, str(row.opened.by or "systemet"), row.opened.at)
