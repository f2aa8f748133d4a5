"""The findings of all current readings: implements app.ports.FindingList."""

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Subquery, Value, When

from effektspor.app.ports import FindingCounts, FindingFilter, ListedFinding, Ruling, RulingKind, RulingState
from effektspor.core.finding import Verdict
from effektspor.web.documents.models import FindingRow
from effektspor.web.documents.rows import finding_from_json
from effektspor.web.rulings.models import RulingRow
from effektspor.web.rulings.store import ruling_in_force, ruling_of

_SUREST_FIRST = Case(
    *(When(verdict=verdict.value, then=Value(place)) for place, verdict in enumerate(Verdict)),
    output_field=IntegerField(),
)
_NOT_DISMISSED = Q(ruling=None) | Q(ruling=RulingKind.CONFIRMED)


class DjangoFindingList:
    def matching(self, asked: FindingFilter, start: int = 0, stop: int | None = None) -> list[ListedFinding]:
        ordered = _asked(asked).order_by(_SUREST_FIRST, "reading__document__name", "position")
        rows = list(ordered.select_related("reading__document").defer("reading__content")[start:stop])
        return [_listed(row, rulings) for rulings in [_rulings(rows)] for row in rows]

    def count(self, asked: FindingFilter) -> int:
        return _asked(asked).count()

    def counts(self, asked: FindingFilter) -> FindingCounts:
        others = FindingFilter(code=asked.code, document_id=asked.document_id, ruling=asked.ruling)
        standing = _asked(others) if asked.ruling else _asked(others).filter(_NOT_DISMISSED)
        verdicts = dict(standing.values_list("verdict").annotate(Count("pk")))
        current = FindingRow.objects.filter(reading__closed=None)
        documents = current.values_list("reading__document", "reading__title").distinct().order_by("reading__title")
        return FindingCounts(
            verdicts={verdict: verdicts.get(verdict.value, 0) for verdict in Verdict},
            codes=tuple(current.values_list("code", flat=True).distinct().order_by("code")),
            documents=tuple(documents),
        )


def _asked(asked: FindingFilter) -> QuerySet[FindingRow]:
    ruled = ruling_in_force()
    rows = FindingRow.objects.filter(reading__closed=None).annotate(
        ruling=Subquery(ruled.values("kind")), ruling_id=Subquery(ruled.values("pk"))
    )
    if asked.verdict:
        rows = rows.filter(verdict=asked.verdict)
        # What is dismissed counts with no verdict; asked for by its ruling, it is shown with the one it had.
        rows = rows if asked.ruling else rows.filter(_NOT_DISMISSED)
    if asked.code:
        rows = rows.filter(code=asked.code)
    if asked.document_id:
        rows = rows.filter(reading__document=asked.document_id)
    if asked.ruling:
        rows = rows.filter(ruling=None if asked.ruling is RulingState.NONE else asked.ruling.value)
    return rows


def _rulings(rows: list[FindingRow]) -> dict[int, Ruling]:
    wanted = [row.ruling_id for row in rows if row.ruling_id]  # type: ignore[attr-defined]
    found = RulingRow.objects.filter(pk__in=wanted).select_related("opened__by")
    return {row.pk: ruling_of(row) for row in found}


def _listed(row: FindingRow, rulings: dict[int, Ruling]) -> ListedFinding:
    return ListedFinding(
        document_id=row.reading.document_id,
        document_name=row.reading.document.name,
        document_title=row.reading.title,
        number=row.position,
        finding=finding_from_json(row.content),
        ruling=rulings.get(row.ruling_id),  # type: ignore[attr-defined]
    )
