"""Papers in the database: implements app.ports.DocumentStore."""

from collections.abc import Iterable, Mapping

from django.db.models import Count, QuerySet

from effektspor.app.ports import DocumentSummary, Reading, StoredReading
from effektspor.core.finding import Finding, Verdict
from effektspor.web.documents.models import DocumentRow, FindingRow, ReadingRow
from effektspor.web.documents.rows import document_from_json, document_to_json, finding_from_json, finding_to_json


class DjangoDocumentStore:
    def digests(self) -> Mapping[str, str]:
        return dict(_current().values_list("document__name", "digest"))

    def add(self, recording_id: int, reading: Reading) -> int:
        document, _ = DocumentRow.objects.get_or_create(name=reading.name)
        ReadingRow.objects.filter(document=document, closed=None).update(closed=recording_id)
        row = ReadingRow.objects.create(
            document=document,
            opened_id=recording_id,
            title=reading.title,
            sha256=reading.sha256,
            digest=reading.digest,
            table_count=len(reading.document.tables),
            content=document_to_json(reading.document),
        )
        FindingRow.objects.bulk_create(_finding_rows(row, reading.findings))
        return document.pk

    def summaries(self) -> list[DocumentSummary]:
        rows = list(_current().order_by("document__name").defer("content"))
        counts = _counts(rows)
        return [_summary(row, counts.get(row.pk, {})) for row in rows]

    def find(self, document_id: int) -> StoredReading | None:
        row = _current().filter(document=document_id).first()
        if row is None:
            return None
        findings = tuple(finding_from_json(content) for content in _finding_contents(row))
        reading = Reading(
            row.document.name, row.title, row.sha256, row.digest, document_from_json(row.content), findings
        )
        return StoredReading(_summary(row, _counts([row]).get(row.pk, {})), reading)


def _current() -> QuerySet[ReadingRow]:
    return ReadingRow.objects.filter(closed=None).select_related("document", "opened")


def _finding_rows(row: ReadingRow, findings: Iterable[Finding]) -> list[FindingRow]:
    return [
        FindingRow(
            reading=row,
            position=position,
            code=finding.code,
            verdict=finding.verdict,
            message=finding.message,
            content=finding_to_json(finding),
        )
        for position, finding in enumerate(findings, start=1)
    ]


def _finding_contents(row: ReadingRow) -> list[str]:
    return list(FindingRow.objects.filter(reading=row).order_by("position").values_list("content", flat=True))


def _counts(rows: list[ReadingRow]) -> dict[int, dict[Verdict, int]]:
    """Count the findings of every reading by verdict, in one query."""
    counted = FindingRow.objects.filter(reading__in=rows).values_list("reading", "verdict").annotate(Count("pk"))
    counts: dict[int, dict[Verdict, int]] = {}
    for reading, verdict, count in counted:
        counts.setdefault(reading, {})[Verdict(verdict)] = count
    return counts


def _summary(row: ReadingRow, counts: Mapping[Verdict, int]) -> DocumentSummary:
    return DocumentSummary(row.document_id, row.document.name, row.title, row.opened.at, row.table_count, counts)
