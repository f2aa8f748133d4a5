"""Plans in the database: implements app.ports.PlanStore and app.plan_ports.PlanList."""

from collections.abc import Iterable, Mapping

from django.db.models import Count, F, Q, QuerySet

from effektspor.app.plan_ports import PlanHead
from effektspor.app.ports import Recorded, StoredPlan
from effektspor.core.plans.convention import Convention
from effektspor.core.plans.plan import Measure, Plan, ProposalReference, StatedTotals
from effektspor.core.unit import BILLION, KRONE, MILLION, THOUSAND
from effektspor.web.documents.models import ReadingRow
from effektspor.web.log.models import RecordingRow
from effektspor.web.plans.models import MeasureRow, PlanRow, TargetRow
from effektspor.web.plans.target_rows import target_columns, targets_of

UNITS = {unit.name: unit for unit in (KRONE, THOUSAND, MILLION, BILLION)}
# The first word of every use case that changes a plan.
USE_CASE = "plans."


class DjangoPlanStore:
    def add(self, recording_id: int, document_id: int, plan: Plan) -> None:
        self.remove(recording_id, document_id)
        row = PlanRow.objects.create(opened_id=recording_id, document_id=document_id, **_plan_columns(plan))
        numbered = list(enumerate(plan.measures, start=1))
        MeasureRow.objects.bulk_create(MeasureRow(plan=row, **_columns(at, measure)) for at, measure in numbered)
        ids = dict(MeasureRow.objects.filter(plan=row).values_list("position", "pk"))
        TargetRow.objects.bulk_create(
            TargetRow(measure_id=ids[position], year=year, ore=ore)
            for position, measure in numbered
            for year, ore in measure.targets.stated.pairs
        )

    def remove(self, recording_id: int, document_id: int) -> None:
        PlanRow.objects.filter(document=document_id, closed=None).update(closed=recording_id)

    def current(self) -> StoredPlan | None:
        return _stored(_open().first())

    def heads(self) -> list[PlanHead]:
        rows = list(_open().annotate(count=Count("measures")))
        titles = titles_of(row.document_id for row in rows)
        return [
            PlanHead(row.document_id, row.title, titles[row.document_id], row.as_of, row.opened.at, row.count)
            for row in rows
        ]

    def find(self, document_id: int) -> StoredPlan | None:
        return _stored(_open().filter(document=document_id).first())

    def changes(self) -> list[Recorded]:
        wanted = Q(use_case__startswith=USE_CASE) | Q(pk__in=PlanRow.objects.values("opened"))
        rows = RecordingRow.objects.filter(wanted).select_related("by").order_by("-pk")
        return [Recorded(row.pk, row.at, str(row.by or "systemet"), row.use_case, row.reason) for row in rows]


def titles_of(document_ids: Iterable[int]) -> Mapping[int, str]:
    """Return the titles of papers as they read now, in one query."""
    return dict(ReadingRow.objects.filter(document__in=set(document_ids), closed=None).values_list("document", "title"))


def _open() -> QuerySet[PlanRow]:
    """The plans there are, the one in force first."""
    rows = PlanRow.objects.filter(closed=None).select_related("document", "opened")
    return rows.order_by(F("as_of").desc(nulls_last=True), "-pk")


def _stored(row: PlanRow | None) -> StoredPlan | None:
    if row is None:
        return None
    title = titles_of([row.document_id])[row.document_id]
    return StoredPlan(row.pk, _plan(row), row.document_id, title, row.opened.at)


def _plan_columns(plan: Plan) -> dict[str, object]:
    return {
        "title": plan.title,
        "as_of": plan.as_of,
        "unit": plan.unit.name,
        "decimals": plan.decimals,
        "price_level": plan.price_level,
        "note": plan.note,
        "convention": plan.convention or "",
        **_stated_columns("target", plan.stated_target),
        **_stated_columns("realised", plan.stated_realised),
        **_stated_columns("expected", plan.stated_expected),
    }


def _stated_columns(name: str, stated: StatedTotals) -> dict[str, int | None]:
    return {
        f"{name}_net_ore": stated.net_ore,
        f"{name}_gross_ore": stated.gross_ore,
        f"{name}_investment_ore": stated.investment_ore,
    }


def _columns(position: int, measure: Measure) -> dict[str, object]:
    return {
        "position": position,
        "number": measure.number,
        "title": measure.title,
        "target_ore": measure.target_ore,
        "realised_ore": measure.realised_ore,
        "expected_ore": measure.expected_ore,
        "status_text": measure.status_text,
        "owner": measure.owner,
        "control_area": measure.control_area,
        "indicators": list(measure.indicators),
        "proposal_code": measure.proposal.code if measure.proposal else "",
        "proposal_revision": measure.proposal.revision if measure.proposal else None,
        **target_columns(measure.targets),
    }


def _plan(row: PlanRow) -> Plan:
    measures = row.measures.order_by("position").prefetch_related("targets")
    return Plan(
        title=row.title,
        measures=tuple(_measure(measure) for measure in measures),
        unit=UNITS[row.unit],
        decimals=row.decimals,
        as_of=row.as_of,
        price_level=row.price_level,
        stated_target=StatedTotals(row.target_net_ore, row.target_gross_ore, row.target_investment_ore),
        stated_realised=StatedTotals(row.realised_net_ore, row.realised_gross_ore, row.realised_investment_ore),
        note=row.note,
        stated_expected=StatedTotals(row.expected_net_ore, row.expected_gross_ore, row.expected_investment_ore),
        convention=Convention(row.convention) if row.convention else None,
    )


def _measure(row: MeasureRow) -> Measure:
    return Measure(
        number=row.number,
        title=row.title,
        target_ore=row.target_ore,
        realised_ore=row.realised_ore,
        status_text=row.status_text,
        expected_ore=row.expected_ore,
        targets=targets_of(row, row.targets.all()),
        owner=row.owner,
        indicators=tuple(row.indicators),
        proposal=ProposalReference(row.proposal_code, row.proposal_revision) if row.proposal_code else None,
        control_area=row.control_area,
    )
