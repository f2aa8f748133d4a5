"""Sentences that give an effect's amount year by year: one that is the table's, and one that is not."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from effektspor.core.audit.others import speaks_of_others
from effektspor.core.audit.phased_amounts import PhasedRow
from effektspor.core.audit.prose import Said, Sentence, money_in
from effektspor.core.unit import find_unit

_BEHIND = re.compile(r"\s*(?:årligt\s+|om\s+året\s+)?(?:i|fra|fra\s+og\s+med)\s+(20\d\d)\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:i|fra|fra\s+og\s+med)\s+(20\d\d)(?:\s+og\s+frem\w*)?[\s,:]*"
    r"(?:(?:er|på|udgør|til|med|stigende|spares|vil\s+være)\s+){0,2}(?:ca\.?\s*)?$",
    re.IGNORECASE,
)
_EFFECT = re.compile(
    r"effekt|bespar|potentiale|provenu|gevinst|indfas|stig|\bspares?\b|\bforslaget\s+(?:giver|betyder|indebærer)|mindreudgift",
    re.IGNORECASE,
)
# A part of an amount, and a budget, need not stand in the tables.
_OTHER = re.compile(r"heraf|hvoraf|fordel|\bdels\b|budget|regnskab|forbrug|ramme|bevilling", re.IGNORECASE)


class YearAmount(NamedTuple):
    """An amount that a sentence gives in a year."""

    said: Said
    year: str


def differing_amounts(sentence: Sentence, rows: Sequence[PhasedRow]) -> list[YearAmount]:
    """Return the amounts that no row has in their year, where a row has another amount of the sentence in its own."""
    if not _EFFECT.search(sentence.text) or _OTHER.search(sentence.text):
        return []
    if speaks_of_others(sentence.text):
        return []
    amounts = list(_year_amounts(sentence)) if rows else []
    meant = [each for each in rows if any(_is(amount, each) for amount in amounts)]
    years = {year for each in meant for year, value in each.amounts.items() if value}
    return [amount for amount in amounts if amount.year in years and not _is_told(amount, rows)]


def _year_amounts(sentence: Sentence) -> Iterator[YearAmount]:
    for said in money_in(sentence.text):
        match = _BEHIND.match(sentence.text, said.end) or _BEFORE.search(sentence.text[: said.start])
        if match:
            yield YearAmount(said, match[1])


def _is(amount: YearAmount, each: PhasedRow) -> bool:
    return bool(each.amounts.get(amount.year)) and _is_near(amount, _ore(each, amount.year))


def _is_told(amount: YearAmount, rows: Sequence[PhasedRow]) -> bool:
    """Whether a row has the amount in the year, or two of them have it together."""
    figures = [ore for each in rows if (ore := _ore(each, amount.year))]
    return any(_is_near(amount, ore) for ore in (*figures, *_together(figures)))


def _is_near(amount: YearAmount, ore: Fraction) -> bool:
    return abs(abs(ore) - amount.said.ore) <= amount.said.spread


def _together(figures: Sequence[Fraction]) -> Iterator[Fraction]:
    """Yield what a sentence may add up itself: two amounts of the year."""
    for one, other in combinations(dict.fromkeys(figures), 2):
        yield one + other


def _ore(each: PhasedRow, year: str) -> Fraction:
    unit = find_unit(each.table.unit or "")
    return each.amounts.get(year, Fraction(0)) * (unit.ore if unit else 0)
