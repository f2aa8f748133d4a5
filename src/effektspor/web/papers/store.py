"""Releases and own templates in the database: implements app.paper_ports."""

from collections.abc import Mapping

from django.db.models import Max, QuerySet

from effektspor.app.paper_ports import PaperKind, PaperRelease, StoredTemplate
from effektspor.web.papers.models import ReleaseRow, TemplateRow

_NOBODY = "systemet"
_COLUMNS = ("key", "version", "title", "suffix", "made_on", "sha256", "data_sha256", "template_sha256", "reason")


class DjangoReleaseStore:
    def add(self, recording_id: int, release: PaperRelease) -> None:
        ReleaseRow.objects.create(
            recording_id=recording_id,
            kind=release.kind.value,
            data_id=release.data_id or None,
            marks=list(release.marks),
            **{name: getattr(release, name) for name in _COLUMNS},
        )

    def latest(self) -> Mapping[tuple[PaperKind, str], PaperRelease]:
        newest = ReleaseRow.objects.values("kind", "key").annotate(newest=Max("pk")).values("newest")
        released = map(_release, _rows().filter(pk__in=newest))
        return {(each.kind, each.key): each for each in released}

    def all(self, start: int = 0, stop: int | None = None) -> list[PaperRelease]:
        return [_release(row) for row in _rows().order_by("-pk")[start:stop]]

    def count(self) -> int:
        return ReleaseRow.objects.count()


class DjangoTemplateStore:
    def add(self, recording_id: int, name: str, sha256: str) -> None:
        self.close(recording_id, name)
        TemplateRow.objects.create(opened_id=recording_id, name=name, sha256=sha256)

    def close(self, recording_id: int, name: str) -> None:
        TemplateRow.objects.filter(name=name, closed=None).update(closed=recording_id)

    def current(self) -> Mapping[str, StoredTemplate]:
        rows = TemplateRow.objects.filter(closed=None).select_related("opened__by")
        return {
            row.name: StoredTemplate(row.name, row.sha256, str(row.opened.by or _NOBODY), row.opened.at) for row in rows
        }


def _rows() -> QuerySet[ReleaseRow]:
    return ReleaseRow.objects.select_related("recording__by")


def _release(row: ReleaseRow) -> PaperRelease:
    return PaperRelease(
        kind=PaperKind(row.kind),
        data_id=row.data_id or 0,
        marks=tuple(row.marks),
        recording_id=row.recording_id,
        by=str(row.recording.by or _NOBODY),
        at=row.recording.at,
        **{name: getattr(row, name) for name in _COLUMNS},
    )
