"""What a proposal says in words of how its effect grows: half a year at first, in full from a year, gradually."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from effektspor.core.audit.prose import Sentence

_YEAR = r"(?P<year>20\d\d)"
_IN = r"(?:\s+(?:\w+\s+){0,2}?(?:i|for|af)\s+)"
_FROM = r"(?:\s+(?:\w+\s+){0,3}?(?:fra\s+og\s+med|fra|i)\s+(?:budget\s*)?)"
_HALF = re.compile(
    rf"(?:halvårs\s?(?:effekt|virkning)|halv\w*\s+(?:års\s*)?(?:effekt|virkning|besparelse)"
    r"|del(?:års|vis\s+)(?:effekt|virkning)"
    rf"|halvdelen\s+af\s+(?:\w+\s+)?(?:effekten|besparelsen|gevinsten)){_IN}{_YEAR}",
    re.IGNORECASE,
)
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
_DENIED = re.compile(r"\bikke\b|\buden\b|\bhvis\b|\bsåfremt\b|\bkan\b|\bvil kunne\b", re.IGNORECASE)


class Phase(StrEnum):
    """How a sentence says that an effect comes in."""

    HALF = "half"
    FULL = "full"
    NOT_UNTIL = "not until"
    GROWING = "growing"


class Phasing(NamedTuple):
    """What a sentence says, in its own words, and of which year; a growing effect names none."""

    sentence: Sentence
    phase: Phase
    words: str
    year: str | None


def phasings(sentences: Sequence[Sentence]) -> Iterator[Phasing]:
    """Yield what the sentences say of phasing in; a sentence with a condition says nothing."""
    for sentence in sentences:
        text = sentence.text
        if match := _NOT_UNTIL.search(text):
            yield Phasing(sentence, Phase.NOT_UNTIL, match[0], match["year"] or match["later"])
        elif not _DENIED.search(text):
            for phase, words in ((Phase.HALF, _HALF), (Phase.FULL, _FULL)):
                for match in words.finditer(text):
                    yield Phasing(sentence, phase, match[0], match["year"])
                    if phase is Phase.FULL and _SINCE.search(match[0]):
                        yield Phasing(sentence, Phase.NOT_UNTIL, match[0], match["year"])
            if match := _GROWING.search(text):
                yield Phasing(sentence, Phase.GROWING, match[0], None)
