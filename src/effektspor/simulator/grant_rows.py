"""The rows of grants.csv: one price line each, with the columns of the contract."""

from collections.abc import Iterator

from effektspor.core.grants.price_line import PriceUnit
from effektspor.simulator.dates import inclusive
from effektspor.simulator.drafts import Line, Stay
from effektspor.simulator.ledger import Row
from effektspor.simulator.municipality import Municipality

COLUMNS = (
    "grant_id", "citizen", "section", "provider", "target_group", "amount_ore", "unit", "quantity", "starts_on",
    "ends_on", "status", "line_id", "supersedes", "recorded_on", "law", "kind", "offer", "offer_type", "area", "team",
    "provider_cvr", "provider_kind", "account", "frame", "ends_kind", "review_on", "end_reason", "decided_on",
    "paid_until", "paid_by", "vat_pct", "probability_pct",
)  # fmt: skip
_FRAME = "Voksne med særlige behov"


def grant_rows(town: Municipality) -> Iterator[Row]:
    """Yield the lines of every grant, in the order of their start."""
    for stay in town.stays:
        first, last = _before_the_line(stay), _after_the_line(stay)
        for line in sorted(stay.lines, key=lambda each: (each.start, each.line_id)):
            yield (*first, *_amount(line), stay.status or "", *_recorded(line), stay.service.law, line.kind, *last)


def _before_the_line(stay: Stay) -> Row:
    citizen = stay.citizen
    return stay.grant_id, citizen.key, stay.service.section, stay.provider.name, citizen.target_group


def _amount(line: Line) -> Row:
    ends_on = line.start.isoformat() if line.unit is PriceUnit.ONCE else inclusive(line.end)
    return line.amount_ore, line.unit, line.quantity, line.start.isoformat(), ends_on


def _recorded(line: Line) -> Row:
    return line.line_id, line.supersedes, line.recorded_on.isoformat()


def _after_the_line(stay: Stay) -> Row:
    citizen, provider, service = stay.citizen, stay.provider, stay.service
    return (
        f"{provider.name}, {service.offer_type.lower()}", service.offer_type, citizen.area, citizen.team,
        provider.cvr, provider.kind, service.account, _FRAME, stay.ends_kind, inclusive(stay.review_on),
        stay.end_reason or "", stay.decided_on.isoformat(), "", "", "", stay.probability_pct,
    )  # fmt: skip
