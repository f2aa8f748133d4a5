"""Which follow-up round a label names: "3. opfølgning 2016", "Budgetopfølgning 2, 2024", "BO1", "2. kvartal 2024"."""

import re
from datetime import date
from typing import NamedTuple

from effektspor.ingest.plan_papers.days import day_in
from effektspor.ingest.plan_papers.words import years_in

# Bounded, so that a word without an end is not gone through again from each of its letters.
_ROUND = (
    r"(?:(?:\w{0,30}opfølgning|\w{0,30}rapportering|økonomirapport|budgetrevision|budgetvurdering|\w{0,30}prognose|\w{0,30}skøn"
    r"|estimat|forvente(?:t|de)\s+regnskab)(?:en|et)?"
    # "1. Opfølgning på takster" is a measure and its number.
    r"(?!\w|\s+(?:på|over|med|og|for|ift|til|i forhold|af\s+(?!\d))))"
)
_ORDINALS = ("første", "anden", "tredje", "fjerde", "femte")
_ROMANS = ("I", "II", "III", "IV", "V")
_BEFORE = re.compile(rf"(?<![\d.,])(?<!tabel )(?<!bilag )(?<!afsnit )(?P<number>\d)\.\s*{_ROUND}", re.IGNORECASE)
_WORD = re.compile(rf"\b(?P<number>{'|'.join(_ORDINALS)})\s+{_ROUND}", re.IGNORECASE)
_BEHIND = re.compile(
    rf"\b{_ROUND}\s*(?:nr\.?\s*)?(?P<number>\d(?![\d.,/]*\d)|(?-i:IV|V|I{{1,3}})\b)(?!\.?\s*(?:jan|feb|mar|apr|maj))",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"(?<![\d.,])(?P<number>\d)\.\s*(?:kvartal|kvt?)\b", re.IGNORECASE)
_SHORT = re.compile(r"\b(?:BO|BR|ØR|FR|BF|BOP)[\s.-]?(?P<number>\d)(?!\d)(?:[\s/'-]+(?P<year>\d\d)\b(?!\d))?")
_UNNUMBERED = re.compile(rf"{_ROUND}|halvårs\w*", re.IGNORECASE)
_BASIS = re.compile(r"^\W*(?:regnskab|(?:vedtaget|oprindeligt?|korrigeret|revideret)\s+budget|budget)\b", re.IGNORECASE)


class RoundName(NamedTuple):
    """A round as its label names it; `number` is None for one that is known by its day, or for a budget or accounts."""

    label: str
    year: int | None
    number: int | None
    as_of: date | None
    basis: bool = False


def round_in(text: str, year: int | None = None) -> RoundName | None:
    """Return the round a text names, or None; `year` is used where it names none itself."""
    # What was spent in "1. kvartal" is no estimate; what was followed up on then is.
    quarter = (_QUARTER,) if _UNNUMBERED.search(text) else ()
    for pattern in (_BEFORE, _WORD, _BEHIND, _SHORT, *quarter):
        if match := pattern.search(text):
            short_year = match.groupdict().get("year")
            named = years_in(text) or ((2000 + int(short_year),) if short_year else ())
            return RoundName(text.strip(), named[0] if named else year, _number(match["number"]), day_in(text))
    if _UNNUMBERED.search(text) and (day := day_in(text)):
        return RoundName(text.strip(), day.year, None, day)
    return None


def basis_in(text: str, year: int | None = None) -> RoundName | None:
    """Return the budget or the accounts that a row among rounds names."""
    if not _BASIS.search(text):
        return None
    return RoundName(text.strip(), next(iter(years_in(text)), year), None, None, basis=True)


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    names = _ORDINALS if text.casefold() in _ORDINALS else _ROMANS
    return names.index(text.casefold() if names is _ORDINALS else text.upper()) + 1
