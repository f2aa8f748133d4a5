"""Plans in the database: implements app.ports.PlanStore."""

from django.db.models import F

from effektspor.app.ports import StoredPlan
from effektspor.core.plans.plan import Measure, Plan, StatedTotals
from effektspor.core.unit import BILLION, KRONE, MILLION, THOUSAND
from effektspor.web.documents.models import ReadingRow
from effektspor.web.plans.models import MeasureRow, PlanRow

_UNITS = {unit.name: unit for unit in (KRONE, THOUSAND, MILLION, BILLION)}


class DjangoPlanStore:
    def add(self, recording_id: int, document_id: int, plan: Plan) -> None:
        self.remove(recording_id, document_id)
        row = PlanRow.objects.create(opened_id=recording_id, document_id=document_id, **_plan_columns(plan))
        MeasureRow.objects.bulk_create(
            MeasureRow(
                plan=row,
                position=position,
                number=measure.number,
                title=measure.title,
                target_ore=measure.target_ore,
                realised_ore=measure.realised_ore,
                status_text=measure.status_text,
            )
            for position, measure in enumerate(plan.measures, start=1)
        )

    def remove(self, recording_id: int, document_id: int) -> None:
        PlanRow.objects.filter(document=document_id, closed=None).update(closed=recording_id)

    def current(self) -> StoredPlan | None:
        open_rows = PlanRow.objects.filter(closed=None).select_related("document", "opened")
        row = open_rows.order_by(F("as_of").desc(nulls_last=True), "-pk").first()
        if row is None:
            return None
        title = ReadingRow.objects.values_list("title", flat=True).get(document=row.document_id, closed=None)
        return StoredPlan(row.pk, _plan(row), row.document_id, title, row.opened.at)


def _plan_columns(plan: Plan) -> dict[str, object]:
    return {
        "title": plan.title,
        "as_of": plan.as_of,
        "unit": plan.unit.name,
        "decimals": plan.decimals,
        "price_level": plan.price_level,
        "note": plan.note,
        **_stated_columns("target", plan.stated_target),
        **_stated_columns("realised", plan.stated_realised),
    }


def _stated_columns(name: str, stated: StatedTotals) -> dict[str, int | None]:
    return {
        f"{name}_net_ore": stated.net_ore,
        f"{name}_gross_ore": stated.gross_ore,
        f"{name}_investment_ore": stated.investment_ore,
    }


def _plan(row: PlanRow) -> Plan:
    measures = row.measures.order_by("position")
    return Plan(
        title=row.title,
        measures=tuple(_measure(measure) for measure in measures),
        unit=_UNITS[row.unit],
        decimals=row.decimals,
        as_of=row.as_of,
        price_level=row.price_level,
        stated_target=StatedTotals(row.target_net_ore, row.target_gross_ore, row.target_investment_ore),
        stated_realised=StatedTotals(row.realised_net_ore, row.realised_gross_ore, row.realised_investment_ore),
        note=row.note,
    )


def _measure(row: MeasureRow) -> Measure:
    return Measure(row.number, row.title, row.target_ore, row.realised_ore, row.status_text)
