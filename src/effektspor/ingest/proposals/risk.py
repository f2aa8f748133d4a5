"""How risky a proposal is said to be: in one word for the whole, and per part where it says so."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

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
_ABOUT = re.compile(r"(?:[\wæøå]+\s+){0,2}risi[kc]", re.IGNORECASE)
_OVERALL = re.compile(r"(?:samlet|samlede|overordnet|overordnede)\s+risi[kc]", re.IGNORECASE)
_SAYS_LEVEL = re.compile(
    rf"\brisiko(?:en|vurderingen|niveauet)?\b(?:\s+(?:ved|for|i)\s+(?:forslaget|casen))?"
    rf"\s*(?::|(?:er|vurderes|anses|skønnes|sættes|bedømmes)\b)[^.]{{0,40}}?\b{_WORD}(?!\w)"
    rf"|\b(?:vurderes|har|skønnes|anses)\b[^.]{{0,30}}?\b{_WORD}\s+risiko\b",
    re.IGNORECASE,
)
_COLUMNS = 2


def read_case_risk(sections: Iterable[tuple[str, str]], stray: Iterable[str] = ()) -> Risk:
    """Return the risk of a proposal from its sections, each a heading and its text, and the lines outside them.

    What is said of the whole ("Samlet risiko: middel") stands before what is said of parts; without a section about
    risk, a sentence anywhere that says what the risk is vurderet to.
    """
    sections = list(sections)
    about = [(heading, text) for heading, text in sections if _ABOUT.match(heading)]
    risk = read_risk("\n\n".join(text for _, text in about))
    overall = [text for heading, text in about if _OVERALL.match(heading)] + _overall_lines(about)
    # "Risiko ved forslaget: middel" may stand alone on its line, as a heading does.
    overall += [heading for heading, _ in about if _SAYS_LEVEL.match(heading)]
    told = [level for text in overall if (level := _level([text]))]
    if told or risk.level:
        return replace(risk, level=told[-1] if told else risk.level)
    levels = set(_said_anywhere([text for _, text in sections] + list(stray))) if not risk.parts else set()
    return replace(risk, level=levels.pop()) if len(levels) == 1 else risk


def _overall_lines(about: list[tuple[str, str]]) -> list[str]:
    return [line for _, text in about for line in text.split("\n") if _OVERALL.match(line.strip())]


def _said_anywhere(texts: list[str]) -> Iterator[str]:
    sentences = (sentence for text in texts for sentence in _SENTENCE.split(text))
    for sentence in sentences:
        if (said := _SAYS_LEVEL.search(sentence)) and (level := _level([said[0]])):
            yield level


def read_risk(text: str) -> Risk:
    """Return the risk that a text states; its level is "" where it gives none, and a range is kept as it is printed."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    parts = tuple(PartRisk(match["part"], level_name(match["level"])) for line in lines if (match := _PART.match(line)))
    whole = [line for line in lines if not _PART.match(line)] if len(parts) > 1 else lines
    # A table of risks with their likelihood says nothing of the whole.
    whole = [line for line in whole if line.count(" · ") < _COLUMNS]
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
