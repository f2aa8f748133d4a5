"""Half-open intervals of owners, and their union, in one sort of plain numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from effektspor.engine.blocks import BLOCK_LINES
from effektspor.engine.columns import Ints
from effektspor.engine.whole_month import Whole

_BITS = 63


@dataclass(frozen=True, slots=True, eq=False)
class Intervals:
    """Intervals `[start, end)` of days or of months, and whose they are."""

    owner: Ints
    start: Ints
    end: Ints


@dataclass(frozen=True, slots=True)
class Packing:
    """Owner, start and end in one number, so that its order is theirs: sorting numbers is four times as fast.

    Starts and ends are below `2 ** bits`. Where the three do not fit 63 bits they are packed into Python's numbers.
    """

    bits: int
    fits: bool

    @classmethod
    def of(cls, owners: int, last_end: int) -> "Packing":
        bits = last_end.bit_length()
        return cls(bits, owners.bit_length() + 2 * bits <= _BITS)

    def pack(self, intervals: Intervals) -> Whole:
        owner = intervals.owner if self.fits else intervals.owner.astype(object)
        return (owner << self.bits | intervals.start) << self.bits | intervals.end

    def unpack(self, packed: Whole) -> Intervals:
        mask = (1 << self.bits) - 1
        parts = packed >> 2 * self.bits, packed >> self.bits & mask, packed & mask
        return Intervals(*(np.asarray(part, dtype=np.int64) for part in parts))

    def ordered(self, packed: Sequence[Whole]) -> Iterator[Intervals]:
        """Yield all intervals in blocks, by owner, then start, then end."""
        whole = np.concatenate(packed) if packed else np.zeros(0, dtype=np.int64)
        whole.sort()
        for first in range(0, len(whole), BLOCK_LINES):
            yield self.unpack(whole[first : first + BLOCK_LINES])


class Union:
    """Keeps of ordered intervals what no earlier one of the same owner has: together the union, without overlap.

    An owner's starts rise, so what is new begins at its own start or at the furthest end so far, whichever is later.
    The owner stands above the day in one number, so that the furthest end of another owner is always earlier.
    """

    def __init__(self, bits: int) -> None:
        self._bits, self._furthest = bits, 0

    def new_parts(self, ordered: Intervals) -> Intervals:
        """Return the new parts of a block, which follows those before it."""
        if not len(ordered.owner):
            return ordered
        above = ordered.owner << self._bits
        start, end = above | ordered.start, above | ordered.end
        furthest = np.maximum.accumulate(np.concatenate([[self._furthest], end]))
        self._furthest = int(furthest[-1])
        np.maximum(start, furthest[:-1], out=start)
        new = np.flatnonzero(start < end)
        return Intervals(ordered.owner[new], (start - above)[new], ordered.end[new])
