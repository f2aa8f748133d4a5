"""How risky a proposal is said to be: in one word for the whole, and per part where it says so."""

import re

from effektspor.core.proposals.details import PartRisk, Risk

_NAMES = {"lav": "lav", "lavt": "lav", "middel": "middel", "mellem": "middel", "medium": "middel", "moderat": "middel",
          "høj": "høj", "højt": "høj"}  # fmt: skip
# "mellem" is a preposition unless it follows a verb, or nothing follows it but the end, a reason, or the word risk;
# "høj grad" is no risk.
_SAID = r"(?:(?<=\ber\s)|(?<=\bsom\s)|(?<=være\s)|(?<=samlet\s))"
_WORD = (
    r"(?:lavt?|middel|medium|moderat|højt?(?!\s+grad)|mellem(?=\s*(?:risi|til\b|[.,;:)/]|$))"
    rf"|{_SAID}mellem(?!\s+\d))"
)
_LEVEL = re.compile(rf"(?<![\w-])(?P<low>{_WORD})(?:\s*(?:til|/|–|-)\s*(?P<high>{_WORD}))?(?!\w)", re.IGNORECASE)
_PART = re.compile(
    rf"^(?:\d{{1,2}}[.)]|[-–•])?\s*(?P<part>\S.{{3,160}}?)\s*[-–:]\s*(?P<level>{_WORD})\s*\.?$", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])|\n+")
_RISK = re.compile(r"risi[kc]", re.IGNORECASE)


def read_risk(text: str) -> Risk:
    """Return the risk that a text states; its level is "" where it gives none, and a range is kept as it is printed."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    parts = tuple(PartRisk(match["part"], level_name(match["level"])) for line in lines if (match := _PART.match(line)))
    whole = [line for line in lines if not _PART.match(line)] if len(parts) > 1 else lines
    return Risk(_level(whole), parts if len(parts) > 1 else (), text)


def level_name(word: str) -> str:
    return _NAMES[word.casefold()]


def _level(lines: list[str]) -> str:
    """The first sentence about risk that gives a level, else the first that gives one."""
    sentences = [sentence for line in lines for sentence in _SENTENCE.split(line)]
    about = [sentence for sentence in sentences if _RISK.search(sentence)]
    found = next((match for sentence in (*about, *sentences) if (match := _LEVEL.search(sentence))), None)
    if found is None:
        return ""
    return found[0].casefold() if found["high"] else level_name(found["low"])
