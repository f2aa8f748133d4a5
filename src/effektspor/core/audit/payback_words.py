"""The payback that a proposal prints: in a row of its own, or in a sentence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from effektspor.core.audit.others import names_municipality, speaks_of_others
from effektspor.core.audit.words import quoted
from effektspor.core.document import Row
from effektspor.core.number import Number, parse_number

_PAYBACK = re.compile(r"\btilbagebetaling|\bpay-?\s?back", re.IGNORECASE)
_YEARS = re.compile(r"(?:ca\.?\s*)?(?P<years>\d{1,3}(?:,\d)?)\s*(?:år|kalenderår)\.?", re.IGNORECASE)
_NEVER = re.compile(r"aldrig|tilbagebetales ikke|tjenes ikke (?:hjem|ind)", re.IGNORECASE)
_OF_SERVICE = re.compile(r"\bservice", re.IGNORECASE)
_OF_TOTAL = re.compile(r"\btotal|\bsamlet|\balle\b", re.IGNORECASE)
_CATALOGUE_WORDS = re.compile(r"baseret på\s+(?:service|total|samlet)", re.IGNORECASE)
_NUMERALS = ("to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti")
_COUNTED = {word: str(at) for at, word in enumerate(_NUMERALS, start=2)}
# "tilbagebetalt", "betalt tilbage", "tjent sig selv hjem"
PAID_BACK = r"(?:tilbagebetalt|betalt\stilbage|tjent\s(?:sig\s)?(?:selv\s)?(?:hjem|ind))"
# "en tilbagebetalingstid på ca. 4 år", "er betalt tilbage efter fire år"
_IN_WORDS = re.compile(
    r"(?:(?:tilbagebetalings|pay-?\s?back-?)(?:tid|periode)\w*(?P<scope>[^.\d]{0,60}?)(?:\s(?:er|på|udgør|bliver)|\s*:)"
    rf"|{PAID_BACK}\s(?:på|efter|i løbet af))"
    rf"\s+(?:ca\.?\s+|cirka\s+)?(?P<years>\d{{1,2}}(?:,\d)?|{'|'.join(_COUNTED)})\s+år\b",
    re.IGNORECASE,
)
# "Tilbagebetalingstid (år): 3", "Tilbagebetalingstid, antal år 3,5"
_YEARS_FIRST = re.compile(
    r"(?:tilbagebetalings|pay-?\s?back-?)(?:tid|periode)\w*(?P<scope>[^.\d:(]{0,60})\(?(?:antal\s+|i\s+)?år\)?\s*:?\s*"
    r"(?P<years>\d{1,2}(?:,\d)?)(?:\s*år)?[.\s]*",
    re.IGNORECASE,
)
_PERCENT = r"(\d{1,2}(?:,\d{1,2})?)\s*(?:%|pct\b|procent\b)"
_RATE = re.compile(
    rf"{_PERCENT}\.?\s+(?:i\s+)?(?:\w+)?rente|(?:rente|diskont)\w*[^.\d]{{0,40}}?{_PERCENT}", re.IGNORECASE
)
# A demand on all proposals is nothing this one says of itself.
_DEMAND = re.compile(
    r"inden for|højst|maks|senest|\bkrav|kræve|skal være|må ikke|\bunder\b|mindst|normalt|\blån(?:et|ene)?\b",
    re.IGNORECASE,
)


class PrintedPayback(NamedTuple):
    """What is printed, under which words: years, or None for never; `scopes` are the economies they may mean."""

    words: str
    years: Number | None
    scopes: tuple[str, ...]
    strict: bool

    @property
    def danish(self) -> str:
        return "aldrig" if self.years is None else f"{self.years.danish()} år"


def payback_rows(rows: Sequence[Row]) -> Iterator[tuple[int, PrintedPayback]]:
    """Yield the rows that print a payback, with their place among the rows."""
    for index, row in enumerate(rows):
        if _PAYBACK.search(row.label) and (printed := _printed(row)):
            yield index, printed


def payback_in(sentence: str) -> PrintedPayback | None:
    """Return the payback that a sentence says of its proposal, or None."""
    match = _YEARS_FIRST.fullmatch(sentence.strip()) or _IN_WORDS.search(sentence)
    if match is None or not is_own_payback(sentence):
        return None
    years = parse_number(_COUNTED.get(match["years"].casefold(), match["years"]))
    strict = _CATALOGUE_WORDS.search(match[0]) is not None and years is not None and not years.decimals
    return PrintedPayback("Tilbagebetalingstiden i teksten", years, _scopes(match["scope"] or ""), strict)


def is_own_payback(sentence: str) -> bool:
    """Whether a sentence about payback may be of the proposal itself: no demand on all, and nobody else's."""
    return not (_DEMAND.search(sentence) or speaks_of_others(sentence) or names_municipality(sentence))


def rates_told(texts: Iterable[str]) -> tuple[Fraction, ...]:
    """Return the rates of discount that texts name: "diskonteret med 4 pct.", "3,5 pct. i rente"."""
    found = {match[1] or match[2]: None for text in texts for match in _RATE.finditer(text)}
    return tuple(number.value for each in found if (number := parse_number(each)))


def _printed(row: Row) -> PrintedPayback | None:
    """A row prints it once, in a cell or instead of its figures; "Tilbagebetalingstid (år)" needs no unit."""
    texts = [text for text in (row.text, *(cell.text for cell in row.cells)) if text and text.strip(" -–—÷−")]
    if not texts and (match := _YEARS_FIRST.fullmatch(row.label.strip())):
        texts = [match["years"]]
    if len(texts) != 1:
        return None
    bare = re.fullmatch(r"\d{1,2}(?:,\d)?", texts[0].strip()) and re.search(r"\bår\b", row.label)
    return _read(f"{texts[0].strip()} år" if bare else texts[0], row.label)


def _read(text: str, label: str) -> PrintedPayback | None:
    if _NEVER.search(text):
        return PrintedPayback(quoted(label), None, _scopes(label), strict=True)
    match = _YEARS.fullmatch(text.strip())
    years = parse_number(match["years"]) if match else None
    if years is None:
        return None
    strict = _CATALOGUE_WORDS.search(label) is not None and not years.decimals
    return PrintedPayback(quoted(label), years, _scopes(label), strict)


def _scopes(label: str) -> tuple[str, ...]:
    scopes = [name for name, words in (("service", _OF_SERVICE), ("total", _OF_TOTAL)) if words.search(label)]
    return tuple(scopes) if len(scopes) == 1 else ("total", "service")
