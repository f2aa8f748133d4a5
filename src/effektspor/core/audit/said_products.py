"""Sentences that multiply: "12 pladser à 400.000 kr., i alt 4,8 mio. kr." and "1,15 mio. kr. dækker to årsværk (…)"."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from effektspor.core.audit.others import speaks_of_others
from effektspor.core.audit.prose import Said, Sentence, money_in
from effektspor.core.number import Number, parse_number

_NUMERALS = ("en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")
_COUNTED = {word: str(at) for at, word in enumerate(_NUMERALS, start=1)}
_ABOUT = r"(?:ca\.?\s*)?"
# "12", "4.000", "2,5", "to"
_COUNT = rf"(?<![\w.,/-])(?P<count>\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}}(?:,\d{{1,2}})?|{'|'.join(_NUMERALS)})"
_THING = r"(?:[a-zæøåA-ZÆØÅ-]+\s+){0,3}?"
# "12 pladser à |400.000 kr.|", "32 x |150 t.kr.|"
_TIMES = re.compile(rf"{_COUNT}\s+{_THING}(?:x|×|\*|gange|à|á|a|ad)\s+{_ABOUT}$", re.IGNORECASE)
# "8 pladser til en gennemsnitlig enhedspris på |600.000 kr.|"
_PRICED = re.compile(
    rf"{_COUNT}\s+{_THING}(?:til|med|ved)\s+(?:(?:en|et|den)\s+)?(?:[a-zæøå]+\s+)?"
    rf"(?:[a-zæøå]*pris|takst|enhedsudgift|løn|gennemsnitsløn)\s+(?:på|af)\s+{_ABOUT}$",
    re.IGNORECASE,
)
# "2 konsulenter til |550.000 kr.| pr. årsværk": only with what it is for each of
_EACH = re.compile(rf"{_COUNT}\s+{_THING}(?:til|med|for)\s+{_ABOUT}$", re.IGNORECASE)
_PER = re.compile(r"\s*(?:hver(?:t)?\b|(?:pr\.?|per)\s+(?P<thing>[a-zæøåA-ZÆØÅ]+))", re.IGNORECASE)
# "|, i alt |4,8 mio. kr.", "| giver en besparelse på |6,0 mio. kr."
_COMES_TO = re.compile(
    r"[\s,(]*(?:om\s+året\s*|årligt\s*)?[\s,]*(?:=|(?:og\s+)?(?:i\s+alt|svarende\s+til|dvs\.?|giver|hvilket\s+(?:giver|svarer\s+til)"
    r"|koster|udgør|bliver|er))\s*(?:(?:i\s+alt|samlet)\s*)?"
    rf"(?:(?:en|et)\s+(?:[a-zæøå]+\s+)?[a-zæøå]*(?:besparelse|udgift|gevinst|effekt|reduktion|effektivisering)\s+på\s+)?{_ABOUT}",
    re.IGNORECASE,
)
# "|1,51 mio. kr.| dækker løn til to årsværk (|575.000 kr. pr. årsværk)"
_COVERS = re.compile(
    rf"\s+(?:om\s+året\s+|årligt\s+)?(?:dækker|går\s+til|svarer\s+til|er\s+til|til)\s+{_THING}{_COUNT}\s+{_THING}"
    rf"[a-zæøå]+\s*\((?:à\s+)?{_ABOUT}",
    re.IGNORECASE,
)
# What makes the product something else: part of a year, something besides, a part of the sum.
_UNSURE = re.compile(
    r"\bhalv|\bmåned|\buger?\b|\bdøgn\b|\bdage?\b|\bdag\b|\btime(?:n|r)?\b|kvartal|\bsamt\b|\binkl|\bekskl|\bplus\b|\bminus\b|overhead"
    r"|fratruk|heraf|hvoraf|finansier|\bmed\s+(?:levering|moms)|\bdel(?:vis|års|en)\b|\bca\.?\s+\d[\d.,]*\s+(?!mio|mill|t\.?kr|kr)",
    re.IGNORECASE,
)
_MAN_YEAR = re.compile(r"årsværk|\båv\b|fuldtids|stilling|medarbejder|\bansat", re.IGNORECASE)
_BACK = 120


class SaidProduct(NamedTuple):
    """A number, a price for each and what the sentence says they come to; `of_staff` where it is of man-years."""

    sentence: Sentence
    quantity: Number
    price: Said
    total: Said
    of_staff: bool

    @property
    def product_ore(self) -> Fraction:
        return self.quantity.value * self.price.ore

    @property
    def holds(self) -> bool:
        bound = self.total.spread + self.quantity.value * self.price.spread
        if self.quantity.decimals:
            bound += self.quantity.half_unit * self.price.ore
        return abs(self.product_ore - self.total.ore) <= bound


def said_products(sentences: Sequence[Sentence]) -> Iterator[SaidProduct]:
    """Yield the products that sentences work out themselves; none of somebody else's, or of a part of a year."""
    for sentence in sentences:
        amounts = money_in(sentence.text)
        if len(amounts) == 2 and not _UNSURE.search(sentence.text) and not speaks_of_others(sentence.text):
            found = _forwards(sentence, *amounts) or _backwards(sentence, *amounts)
            yield from [found] if found else []


def _forwards(sentence: Sentence, price: Said, total: Said) -> SaidProduct | None:
    """ "12 pladser à 400.000 kr., i alt 4,8 mio. kr."; the total is for all, not for each."""
    text, start = sentence.text, max(price.start - _BACK, 0)
    before, per = text[start : price.start], _PER.match(text, price.end)
    match = _TIMES.search(before) or _PRICED.search(before) or (per and _EACH.search(before))
    end = per.end() if per else price.end
    if not match or not _COMES_TO.fullmatch(text[end : total.start]) or _PER.match(text, total.end):
        return None
    return _product(sentence, match["count"], (price, total), text[start + match.start() : end])


def _backwards(sentence: Sentence, total: Said, price: Said) -> SaidProduct | None:
    """ "1,51 mio. kr. dækker løn til to årsværk (575.000 kr. pr. årsværk)"."""
    match = _COVERS.fullmatch(sentence.text[total.end : price.start])
    per = _PER.match(sentence.text, price.end)
    return _product(sentence, match["count"], (price, total), f"{match[0]}{per[0]}") if match and per else None


def _product(sentence: Sentence, counted: str, amounts: tuple[Said, Said], words: str) -> SaidProduct | None:
    count = parse_number(_COUNTED.get(counted.casefold(), counted))
    if count is None or not count.digits:
        return None
    return SaidProduct(sentence, count, *amounts, of_staff=_MAN_YEAR.search(words) is not None)
