"""What a proposal says in words of how its effect grows: half a year at first, in full from a year, gradually."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from effektspor.core.audit.others import speaks_of_others
from effektspor.core.audit.prose import Sentence

_YEAR = r"(?P<year>20\d\d)"
# Words between the effect and its year; another phase, or a new clause, is about something else.
_ON = r"(?:(?!og\b|men\b|helårs|fuld|hel\b|halv|\d)[\wæøå]+\s+)"
_IN = rf"(?:\s+{_ON}{{0,6}}?(?:i|for|af)\s+)"
_FROM = r"(?:\s+(?:\w+\s+){0,3}?(?:fra\s+og\s+med|fra|i)\s+(?:budget\s*)?)"
# "halvårsvirkning", "halv effekt", "halvdelen af den fulde besparelse"
_HALF_WORDS = (
    r"(?:halvårs\s?(?:effekt|virkning)|halv\w*\s+(?:års\s*)?(?:effekt|virkning|besparelse)"
    r"|halvdelen\s+af\s+(?:[\wæøå]+\s+){0,2}?(?:effekten|besparelsen|gevinsten|virkningen|helårs\w+))"
)
_PART_WORDS = r"(?:del(?:års|vis\s+)(?:effekt|virkning))"
_HALF = re.compile(rf"{_HALF_WORDS}{_IN}{_YEAR}", re.IGNORECASE)
_PART = re.compile(rf"{_PART_WORDS}{_IN}{_YEAR}", re.IGNORECASE)
# "I 2027 opnås halvdelen af helårsvirkningen"
_IN_YEAR_HALF = re.compile(rf"\b(?:i|for)\s+{_YEAR}\s+{_ON}{{0,5}}?{_HALF_WORDS}", re.IGNORECASE)
_FULL = re.compile(
    rf"(?:helårs(?:effekt|virkning)|fuld\s+(?:års)?(?:effekt|virkning)|fuldt\s+indfas\w+"
    r"|fuldt\s+(?:ud\s+)?implementeret"
    rf"|indfaset\s+fuldt){_FROM}{_YEAR}",
    re.IGNORECASE,
)
_NOT_UNTIL = re.compile(
    r"(?:helårs(?:effekt|virkning)|fuld\s+(?:års)?effekt)[^.;]{0,40}?først\s+(?:fra|i)\s+(?P<year>20\d\d)"
    r"|først\s+(?:fra|i)\s+(?P<later>20\d\d)[^.;]{0,40}(?:helårs(?:effekt|virkning)|fuld\s+effekt|fuldt\s+indfas)",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bfra\b", re.IGNORECASE)
_GROWING = re.compile(
    r"stigende\s+(?:profil|effekt|besparelse)|gradvis\w*\s+(?:indfas\w+|stig\w+)|indfases\s+gradvist"
    r"|indfases\s+over\s+(?:en\s+(?:år)?række|flere|to|tre|fire|fem|\d)\b"
    r"|gradvis\s+(?:effekt|virkning)",
    re.IGNORECASE,
)
_MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
           "december")  # fmt: skip
_NUMERALS = ("en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve")
_COUNT = rf"(?P<count>\d{{1,2}}|{'|'.join(_NUMERALS)})"
# "dvs. 3 måneder i 2027", "ni måneders virkning i 2027"
_SOME_MONTHS = re.compile(
    rf"(?:(?:\bdvs\.?|svarende\s+til|altså|=)\s+{_COUNT}\s+måned(?:er)?"
    rf"|\b{_COUNT.replace('count', 'other')}\s+måneders\s*(?:effekt|virkning|besparelse)){_IN}{_YEAR}",
    re.IGNORECASE,
)
# "virkning fra 1. oktober 2027"; the first of January is the whole year
_FROM_DATE = re.compile(
    rf"(?:effekt|virkning|besparelse)\w*\s+fra\s+(?:den\s+)?1\.\s*(?:{'|'.join(_MONTHS[1:])})\s+{_YEAR}", re.IGNORECASE
)
_DENIED = re.compile(r"\bikke\b|\buden\b|\bhvis\b|\bsåfremt\b|\bkan\b|\bvil kunne\b", re.IGNORECASE)


class Phase(StrEnum):
    """How a sentence says that an effect comes in."""

    HALF = "half"
    MONTHS = "months"
    PART = "part"
    FULL = "full"
    NOT_UNTIL = "not until"
    GROWING = "growing"


class Phasing(NamedTuple):
    """What a sentence says, in its own words, and of which year; a growing effect names none.

    `share` is the part of a full year's effect that half a year, or some months, is.
    """

    sentence: Sentence
    phase: Phase
    words: str
    year: str | None
    share: Fraction | None = None


def phasings(sentences: Sequence[Sentence]) -> Iterator[Phasing]:
    """Yield what the sentences say of phasing in; a sentence with a condition, or of others, says nothing."""
    for sentence in sentences:
        text = sentence.text
        if speaks_of_others(text):
            continue
        if match := _NOT_UNTIL.search(text):
            yield Phasing(sentence, Phase.NOT_UNTIL, match[0], match["year"] or match["later"])
        elif not _DENIED.search(text):
            yield from _partly(sentence)
            yield from _fully(sentence)
            if match := _GROWING.search(text):
                yield Phasing(sentence, Phase.GROWING, match[0], None)


def _partly(sentence: Sentence) -> Iterator[Phasing]:
    text = sentence.text
    halves = list(_HALF.finditer(text)) or list(_IN_YEAR_HALF.finditer(text))
    months = list(_SOME_MONTHS.finditer(text))
    for match in halves:
        yield Phasing(sentence, Phase.HALF, match[0], match["year"], Fraction(1, 2))
    for match in months:
        counted = (match["count"] or match["other"]).casefold()
        count = _NUMERALS.index(counted) + 1 if counted in _NUMERALS else int(counted)
        if 0 < count < len(_MONTHS):
            yield Phasing(sentence, Phase.MONTHS, match[0], match["year"], Fraction(count, len(_MONTHS)))
    dated = () if halves or months else (*_PART.finditer(text), *_FROM_DATE.finditer(text))
    yield from (Phasing(sentence, Phase.PART, match[0], match["year"]) for match in dated)


def _fully(sentence: Sentence) -> Iterator[Phasing]:
    for match in _FULL.finditer(sentence.text):
        yield Phasing(sentence, Phase.FULL, match[0], match["year"])
        if _SINCE.search(match[0]):
            yield Phasing(sentence, Phase.NOT_UNTIL, match[0], match["year"])
