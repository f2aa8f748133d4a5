"""Amounts that a paper states in words, "2,4 mio. kr.", and whether a table's figures are the same."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from effektspor.core.audit.cases import Case
from effektspor.core.audit.words import danish_amount
from effektspor.core.document import Paragraph, Table
from effektspor.core.finding import Place
from effektspor.core.number import Number, parse_number
from effektspor.core.unit import Unit, find_unit_span

_NUMBER = re.compile(r"(?<![\w.,])\d[\d.,]*\d|(?<![\w.,])\d")
_LONGEST_UNIT = 12
# What stands further from a table, or beyond another table, speaks of something else.
_BEFORE, _AFTER = 12, 6


class Amount(NamedTuple):
    """An amount in the text; its sign is the sentence's, not the figure's. `text` is the whole paragraph."""

    number: Number
    unit: Unit
    place: Place
    text: str

    @property
    def ore(self) -> Fraction:
        return self.number.value * self.unit.ore

    def is_figure(self, figure: Number, unit: Unit) -> bool:
        """Whether a table's figure in a unit is this amount, rounded like the coarser of the two."""
        # In whole numbers, both scaled to the same decimals: a paper has many figures and many amounts.
        own: int = 10**self.number.decimals
        other: int = 10**figure.decimals
        apart = abs(abs(figure.digits) * unit.ore * own - self.number.digits * self.unit.ore * other)
        return 2 * apart <= max(unit.ore * own, self.unit.ore * other)

    @property
    def danish(self) -> str:
        return danish_amount(self.number, self.unit)


def amounts_near(case: Case, table: Table) -> list[Amount]:
    """Return the different amounts in the text around a table, up to the tables before and after it."""
    at = case.blocks.index(table)
    before = _text_until_a_table(reversed(case.blocks[max(at - _BEFORE, 0) : at]))
    after = _text_until_a_table(case.blocks[at + 1 : at + 1 + _AFTER])
    different: dict[Fraction, Amount] = {}
    for paragraph in [*reversed(before), *after]:
        for amount in amounts_in(paragraph):
            different.setdefault(amount.ore, amount)
    return [amount for amount in different.values() if amount.ore]


def amounts_in(paragraph: Paragraph) -> Iterator[Amount]:
    """Yield the numbers directly followed by a unit of money."""
    for match in _NUMBER.finditer(paragraph.text):
        number = parse_number(match[0])
        after = paragraph.text[match.end() : match.end() + _LONGEST_UNIT]
        span = find_unit_span(after)
        if number and span and not after[: span[1]].strip():
            yield Amount(number, span[0], paragraph.place, paragraph.text)


def significant_digits(number: Number) -> int:
    """Return how many digits a number says: 12,2 says three, 500 says one."""
    return len(str(abs(number.digits)).strip("0"))


def _text_until_a_table(blocks: Iterable[Paragraph | Table]) -> list[Paragraph]:
    text = []
    for block in blocks:
        if isinstance(block, Table):
            break
        text.append(block)
    return text
