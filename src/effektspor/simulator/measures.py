"""Measures of the plan: which grants they change, and how. Each is marked as a change with its true effect."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from effektspor.core.grants.grant import EndReason, EndsKind
from effektspor.core.grants.price_line import LineKind, PriceUnit
from effektspor.core.money import divide_rounded
from effektspor.simulator.dates import days_later, months_later
from effektspor.simulator.drafts import Change, Line, Stay
from effektspor.simulator.faults import plant
from effektspor.simulator.municipality import Municipality
from effektspor.simulator.opening import Wanted, open_stay
from effektspor.simulator.prices import add_base
from effektspor.simulator.providers import providers_of
from effektspor.simulator.schedules import end_stay, reprice
from effektspor.simulator.yearly import yearly_ore

Apply = Callable[[Municipality, Stay, date], list[Stay]]  # returns the grants that came in its place
_SETTLED_DAYS = 60
_CHAINED_PER_MILLE, _TRIES = 250, 60


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure that changes grants of some sections, so many thousandths of times a month."""

    name: str
    kind: str
    per_mille: int
    sections: tuple[str, ...]
    apply: Apply
    only_outside: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """The day a change takes effect, and by when a grant must have begun and until when it must last."""

    on: date
    settled_before: date
    lasts_after: date

    @classmethod
    def of(cls, on: date) -> "Day":
        return cls(on, days_later(on, -_SETTLED_DAYS), days_later(on, 30))


def come_home(town: Municipality, stay: Stay, on: date) -> list[Stay]:
    """To an own home, at 70 to 88 percent of the price; one in five pays both for some days."""
    base_ore = _base(stay).amount_ore * town.chance.between(70, 88) // 100
    start = days_later(on, -town.chance.between(3, 12)) if town.chance.happens(200) else on
    provider = town.chance.choose(providers_of(stay.service.section, own=True))
    wanted = Wanted(stay.citizen, stay.service.section, start, provider, is_after=True)
    return [_replace(town, stay, on, (wanted, (PriceUnit.DAY, base_ore, 1)))]


def move_to_own_home(town: Municipality, stay: Stay, on: date) -> list[Stay]:
    wanted = Wanted(stay.citizen, "85", on, providers_of("85", own=True)[0], is_after=True)
    rate_ore = town.chance.between(400, 450) * 100
    return [_replace(town, stay, on, (wanted, (PriceUnit.HOUR_WEEK, rate_ore, 60 * town.chance.between(3, 9))))]


def step_down(town: Municipality, stay: Stay, on: date) -> list[Stay]:
    year_ore = yearly_ore(stay) * town.chance.between(60, 80) // 100
    provider = town.chance.choose(providers_of("105", own=True))
    wanted = Wanted(stay.citizen, "105", on, provider, is_after=True)
    return [_replace(town, stay, on, (wanted, (PriceUnit.YEAR, year_ore, 1)))]


def negotiate(town: Municipality, stay: Stay, on: date) -> list[Stay]:
    per_mille = town.chance.between(920, 985)
    reprice(town, stay, on, lambda line: _cheaper(line, per_mille))
    return [stay]


def reduce_hours(town: Municipality, stay: Stay, on: date) -> list[Stay]:
    quarters = _base(stay).quantity * town.chance.between(45, 80) // 1500 or 1
    reprice(town, stay, on, lambda line: (line.amount_ore, 15 * quarters))
    return [stay]


def end(town: Municipality, stay: Stay, on: date) -> list[Stay]:
    end_stay(stay, on, EndReason.ACTION)
    return []


MEASURES = (
    Measure("Hjemtagelse fra eksterne botilbud", "homecoming", 480, ("107", "108"), come_home, only_outside=True),
    Measure("Fra midlertidigt botilbud til egen bolig", "own_home", 480, ("107",), move_to_own_home),
    Measure("Fra botilbud til botilbudslignende bolig", "step_down", 260, ("108",), step_down),
    Measure("Forhandling af takster", "rate", 900, ("107", "108", "105", "104"), negotiate, only_outside=True),
    Measure("Gentænkning af bostøtte", "reduction", 700, ("85", "97"), reduce_hours),
    Measure("Afslutning af ophørte behov", "ended", 500, ("97", "103", "104", "84"), end),
)


