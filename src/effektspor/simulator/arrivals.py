"""Citizens who come: those of the first day, newcomers, the young who turn 18, and grants not yet given."""

from datetime import date

from effektspor.core.grants.grant import GrantStatus
from effektspor.simulator.dates import days_later, months_later
from effektspor.simulator.drafts import Citizen
from effektspor.simulator.municipality import Municipality
from effektspor.simulator.opening import Wanted, open_stay
from effektspor.simulator.services import HOUSING, HOUSING_AT_FIRST, HOUSING_OF_NEWCOMERS, OTHERS, SHORT

_AREAS = (
    (("Handicap", ("Udviklingshæmning", "Autisme", "Erhvervet hjerneskade", "Fysisk funktionsnedsættelse")), 50),
    (("Socialpsykiatri", ("Sindslidelse", "Personlighedsforstyrrelse", "ADHD")), 35),
    (("Udsatte", ("Hjemløshed", "Stofmisbrug", "Alkoholmisbrug")), 15),
)
_TEAMS = ("Team Øst", "Team Vest")
_AGES = (("18-24", 14), ("25-34", 22), ("35-49", 30), ("50-64", 28), ("65+", 6))


def settle_first(town: Municipality) -> None:
    """Fill the municipality of the first day: grants that have run for up to five years."""
    day = town.parameters.start
    for _ in range(town.parameters.citizens):
        citizen = new_citizen(town, days_later(day, -town.chance.between(0, 1800)))
        _give_first(town, citizen, citizen.arrived_on, HOUSING_AT_FIRST)
    _level(town, day, spread=0)


def arrive(town: Municipality, first: date) -> None:
    """Let as many come in a month as hold the number of citizens, and give what holds the number of grants."""
    missing = town.parameters.citizens - len(town.present())
    for _ in range(max(missing, 0)):
        day = days_later(first, town.chance.between(0, 27))
        citizen = new_citizen(town, day, is_young=town.chance.happens(160))
        _give_first(town, citizen, day, HOUSING_OF_NEWCOMERS)
    _level(town, first, spread=27)


def new_citizen(town: Municipality, day: date, *, is_young: bool = False) -> Citizen:
    area, groups = town.chance.weighted(_AREAS)
    age = "18-24" if is_young else town.chance.weighted(_AGES)
    group, team = town.chance.choose(groups), town.chance.choose(_TEAMS)
    key = f"B{len(town.citizens) + 1:05}"
    citizen = Citizen(key, area, group, f"{area} · {team}", age, day, day if is_young else None)
    town.citizens.append(citizen)
    return citizen


def _give_first(town: Municipality, citizen: Citizen, day: date, housing: tuple[tuple[str, int], ...]) -> None:
    section = _first_section(town, housing)
    if section in SHORT and day < town.parameters.start:
        day = days_later(town.parameters.start, -town.chance.between(0, 60))
        citizen.arrived_on = day
    open_stay(town, Wanted(citizen, section, day))


def _first_section(town: Municipality, housing: tuple[tuple[str, int], ...]) -> str:
    if town.wants_housing and town.chance.happens(420):
        return town.chance.weighted(housing)
    if town.wants_support and town.chance.happens(500):
        return "85"
    return town.chance.weighted(OTHERS)


def _level(town: Municipality, first: date, *, spread: int) -> None:
    """Use what room the frames have left, and hold the grants per citizen."""
    candidates = [citizen for citizen in town.present() if citizen.left_on is None and not citizen.is_marked]
    for _ in range(4 * len(candidates)):
        section = _wanted_section(town)
        if section is None:
            return
        _give_more(town, town.chance.choose(candidates), section, days_later(first, town.chance.between(0, spread)))


def _wanted_section(town: Municipality) -> str | None:
    if town.wants_housing:
        return town.chance.weighted(HOUSING_OF_NEWCOMERS)
    if town.wants_support:
        return "85"
    return town.chance.weighted(OTHERS) if len(town.running) < town.parameters.grants else None


def _give_more(town: Municipality, citizen: Citizen, section: str, day: date) -> None:
    """Give a citizen a further grant, never a second home nor a support in a home."""
    at_home = section in HOUSING or section == "85"
    lives_in = any(stay.service.section in (*HOUSING, "85") and stay.end_reason is None for stay in citizen.stays)
    if citizen.may_get(section, day) and not (at_home and lives_in):
        open_stay(town, Wanted(citizen, section, max(day, citizen.arrived_on)))


def foresee(town: Municipality) -> None:
    """At the end: grants that are asked for, expected or refused, and young people who are to turn 18."""
    end = town.parameters.end
    for status, standard in ((GrantStatus.EXPECTED, 9), (GrantStatus.APPLIED, 7), (GrantStatus.REFUSED, 5)):
        for _ in range(town.parameters.scaled(standard)):
            _foresee_one(town, status, months_later(end, town.chance.between(0, 14)))


def _foresee_one(town: Municipality, status: GrantStatus, day: date) -> None:
    citizen = new_citizen(town, day, is_young=status is GrantStatus.EXPECTED)
    stay = open_stay(town, Wanted(citizen, town.chance.weighted((*HOUSING_OF_NEWCOMERS, ("85", 60))), day))
    stay.status = status
    stay.decided_on = days_later(town.parameters.end, -town.chance.between(5, 60))
    stay.probability_pct = 100 if status is GrantStatus.REFUSED else 10 * town.chance.between(3, 9)
    for line in stay.lines:
        line.recorded_on = days_later(stay.decided_on, 2)
