"""The months of a period, and in which of them each of its days lies."""

from dataclasses import dataclass

import numpy as np

from effektspor.core.grants.month import Month, months_of
from effektspor.core.period import Period
from effektspor.engine.columns import Ints


@dataclass(frozen=True, slots=True, eq=False)
class Horizon:
    """A period's months and days, both numbered from 0; the day after the last begins a month of its own.

    `length` and `number` are of the months, `month` and `offset` (days of the month before it) of the days.
    """

    months: tuple[Month, ...]
    first: int
    length: Ints
    number: Ints
    month: Ints
    offset: Ints

    @property
    def days(self) -> int:
        return len(self.month) - 1

    @property
    def lengths(self) -> list[int]:
        """The lengths that its months have."""
        return sorted(set(self.length.tolist()))

    @property
    def numbers(self) -> list[int]:
        """The calendar numbers that its months have."""
        return sorted(set(self.number.tolist()))

    @property
    def width(self) -> int:
        """Cells per group: one for each month, and one for what goes on after the last."""
        return len(self.months) + 1


def horizon_of(period: Period) -> Horizon:
    """Return the months of a period, which is one of whole months."""
    months = tuple(months_of(period))
    lengths = [month.length for month in months]
    assert period.start.day == 1 or not months, "costs are told for whole months"
    assert sum(lengths) == period.days, "costs are told for whole months"
    return Horizon(
        months=months,
        first=period.start.toordinal(),
        length=np.array(lengths, dtype=np.int64),
        number=np.array([month.number for month in months], dtype=np.int64),
        month=np.repeat(np.arange(len(months) + 1, dtype=np.int64), [*lengths, 1]),
        offset=np.concatenate([np.arange(length, dtype=np.int64) for length in [*lengths, 1]]),
    )
