"""What a proposal says in words: its sentences, and the amounts and percentages in them, with where each stands."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from effektspor.core.audit.cases import Case
from effektspor.core.audit.words import danish_amount
from effektspor.core.document import Paragraph
from effektspor.core.finding import Place
from effektspor.core.number import Number, dot_hard_spaces, parse_number
from effektspor.core.unit import Unit, find_unit_span

_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ»\"(])")
# What ends with one of these goes on, also where the next word is a name.
_GOES_ON = re.compile(r"\b(?:jf|nr|ca|hhv|f\.?eks|bl\.a|inkl|ekskl|vedr|ift|sfa|pr|stk|evt|herunder)\.$", re.IGNORECASE)
# A line of a text with a fixed width is cut in the middle of a sentence: it is long and the next goes on in it.
_LEAST_WIDTH = 45
_LONGEST, _LONGEST_ABBREVIATION = 2000, 12
_LINE_GOES_ON = re.compile(r"[a-zæøå0-9(§]")
_NUMBER = re.compile(r"(?<![\w.,])\d[\d.,]*\d|(?<![\w.,])\d")
_PERCENT = re.compile(r"\s*(?:%|pct\b\.?|procent\b)(?!\.?\s*-?\s*point)", re.IGNORECASE)
_CURRENCY_FIRST = re.compile(r"(?<![\d\s])\s(?:kr\.?|DKK)\s$", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:\bca\.?|cirka|omkring|omtrent|godt|knapt?|næsten|over|mere end|op til|mindst|under|skønsmæssigt|nærmest"
    r"|størrelsesordenen|(?<!\b20\d)\d\s*(?:[-–]|til|og))\s*$",
    re.IGNORECASE,
)
_LONGEST_UNIT = 14
# "ca. 16 mio. kr." may be 15 or 17: two of its last digit, and never less than three per cent.
_ABOUT_STEPS, _ABOUT_SHARE = 4, Fraction(3, 100)
# "ca. 1 pct." is not 2,5: a percentage may be one of its last digit away, or more where that is still near it.
_ABOUT_PERCENT = Fraction(15, 100)


class Sentence(NamedTuple):
    """A sentence of a case, its place, and which block of the case it begins in."""

    place: Place
    text: str
    block: int


class Said(NamedTuple):
    """A figure in a sentence: an amount with its unit, or a percentage; `about` where the words say "ca."."""

    number: Number
    unit: Unit | None
    start: int
    end: int
    about: bool

    @property
    def ore(self) -> Fraction:
        """The amount in øre; a percentage is left as it is."""
        return self.number.value * (self.unit.ore if self.unit else 1)

    @property
    def spread(self) -> Fraction:
        """What rounding, and a "ca.", may have moved it."""
        half = self.number.half_unit * (self.unit.ore if self.unit else 1)
        if not self.about:
            return half
        if self.unit is None:
            return min(half * _ABOUT_STEPS, max(2 * half, abs(self.ore) * _ABOUT_PERCENT))
        return max(half * _ABOUT_STEPS, abs(self.ore) * _ABOUT_SHARE)

    @property
    def danish(self) -> str:
        return danish_amount(self.number, self.unit) if self.unit else f"{self.number.danish()} pct."


def sentences_of(case: Case) -> list[Sentence]:
    """Return the sentences of a case in order; a sentence that is cut at the end of a line is put together."""
    return [sentence for place, text, block in _running_text(case) for sentence in _cut(place, text, block)]


def money_in(text: str) -> list[Said]:
    """Return the amounts of money in a text, in order."""
    return [said for said in _said(text) if said.unit]


def percentages_in(text: str) -> list[Said]:
    """Return the percentages in a text, in order."""
    return [said for said in _said(text) if not said.unit]


def _running_text(case: Case) -> Iterator[tuple[Place, str, int]]:
    """Yield each paragraph with the lines that go on from it."""
    held: tuple[Place, str, int] | None = None
    for (_, before), (at, block) in pairwise([(-1, None), *enumerate(case.blocks)]):
        if not isinstance(block, Paragraph):
            continue
        if held and isinstance(before, Paragraph) and _goes_on(before, block):
            held = (held[0], f"{held[1]} {block.text}", held[2])
            continue
        if held:
            yield held
        held = (block.place, block.text, at)
    if held:
        yield held


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    if before.place.line is None or after.place.line != before.place.line + 1:
        return False
    open_ended = not before.text.rstrip().endswith((".", ":", "!", "?")) or _GOES_ON.search(before.text) is not None
    return open_ended and len(before.text) >= _LEAST_WIDTH and _LINE_GOES_ON.match(after.text) is not None


def _cut(place: Place, text: str, block: int) -> Iterator[Sentence]:
    held = ""
    for piece in _END.split(dot_hard_spaces(text)):
        held = f"{held} {piece}".strip()
        if len(held) > _LONGEST or not _GOES_ON.search(held, max(len(held) - _LONGEST_ABBREVIATION, 0)):
            yield from (Sentence(place, part, block) for part in _in_parts(held))
            held = ""
    if held:
        yield Sentence(place, held, block)


def _in_parts(text: str) -> Iterator[str]:
    """Nobody writes a sentence of pages; a text without full stops is read in parts, so that the work stays linear."""
    while len(text) > _LONGEST:
        at = text.rfind(" ", 1, _LONGEST)
        end = at if at > 0 else _LONGEST
        yield text[:end]
        text = text[end:].lstrip()
    yield text


# Several checks ask of the same sentence, and of each percentage in it.
@lru_cache(maxsize=4096)
def _said(text: str) -> tuple[Said, ...]:
    return tuple(_read_said(text))


def _read_said(text: str) -> Iterator[Said]:
    for match in _NUMBER.finditer(text):
        number = parse_number(match[0])
        behind = text[match.end() : match.end() + _LONGEST_UNIT]
        found = _unit_behind(behind) or _unit_before(text, match)
        if number and found:
            unit, length = found
            about = _ABOUT.search(text[max(match.start() - 24, 0) : match.start()]) is not None
            yield Said(number, unit, match.start(), match.end() + length, about)


def _unit_behind(behind: str) -> tuple[Unit | None, int] | None:
    """Return the unit right behind a number, None for per cent, and how long it is; None where there is neither."""
    if percent := _PERCENT.match(behind):
        return None, percent.end()
    span = find_unit_span(behind)
    return (span[0], span[2]) if span and not behind[: span[1]].strip() else None


def _unit_before(text: str, match: re.Match[str]) -> tuple[Unit | None, int] | None:
    """ "kr. 500.000" is an amount where the figure is grouped; in "mio. kr. 2017" it is a year."""
    before = text[max(match.start() - 6, 0) : match.start()]
    span = find_unit_span(before) if "." in match[0] and _CURRENCY_FIRST.search(f"x {before.lstrip()}") else None
    return (span[0], 0) if span else None
