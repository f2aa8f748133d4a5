"""Every check of a grants file, in the order they are made."""

from collections.abc import Iterable
from typing import Protocol

from effektspor.core.finding import Finding
from effektspor.core.grants.cells import GrantRow
from effektspor.ingest.grants.checks.across import HeaderDiffers, LinesOverlap, LineTwice
from effektspor.ingest.grants.checks.check import Fault, RowCheck
from effektspor.ingest.grants.checks.days import AttendanceInMonths, EndsBeforeStart, OnceWithEnd, SignOfIncome
from effektspor.ingest.grants.checks.lines import HoldsCpr, Unsplit
from effektspor.ingest.grants.checks.values import (
    AmountUnread,
    DateUnread,
    QuantityUnread,
    ValueMissing,
    WordUnknown,
)


class FileCheck(Fault, Protocol):
    """A check of lines against each other, among those that are right by themselves."""

    def check(self, rows: Iterable[GrantRow], path: str | None) -> Iterable[Finding]:
        """Yield one finding per cause, at the line to leave out."""
        ...


UNSPLIT, HOLDS_CPR = Unsplit(), HoldsCpr()
# What says something unreadable has its own; most lines say nothing of the kind, and are not asked.
UNREAD_CHECKS: tuple[RowCheck, ...] = (AmountUnread(), QuantityUnread(), DateUnread(), WordUnknown())
ROW_CHECKS: tuple[RowCheck, ...] = (
    ValueMissing(), EndsBeforeStart(), AttendanceInMonths(), OnceWithEnd(), SignOfIncome(),
)  # fmt: skip
# A line that is there twice is told as that, and not as an overlap with itself: each sees what the last one left.
FILE_CHECKS: tuple[FileCheck, ...] = (LineTwice(), HeaderDiffers(), LinesOverlap())
ALL_CHECKS: tuple[Fault, ...] = (UNSPLIT, HOLDS_CPR, *UNREAD_CHECKS, *ROW_CHECKS, *FILE_CHECKS)
