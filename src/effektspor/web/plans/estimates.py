"""Estimates by round in the database: implements app.plan_ports.EstimateStore and RoundStore."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from django.db.models import Max, Prefetch, QuerySet

from effektspor.app.plan_json import plan_from_json, plan_to_json
from effektspor.app.plan_ports import StoredRound, StoredSeries
from effektspor.core.plans.rounds import Estimates, FollowUpRound
from effektspor.core.year_amounts import YearAmounts
from effektspor.web.plans.models import EstimateSeriesRow, RoundAmountRow, RoundRow
from effektspor.web.plans.store import titles_of


class DjangoEstimateStore:
    def replace(self, recording_id: int, document_id: int, read: Collection[Estimates]) -> None:
        rows = list(_series().filter(document=document_id, own=False))
        before = {row.pk: _own_words(row) for row in rows}
        if list(before.values()) == list(read):
            return
        kept = {row.title: [each for each in row.rounds.all() if each.added_id] for row in rows}
        RoundRow.objects.filter(series__in=before, closed=None).update(closed=recording_id)
        EstimateSeriesRow.objects.filter(pk__in=before).update(closed=recording_id)
        for position, series in enumerate(read, start=1):
            row = _add_series(recording_id, document_id, position, series)
            labels = {each.label for each in series.rounds}
            for each in kept.get(series.title, []):
                if each.label not in labels:
                    _add_round(recording_id, row.pk, _round(each), each.added_id)

    def all(self) -> list[StoredSeries]:
        rows = list(_series())
        titles = titles_of(row.document_id for row in rows)
        stored = [_stored(row, titles.get(row.document_id, "")) for row in rows]
        return sorted(stored, key=lambda each: (each.document_title, each.own))

    def find(self, series_id: int) -> StoredSeries | None:
        row = _series().filter(pk=series_id).first()
        return _stored(row, titles_of([row.document_id]).get(row.document_id, "")) if row else None

    def estimates_of_year(self, series_id: int, year: int) -> list[tuple[str, int]]:
        rows = RoundAmountRow.objects.filter(round__series=series_id, round__closed=None, year=year)
        return list(rows.order_by("round__position").values_list("round__label", "ore"))

    def begin(self, recording_id: int, document_id: int, series: Estimates) -> int:
        return _add_series(recording_id, document_id, 1, series, own=True).pk

    def add(self, recording_id: int, series_id: int, added: FollowUpRound) -> int:
        return _add_round(recording_id, series_id, added, recording_id).pk

    def close(self, recording_id: int, round_id: int) -> None:
        RoundRow.objects.filter(pk=round_id, closed=None).exclude(added=None).update(closed=recording_id)


def _series() -> QuerySet[EstimateSeriesRow]:
    rounds = RoundRow.objects.filter(closed=None).order_by("position")
    rounds = rounds.select_related("added__by").prefetch_related("amounts")
    rows = EstimateSeriesRow.objects.filter(closed=None).order_by("document", "own", "position", "pk")
    return rows.prefetch_related(Prefetch("rounds", rounds))


def _add_series(
    recording_id: int, document_id: int, position: int, series: Estimates, *, own: bool = False
) -> EstimateSeriesRow:
    row = EstimateSeriesRow.objects.create(
        opened_id=recording_id,
        document_id=document_id,
        position=position,
        own=own,
        title=series.title,
        unit=series.printed.unit.name,
        decimals=series.printed.decimals,
        price_level=series.printed.price_level,
        unit_stated=series.printed.unit_stated,
        asked_unit=series.printed.asked_unit.name if series.printed.asked_unit else "",
        convention=series.convention or "",
        body=plan_to_json(replace(series, rounds=())),
    )
    for each in series.rounds:
        _add_round(recording_id, row.pk, each, recording_id if own else None)
    return row


def _add_round(recording_id: int, series_id: int, added: FollowUpRound, added_in: int | None) -> RoundRow:
    last = RoundRow.objects.filter(series=series_id).aggregate(last=Max("position"))["last"] or 0
    row = RoundRow.objects.create(
        opened_id=recording_id,
        series_id=series_id,
        position=last + 1,
        label=added.label,
        year=added.year,
        number=added.number,
        as_of=added.as_of,
        added_id=added_in,
    )
    RoundAmountRow.objects.bulk_create(RoundAmountRow(round=row, year=y, ore=ore) for y, ore in added.amounts.pairs)
    return row


def _stored(row: EstimateSeriesRow, title: str) -> StoredSeries:
    rounds = tuple(_stored_round(each) for each in row.rounds.all())
    estimates = _estimates(row, (each.round for each in rounds))
    return StoredSeries(row.pk, row.document_id, title, estimates, rounds, row.own)


def _stored_round(row: RoundRow) -> StoredRound:
    if row.added is None:
        return StoredRound(row.pk, _round(row))
    return StoredRound(row.pk, _round(row), str(row.added.by or "systemet"), row.added.at)


def _own_words(row: EstimateSeriesRow) -> Estimates:
    """The series as its paper says it, without the rounds that persons added."""
    return _estimates(row, (_round(each) for each in row.rounds.all() if each.added_id is None))


def _estimates(row: EstimateSeriesRow, rounds: Iterable[FollowUpRound]) -> Estimates:
    return replace(plan_from_json(row.body, Estimates), rounds=tuple(rounds))


def _round(row: RoundRow) -> FollowUpRound:
    amounts = YearAmounts.of({each.year: each.ore for each in row.amounts.all()})
    return FollowUpRound(row.label, row.year, row.number, amounts, row.as_of)
