"""Papers in the database: implements app.ports.DocumentStore."""

from collections.abc import Mapping

from django.db.models import Count, QuerySet, Subquery

from effektspor.app.ports import DocumentSummary, Reading, RulingKind, StoredReading
from effektspor.core.audit.fingerprint import fingerprint_findings
from effektspor.core.finding import Verdict
from effektspor.web.documents.models import DocumentRow, FindingRow, ReadingRow
from effektspor.web.documents.rows import document_from_json, document_to_json, finding_from_json, finding_to_json
from effektspor.web.rulings.store import ruling_in_force

# A reading's findings by verdict and by the ruling on them, where there is one.
_Counts = Mapping[tuple[Verdict, str | None], int]


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
        FindingRow.objects.bulk_create(_finding_rows(row, reading))
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

    def uses(self, sha256: str) -> bool:
        return ReadingRow.objects.filter(sha256=sha256).exists()


def _current() -> QuerySet[ReadingRow]:
    return ReadingRow.objects.filter(closed=None).select_related("document", "opened")


def _finding_rows(row: ReadingRow, reading: Reading) -> list[FindingRow]:
    fingerprints = fingerprint_findings(reading.name, reading.document, reading.findings)
    return [
        FindingRow(
            reading=row,
            position=position,
            fingerprint=fingerprint,
            code=finding.code,
            verdict=finding.verdict,
            message=finding.message,
            content=finding_to_json(finding),
        )
        for position, (finding, fingerprint) in enumerate(zip(reading.findings, fingerprints, strict=True), start=1)
    ]


def _finding_contents(row: ReadingRow) -> list[str]:
    return list(FindingRow.objects.filter(reading=row).order_by("position").values_list("content", flat=True))


def _counts(rows: list[ReadingRow]) -> dict[int, _Counts]:
    """Count the findings of every reading by verdict and ruling, in one query."""
    findings = FindingRow.objects.filter(reading__in=rows)
    ruled = findings.annotate(ruling=Subquery(ruling_in_force().values("kind")))
    counts: dict[int, dict[tuple[Verdict, str | None], int]] = {}
    for reading, verdict, ruling, count in ruled.values_list("reading", "verdict", "ruling").annotate(Count("pk")):
        counts.setdefault(reading, {})[Verdict(verdict), ruling] = count
    return dict(counts)


def _summary(row: ReadingRow, counts: _Counts) -> DocumentSummary:
    standing: dict[Verdict, int] = {}
    for (verdict, ruling), count in counts.items():
        if ruling != RulingKind.NOT_A_FAULT:
            standing[verdict] = standing.get(verdict, 0) + count
    return DocumentSummary(
        id=row.document_id,
        name=row.document.name,
        title=row.title,
        read_at=row.opened.at,
        table_count=row.table_count,
        counts=standing,
        ruled_count=sum(count for (_, ruling), count in counts.items() if ruling),
        dismissed_count=sum(count for (_, ruling), count in counts.items() if ruling == RulingKind.NOT_A_FAULT),
    )
