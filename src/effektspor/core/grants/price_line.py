"""A price line: an amount per unit, how many units, and the days they are given (DESIGN §4, cost)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

ONE_DAY = timedelta(days=1)


class PriceUnit(StrEnum):
    """What an amount is paid for; `quantity` is minutes for the hour units, attended days, or else a factor."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    HOUR_WEEK = "hour_week"
    HOUR_MONTH = "hour_month"
    ATTENDANCE = "attendance"
    ONCE = "once"


class LineKind(StrEnum):
    """What a line pays for. Only `base` lines make a citizen a person of an offer."""

    BASE = "base"
    ADDON = "addon"
    USER_PAYMENT = "user_payment"
    REFUND = "refund"
    INCOME = "income"
    NOTICE = "notice"
    SETTLEMENT = "settlement"
    TRANSPORT = "transport"


@dataclass(frozen=True, slots=True)
class PriceLine:
    """An amount in øre per unit, a quantity, and the days `[start, end)`; an `end` of None is open.

    A `once` line has its one day. An `attendance` line lies in one calendar month. Both are invariants: a reader of
    files tells what breaks them as findings before it makes a line.
    """

    amount_ore: int
    unit: PriceUnit
    quantity: int
    start: date
    end: date | None
    kind: LineKind = LineKind.BASE
    line_id: str = ""

    def __post_init__(self) -> None:
        assert self.end is None or self.start <= self.end, "a line does not end before it starts"
        if self.unit is PriceUnit.ONCE:
            assert self.end == self.start + ONE_DAY, "what is paid once has its one day"
        if self.unit is PriceUnit.ATTENDANCE:
            assert self.end is not None and in_one_month(self.start, self.end), "attended days lie in one month"

    @property
    def runs(self) -> bool:
        """Whether the line is paid for as long as it lasts, so that it can run on past its end."""
        return self.unit not in (PriceUnit.ONCE, PriceUnit.ATTENDANCE)

    @property
    def makes_person(self) -> bool:
        """Whether its days are days of a person: base lines, but not what is paid once."""
        return self.kind is LineKind.BASE and self.unit is not PriceUnit.ONCE


def in_one_month(start: date, end: date) -> bool:
    """Return whether the days `[start, end)`, at least one, lie in one calendar month."""
    last = end - ONE_DAY
    return start <= last and (start.year, start.month) == (last.year, last.month)
