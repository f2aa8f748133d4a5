"""Faults planted among the changes, each of a kind that happens: the truth is kept beside what is marked."""

from datetime import date

from effektspor.core.grants.grant import EndReason
from effektspor.simulator.dates import days_later
from effektspor.simulator.drafts import Change, Citizen, Fault, Stay
from effektspor.simulator.municipality import Municipality
from effektspor.simulator.opening import Wanted, open_stay
from effektspor.simulator.providers import providers_of
from effektspor.simulator.schedules import end_stay
from effektspor.simulator.services import HOUSING

DOUBLE, REBOUND, WRONG_DATE, DEATH, MISSING = (
    "double_marking", "rebound", "wrong_effective_date", "death_as_effect", "replacement_missing")  # fmt: skip
_MOVING = ("homecoming", "own_home", "step_down")
# One in so many changes of each sort gets a fault, of the next kind in turn.
_OF_MOVES, _ONE_MOVE_IN = (REBOUND, MISSING, DOUBLE, REBOUND, WRONG_DATE, MISSING), 4
_OF_OTHERS, _ONE_OTHER_IN = (WRONG_DATE, DOUBLE), 11
_NEARLY_AT_ONCE, _LATER = (4, 13), (40, 320)


def plant(town: Municipality, change: Change) -> None:
    """Give some changes a fault."""
    is_move = change.kind in _MOVING
    town.eligible[is_move] += 1
    kinds, one_in = (_OF_MOVES, _ONE_MOVE_IN) if is_move else (_OF_OTHERS, _ONE_OTHER_IN)
    turn, rest = divmod(town.eligible[is_move], one_in)
    if not rest:
        _plant(town, change, kinds[turn % len(kinds)], turn)


def _plant(town: Municipality, change: Change, kind: str, turn: int) -> None:
    if kind == REBOUND and change.before[0].is_after:
        # A return to a home with two changes would be a return from both: which is open to dispute.
        kind = DOUBLE
    if kind == REBOUND:
        _plan_return(town, change, turn)
    elif kind == MISSING:
        change.marked_after = []
        _note(town, change, kind, change.after[0])
    elif kind == DOUBLE:
        _mark_again(town, change)
    else:
        _misdate(town, change)


def _note(town: Municipality, change: Change, kind: str, stay: Stay) -> None:
    town.faults.append(Fault(change.change_id, kind, stay.grant_id))


def _mark_again(town: Municipality, change: Change) -> None:
    """Another measure takes the same grant for its own."""
    again = Change(
        town.new_change_id(), "Styrket opfølgning", "ended", change.effective_on, change.citizen,
        list(change.before), [], has_effect=False,
    )  # fmt: skip
    town.changes.append(again)
    _note(town, again, DOUBLE, change.before[0])


def _misdate(town: Municipality, change: Change) -> None:
    """The day of the decision or of the meeting is marked, on which no line ends."""
    change.marked_on = days_later(change.effective_on, town.chance.choose((-23, -9, 5, 12)))
    _note(town, change, WRONG_DATE, change.before[0])


def _plan_return(town: Municipality, change: Change, turn: int) -> None:
    """Every other comes back to the same home within days, continuing the old grant; the rest later, to another."""
    low, high = _NEARLY_AT_ONCE if turn % 2 else _LATER
    town.returns.put(days_later(change.effective_on, town.chance.between(low, high)), change)


def come_back(town: Municipality, change: Change, day: date) -> None:
    """Let the citizen come back to a home, inside the window of the change."""
    citizen, old = change.citizen, change.before[0]
    if citizen is None or citizen.left_on is not None or not _is_inside(change, day):
        return
    _end_replacement(change, day)
    is_at_once = (day - change.effective_on).days <= _NEARLY_AT_ONCE[1]
    # Never to the provider of what came instead: that would be a prolongation of it.
    section, provider = "107", town.chance.choose(providers_of("107", own=False))
    if is_at_once:
        section, provider = old.service.section, old.provider
    wanted = Wanted(citizen, section, day, provider)
    returned = open_stay(town, wanted)
    _note(town, change, REBOUND, returned)


def _is_inside(change: Change, day: date) -> bool:
    return change.baseline_end is None or day < change.baseline_end


def _end_replacement(change: Change, day: date) -> None:
    for stay in change.after:
        if stay.last.end_reason is None and stay.last.start < day:
            end_stay(stay.last, day, EndReason.OTHER)


def mark_deaths(town: Municipality, left: list[Citizen]) -> None:
    """A home that ended because its citizen died is marked as a saving now and then."""
    for citizen in left:
        homes = [stay for stay in citizen.stays if stay.end_reason is EndReason.DEATH and stay.lines
                 and stay.service.section in HOUSING and stay.is_real]  # fmt: skip
        if homes and not citizen.is_marked and town.chance.happens(300):
            _mark_death(town, homes[0])


def _mark_death(town: Municipality, home: Stay) -> None:
    assert home.end is not None, "a death is an end"
    change = Change(
        town.new_change_id(), "Afslutning af ophørte behov", "ended", home.end, home.citizen, [home], [],
        has_effect=False,
    )  # fmt: skip
    town.changes.append(change)
    _note(town, change, DEATH, home)
