"""`effektspor explain effect GRANTS.csv CHANGES.csv --year 2026 --change NR`: how an effect comes about, as a tree."""

import argparse
import sys
from collections.abc import Iterator
from typing import Any

from effektspor.app.effect import Told
from effektspor.app.errors import NotPossible
from effektspor.cli.effect import add_arguments, read_and_compute
from effektspor.cli.errors import CLEAN
from effektspor.core.effects.effect import Amounts, amounts_in, full_year_of
from effektspor.core.effects.touched import Days, Role
from effektspor.core.grants.month import months_of, overlap
from effektspor.core.period import Period, calendar_year, danish_date
from effektspor.core.unit import KRONE

_UNITS = {"day": "pr. døgn", "week": "pr. uge", "month": "pr. måned", "year": "pr. år", "hour_week": "pr. time om ugen",
          "hour_month": "pr. time om måneden", "attendance": "pr. fremmødedag", "once": "én gang"}  # fmt: skip
_ROLES = {Role.GROSS: "Brutto", Role.REPLACEMENT: "Erstatning"}


def add_figure(commands: Any) -> None:
    parser = commands.add_parser("effect", help="forklar én ændrings effekt", description="Viser en ændrings effekt: "
                                 "bevillinger, prislinjer, dage og måneder.")  # fmt: skip
    add_arguments(parser)
    parser.add_argument("--change", required=True, metavar="NR", help="ændringens nummer")
    parser.set_defaults(run=run_explain_effect)


def run_explain_effect(arguments: argparse.Namespace) -> int:
    """Print how a change's effect this year and in a full year comes about."""
    told, _ = read_and_compute(arguments)
    found = next((each for each in told if each.effect.change.change_id == arguments.change), None)
    if found is None:
        raise NotPossible(f"Ændringen {arguments.change} er ikke blandt dem, der kan regnes på. Se efter i filen.")
    sys.stdout.write("\n".join(_tree(found, arguments.year)) + "\n")
    return CLEAN


def _tree(told: Told, year: int) -> Iterator[str]:
    change = told.effect.change
    yield f"Ændring {change.change_id}, {change.measure}: virkning fra {danish_date(change.effective_on)}"
    yield from _period(told, f"I {year}", calendar_year(year), told.effect.in_year)
    if not change.kind.is_stated:
        yield from _period(told, "I et helt år", full_year_of(change.effective_on), told.effect.full_year)
    yield f"└ Afledt virkning næste år: {_kr(told.effect.carry_over_ore)}"
    yield from (f"  {doubt.code} {doubt.verdict.danish}: {doubt.message}" for doubt in told.doubts)


def _period(told: Told, name: str, period: Period, amounts: Amounts) -> Iterator[str]:
    came, back = _kr(amounts.replacement_ore), _kr(amounts.rebound_ore)
    yield f"├ {name}: {_kr(amounts.net_ore)} = brutto {_kr(amounts.gross_ore)} − erstatning {came} − tilbageført {back}"
    for each in told.undone.touched:
        ore = each.effect_ore(period)
        if ore:
            yield f"│ ├ {_ROLES[each.role]}: {'+' if each.sign > 0 else '−'} {_days(each.days, period)}"
            yield from (f"│ │ ├ {line}" for line in _months(each.days, period, each.sign))
    yield from _came_back(told, period)


def _came_back(told: Told, period: Period) -> Iterator[str]:
    """What came back, month by month with its cap; the caps are what the effect subtracts."""
    for days in told.undone.rebound:
        if days.cost_ore(period):
            yield f"│ ├ Tilbage: {_days(days, period)}"
    for month in months_of(period) if told.undone.rebound else ():
        part = overlap(month.period, period)
        taken = amounts_in(told.undone, part).rebound_ore if part else 0
        if taken:
            yield f"│ │ ├ {month}: trukket fra {_kr(taken)}"


def _days(days: Days, period: Period) -> str:
    end = min(days.end, period.end) if days.end else period.end
    shown = Period(max(days.start, period.start), end)
    price = f"{_kr(days.line.amount_ore)} {_UNITS[days.line.unit.value]} × {days.line.quantity}"
    between = f"{danish_date(shown.start)}–{danish_date(shown.last_day)}"
    return f"bevilling {days.grant_id}, {price}, {between} ({shown.days} dage): {_kr(days.cost_ore(period))}"


def _months(days: Days, period: Period, sign: int) -> Iterator[str]:
    for month in months_of(period):
        part = overlap(month.period, period)
        ore = days.cost_ore(part) if part else 0
        if ore:
            yield f"{month}: {_kr(sign * ore)}"


def _kr(ore: int) -> str:
    return f"{KRONE.to_number(ore, 2).danish()} kr."
