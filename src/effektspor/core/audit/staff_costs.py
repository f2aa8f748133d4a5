"""What a proposal says a man-year (årsværk) costs, and how many of them its lines and sentences are for."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from effektspor.core.audit.case_figures import printed_step
from effektspor.core.audit.cases import Case
from effektspor.core.audit.pairs import unit_at, year_columns
from effektspor.core.audit.prose import Said, Sentence, money_in
from effektspor.core.document import Row, RowKind, Table
from effektspor.core.number import Number, parse_number
from effektspor.core.unit import Unit

_MAN_YEAR = r"(?:[\wæøå-]*årsværk\w*|åv\b|fuldtids\w+|[\wæøå]*stilling(?:er)?\b)"
_COUNT = re.compile(
    rf"(?<![\w.,])(\d{{1,3}}(?:,\d{{1,2}})?)\s*(?:nye?\s+|ekstra\s+|hele\s+)?{_MAN_YEAR}", re.IGNORECASE
)
_PER = re.compile(
    rf"\s*(?:årligt\s*|om året\s*)?(?:pr\.?|per)\s+(?:{_MAN_YEAR}|medarbejder|ansat|helårsansat)", re.IGNORECASE
)
_PRICE_OF = re.compile(
    rf"(?:årsværkspris\w*|(?:gennemsnits)?løn(?:udgift\w*)?\s+pr\.?\s+{_MAN_YEAR}"
    rf"|(?:pris|udgift)\w*\s+pr\.?\s+{_MAN_YEAR}"
    rf"|{_MAN_YEAR}\s+(?:koster|er (?:beregnet|sat|regnet) (?:til|med|ved)))"
    r"\s*(?:er|på|udgør|til|med|:)*\s*(?:ca\.?|gennemsnitligt|omkring)?\s*$",
    re.IGNORECASE,
)
_EACH = re.compile(rf"{_MAN_YEAR}[^.;\d]{{0,40}}?\s(?:à|á|a|ad)\s*(?:ca\.?\s*)?$", re.IGNORECASE)
_COMES_TO = re.compile(
    r"[\s,(]*(?:svarende til|i alt|samlet|dvs\.?|=|til|på|eller)\s*(?:i alt\s*)?(?:ca\.?\s*)?$", re.IGNORECASE
)
_MORE_THAN_PAY = re.compile(
    r"\bsamt\b|\binkl\b|\bplus\b|\boverhead|\bog (?:drift|lokale|kurs|udstyr|materiale)", re.IGNORECASE
)
_TRADE = re.compile(
    r"socialrådgiver|pædagog|psykolog|terapeut|sygeplejerske|sagsbehandler|assistent|hjælper|lærer|konsulent|leder"
    r"|akademi|vejleder|koordinator|administrativ|visitator|læge",
    re.IGNORECASE,
)
# What costs less or more in a year is no man-year: a course for each employee, a whole team.
_LEAST_ORE, _MOST_ORE = 25_000_000, 200_000_000


class StaffLine(NamedTuple):
    """A row that is for a number of man-years, with its amounts in øre in the years it has any."""

    table: Table
    row: Row
    man_years: Number
    amounts: tuple[tuple[str, Number, Fraction], ...]
    half_ore: Fraction

    @property
    def unit(self) -> Unit:
        """The unit that its first amount is printed in."""
        unit = unit_at(self.table, year_columns(self.table)[self.amounts[0][0]])
        assert unit, "only amounts of money are told"
        return unit


class StaffAmount(NamedTuple):
    """A sentence that says what some man-years cost together."""

    sentence: Sentence
    man_years: Number
    amount: Said
    each: Said | None


def rates_in(sentence: Sentence) -> list[Said]:
    """Return what a sentence says one man-year costs: "0,5 mio. kr., for psykologer dog 0,625 mio. kr." says two."""
    amounts = [said for said in money_in(sentence.text) if _LEAST_ORE <= said.ore <= _MOST_ORE]
    return amounts if any(_is_rate(sentence, said) for said in amounts) else []


def _is_rate(sentence: Sentence, said: Said) -> bool:
    before = sentence.text[: said.start]
    is_price = _PER.match(sentence.text, said.end) or _PRICE_OF.search(before)
    return is_price is not None or _is_each(sentence, said)


def staff_lines(case: Case) -> Iterator[StaffLine]:
    """Yield the rows that name one number of man-years, and nothing that costs besides."""
    for table in case.tables:
        years = year_columns(table)
        for row in table.rows:
            counts = _COUNT.findall(row.label)
            count = parse_number(counts[0]) if len(counts) == 1 and not _MORE_THAN_PAY.search(row.label) else None
            if count and count.digits and row.kind in (RowKind.ROW, RowKind.PART):
                amounts = tuple(_amounts(table, row, years))
                half = max(
                    (printed_step(table) / 2 * abs(ore / number.value) for _, number, ore in amounts), default=None
                )
                if half:
                    yield StaffLine(table, row, count, amounts, half)


def staff_amounts(sentences: Sequence[Sentence]) -> Iterator[StaffAmount]:
    """Yield the sentences "4 årsværk à 0,5 mio. kr., i alt 2,0 mio. kr." and "4 årsværk svarende til 2,0 mio. kr."."""
    for sentence in sentences:
        counts = list(_COUNT.finditer(sentence.text))
        amounts = money_in(sentence.text)
        count = parse_number(counts[0][1]) if len(counts) == 1 else None
        if count is None or not count.digits or not amounts or _MORE_THAN_PAY.search(sentence.text):
            continue
        each = [said for said in amounts if _is_each(sentence, said)]
        others = [said for said in amounts if said not in each and not _PER.match(sentence.text, said.end)]
        if len(each) == len(others) == 1:
            yield StaffAmount(sentence, count, others[0], each[0])
        elif len(others) == 1 and _COMES_TO.fullmatch(sentence.text[counts[0].end() : others[0].start]):
            yield StaffAmount(sentence, count, others[0], None)


def is_for(sentence: str, label: str) -> bool:
    """Whether a price may be a line's: one of the trades the price is for, where both name some."""
    priced, staffed = ({word.casefold() for word in _TRADE.findall(text)} for text in (sentence, label))
    return not priced or not staffed or not priced.isdisjoint(staffed)


def fits(amount: tuple[Fraction, Fraction], count: Number, rate: Said, *, rate_is_rounded: bool) -> bool:
    """Whether an amount, within what it may have been moved, is the man-years times the rate, or half of it."""
    spread = count.value * rate.spread if rate_is_rounded else Fraction(0)
    counted = count.half_unit * rate.ore if count.decimals else Fraction(0)
    whole = count.value * rate.ore
    return any(abs(abs(amount[0]) - part * whole) <= amount[1] + part * (spread + counted) for part in _PARTS)


# A change that begins in the middle of its year costs half a year's pay in it.
_PARTS = (Fraction(1), Fraction(1, 2))


def _is_each(sentence: Sentence, said: Said) -> bool:
    return _EACH.search(sentence.text[: said.start]) is not None


def _amounts(table: Table, row: Row, years: dict[str, int]) -> Iterator[tuple[str, Number, Fraction]]:
    for year, column in years.items():
        number, unit = row.cells[column].number, unit_at(table, column)
        if number and number.digits and unit:
            yield year, number, number.value * unit.ore
