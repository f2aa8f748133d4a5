"""Amounts in a sentence with the year each is of."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from effektspor.core.document import Paragraph
from effektspor.core.number import parse_number
from effektspor.core.unit import find_unit_span

_NUMBER = re.compile(r"(?<![\w.,])\d[\d.,]*\d|(?<![\w.,])\d")
_LONGEST_UNIT = 12
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# "1,1 mio. kr. mere til i 2016": a few small words may stand between an amount and its year, and no full stop.
_YEAR_BEHIND = re.compile(r"\s*(?:[a-zæøå]+\s+){0,3}(?:i|fra|for)\s+(?P<year>(?:19|20)\d\d)(?!\d)")


class ToldAmount(NamedTuple):
    """An amount in øre as a sentence tells it, unsigned, and its year; None where no year is named by then."""

    ore: int
    year: int | None


def told_amounts(paragraph: Paragraph) -> Iterator[ToldAmount]:
    """Yield a paragraph's amounts, each of the year behind it ("0,3 mio. kr. i 2016"), else of the last before it."""
    text = paragraph.text
    for match in _NUMBER.finditer(text):
        number, rest = parse_number(match[0]), text[match.end() : match.end() + _LONGEST_UNIT]
        span = find_unit_span(rest)
        if number and span and not rest[: span[1]].strip():
            yield ToldAmount(abs(span[0].to_ore(number)), _year_of(text, match.start(), match.end() + span[2]))


def _year_of(text: str, start: int, end: int) -> int | None:
    if behind := _YEAR_BEHIND.match(text, end):
        return int(behind["year"])
    before = _YEAR.findall(text, 0, start)
    return int(before[-1]) if before else None
