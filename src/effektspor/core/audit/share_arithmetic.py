"""Sentences that hold a budget, what is saved of it and the percentage, all three, in one of two fixed forms."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from effektspor.core.audit.budget_shares import BudgetShare
from effektspor.core.audit.prose import Said, Sentence, money_in, percentages_in
from effektspor.core.number import parse_number, rounded_number

_ABOUT = r"(?:ca\.?\s*|cirka\s+|omkring\s+|knap\s+|godt\s+|næsten\s+)?"
_BUDGET = r"[\wæøå]{0,20}(?:budget|ramme|bevilling|lønsum|udgift|forbrug)[\wæøå]{0,12}"
# "Ud af et samlet budget på |60 mio. kr.|"
_OUT_OF = re.compile(rf"\baf\s+(?:et|en|det|den)\s+(?:[\wæøå]+\s+){{0,3}}?{_BUDGET}\s+på\s+{_ABOUT}$", re.IGNORECASE)
# "| spares der i alt |1,5 mio. kr."
_SAVED = re.compile(
    rf"[\s,]*(?:spares|reduceres|effektiviseres|beskæres|nedsættes)\s+(?:der\s+)?(?:årligt\s+)?(?:i\s+alt\s+)?{_ABOUT}",
    re.IGNORECASE,
)
# "| eller |4,0 procent", "|, svarende til ca. |4 pct."
_OR = re.compile(rf"\s*(?:årligt|om\s+året)?[\s,(]*(?:eller|svarende\s+til|dvs\.?|altså|=)?\s*{_ABOUT}", re.IGNORECASE)
# "Budgettet nedsættes fra |60,0 mio. kr.|"
_FROM = re.compile(
    rf"\b{_BUDGET}\s+(?:[\wæøå]+\s+){{0,5}}?"
    rf"(?:reducere[st]|nedsætte[st]|sænke[st]|beskære[st]|falder|mindskes)\s+(?:[\wæøå]+\s+){{0,3}}?fra\s+{_ABOUT}$",
    re.IGNORECASE,
)
# "|60,0| til |58,5 mio. kr.": the first amount borrows the unit of the second
_FIRST = re.compile(
    rf"(?P<number>(?<![\w.,])\d{{1,9}}(?:[.,]\d{{1,3}}){{0,3}})[^\d;]{{0,14}}?\s+til\s+{_ABOUT}$", re.IGNORECASE
)
# "|58,5 mio. kr.|, dvs. med |3,5 pct."
_WITH = re.compile(
    r"[\s,]*(?:og\s+dermed|dvs\.?|svarende\s+til|(?:hvilket|det)\s+svarer\s+til|eller|altså)\s+"
    r"(?:med\s+|(?:en\s+|et\s+)?(?:[\wæøå]+\s+)?(?:reduktion|besparelse|nedsættelse|effektivisering|fald)\s+på\s+)?"
    rf"{_ABOUT}",
    re.IGNORECASE,
)
_OF_OTHER = re.compile(r"\.?\s*(?:af|i forhold til|ift\.?|pr|om året i)\b", re.IGNORECASE)
_BACK = 140


def worked_shares(sentences: Sequence[Sentence]) -> Iterator[BudgetShare]:
    """Yield the shares that a sentence works out of its own budget and saving."""
    for at, sentence in enumerate(sentences):
        shares = percentages_in(sentence.text)
        amounts = money_in(sentence.text) if shares else []
        for share in shares:
            before = [said for said in amounts if said.end <= share.start][-2:]
            if before and not _OF_OTHER.match(sentence.text, share.end):
                yield from _worked(at, sentence, share, before)


def _worked(at: int, sentence: Sentence, share: Said, amounts: Sequence[Said]) -> Iterator[BudgetShare]:
    text, last = sentence.text, amounts[-1]
    if len(amounts) == 2 and _is_out_of(text, amounts, share):
        yield BudgetShare(at, sentence, share, (amounts[0],), last)
    elif _WITH.fullmatch(text[last.end : share.start]) and (first := _first(text, last)):
        yield BudgetShare(at, sentence, share, (first,), _less(first, last))


def _is_out_of(text: str, amounts: Sequence[Said], share: Said) -> bool:
    base, saved = amounts
    return bool(
        _OUT_OF.search(text[max(base.start - _BACK, 0) : base.start])
        and _SAVED.fullmatch(text[base.end : saved.start])
        and _OR.fullmatch(text[saved.end : share.start])
    )


def _first(text: str, last: Said) -> Said | None:
    """Return the amount that a budget falls from, in the unit of what it falls to, where it is larger."""
    start = max(last.start - 60, 0)
    match = _FIRST.search(text[start : last.start])
    number = parse_number(match["number"]) if match else None
    if (
        match is None
        or number is None
        or not _FROM.search(text[max(start + match.start() - _BACK, 0) : start + match.start()])
    ):
        return None
    own = next((said for said in money_in(text) if said.start == start + match.start()), None)
    first = own or Said(number, last.unit, start + match.start(), start + match.end("number"), about=False)
    return first if first.ore > last.ore else None


def _less(first: Said, last: Said) -> Said:
    """Return what a budget falls by, with the rounding of the coarser of the two."""
    unit = last.unit
    assert unit, "an amount has a unit"
    decimals = min(each.number.decimals for each in (first, last))
    fall: Fraction = (first.ore - last.ore) / unit.ore
    return Said(rounded_number(fall, decimals), unit, first.start, last.end, about=first.about or last.about)
