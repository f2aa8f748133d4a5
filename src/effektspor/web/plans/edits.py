"""What persons say of measures, in the database: implements app.plan_ports.MeasureEditStore and MeasureCommentStore."""

from collections.abc import Mapping

from django.db.models import QuerySet

from effektspor.app.own_plan import OWN_PLAN
from effektspor.app.plan_ports import MeasureComment, MeasureEdit
from effektspor.core.plans.targets import NO_TARGETS
from effektspor.web.plans.models import EditTargetRow, MeasureCommentRow, MeasureEditRow
from effektspor.web.plans.target_rows import target_columns, targets_of


class DjangoMeasureEditStore:
    def add(self, recording_id: int, edit: MeasureEdit) -> None:
        self.close(recording_id, edit.document_id, edit.number)
        row = MeasureEditRow.objects.create(
            opened_id=recording_id,
            document_id=_paper(edit.document_id),
            number=edit.number,
            owner=edit.owner,
            indicators=None if edit.indicators is None else list(edit.indicators),
            has_targets=edit.targets is not None,
            expected_ore=edit.expected_ore,
            status_text=edit.status_text,
            **target_columns(NO_TARGETS if edit.targets is None else edit.targets),
        )
        pairs = edit.targets.stated.pairs if edit.targets else ()
        EditTargetRow.objects.bulk_create(EditTargetRow(edit=row, year=year, ore=ore) for year, ore in pairs)

    def close(self, recording_id: int, document_id: int, number: str) -> None:
        rows = MeasureEditRow.objects.filter(document=_paper(document_id), number=number, closed=None)
        rows.update(closed=recording_id)

    def current(self, document_id: int) -> Mapping[str, MeasureEdit]:
        return {row.number: _edit(row) for row in _edits(document_id).filter(closed=None)}

    def history(self, document_id: int, number: str) -> list[MeasureEdit]:
        return [_edit(row) for row in _edits(document_id).filter(number=number).order_by("-pk")]


def _edits(document_id: int) -> QuerySet[MeasureEditRow]:
    rows = MeasureEditRow.objects.filter(document=_paper(document_id))
    return rows.select_related("opened__by").prefetch_related("targets")


def _edit(row: MeasureEditRow) -> MeasureEdit:
    return MeasureEdit(
        document_id=row.document_id or OWN_PLAN,
        number=row.number,
        owner=row.owner,
        indicators=None if row.indicators is None else tuple(row.indicators),
        targets=targets_of(row, row.targets.all()) if row.has_targets else None,
        expected_ore=row.expected_ore,
        status_text=row.status_text,
        by=str(row.opened.by or "systemet"),
        at=row.opened.at,
    )


class DjangoMeasureCommentStore:
    def add(self, recording_id: int, document_id: int, number: str, text: str) -> None:
        paper = _paper(document_id)
        MeasureCommentRow.objects.create(opened_id=recording_id, document_id=paper, number=number, text=text)

    def close(self, recording_id: int, comment_id: int) -> None:
        MeasureCommentRow.objects.filter(pk=comment_id, closed=None).update(closed=recording_id)

    def current(self, document_id: int) -> Mapping[str, tuple[MeasureComment, ...]]:
        rows = MeasureCommentRow.objects.filter(document=_paper(document_id), closed=None).select_related("opened__by")
        comments: dict[str, tuple[MeasureComment, ...]] = {}
        for row in rows.order_by("pk"):
            comments[row.number] = (*comments.get(row.number, ()), _comment(row))
        return comments


def _comment(row: MeasureCommentRow) -> MeasureComment:
    by = str(row.opened.by or "systemet")
    return MeasureComment(row.pk, row.document_id or OWN_PLAN, row.number, row.text, by, row.opened.at)


def _paper(document_id: int) -> int | None:
    """What a row has for the paper: the plan without one has none."""
    return None if document_id == OWN_PLAN else document_id