def carry_out(town: Municipality, first: date) -> None:
    """Carry out a month's measures, each on its first day or in its middle."""
    running: dict[str, list[Stay]] = {}
    for stay in town.running:
        running.setdefault(stay.service.section, []).append(stay)
    for measure in MEASURES:
        for day, per_mille in ((Day.of(first), 780), (Day.of(days_later(first, 15)), 220)):
            stays = [stay for section in measure.sections for stay in running.get(section, ())]
            times = town.chance.times(town.parameters.scaled(measure.per_mille * per_mille // 1000))
            _carry_out(town, measure, day, (stays, times))


def _carry_out(town: Municipality, measure: Measure, day: Day, among: tuple[list[Stay], int]) -> None:
    """Change some of the grants a measure is for."""
    stays, times = among
    for _ in range(times if stays else 0):
        stay = _chosen(town, measure, day, stays)
        if stay is not None:
            change = _change(town, measure, stay, day.on)
            town.changes.append(change)
            plant(town, change)


def _chosen(town: Municipality, measure: Measure, day: Day, stays: list[Stay]) -> Stay | None:
    """Any the measure is for, but now and then one whose price was negotiated, so that changes come in chains.

    Tried by chance, since to look through all takes too long where there are many; few tries fail.
    """
    if town.chance.happens(_CHAINED_PER_MILLE):
        chained = [stay for stay in stays if stay.citizen.is_marked and _is_for(measure, stay, day)]
        if chained:
            return town.chance.choose(chained)
    tried = (town.chance.choose(stays) for _ in range(_TRIES))
    return next((stay for stay in tried if _is_for(measure, stay, day)), None)


def _is_for(measure: Measure, stay: Stay, day: Day) -> bool:
    """Whether a measure can change a grant: one settled, and not moved by another change; only a price may be."""
    return (
        stay.end_reason is None
        and stay.start < day.settled_before
        and (not stay.citizen.is_marked or _may_chain(measure, stay))
        and (stay.end is None or stay.end > day.lasts_after)
        and stay.is_real and not stay.is_attended
        and stay.citizen.left_on is None
        and not (measure.only_outside and stay.provider.is_own)
    )  # fmt: skip


def _may_chain(measure: Measure, stay: Stay) -> bool:
    """A home whose price was negotiated may be left later: a chain of two changes on one grant."""
    is_negotiated = stay.is_after and stay.continues is None and not stay.provider.is_own
    return is_negotiated and measure.kind in ("homecoming", "own_home")


def _change(town: Municipality, measure: Measure, stay: Stay, on: date) -> Change:
    baseline_end = _baseline_end(town, stay, on)
    after = measure.apply(town, stay, on)
    change = Change(town.new_change_id(), measure.name, measure.kind, on, stay.citizen, [stay], after, baseline_end)
    if stay not in after:
        stay.ended_by = change
    for grant in after:
        grant.is_after = True
    stay.citizen.is_marked = True
    return change


def _baseline_end(town: Municipality, stay: Stay, on: date) -> date | None:
    """Until when the grant would have lasted: a stated final end, for some an estimate, else open."""
    if stay.ends_kind is EndsKind.FINAL:
        return stay.end
    if stay.service.section == "107" and town.chance.happens(450):
        return months_later(on, town.chance.between(10, 36))
    return None


def _replace(town: Municipality, stay: Stay, on: date, by: tuple[Wanted, tuple[PriceUnit, int, int]]) -> Stay:
    wanted, price = by
    end_stay(stay, on, EndReason.ACTION)
    return open_stay(town, wanted, lambda town, new: add_base(town, new, *price))


def _base(stay: Stay) -> Line:
    return next(line for line in stay.running if line.kind is LineKind.BASE)


def _cheaper(line: Line, per_mille: int) -> tuple[int, int]:
    is_base = line.kind is LineKind.BASE
    amount_ore = divide_rounded(line.amount_ore * per_mille, 1000) if is_base else line.amount_ore
    return amount_ore, line.quantity
