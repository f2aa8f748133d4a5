"""Which rows of a catalogue are sums, whatever they are called: those that come to the rows they stand with.

Before: "Alle forslag −1.000" under −500, "Voksne i alt −500", −500 and "Unge i alt −500" is one more proposal.
After: it is the sum of the proposals, and is not added to them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from itertools import takewhile

from effektspor.core.document import Row, RowKind, Table
from effektspor.core.number import Number
from effektspor.ingest.proposals.catalogue_tables import is_sum, listed_code
from effektspor.ingest.proposals.year_columns import year_columns

_PART = re.compile(r"[-–•\s]*(?:heraf|deraf|hvoraf)\b", re.IGNORECASE)
# The sum of a whole table stands among its first rows, or at its end.
_TOP = 3


class Part(StrEnum):
    """What a row is to its catalogue: a HEAD_SUM is a heading that has its group's sum on its own line."""

    ROW = "row"
    HEADING = "heading"
    SUM = "sum"
    HEAD_SUM = "head_sum"
    EMPTY = "empty"


@dataclass(slots=True)
class _Run:
    """Amounts by year of rows gathered, and the half steps they may be off by."""

    amounts: list[Fraction]
    slack: Fraction = Fraction(0)
    count: int = 0

    def add(self, row: Row, columns: Sequence[int]) -> None:
        self.amounts = [sum_ + _value(row, at) for sum_, at in zip(self.amounts, columns, strict=True)]
        self.slack += _half_step(row, columns)
        self.count += 1

    def is_told_by(self, row: Row, columns: Sequence[int], *, mostly: bool = False) -> bool:
        """Whether a row says what these rows come to, in every year or most; years of nothing say nothing."""
        slack = self.slack + _half_step(row, columns)
        pairs = [(sum_, _value(row, at)) for sum_, at in zip(self.amounts, columns, strict=True)]
        told = [abs(sum_ - value) <= slack for sum_, value in pairs if sum_ or value]
        least = (len(told) + 1) // 2 if mostly else len(told)
        return any(self.amounts) and sum(told) >= least


@dataclass(slots=True)
class _Seen:
    """The rows with codes above a row: of its group, and of the whole table; each also without the investments."""

    columns: list[int]
    runs: dict[str, _Run] = field(default_factory=dict)
    headed: bool = False

    def start(self, name: str) -> None:
        self.runs[name] = _Run([Fraction(0)] * len(self.columns))

    def are_summed_by(self, row: Row, *, last: bool) -> bool:
        """Whether a row without a code is the sum of them: in every year, or in most where it ends its group."""
        several = (run for run in self.runs.values() if run.count > 1)
        return any(run.is_told_by(row, self.columns, mostly=last) for run in several)


def parts_of(table: Table) -> list[Part]:
    """Return what each row of a catalogue's table is."""
    seen = _Seen(list(year_columns(table)))
    parts: list[Part] = []
    for name in ("group", "group net", "whole", "whole net"):
        seen.start(name)
    for at, row in enumerate(table.rows):
        part = _part(table, at, seen)
        parts.append(part)
        seen.headed |= part is Part.HEAD_SUM
        if part in (Part.HEADING, Part.HEAD_SUM, Part.SUM):
            seen.start("group")
            seen.start("group net")
        elif part is Part.ROW:
            _add(seen, row)
    return parts


def _add(seen: _Seen, row: Row) -> None:
    for name, run in seen.runs.items():
        if not name.endswith("net") or not is_investment(row):
            run.add(row, seen.columns)


def is_investment(row: Row) -> bool:
    """Return whether a row says that it is what is laid out, which a net has not got."""
    return "invester" in row.label.casefold() or "implementering" in row.label.casefold()


def _part(table: Table, at: int, seen: _Seen) -> Part:
    row = table.rows[at]
    if listed_code(row) or row.empty:
        heads = row.kind is RowKind.HEADING and not listed_code(row)
        return Part.HEADING if heads else Part.EMPTY if row.empty else Part.ROW
    if row.kind is RowKind.PART or _PART.match(row.label):
        return Part.EMPTY
    if _heads_its_sum(table, at, seen):
        return Part.HEAD_SUM
    if is_sum(row) or _heads_the_whole(table, at, seen.columns):
        return Part.SUM
    following = table.rows[at + 1] if at + 1 < len(table.rows) else None
    ends = following is None or not listed_code(following)
    return Part.SUM if seen.are_summed_by(row, last=ends) else Part.ROW


def _heads_its_sum(table: Table, at: int, seen: _Seen) -> bool:
    """Whether a row without a code says what the rows with codes right under it come to.

    Of one row under it that may be chance, but where other groups have their sums so, or no code stands above.
    """
    below = takewhile(lambda row: bool(listed_code(row)) and not row.empty, table.rows[at + 1 :])
    run = _run_of(below, seen.columns)
    sure = seen.headed or at == 0 or not listed_code(table.rows[at - 1]) or run.count > 1
    return sure and run.count > 0 and run.is_told_by(table.rows[at], seen.columns)


def _heads_the_whole(table: Table, at: int, columns: list[int]) -> bool:
    """Whether a row over every row with a code says what all of them come to."""
    if at >= _TOP or any(listed_code(row) for row in table.rows[:at]):
        return False
    run = _run_of((row for row in table.rows[at + 1 :] if listed_code(row)), columns)
    return run.count > 1 and run.is_told_by(table.rows[at], columns)


def _run_of(rows: Iterable[Row], columns: list[int]) -> _Run:
    run = _Run([Fraction(0)] * len(columns))
    for row in rows:
        run.add(row, columns)
    return run


def _value(row: Row, column: int) -> Fraction:
    number = row.cells[column].number
    return number.value if number else Fraction(0)


def _half_step(row: Row, columns: Sequence[int]) -> Fraction:
    numbers: list[Number] = [number for at in columns if (number := row.cells[at].number) and number.digits]
    return max((Fraction(1, 2 * 10**number.decimals) for number in numbers if number.decimals), default=Fraction(0))
