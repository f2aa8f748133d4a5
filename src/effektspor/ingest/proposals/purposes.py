"""What each amount of a catalogue's row counts towards: told by words, and settled by the sums that the paper states.

Before: a cell stacks −200, −200 and 2.100 under one code.   After: −200 is net service, −200 is overførsler, and 2.100
is needed of the investment pools, because only so do both stated sums come out in every year.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from effektspor.core.proposals.catalogue import RowPurpose
from effektspor.core.year_amounts import NOTHING_STATED, YearAmounts, sum_years

# Words that name what an amount is, at the end of a row's title; in the middle they are what the proposal is about.
_INVESTMENT = re.compile(
    r"invester\w*behov|implementeringsomkostning|engangsudgift|[(–:-]\s*anlæg\w*\)?\s*$|[(–:-]\s*investering\)?\s*$",
    re.IGNORECASE,
)
_OTHER = re.compile(r"[(–:-]\s*(?P<area>overførs\w*|indsats)\)?\s*$", re.IGNORECASE)
# A piece of a stack that is nothing else than an investment of one kind: "Drift (SOF-andel)".
_PIECE_INVESTED = re.compile(r"(?:^|–\s*)(?:drift|anlæg|investering)\b\s*(?:\(|$)", re.IGNORECASE)
_MOST_UNSURE = 9


@dataclass(frozen=True, slots=True)
class Entry:
    """An amount of a row: the words it stands beside, and whether its cell has others too."""

    code: str
    title: str
    revision: str
    amounts: YearAmounts
    step_ore: int = 0
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class StatedSums:
    """What a group states of its rows; None where it states none."""

    net: YearAmounts | None = None
    investment: YearAmounts | None = None


def purpose_in_words(entry: Entry, *, last: bool = False) -> RowPurpose:
    """Return what words say an amount counts towards; the last of a stack is often its investment."""
    if _OTHER.search(entry.title):
        return RowPurpose.OTHER
    if _INVESTMENT.search(entry.title) or (entry.stacked and _PIECE_INVESTED.search(entry.title)):
        return RowPurpose.INVESTMENT
    if last and _turns(entry):
        return RowPurpose.INVESTMENT
    return RowPurpose.NET


def _turns(entry: Entry) -> bool:
    """What is laid out is plus."""
    return entry.stacked and all(ore >= 0 for _, ore in entry.amounts.pairs)


def settle_purposes(entries: Sequence[Entry], stated: StatedSums) -> tuple[tuple[RowPurpose, ...], bool]:
    """Return each entry's purpose, and whether the stated sums, where there are any, came out.

    Only what stacks, and what words call something else than net, is unsure; of choices that fit equally well, the
    one nearest to the words is taken.
    """
    words = [purpose_in_words(entry, last=_is_last(entries, at)) for at, entry in enumerate(entries)]
    unsure = [at for at, entry in enumerate(entries) if entry.stacked or words[at] is not RowPurpose.NET]
    if not unsure or len(unsure) > _MOST_UNSURE or stated == StatedSums():
        return tuple(words), not any(entry.stacked for entry in entries)
    choices = _choices(words, unsure)
    best = min(choices, key=lambda chosen: (_misses(entries, chosen, stated), _far(words, chosen)))
    return best, _misses(entries, best, stated) == 0


def _is_last(entries: Sequence[Entry], at: int) -> bool:
    return at + 1 == len(entries) or entries[at + 1].code != entries[at].code


def _choices(words: list[RowPurpose], unsure: list[int]) -> Iterator[tuple[RowPurpose, ...]]:
    for chosen in product(RowPurpose, repeat=len(unsure)):
        purposes = list(words)
        for at, purpose in zip(unsure, chosen, strict=True):
            purposes[at] = purpose
        yield tuple(purposes)


def _far(words: list[RowPurpose], chosen: tuple[RowPurpose, ...]) -> int:
    return sum(word is not each for word, each in zip(words, chosen, strict=True))


def _misses(entries: Sequence[Entry], purposes: tuple[RowPurpose, ...], stated: StatedSums) -> int:
    """How many figures of the stated sums do not come out."""
    pairs = ((stated.net, RowPurpose.NET), (stated.investment, RowPurpose.INVESTMENT))
    return sum(_differing(entries, purposes, purpose, each) for each, purpose in pairs if each is not None)


def _differing(
    entries: Sequence[Entry], purposes: tuple[RowPurpose, ...], purpose: RowPurpose, stated: YearAmounts
) -> int:
    chosen = [entry for entry, each in zip(entries, purposes, strict=True) if each is purpose]
    come_to = sum_years(entry.amounts for entry in chosen) if chosen else NOTHING_STATED
    # A sum of n printed figures may differ by (n + 1) half units.
    slack_ore = (len(chosen) + 1) * max((entry.step_ore for entry in entries), default=0) // 2
    return sum(abs((come_to.at(year) or 0) - ore) > slack_ore for year, ore in stated.pairs)


def control_area_of(entry: Entry, purpose: RowPurpose) -> str:
    """Return where an amount stands: what its words say, else service."""
    if purpose is RowPurpose.OTHER:
        found = _OTHER.search(entry.title)
        return found["area"].capitalize() if found else "Andet"
    return "Anlæg" if re.search(r"\banlæg", entry.title, re.IGNORECASE) else "Service"


_PIECE = re.compile(r"(?<=\S)\s+(?=(?:Drift|Anlæg|Service|Overførsler|Indsats|Investeringsbehov)\b\s*(?:\(|$))")
_LEAST_WORD = 6


def titles_of_parts(label: str, parts: int) -> tuple[str, ...]:
    """Return a label's own piece for each part of a stack; the whole label for each where it does not split so."""
    first = label.split(" ", 1)[0]
    again = rf"|(?<=\S)\s+(?={re.escape(first)})" if len(first) >= _LEAST_WORD else ""
    pieces = [piece.strip() for piece in re.split(f"{_PIECE.pattern}{again}", label) if piece.strip()]
    if len(pieces) != parts:
        return (label,) * parts
    return tuple(
        piece if at == 0 or piece.startswith(first) else f"{pieces[0]} – {piece}" for at, piece in enumerate(pieces)
    )
