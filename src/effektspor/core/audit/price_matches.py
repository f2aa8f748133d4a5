"""Whether the change that a table of prices gives is an amount of its proposal, and if not, what it should have been.

Every amount of the case may silence; only lines of its economy that are about the same as the prices can accuse.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from effektspor.core.audit.case_figures import CaseFigure, figures_of, printed_step
from effektspor.core.audit.case_lines import CaseLine, StatedEconomy, economy_of
from effektspor.core.audit.cases import Case
from effektspor.core.audit.labels import is_generic, same_label, stems
from effektspor.core.audit.unit_prices import QuantityPrices
from effektspor.core.number import parse_number, rounded_number
from effektspor.core.unit import BILLION, KRONE, MILLION, THOUSAND, Unit

NEAR = Fraction(5, 100)
_UNITS = (KRONE, THOUSAND, MILLION, BILLION)
# A price for a day, a week, a month: the table does not say how many of them there are in its numbers.
_PER_TIME = re.compile(r"pr\.?\s*(?:døgn|dag|uge|måned|md|time|besøg|kvartal)", re.IGNORECASE)
_FIGURE = re.compile(r"(?<![\w.,§])\d+(?:,\d+)?(?![\w.,])")
_LONG_WORD = re.compile(r"[^\W\d_]{12,}")
# Words that stand in most lines say nothing of what a line is about.
_COMMON = frozenset({"færre", "antal", "plads", "købte", "forlø", "opfør", "bespa", "reduk", "effek", "borge",
                     "udgif", "mindr", "korte", "øget", "tilbu", "indsa", "gener", "egne", "pris"})  # fmt: skip


class PriceMatch(NamedTuple):
    """The lines a table's change is held against, what they come to in the year nearest to it, and how far that is.

    `unit` is the one other unit in which the two meet.
    """

    economy: StatedEconomy
    lines: tuple[CaseLine, ...]
    year: str
    value: Fraction
    apart: Fraction
    unit: Unit | None = None


def differing(case: Case, prices: QuantityPrices) -> PriceMatch | None:
    """Return what a table's change should have been, where it is no amount of its case; else None."""
    economy = economy_of(case)
    figures = [figure for figure in figures_of(case) if figure.table is not prices.table]
    related = _related(economy, prices) if economy else ()
    if economy is None or not related or any(_is_same(prices, figure) for figure in figures):
        return None
    # More places in one kind of help beside a saving is what a proposal often is: the two are not the same amount.
    bound = tuple(line for line in related if _is_bound(economy, prices, line) and _same_way(economy, prices, line))
    nearest = _nearest(economy, bound, _change_ore(prices, prices.unit))
    if nearest and nearest.apart <= NEAR:
        return nearest
    if found := _in_other_unit(economy, related, prices):
        return found
    far = nearest is not None and not _is_comparable(nearest, _change_ore(prices, prices.unit))
    return None if far or _is_per_time(prices) else nearest


def _is_comparable(match: PriceMatch, change_ore: Fraction) -> bool:
    """Whether a line is between a third of what the prices give and three times it: else they are of other things."""
    value_ore = abs(match.value * match.economy.unit.ore)
    return change_ore <= 3 * value_ore and value_ore <= 3 * change_ore


def _same_way(economy: StatedEconomy, prices: QuantityPrices, line: CaseLine) -> bool:
    """Whether line and prices both save or both cost; a paper that prints savings with plus has a net that is plus."""
    net = sum(economy.sums(economy.permanent), Fraction(0))
    saves = sum(economy.sums((line,)), Fraction(0)) * (1 if net <= 0 else -1) < 0
    return saves == (prices.total < 0)


def _change_ore(prices: QuantityPrices, unit: Unit) -> Fraction:
    return abs(prices.total) * unit.ore


def _is_same(prices: QuantityPrices, figure: CaseFigure) -> bool:
    """As printed, or rounded to the hundreds that the figure's table is printed in."""
    change_ore, unit_ore = _change_ore(prices, prices.unit), abs(figure.ore / figure.number.value)
    if abs(change_ore - abs(figure.ore)) <= figure.number.half_unit * unit_ore + prices.spread * prices.unit.ore:
        return True
    step_ore = printed_step(figure.table) * unit_ore
    return rounded_number(change_ore / step_ore, 0).value == abs(figure.ore) / step_ore


def _related(economy: StatedEconomy, prices: QuantityPrices) -> tuple[CaseLine, ...]:
    """Return the permanent lines that share a telling word with the rows of the table.

    Where no line does, a common word ("pladser") is enough for the only line of the proposal that saves.
    """
    words = prices.words - _COMMON
    telling = [line for line in economy.permanent if not is_generic(line.row.label)]
    related = tuple(line for line in telling if stems(line.row.label) & words)
    return related or tuple(line for line in _only_saving(economy) if stems(line.row.label) & prices.words)


def _only_saving(economy: StatedEconomy) -> tuple[CaseLine, ...]:
    net = sum(economy.sums(economy.permanent), Fraction(0))
    saving = tuple(line for line in economy.permanent if sum(economy.sums((line,)), Fraction(0)) * net > 0)
    return saving if len(saving) == 1 else ()


def _is_bound(economy: StatedEconomy, prices: QuantityPrices, line: CaseLine) -> bool:
    """Whether a line is what the prices are for: called the same, naming the change in number, or the only one.

    One long word that no other line has ("kompressionsstrømper") is as good as the same name.
    """
    changes = [each for each in prices.changes if each.change]
    moved = {abs(each.quantity_change) for each in changes}
    named = {parse_number(figure) for figure in _FIGURE.findall(line.row.label)}
    return (
        any(same_label(each.row.label, line.row.label) for each in changes)
        or any(number is not None and number.value in moved for number in named)
        or (len(changes) == len(economy.permanent) == 1)
        or (len(changes) == 1 and _shares_rare_word(economy, changes[0].row.label, line))
    )


def _shares_rare_word(economy: StatedEconomy, label: str, line: CaseLine) -> bool:
    named = _long_words(label) & _long_words(line.row.label)
    others = [other for other in economy.permanent if other.index != line.index]
    return bool(named) and not any(named & _long_words(other.row.label) for other in others)


def _long_words(label: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _LONG_WORD.findall(label) if word[:5].casefold() not in _COMMON)


def _nearest(economy: StatedEconomy, related: Sequence[CaseLine], change_ore: Fraction) -> PriceMatch | None:
    """Return the nearest amount in any year of a line or of all of them."""
    tried = [
        PriceMatch(economy, lines, year, value, abs(abs(value * economy.unit.ore) - change_ore) / change_ore)
        for lines in _choices(related)
        for year, value in zip(economy.years, economy.sums(lines), strict=True)
        if value
    ]
    return min(tried, key=lambda match: match.apart) if tried and change_ore else None


def _choices(related: Sequence[CaseLine]) -> Iterator[tuple[CaseLine, ...]]:
    yield from ((line,) for line in related)
    yield tuple(related)


def _in_other_unit(economy: StatedEconomy, related: Sequence[CaseLine], prices: QuantityPrices) -> PriceMatch | None:
    for unit in _UNITS:
        match = _nearest(economy, related, _change_ore(prices, unit))
        if unit != prices.unit and match and match.apart <= NEAR:
            return match._replace(unit=unit)
    return None


def _is_per_time(prices: QuantityPrices) -> bool:
    return _PER_TIME.search(" ".join([prices.table.caption or "", *prices.table.columns])) is not None
