"""What the day book gives for a change in each year, in its full year, and carried over to the next."""

from dataclasses import dataclass, field
from datetime import date

from effektspor.core.grants.cost import whole_month_ore
from effektspor.core.grants.month import Month, months_of, overlap
from effektspor.core.grants.price_line import PriceLine
from effektspor.core.period import Period, calendar_year
from effektspor.simulator.dates import year_later
from effektspor.simulator.day_bits import bits, days_ore, without_end
from effektspor.simulator.day_book import Days, Undone
from effektspor.simulator.drafts import Change, Line

Amounts = dict[str, int]
_NAMES = ("gross_ore", "replacement_ore", "rebound_ore", "net_ore")
NOTHING: Amounts = dict.fromkeys(_NAMES, 0)


@dataclass(slots=True)
class Effect:
    """The effect of one undoing; the months of periods that overlap are counted once."""

    undone: Undone
    _known: dict[Period, Amounts] = field(default_factory=dict)
    _lines: dict[Line, PriceLine] = field(default_factory=dict)

    def within(self, period: Period) -> Amounts:
        """Return the sum of the months of a period; a return is taken off month by month."""
        parts = [self._in_month(month, period) for month in months_of(period)]
        return {name: sum(part[name] for part in parts) for name in _NAMES}

    def _in_month(self, month: Month, period: Period) -> Amounts:
        part = overlap(period, month.period)
        assert part is not None, "months_of gives months that have a day"
        if part not in self._known:
            self._known[part] = self._counted(month, bits(part.start, part.end))
        return self._known[part]

    def _counted(self, month: Month, part: int) -> Amounts:
        undone = self.undone
        gross_ore = self._cost(undone.came_back, month, part) - self._cost(undone.taken_out_of_gross, month, part)
        replacement_ore = self._cost(undone.taken_out, month, part)
        rebound_ore = max(0, min(self._cost(undone.returned, month, part), gross_ore - replacement_ore))
        net_ore = gross_ore - replacement_ore - rebound_ore
        return dict(zip(_NAMES, (gross_ore, replacement_ore, rebound_ore, net_ore), strict=True))

    def _cost(self, days: Days, month: Month, part: int) -> int:
        return sum(self._line_ore(line, month, all_days & part) for line, all_days in days.items() if all_days & part)

    def _line_ore(self, line: Line, month: Month, days: int) -> int:
        """The core's cost of some days of a line, asked as a whole month where they are one."""
        priced = self._lines.get(line) or self._lines.setdefault(line, without_end(line))
        is_whole = line.runs and days.bit_count() == month.length
        return whole_month_ore(priced, month) if is_whole else days_ore(priced, days)


def effect_of_grants(undone: Undone, effective_on: date, years: range) -> dict[str, object]:
    """Return the effect of a change of grants, as the truth states it."""
    effect = Effect(undone)
    full_year = Period(effective_on, year_later(effective_on))
    rest = Period(date(effective_on.year + 1, 1, 1), full_year.end)
    return {
        "in_year": {str(year): NOTHING for year in years if year < effective_on.year}
        | {str(year): effect.within(calendar_year(year)) for year in years if year >= effective_on.year},
        "full_year": effect.within(full_year),
        "carry_over_ore": effect.within(rest)["net_ore"],
    }


def effect_of_budget(change: Change, years: range) -> dict[str, object]:
    """Return the effect of a lowered budget or an estimate: the amounts it states, all of it gross."""
    own_ore = change.ore_by_year.get(change.effective_on.year, 0)
    full_ore = change.ore_by_year.get(change.effective_on.year + 1, own_ore)
    return {
        "in_year": {str(year): _gross_only(change.ore_by_year.get(year, 0)) for year in years},
        "full_year": _gross_only(full_ore),
        "carry_over_ore": full_ore - own_ore,
    }


def _gross_only(amount_ore: int) -> Amounts:
    return NOTHING | {"gross_ore": amount_ore, "net_ore": amount_ore}
