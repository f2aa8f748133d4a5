"""The newest recording in each paper's data: what was read, written, or taken back; a few queries for all of a kind."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Max, QuerySet

from effektspor.app.proposal_ports import Revision
from effektspor.web.catalogue.models import CatalogueTable
from effektspor.web.log.models import RecordingRow
from effektspor.web.plans.models import EstimateSeriesRow, MeasureEditRow, NoteTextRow, PlanPartRow, PlanRow, RoundRow
from effektspor.web.proposals.models import RevisionRow

RevisionData = Mapping[tuple[int, int], int]


def status_data() -> Mapping[int, int]:
    """Return the newest recording by a plan's document."""
    return _newest(_touched(PlanRow.objects.filter(closed=None)), _touched(MeasureEditRow.objects.all()))


def note_data() -> Mapping[int, int]:
    """Return the newest recording by a note's document: its parts, its texts and the rounds of its tables."""
    rounds = RoundRow.objects.filter(series__closed=None)
    return _newest(
        _touched(PlanPartRow.objects.filter(closed=None)),
        _touched(NoteTextRow.objects.all()),
        _touched(EstimateSeriesRow.objects.filter(closed=None)),
        _touched(rounds, "series__document"),
    )


def annex_data() -> Mapping[int, int]:
    """Return the newest recording by a catalogue's document; its proposals have their own."""
    return _newest(_touched(CatalogueTable.objects.filter(closed=None)))


def revision_data(revisions: Iterable[Revision]) -> RevisionData:
    """Return the recording of each revision, by its proposal's id and its number."""
    proposals = {revision.proposal_id for revision in revisions}
    rows = RevisionRow.objects.filter(proposal__in=proposals).values_list("proposal", "number", "opened")
    return {(proposal_id, number): opened for proposal_id, number, opened in rows}


def days_of(recording_ids: Iterable[int]) -> Mapping[int, datetime]:
    """Return when each recording was made."""
    return dict(RecordingRow.objects.filter(pk__in=set(recording_ids)).values_list("pk", "at"))


def _touched(rows: QuerySet[Any], document: str = "document") -> Iterable[tuple[int, int]]:
    for document_id, opened, closed in rows.values_list(document).annotate(Max("opened"), Max("closed")):
        yield document_id, max(opened or 0, closed or 0)


def _newest(*found: Iterable[tuple[int, int]]) -> Mapping[int, int]:
    newest: dict[int, int] = {}
    for pairs in found:
        for document_id, recording_id in pairs:
            newest[document_id] = max(recording_id, newest.get(document_id, 0))
    return newest
