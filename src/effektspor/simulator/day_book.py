"""The true effect of changes, counted day by day: what would have been paid without each of them.

A grant's line is a number with one bit for every day it is paid. A change is undone by setting the days on which the
old lines would have gone on, and clearing the days of what came in their place; the last change is undone first.
Written apart from core/effects, which is held to it. What a day costs is the core's.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from effektspor.core.grants.price_line import LineKind
from effektspor.simulator.day_bits import HORIZON, bits
from effektspor.simulator.drafts import Change, Citizen, Line, Stay
from effektspor.simulator.services import HOUSING

_RUN_ON = (LineKind.BASE, LineKind.ADDON, LineKind.TRANSPORT, LineKind.USER_PAYMENT, LineKind.REFUND, LineKind.INCOME)


@dataclass(frozen=True, slots=True)
class Marking:
    """A change as it is counted: as it truly was, or as it is marked."""

    change_id: str
    effective_on: date
    before: tuple[Stay, ...]
    after: tuple[Stay, ...]
    baseline_end: date | None


def true_marking(change: Change) -> Marking:
    return Marking(
        change.change_id, change.effective_on, tuple(change.before), tuple(change.after), change.baseline_end
    )


def shown_marking(change: Change) -> Marking:
    return Marking(
        change.change_id, change.shown_on, tuple(change.before), tuple(change.shown_after), change.baseline_end
    )


Days = dict[Line, int]


@dataclass(slots=True)
class Undone:
    """What undoing a change did: days that came back, days taken out, and the days of a return.

    Of a price, both are days of the same grant: then what was taken out lowers gross, and there is no replacement.
    """

    came_back: Days = field(default_factory=dict)
    taken_out: Days = field(default_factory=dict)
    taken_out_of_gross: Days = field(default_factory=dict)
    returned: Days = field(default_factory=dict)


def undo_all(citizen: Citizen, markings: Iterable[Marking]) -> dict[str, Undone]:
    """Return, by change, what undoing it did, the changes of one citizen being undone from the last to the first."""
    in_order = sorted(markings, key=lambda each: (each.effective_on, each.change_id))
    own = _own_lines(in_order)
    stays = [stay for stay in citizen.stays if stay.is_real]
    world = {line: bits(line.start, line.end) for stay in stays for line in stay.lines}
    gone = _gone(stays)
    return {each.change_id: _undo(each, own[each.change_id], stays, (world, gone)) for each in reversed(in_order)}


def _own_lines(in_order: list[Marking]) -> dict[str, list[Line]]:
    """The lines that end where a change takes effect; one that two changes name is the first's."""
    taken: set[Line] = set()
    own: dict[str, list[Line]] = {}
    for marking in in_order:
        lines = [line for stay in _chained(marking.before) for line in stay.lines if _ends_by(line, marking)]
        own[marking.change_id] = [line for line in lines if line not in taken]
        taken.update(lines)
    return own


def _ends_by(line: Line, marking: Marking) -> bool:
    return line.end == marking.effective_on and line.runs and line.kind in _RUN_ON


def _chained(stays: Iterable[Stay]) -> list[Stay]:
    """The grants of one citizen, with those that continue them or that they continue."""
    firsts = {stay.first for stay in stays}
    citizens = dict.fromkeys(stay.citizen for stay in stays)
    return [each for citizen in citizens for each in citizen.stays if each.is_real and each.first in firsts]


def _gone(stays: list[Stay]) -> int:
    """The days after a death or a move away, on which nothing would have been paid either."""
    ends = [stay.end for stay in stays if stay.end_reason is not None and stay.end_reason.ends_all and stay.end]
    return bits(max(ends), None) if ends else 0


def _undo(marking: Marking, own: list[Line], stays: list[Stay], at: tuple[Days, int]) -> Undone:
    world, gone = at
    undone = Undone()
    window = bits(marking.effective_on, marking.baseline_end) & ~gone
    if not own or not window:
        return undone
    before, after = set(_chained(marking.before)), set(_chained(marking.after))
    undone.returned = _days(world, _returned(marking, stays, after), window)
    for stay in stays:
        if stay in after:
            into = undone.taken_out_of_gross if stay in before else undone.taken_out
            into.update(_days(world, _after_lines(stay, before, marking.effective_on), window))
    undone.came_back = {line: window & ~world[line] for line in own}
    _change_world(world, undone)
    return undone


def _after_lines(stay: Stay, before: set[Stay], effective_on: date) -> Iterator[Line]:
    return (line for line in stay.lines if stay not in before or line.start >= effective_on)


def _returned(marking: Marking, stays: list[Stay], after: set[Stay]) -> Iterator[Line]:
    """Lines of the homes that the citizen came back to inside the window."""
    end = marking.baseline_end or HORIZON
    for stay in stays:
        if stay.service.section in HOUSING and stay not in after and marking.effective_on <= stay.start < end:
            yield from stay.lines


def _days(world: Days, lines: Iterable[Line], window: int) -> Days:
    return {line: world[line] & window for line in lines if world[line] & window}


def _change_world(world: Days, undone: Undone) -> None:
    for line, days in undone.came_back.items():
        world[line] |= days
    for line, days in (undone.taken_out | undone.taken_out_of_gross).items():
        world[line] &= ~days
