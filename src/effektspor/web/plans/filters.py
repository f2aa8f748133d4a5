"""Which measures are asked for, as the address says it; totals follow what is shown."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict

from effektspor.core.plans.plan import Measure, MeasureStatus, Plan, StatedTotals

# What a measure without an owner or a control area is asked for as.
NONE_STATED = "ingen"


@dataclass(frozen=True, slots=True)
class MeasureFilter:
    """What is "" is not asked about."""

    owner: str = ""
    status: str = ""
    control_area: str = ""

    def __bool__(self) -> bool:
        return bool(self.owner or self.status or self.control_area)


@dataclass(frozen=True, slots=True)
class Choice:
    """A field of the filter: its name in the address, and what it can be."""

    name: str
    label: str
    everything: str
    options: tuple[tuple[str, str], ...]
    chosen: str


def asked_by(query: QueryDict) -> MeasureFilter:
    """Return the filter an address asks for; a status there is none of is no filter."""
    status = query.get("status", "")
    known = status in {each.value for each in MeasureStatus}
    return MeasureFilter(query.get("ansvarlig", ""), status if known else "", query.get("omraade", ""))


def query_of(asked: MeasureFilter, plan_id: int = 0) -> str:
    """Return a filter with the plan that is chosen as an address says them, with its question mark; "" for nothing."""
    parts = {"plan": str(plan_id or ""), "ansvarlig": asked.owner, "status": asked.status,
             "omraade": asked.control_area}  # fmt: skip
    said = urlencode({name: value for name, value in parts.items() if value})
    return f"?{said}" if said else ""


def filtered(plan: Plan, asked: MeasureFilter) -> Plan:
    """Return the plan of the measures that are asked for; sums of some are computed, for its paper states none."""
    if not asked:
        return plan
    measures = tuple(measure for measure in plan.measures if _matches(measure, asked))
    nothing = StatedTotals()
    return replace(plan, measures=measures, stated_target=nothing, stated_realised=nothing, stated_expected=nothing)


def choices_of(plan: Plan, asked: MeasureFilter) -> tuple[Choice, ...]:
    """Return the fields that have more than one thing to choose."""
    owners = _said(measure.owner for measure in plan.measures)
    areas = _said(measure.control_area for measure in plan.measures)
    statuses = tuple((each.value, each.danish) for each in MeasureStatus if each in {m.status for m in plan.measures})
    fields = (
        Choice("ansvarlig", "Ansvarlig", "Alle", _options(owners, "Ingen ansvarlig"), asked.owner),
        Choice("status", "Status", "Alle", statuses, asked.status),
        Choice("omraade", "Styringsområde", "Alle", _options(areas, "Intet styringsområde"), asked.control_area),
    )
    return tuple(field for field in fields if len(field.options) > 1 or field.chosen)


def _said(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(texts)))


def _options(said: tuple[str, ...], nobody: str) -> tuple[tuple[str, str], ...]:
    named = tuple((text, text) for text in said if text)
    return (*named, (NONE_STATED, nobody)) if "" in said and named else named


def _matches(measure: Measure, asked: MeasureFilter) -> bool:
    return (
        _is(measure.owner, asked.owner)
        and asked.status in ("", measure.status.value)
        and _is(measure.control_area, asked.control_area)
    )


def _is(said: str, asked: str) -> bool:
    return not asked or said == asked or (asked == NONE_STATED and not said)
