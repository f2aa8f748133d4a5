"""Worlds: the grants as they would be without the changes, undone one by one in reverse order (DESIGN §4).

Wₙ is what the grants are. Undoing change k touches only its window `[effective_on, baseline end)`: the before-lines
that end on its first day run on at their last price, and the days of the after-lines are taken out. That gives Wₖ₋₁.
So Σ effects = cost(W₀) − cost(Wₙ), and no day of a price line counts twice.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from effektspor.core.effects.change import Change
from effektspor.core.effects.register import Register
from effektspor.core.effects.touched import Days, Role, Touched
from effektspor.core.grants.price_line import PriceLine

Span = tuple[date, date | None]


@dataclass(slots=True)
class _World:
    """Which days of each grant's lines are paid; only grants that a change names are ever asked for."""

    register: Register
    spans: dict[str, list[tuple[PriceLine, list[Span]]]] = field(default_factory=dict)

    def lines(self, grant_id: str) -> list[tuple[PriceLine, list[Span]]]:
        if grant_id not in self.spans:
            lines = self.register.grants[grant_id].lines
            self.spans[grant_id] = [(line, [(line.start, line.end)]) for line in lines]
        return self.spans[grant_id]


@dataclass(frozen=True, slots=True)
class Undone:
    """A change, the days that undoing it touched, and the citizen's other grants as they are in the world after it."""

    change: Change
    touched: tuple[Touched, ...]
    window_end: date | None
    rebound: tuple[Days, ...]


def undo_changes(register: Register, changes: Iterable[Change]) -> tuple[Undone, ...]:
    """Return every change with the days it touched, in the order in which they took effect.

    A line that ends on two changes' first day belongs to the first that names it. A change that no line belongs to, or
    whose window is over before it begins, touches no days; nor do stated changes.
    """
    ordered = sorted(changes, key=lambda change: change.order)
    owned = _owned_lines(register, ordered)
    world = _World(register)
    undone = [_undo(world, change, owned) for change in reversed(ordered)]
    return tuple(reversed(undone))


def ended_lines(register: Register, change: Change) -> Iterator[tuple[str, PriceLine]]:
    """Yield the before-lines that end exactly on the day a change takes effect, with their grants."""
    for grant_id in register.named_before(change):
        for line in register.grants[grant_id].lines:
            if line.end == change.effective_on and line.start < change.effective_on:
                yield grant_id, line


def after_lines(register: Register, change: Change) -> Iterator[tuple[str, PriceLine]]:
    """Yield the lines that came in place of the old; of a grant that is before too, those from the first day on."""
    before = set(register.named_before(change))
    for grant_id in register.named_after(change):
        for line in register.grants[grant_id].lines:
            if grant_id not in before or line.start >= change.effective_on:
                yield grant_id, line


def _owned_lines(register: Register, ordered: list[Change]) -> Mapping[tuple[str, PriceLine], str]:
    """Return the change that each ended line belongs to."""
    owned: dict[tuple[str, PriceLine], str] = {}
    for change in ordered:
        for grant_id, line in () if change.kind.is_stated else ended_lines(register, change):
            owned.setdefault((grant_id, line), change.change_id)
    return owned


def _undo(world: _World, change: Change, owned: Mapping[tuple[str, PriceLine], str]) -> Undone:
    end = world.register.window_end(change)
    owns = change.change_id in {owned.get(each) for each in ended_lines(world.register, change)}
    if change.kind.is_stated or not owns or (end is not None and end <= change.effective_on):
        return Undone(change, (), end, ())
    rebound = tuple(_rebound(world, change, end))
    touched = (*_run_on(world, change, end, owned), *_take_out(world, change, end))
    return Undone(change, touched, end, rebound)


def _run_on(
    world: _World, change: Change, end: date | None, owned: Mapping[tuple[str, PriceLine], str]
) -> list[Touched]:
    """Let the lines that the change ended run on to the end of its window."""
    touched = []
    for grant_id, line in ended_lines(world.register, change):
        if line.runs and owned[grant_id, line] == change.change_id:
            spans = next(spans for own, spans in world.lines(grant_id) if own is line)
            spans.append((change.effective_on, end))
            touched.append(Touched(Days(grant_id, line, change.effective_on, end), 1, Role.GROSS))
    return touched


def _take_out(world: _World, change: Change, end: date | None) -> list[Touched]:
    """Take the days of the after-lines out of the window; those that already ran on in a later world with them."""
    repriced = world.register.repriced(change)
    touched: list[Touched] = []
    for grant_id, line in after_lines(world.register, change):
        spans = next(spans for own, spans in world.lines(grant_id) if own is line)
        role = Role.GROSS if grant_id in repriced else Role.REPLACEMENT
        taken = [part for span in spans if (part := _shared(span, (change.effective_on, end)))]
        spans[:] = [rest for span in spans for rest in _without(span, (change.effective_on, end))]
        touched.extend(Touched(Days(grant_id, line, *part), -1, role) for part in taken)
    return touched


def _rebound(world: _World, change: Change, end: date | None) -> Iterator[Days]:
    """Yield the days in the window of grants that brought the citizen back, as in the world after the change."""
    register = world.register
    named = {*register.named_before(change), *register.named_after(change)}
    chained = {other for one in change.before if one in register.grants for other in register.chain_of[one]}
    for grant in register.by_citizen.get(change.citizen, ()):
        inside = grant.start >= change.effective_on and (end is None or grant.start < end)
        returns = (grant.law, grant.section) in register.rebound_sections or grant.grant_id in chained
        if grant.grant_id not in named and inside and returns:
            for line, spans in world.lines(grant.grant_id):
                parts = (_shared(span, (change.effective_on, end)) for span in spans)
                yield from (Days(grant.grant_id, line, *part) for part in parts if part)


def _shared(one: Span, other: Span) -> Span | None:
    """Return the days two spans share, or None."""
    start = max(one[0], other[0])
    ends = [end for end in (one[1], other[1]) if end is not None]
    end = min(ends, default=None)
    return (start, end) if end is None or start < end else None


def _without(span: Span, window: Span) -> list[Span]:
    """Return what is left of a span without a window: the days before it, and the days after."""
    if _shared(span, window) is None:
        return [span]
    left: list[Span] = [(span[0], window[0])] if span[0] < window[0] else []
    if window[1] is not None and (span[1] is None or window[1] < span[1]):
        left.append((window[1], span[1]))
    return left
