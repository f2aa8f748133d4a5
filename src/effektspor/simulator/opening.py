"""How a grant comes about: provider, decision, days, review and lines."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from effektspor.core.grants.grant import EndsKind
from effektspor.simulator.dates import days_later, months_later
from effektspor.simulator.drafts import Citizen, Stay
from effektspor.simulator.municipality import Municipality
from effektspor.simulator.prices import price_new
from effektspor.simulator.providers import Provider, providers_of
from effektspor.simulator.services import ATTENDED, BY_SECTION, Service

_ATTENDED_PER_MILLE = 180


@dataclass(frozen=True, slots=True)
class Wanted:
    """A grant that is to be: of whom, of which section, from which day, and where one is chosen, at whom."""

    citizen: Citizen
    section: str
    start: date
    provider: Provider | None = None
    is_after: bool = False


Pricing = Callable[[Municipality, Stay], None]


def open_stay(town: Municipality, wanted: Wanted, pricing: Pricing = price_new) -> Stay:
    """Grant a service, with its lines and a review to come."""
    stay = _drafted(town, wanted)
    pricing(town, stay)
    town.add(stay)
    town.reviews.put(stay.review_on, stay)
    return stay


def chosen_provider(town: Municipality, section: str) -> Provider:
    own = town.chance.happens(10 * BY_SECTION[section].own_pct)
    return town.chance.choose(providers_of(section, own=own))


def _drafted(town: Municipality, wanted: Wanted) -> Stay:
    service = BY_SECTION[wanted.section]
    review_on = _review_on(town, service, wanted.start)
    return Stay(
        grant_id=f"G{len(town.stays) + 1:06}",
        citizen=wanted.citizen,
        service=service,
        provider=wanted.provider or chosen_provider(town, wanted.section),
        start=wanted.start,
        end=None if service.is_open else review_on,
        review_on=review_on,
        decided_on=days_later(wanted.start, -town.chance.between(7, 60)),
        ends_kind=EndsKind.FINAL if service.is_final else EndsKind.REVIEW,
        is_attended=wanted.section in ATTENDED and town.chance.happens(_ATTENDED_PER_MILLE),
        is_after=wanted.is_after,
    )


def _review_on(town: Municipality, service: Service, start: date) -> date:
    """The first review after the start that the simulation can see; those before its first day went well."""
    review_on = months_later(start, service.review_months)
    if service.is_final:
        review_on = months_later(start, town.chance.between(service.review_months - 2, service.review_months + 4))
    while review_on <= town.parameters.start:
        review_on = months_later(review_on, service.review_months)
    return review_on
