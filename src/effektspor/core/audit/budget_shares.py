"""Sentences that say how large a share of a budget a proposal saves, with the budget and the saving they name.

Only a sentence about a reduction is read so, and only a budget that a sentence close by gives an amount.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from effektspor.core.audit.prose import Said, Sentence, money_in, percentages_in

# What a saving is a share of; the claim and the amount must name the same, so a payroll is not held against a frame.
_FRAMES = ("budget", "ramme", "bevilling")
# "Driftsbudgettet" is the budget; "vikarbudgettet" is only that of the substitutes.
_WHOLE = ("", "drift", "drifts", "års", "service", "netto", "brutto", "total", "nettodrifts", "budget")
_BASE = (
    r"(?<![\wæøå])([\wæøå]*?)(budget|ramme|bevilling|lønsum|udgift|forbrug)"
    r"(?!reduktion|besparelse|tilpasning|opfølgning|år|nedsæt|forudsæt|mål|forslag|proces|neutral|område\w*\s+til)"
    r"(?:s?ramme(?:n|r|rne)?|tets?|terne|ts?|ens?|er|erne|ets?|rne|rs?|ns?|s)?(?![\wæøå])"
)
_WORDS = r"(?:[\wæøåÆØÅ().§/-]+\s+)"
_REDUCED = r"(?:reducere[rs]?|beskære[rs]?|sænke[rs]?|nedsætte[rs]?|mindske[rs]?|falder)"
_OF_BASE = re.compile(rf"\s*,?\s*(?:af|i forhold til|ift\.?|på|ud af)\s+{_WORDS}{{0,6}}?{_BASE}", re.IGNORECASE)
_BASE_IS_REDUCED = re.compile(
    rf"(?:(?:reduktion|besparelse|nedsættelse|beskæring|nedgang|fald|mindreudgift|effektivisering)\s+(?:af|i|på)\s+"
    rf"{_WORDS}{{0,6}}?{_BASE}\s+(?:{_WORDS}{{0,6}}?)(?:på|med|til)"
    rf"|{_BASE}\s+{_WORDS}{{0,8}}?{_REDUCED}\s+{_WORDS}{{0,4}}?med"
    rf"|{_REDUCED}\s+{_WORDS}{{0,5}}?{_BASE}\s+{_WORDS}{{0,4}}?med)"
    r"\s*(?:ca\.?|cirka|omkring|godt|knap|næsten)?\s*$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"svare[rn]?(?:de)?\s+(?:dermed\s+|således\s+|samlet\s+|herefter\s+)?til\s+"
    r"(?:en\s+(?:samlet\s+)?(?:reduktion|besparelse|nedsættelse|effektivisering)\s+på\s+)?"
    r"(?:ca\.?|cirka|omkring|godt|knap|næsten)?\s*$",
    re.IGNORECASE,
)
# "… har et budget på 577,3 mio. kr., og effektiviseringen er 0,6 pct. af det."
_OF_IT = re.compile(r"\s*(?:ud )?af\s+(?:det|dette|den|denne)(?:\s+(?:budget|ramme))?\s*(?:[.,;)]|$)", re.IGNORECASE)
_OF_OTHER = re.compile(r"\s*(?:af|i forhold til|ift\.?|flere|færre|over|under|højere|lavere|pr)\b", re.IGNORECASE)
_SAVING_OF = re.compile(r"(?:reduktion|besparelse|effektivisering|nedsættelse|beskæring)\w*\s+på\s*$", re.IGNORECASE)
_IS_AMOUNT = re.compile(r"\s*(?:vil\s+)?(?:svare|udgør|giver|betyder)", re.IGNORECASE)
# The saving is the subject: of a sentence, or of the one before where this one begins with "Det".
_SAVES = re.compile(
    r"(?:bespar|redu[kc]|effektivis|nedsæt|beskær|\bspare|\bforslaget\b)"
    r"(?!.*(?:herefter|andel|rest|tilbage|løn))[^;]{0,110}$",
    re.IGNORECASE,
)
_REFERS_BACK = re.compile(r"(?:Det|Dette|Hvilket|Samlet|I alt)\b")
_RESPECTIVELY = re.compile(r"\bhenholdsvis\b|\bhhv\b", re.IGNORECASE)
_GROWS = re.compile(
    r"stig|voks|vækst|mer(?:udgift|forbrug)|fremskriv|overskrid|hvoraf|heraf|forøg|tilfør", re.IGNORECASE
)
_LEADS = re.compile(
    r"(?:\b(?:er|udgør|udgjorde|var|på|lyder på|i alt|af|afsat)|[):=(])\s*(?:i (?:19|20)\d\d\s*)?"
    r"(?:(?:er|udgør|på)\s*)?(?:samlet\s*)?(?:på\s*)?(?:ca\.?|cirka|omkring|godt|knap|næsten)?\s*$",
    re.IGNORECASE,
)
_SAVED_OF = re.compile(
    r"(?:reduktion|besparelse|nedsættelse|beskæring|reducer\w*|spare\w*|effektivisering|nedgang)\w*\s+(?:af|i|på|til)\s+"
    r"(?:[^\W\d]\S*\s+){0,6}$",
    re.IGNORECASE,
)
_LONGEST_TO_AMOUNT, _NEAR = 260, (0, -1, -2, 1, 2)
_JOINS_AMOUNT = re.compile(
    r"[\s,)]*(?:(?:årligt|om året|i (?:19|20)\d\d|fra (?:19|20)\d\d|og frem)[\s,]*)*(?:og |hvilket |som |dette |det )*"
    r"(?:vil )?(?:svare|udgør|lig med)",
    re.IGNORECASE,
)
_JOINS_SHARE = re.compile(
    r".{0,140}?\b(?:svarer?|svarende|giver?|udgør)\b[^;\d]{0,60}?\b(?:til|på|er)?\s*(?:samlet\s*)?(?:ca\.?\s*)?$",
    re.IGNORECASE,
)


class _Base(NamedTuple):
    """What a share is of: its stem ("budget"), and what kind of it where that is only a part."""

    kind: str
    stem: str


class BudgetShare(NamedTuple):
    """A share that a sentence says is saved of a base; `told` is the amount it says the share is, if it says one."""

    at: int
    sentence: Sentence
    share: Said
    bases: tuple[Said, ...]
    told: Said | None


def budget_shares(sentences: Sequence[Sentence]) -> Iterator[BudgetShare]:
    """Yield the shares that can be held against an amount of their base, and are of a saving."""
    for at, sentence in enumerate(sentences):
        for share in percentages_in(sentence.text):
            base = _base_of(sentence.text, share)
            bases = _nearest_bases(sentences, at, base) if base else ()
            told = _told(sentence.text, share, bases)
            if bases and (told or _is_saved(sentences, at, share)):
                yield BudgetShare(at, sentence, share, bases, told)


def _base_of(text: str, share: Said) -> _Base | None:
    """Return what a percentage is said to be a share of; no stem where it does not say, None for another thing."""
    before, behind = text[max(share.start - 200, 0) : share.start], text[share.end :]
    if _GROWS.search(before[-80:]) or _RESPECTIVELY.search(text):
        return None
    match = _OF_BASE.match(behind) or _BASE_IS_REDUCED.search(before)
    if match:
        return _base(match)
    is_amount = _OF_IT.match(behind) or (_SAVING_OF.search(before) and _IS_AMOUNT.match(behind))
    return _Base("", "") if is_amount or (_BARE.search(before) and not _OF_OTHER.match(behind)) else None


def _base(match: re.Match[str]) -> _Base:
    """Return the base that a match of one of the patterns names: each base in it is a beginning and a stem."""
    groups = match.groups()
    kind, stem = next(pair for pair in zip(groups[::2], groups[1::2], strict=True) if pair[1])
    return _Base("" if kind.casefold() in _WHOLE else kind.casefold(), stem.casefold())


def _is_saved(sentences: Sequence[Sentence], at: int, share: Said) -> bool:
    text = sentences[at].text
    refers_back = at > 0 and _REFERS_BACK.match(text) is not None
    before = f"{sentences[at - 1].text} {text[: share.start]}" if refers_back else text[: share.start]
    return _SAVES.search(before[-240:]) is not None


def _nearest_bases(sentences: Sequence[Sentence], at: int, base: _Base) -> tuple[Said, ...]:
    """Return the amounts of the base in the sentence, else in the nearest that gives one."""
    for step in _NEAR if base.stem else _NEAR[:2]:
        if 0 <= at + step < len(sentences):
            bases = tuple(_bases(sentences[at + step].text, base))
            if bases:
                return bases
    return ()


def _bases(text: str, base: _Base) -> Iterator[Said]:
    """Yield the amounts that a text says a base is: the first behind its word, where the words between lead on."""
    amounts = money_in(text)
    stems = (base.stem,) if base.stem else _FRAMES
    found = [(match, _base(match)) for match in re.finditer(_BASE, text, re.IGNORECASE)]
    named = [match for match, own in found if own.stem in stems and base.kind in ("", own.kind)]
    for match, after in pairwise([*named, None]):
        amount = next((each for each in amounts if each.start >= (match.end() if match else 0)), None)
        if match is None or amount is None or (after and after.start() < amount.start):
            continue
        between = text[match.end() : amount.start]
        saved = _SAVED_OF.search(text[: match.start()])
        if len(between) <= _LONGEST_TO_AMOUNT and not saved and _LEADS.search(between):
            yield amount


def _told(text: str, share: Said, bases: tuple[Said, ...]) -> Said | None:
    """Return the amount that the sentence itself says the share is: "2,0 mio. kr. svarer til 1,7 pct."."""
    for amount in money_in(text):
        if amount in bases:
            continue
        if amount.end <= share.start and _JOINS_AMOUNT.match(text[amount.end : share.start]):
            return amount
        if amount.start >= share.end and _JOINS_SHARE.match(text[share.end : amount.start]):
            return amount
    return None
