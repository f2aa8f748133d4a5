"""Whether a change can be trusted: what its own grants say against it, without a database (DESIGN §4, "How sure")."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from effektspor.core.effects.change import Change, ChangeKind, Evidence
from effektspor.core.effects.doubts import Doubt, doubt
from effektspor.core.effects.register import Register
from effektspor.core.effects.touched import Role
from effektspor.core.effects.worlds import Undone, after_lines, ended_lines
from effektspor.core.period import danish_date

# Reduction and withdrawal of these take effect 14 weeks after the decision: the notice scheme of serviceloven.
NOTICE_SECTIONS = frozenset({("SEL", "95"), ("SEL", "96"), ("SEL", "98")})
NOTICE = timedelta(weeks=14)
_ONE_DAY = timedelta(days=1)


def doubts_of(register: Register, undone: Undone) -> Iterator[Doubt]:
    """Yield what speaks against a change, the gravest first."""
    for check in _STATED if undone.change.kind.is_stated else _OF_GRANTS:
        yield from check(register, undone)


def evidence_of(undone: Undone) -> Evidence:
    """Return how sure a change's amounts are; none where nothing shows that anything fell away."""
    change = undone.change
    if change.kind is ChangeKind.BUDGET:
        return Evidence.ACCOUNTS if change.accounts and change.evidence and change.ore_by_year else Evidence.NONE
    if change.kind is ChangeKind.AVOIDED:
        return Evidence.ESTIMATE if change.ore_by_year else Evidence.NONE
    ran_on = any(each.role is Role.GROSS and each.sign > 0 for each in undone.touched)
    return Evidence.GRANTS if ran_on else Evidence.NONE


def _unknown(register: Register, undone: Undone) -> Iterator[Doubt]:
    change = undone.change
    if not change.before:
        yield doubt("EFF-016", change=change.change_id)
    for one in dict.fromkeys((*change.before, *change.after)):
        if one not in register.grants:
            yield doubt("EFF-001", change=change.change_id, grant=one)
        elif register.grants[one].citizen != change.citizen:
            yield doubt("EFF-002", change=change.change_id, grant=one)


def _left(register: Register, undone: Undone) -> Iterator[Doubt]:
    change = undone.change
    for one in register.named_before(change):
        if register.grants[one].left_on == change.effective_on:
            yield doubt("EFF-003", change=change.change_id, grant=one, day=danish_date(change.effective_on))


def _not_ended_then(register: Register, undone: Undone) -> Iterator[Doubt]:
    change = undone.change
    ended = {grant_id for grant_id, _ in ended_lines(register, change)}
    for one in change.before:
        if one in register.grants and ended.isdisjoint(register.chain_of[one]):
            yield doubt("EFF-004", change=change.change_id, grant=one, day=danish_date(change.effective_on))


def _owned_by_another(register: Register, undone: Undone) -> Iterator[Doubt]:
    change, touched = undone.change, {id(each.days.line) for each in undone.touched}
    lasts = undone.window_end is None or undone.window_end > change.effective_on
    untouched = (one for one, line in ended_lines(register, change) if line.runs and id(line) not in touched)
    for one in dict.fromkeys(untouched if lasts else ()):
        yield doubt("EFF-005", change=change.change_id, grant=one)


def _over_anyway(register: Register, undone: Undone) -> Iterator[Doubt]:
    change, end = undone.change, undone.window_end
    # Death or moving away on the day itself is told by EFF-003.
    told = any(True for _ in _left(register, undone))
    if end is not None and end <= change.effective_on and not told:
        yield doubt("EFF-006", change=change.change_id, day=danish_date(end - _ONE_DAY))


def _no_replacement(register: Register, undone: Undone) -> Iterator[Doubt]:
    change = undone.change
    if change.kind.needs_replacement and not change.after:
        yield doubt("EFF-007", change=change.change_id)
    if change.kind is ChangeKind.RATE and set(change.before).isdisjoint(change.after):
        yield doubt("EFF-014", change=change.change_id)


def _too_early(register: Register, undone: Undone) -> Iterator[Doubt]:
    change = undone.change
    for one in register.named_before(change):
        grant = register.grants[one]
        if grant.paid_until and grant.paid_until >= change.effective_on and grant.end == change.effective_on:
            yield doubt("EFF-008", change=change.change_id, grant=one, day=danish_date(grant.paid_until))


def _before_notice(register: Register, undone: Undone) -> Iterator[Doubt]:
    """The decision that reduces is the one behind what came instead."""
    change = undone.change
    decided = [register.grants[one].decided_on for one in register.named_after(change)]
    latest = max((day for day in decided if day), default=None)
    named = (register.grants[one] for one in register.named_before(change))
    noticed = any((grant.law, grant.section) in NOTICE_SECTIONS for grant in named)
    if latest and noticed and change.effective_on < latest + NOTICE:
        yield doubt("EFF-015", change=change.change_id, day=danish_date(latest + NOTICE))


def _days_before(register: Register, undone: Undone) -> Iterator[Doubt]:
    change, before = undone.change, set(register.named_before(undone.change))
    lines = after_lines(register, change)
    early = {one for one, line in lines if one not in before and line.start < change.effective_on}
    for one in sorted(early):
        yield doubt("EFF-009", change=change.change_id, grant=one)


def _never_runs_on(register: Register, undone: Undone) -> Iterator[Doubt]:
    for one in dict.fromkeys(one for one, line in ended_lines(register, undone.change) if not line.runs):
        yield doubt("EFF-010", change=undone.change.change_id, grant=one)


def _came_back(register: Register, undone: Undone) -> Iterator[Doubt]:
    for one in dict.fromkeys(days.grant_id for days in undone.rebound):
        yield doubt("EFF-011", change=undone.change.change_id, grant=one)


def _not_documented(register: Register, undone: Undone) -> Iterator[Doubt]:
    change: Change = undone.change
    if not change.ore_by_year:
        yield doubt("EFF-012", change=change.change_id)
    elif evidence_of(undone) is Evidence.NONE:
        yield doubt("EFF-013", change=change.change_id)


_Check = Callable[[Register, Undone], Iterator[Doubt]]
_STATED: tuple[_Check, ...] = (_not_documented,)
_OF_GRANTS: tuple[_Check, ...] = (
    _unknown, _left, _not_ended_then, _owned_by_another, _over_anyway, _no_replacement, _too_early, _before_notice,
    _days_before, _never_runs_on, _came_back,
)  # fmt: skip
