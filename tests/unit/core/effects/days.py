"""The plain reference of worlds: for every line the set of days it is paid, changed day by day, with nothing clever."""

from dataclasses import replace
from datetime import timedelta
from functools import lru_cache

from effektspor.core.grants.cost import line_cost_ore
from effektspor.core.period import Period

ONE_DAY = timedelta(days=1)


def span(start, end, horizon):
    """The days `[start, end)` up to the last day that is looked at."""
    last = horizon.end if end is None else min(end, horizon.end)
    return {start + timedelta(days=number) for number in range(max((last - start).days, 0))}


@lru_cache(maxsize=100_000)
def day_cost_ore(line, day):
    """What one day of a line costs, also past its end; R(a·(i+1), L) − R(a·i, L)."""
    if line.runs:
        return line_cost_ore(replace(line, start=day, end=day + ONE_DAY), Period(day, day + ONE_DAY))
    return line_cost_ore(line, Period(day, day + ONE_DAY))


def world_cost_ore(world, period):
    return sum(day_cost_ore(line, day) for line, days in world for day in days if period.start <= day < period.end)


def worlds_by_days(grants, changes, horizon):
    """Return the worlds Wₙ … W₀ as lists of (line, days); `changes` in any order, none of them stated."""
    lines = {(grant.grant_id, at): line for grant in grants for at, line in enumerate(grant.lines)}
    days = {key: span(line.start, line.end, horizon) for key, line in lines.items()}
    ordered = sorted(changes, key=lambda change: (change.effective_on, change.change_id))
    owner = {}
    for change in ordered:
        for key, line in lines.items():
            if key[0] in change.before and line.end == change.effective_on and line.start < line.end:
                owner.setdefault(key, change.change_id)
    worlds = [snapshot(lines, days)]
    for change in reversed(ordered):
        undo(lines, days, change, owner, horizon)
        worlds.append(snapshot(lines, days))
    return worlds


def snapshot(lines, days):
    return [(lines[key], frozenset(each)) for key, each in days.items()]


def undo(lines, days, change, owner, horizon):
    window = span(change.effective_on, change.baseline_end, horizon)
    mine = {key for key, change_id in owner.items() if change_id == change.change_id}
    if not mine or not window:
        return
    ended = {key for key, line in lines.items() if key[0] in change.before and line.end == change.effective_on}
    for key, line in lines.items():
        is_after = key[0] in change.after and (key[0] not in change.before or line.start >= change.effective_on)
        if key in mine and line.runs:
            days[key] |= window
        elif is_after and key not in ended:
            days[key] -= window
