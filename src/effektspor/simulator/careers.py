"""What becomes of grants at their review, and of citizens: prolonged, moved on, ended, died, moved away."""

from datetime import date

from effektspor.core.grants.grant import EndReason, EndsKind, GrantStatus
from effektspor.core.grants.price_line import LineKind
from effektspor.simulator.dates import days_later, months_later
from effektspor.simulator.drafts import Citizen, Line, Stay
from effektspor.simulator.municipality import Municipality
from effektspor.simulator.opening import Wanted, open_stay
from effektspor.simulator.schedules import end_stay, extend
from effektspor.simulator.services import HOUSING

# Where citizens move on to, from each section.
_MOVES = {
    "107": (("108", 25), ("85", 55), ("105", 20)),
    "108": (("105", 1),),
    "109": (("85", 1),),
    "110": (("107", 35), ("85", 65)),
    "85": (("107", 1),),
}
_LEAVING_PER_MILLE = 2  # a month


def review(town: Municipality, stay: Stay, day: date) -> None:
    """Decide at its review whether a grant ends, moves on with its citizen, or is prolonged."""
    if stay.end_reason is not None or stay.review_on != day:
        return
    roll, service = town.chance.below(100), stay.service
    if roll < service.end_pct or stay.ends_kind is EndsKind.FINAL:
        _expire(town, stay, day)
    elif roll < service.end_pct + service.move_pct and not stay.citizen.is_marked:
        _move_on(town, stay, day)
    elif town.chance.happens(200) and not service.is_open and _may_be_renewed(stay):
        _renew(town, stay, day)
    else:
        _prolong(town, stay)


def _may_be_renewed(stay: Stay) -> bool:
    """A home of a citizen with a change goes on under its own number, or it would look like a return to one."""
    return stay.is_after or not stay.citizen.is_marked or stay.service.section not in HOUSING


def _expire(town: Municipality, stay: Stay, day: date) -> None:
    end_stay(stay, day, _reason(town, stay))
    if stay.service.section in HOUSING and not stay.citizen.is_marked and town.chance.happens(200):
        _pay_notice(town, stay, day)


def _reason(town: Municipality, stay: Stay) -> EndReason:
    """Pensioners go on to the elderly area; else a grant with an end has run out, and an open one was given up."""
    if stay.citizen.age_group == "65+" and town.chance.happens(400):
        return EndReason.AGE_GROUP
    return EndReason.OTHER if stay.service.is_open else EndReason.EXPIRY


def _pay_notice(town: Municipality, stay: Stay, day: date) -> None:
    """A home that is left is paid for thirty more days."""
    base = [line for line in stay.lines if line.kind is LineKind.BASE and line.end == day]
    for line in base:
        until = days_later(day, 30)
        stay.lines.append(
            Line(town.new_line_id(), line.amount_ore, line.unit, line.quantity, day, until, LineKind.NOTICE,
                 line.recorded_on)
        )  # fmt: skip
        stay.end = until


def _move_on(town: Municipality, stay: Stay, day: date) -> None:
    section = town.chance.weighted(_MOVES[stay.service.section])
    end_stay(stay, day, EndReason.OTHER)
    if stay.citizen.may_get(section, day):
        open_stay(town, Wanted(stay.citizen, section, day))


def _prolong(town: Municipality, stay: Stay) -> None:
    stay.review_on = months_later(stay.review_on, stay.service.review_months)
    if not stay.service.is_open:
        extend(stay, stay.review_on)
    town.reviews.put(stay.review_on, stay)


def _renew(town: Municipality, stay: Stay, day: date) -> None:
    """Prolong a grant as a new one, some days later for one in three; the new one continues the old."""
    start = days_later(day, town.chance.between(1, 13) if town.chance.happens(330) else 0)
    running = list(stay.running)
    end_stay(stay, day, EndReason.EXPIRY)
    wanted = Wanted(stay.citizen, stay.service.section, start, stay.provider, stay.is_after)
    renewed = open_stay(town, wanted, lambda town, new: _copy_lines(town, running, new))
    renewed.continues, stay.continued_by, renewed.is_attended = stay, renewed, stay.is_attended


def _copy_lines(town: Municipality, lines: list[Line], new: Stay) -> None:
    for line in lines:
        new.lines.append(
            Line(town.new_line_id(), line.amount_ore, line.unit, line.quantity, new.start, new.end, line.kind,
                 max(new.decided_on, line.recorded_on))
        )  # fmt: skip


def leave(town: Municipality, first: date) -> list[Citizen]:
    """Let those who die or move away in a month do so, and return them."""
    leaving = [citizen for citizen in town.present() if town.chance.happens(_LEAVING_PER_MILLE)]
    for citizen in leaving:
        reason = EndReason.DEATH if town.chance.happens(450) else EndReason.MOVED_AWAY
        _leave(citizen, days_later(first, town.chance.between(1, 27)), reason)
    return leaving


def _leave(citizen: Citizen, day: date, reason: EndReason) -> None:
    citizen.left_on, citizen.left_reason = day, reason
    for stay in citizen.stays:
        if stay.start >= day:
            stay.status, stay.end_reason = GrantStatus.LAPSED, reason
        elif stay.end_reason is None:
            end_stay(stay, day, reason)
