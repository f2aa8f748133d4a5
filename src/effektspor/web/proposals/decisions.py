"""Decisions and what follows from them in the database: implements app.proposal_ports."""

from collections.abc import Collection
from datetime import date

from django.db.models import F, QuerySet

from effektspor.app.proposal_ports import (
    AdoptedMeasure,
    BudgetChange,
    Decision,
    FollowUp,
    Outcome,
)
from effektspor.core.plans.convention import Convention
from effektspor.web.proposals.models import AdoptedMeasureRow, BudgetChangeRow, CriterionFollowUpRow, DecisionRow
from effektspor.web.proposals.years import years_from_json, years_to_json


class DjangoDecisionStore:
    def add(self, recording_id: int, decision: Decision) -> int:
        self.close(recording_id, decision.proposal_id)
        row = DecisionRow.objects.create(
            opened_id=recording_id,
            proposal_id=decision.proposal_id,
            revision=decision.revision,
            outcome=decision.outcome,
            body=decision.body,
            decided_on=decision.decided_on,
            note=decision.note,
            adopted=years_to_json(decision.adopted),
        )
        return row.pk

    def close(self, recording_id: int, proposal_id: int) -> None:
        DecisionRow.objects.filter(proposal=proposal_id, closed=None).update(closed=recording_id)

    def current(self, proposal_id: int) -> Decision | None:
        row = _decisions().filter(proposal=proposal_id, closed=None).first()
        return decision_of(row) if row else None

    def history(self, proposal_id: int | None = None) -> list[Decision]:
        rows = _decisions() if proposal_id is None else _decisions().filter(proposal=proposal_id)
        return [decision_of(row) for row in rows.order_by("-decided_on", "-pk")]


class DjangoBudgetChangeStore:
    def add(self, recording_id: int, changes: Collection[BudgetChange]) -> None:
        BudgetChangeRow.objects.bulk_create(
            BudgetChangeRow(
                opened_id=recording_id,
                decision_id=each.decision_id,
                account=each.account,
                year=each.year,
                ore=each.ore,
            )
            for each in changes
        )

    def close(self, recording_id: int, proposal_id: int) -> None:
        BudgetChangeRow.objects.filter(decision__proposal=proposal_id, closed=None).update(closed=recording_id)

    def current(self, proposal_id: int | None = None) -> list[BudgetChange]:
        rows = BudgetChangeRow.objects.filter(closed=None).select_related("decision")
        rows = rows if proposal_id is None else rows.filter(decision__proposal=proposal_id)
        return [
            BudgetChange(row.decision.proposal_id, row.decision_id, row.account, row.year, row.ore)
            for row in rows.order_by("account", "year", "pk")
        ]


class DjangoFollowUpStore:
    def add(self, recording_id: int, follow_ups: Collection[FollowUp]) -> None:
        CriterionFollowUpRow.objects.bulk_create(
            CriterionFollowUpRow(
                opened_id=recording_id,
                decision_id=each.decision_id,
                criterion=each.criterion,
                measured_by=each.measured_by,
                responsible=each.responsible,
                when=each.when,
                due=each.due,
                done_on=each.done_on,
            )
            for each in follow_ups
        )

    def close(self, recording_id: int, proposal_id: int) -> None:
        CriterionFollowUpRow.objects.filter(decision__proposal=proposal_id, closed=None).update(closed=recording_id)

    def finish(self, recording_id: int, follow_up_id: int, done_on: date | None) -> None:
        row = CriterionFollowUpRow.objects.filter(pk=follow_up_id, closed=None).first()
        if row is None:
            return
        CriterionFollowUpRow.objects.filter(pk=row.pk).update(closed=recording_id)
        row.pk, row.opened_id, row.done_on = None, recording_id, done_on
        row.save(force_insert=True)

    def current(self, proposal_id: int | None = None) -> list[FollowUp]:
        rows = CriterionFollowUpRow.objects.filter(closed=None).select_related("decision")
        rows = rows if proposal_id is None else rows.filter(decision__proposal=proposal_id)
        return [_follow_up(row) for row in rows.order_by(F("due").asc(nulls_last=True), "pk")]


class DjangoAdoptedMeasureStore:
    def add(self, recording_id: int, measures: Collection[AdoptedMeasure]) -> None:
        AdoptedMeasureRow.objects.bulk_create(
            AdoptedMeasureRow(
                opened_id=recording_id,
                decision_id=each.decision_id,
                title=each.title,
                owner=each.owner,
                investment=each.investment,
                convention=each.convention,
                targets=years_to_json(each.targets),
                indicators=list(each.indicators),
            )
            for each in measures
        )

    def close(self, recording_id: int, proposal_id: int) -> None:
        AdoptedMeasureRow.objects.filter(decision__proposal=proposal_id, closed=None).update(closed=recording_id)

    def current(self, proposal_id: int | None = None) -> list[AdoptedMeasure]:
        rows = AdoptedMeasureRow.objects.filter(closed=None).select_related("decision__proposal")
        rows = rows if proposal_id is None else rows.filter(decision__proposal=proposal_id)
        return [_measure(row) for row in rows.order_by("decision__proposal__code", "investment", "pk")]


def _decisions() -> QuerySet[DecisionRow]:
    return DecisionRow.objects.select_related("opened__by", "closed")


def decision_of(row: DecisionRow) -> Decision:
    return Decision(
        proposal_id=row.proposal_id,
        revision=row.revision,
        outcome=Outcome(row.outcome),
        body=row.body,
        decided_on=row.decided_on,
        note=row.note,
        adopted=years_from_json(row.adopted),
        by=str(row.opened.by or "systemet"),
        at=row.opened.at,
        id=row.pk,
        ended_at=row.closed.at if row.closed else None,
    )


def _follow_up(row: CriterionFollowUpRow) -> FollowUp:
    return FollowUp(
        proposal_id=row.decision.proposal_id,
        decision_id=row.decision_id,
        criterion=row.criterion,
        measured_by=row.measured_by,
        responsible=row.responsible,
        when=row.when,
        due=row.due,
        done_on=row.done_on,
        id=row.pk,
    )


def _measure(row: AdoptedMeasureRow) -> AdoptedMeasure:
    decision = row.decision
    return AdoptedMeasure(
        proposal_id=decision.proposal_id,
        decision_id=decision.pk,
        revision=decision.revision,
        code=decision.proposal.code,
        title=row.title,
        targets=years_from_json(row.targets),
        owner=row.owner,
        investment=row.investment,
        convention=Convention(row.convention),
        indicators=tuple(row.indicators),
    )
