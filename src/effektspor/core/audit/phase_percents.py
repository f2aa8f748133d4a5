"""Sentences that say in per cent how an effect comes in: "25 pct. i 2027, 50 pct. i 2028 og 100 pct. fra 2029"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from effektspor.core.audit.others import speaks_of_others
from effektspor.core.audit.phased_amounts import PhasedRow, saves_alone
from effektspor.core.audit.prose import Sentence
from effektspor.core.number import parse_number

_PCT = r"\s*(?:pct\.?|%|procent)"
# "50 pct. i 2028", "100 pct. effekt fra og med 2029"
_ONE = re.compile(
    rf"(?<![\w.,/])(\d{{1,3}}(?:,\d)?){_PCT}\s+(?:(?:effekt|virkning)\s+)?(?:i|fra|fra\s+og\s+med)\s+(20\d\d)\b",
    re.IGNORECASE,
)
# "25/50/100 pct. i 2027/2028/2029"; without years they are those of the table
_SLASHED = re.compile(
    rf"(?<![\w.,/])(\d{{1,3}}(?:/\d{{1,3}}){{1,3}}){_PCT}(?:\s+i\s+(20\d\d(?:/20\d\d){{1,3}})\b)?", re.IGNORECASE
)
# "25, 50 og 100 pct. i 2027, 2028 og 2029"
_LISTED = re.compile(
    rf"(?<![\w.,/])((?:\d{{1,3}},?\s+){{1,3}}og\s+\d{{1,3}}){_PCT}\s+i\s+((?:20\d\d,?\s+){{1,3}}og\s+20\d\d)\b",
    re.IGNORECASE,
)
_PHASED = re.compile(
    r"\bindfas|\bimplementer\w+\s+med|\b(?:effekt|virkning|besparelse)\w*\s+(?:er|opnås|indtræder)", re.IGNORECASE
)
_OF_OTHER = re.compile(r"\bikke\b|\bhvis\b|\bkan\b|budget|borgerne|\bfordel|udvalg|\bpris|\blån", re.IGNORECASE)
_WHOLE = Fraction(100)
_NEARLY = Fraction(2, 100)


class PhasedShares(NamedTuple):
    """The per cent of the full effect that a sentence gives each year; without years, in the order of the table."""

    sentence: Sentence
    words: str
    shares_pct: tuple[Fraction, ...]
    years: tuple[str, ...]

    def by_year(self, row: PhasedRow) -> Mapping[str, Fraction]:
        having = [year for year, value in row.amounts.items() if value]
        return dict(zip(self.years or having, self.shares_pct, strict=False))


def phased_shares(sentences: Sequence[Sentence]) -> Iterator[PhasedShares]:
    """Yield the phasings in per cent that end with the whole effect."""
    for sentence in sentences:
        text = sentence.text
        if not _PHASED.search(text) or _OF_OTHER.search(text) or speaks_of_others(text):
            continue
        pairs = _ONE.findall(text)
        found = (
            [_read(sentence, [pct for pct, _ in pairs], [year for _, year in pairs])]
            if len(pairs) > 1
            else [
                _read(sentence, re.findall(r"\d+", match[1]), re.findall(r"20\d\d", match[2] or ""))
                for pattern in (_SLASHED, _LISTED)
                for match in pattern.finditer(text)
            ]
        )
        yield from (each for each in found if each)


def _read(sentence: Sentence, percents: Sequence[str], years: Sequence[str]) -> PhasedShares | None:
    numbers = [number.value for text in percents if (number := parse_number(text))]
    rising = numbers == sorted(numbers) and len(set(numbers)) == len(numbers) > 1
    if not rising or numbers[-1] != _WHOLE or len(years) not in (0, len(numbers)):
        return None
    return PhasedShares(sentence, "/".join(percents), tuple(numbers), tuple(years))


def differing_share(said: PhasedShares, rows: Sequence[PhasedRow]) -> tuple[str, Fraction, PhasedRow] | None:
    """Return the first year that is not its share of the whole, in per cent, and the row; None where any row is right.

    Where several lines save, the row that is meant must show itself by having one of the lower shares.
    """
    judged = [(row, wrong) for row in rows if (wrong := _wrong(said, row)) is not None]
    if not judged or any(not wrong for _, wrong in judged):
        return None
    meant = [pair for pair in judged if saves_alone(rows) or len(pair[1]) < len(said.shares_pct) - 1]
    if not meant:
        return None
    row, wrong = min(meant, key=lambda pair: len(pair[1]))
    return wrong[0], said.by_year(row)[wrong[0]], row


def _wrong(said: PhasedShares, row: PhasedRow) -> list[str] | None:
    """Return the years in which a row is not its share; None where it does not have them all."""
    shares = said.by_year(row)
    if len(shares) != len(said.shares_pct) or any(year not in row.amounts for year in shares):
        return None
    whole = row.amounts[max(shares)]
    if not whole:
        return None
    room = _NEARLY * abs(whole) + row.half
    return [year for year, pct in shares.items() if abs(row.amounts[year] - whole * pct / 100) > room]
