"""A grant (bevilling): one immutable schedule of a citizen's price lines under one header."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from effektspor.core.grants.price_line import LineKind, PriceLine


class GrantStatus(StrEnum):
    """Where a grant stands; only granted, running and ended ones have an effect on the accounts."""

    APPLIED = "applied"
    EXPECTED = "expected"
    GRANTED = "granted"
    RUNNING = "running"
    ENDED = "ended"
    REFUSED = "refused"
    LAPSED = "lapsed"

    @property
    def is_real(self) -> bool:
        return self in (GrantStatus.GRANTED, GrantStatus.RUNNING, GrantStatus.ENDED)


class EndsKind(StrEnum):
    """Whether a grant's end is final, or a day to look at it again."""

    FINAL = "final"
    REVIEW = "review"


class EndReason(StrEnum):
    """Why a grant ended."""

    ACTION = "action"
    EXPIRY = "expiry"
    DEATH = "death"
    MOVED_AWAY = "moved_away"
    AGE_GROUP = "age_group"
    ERROR = "error"
    OTHER = "other"

    @property
    def ends_all(self) -> bool:
        """Whether the municipality pays nothing for the citizen after it, whatever was decided."""
        return self in (EndReason.DEATH, EndReason.MOVED_AWAY)


@dataclass(frozen=True, slots=True)
class Grant:
    """A grant's header and all its price lines, whose running base lines do not overlap (an invariant).

    `citizen` is a pseudonym. `reason_end` is the day after the last of the line that states `end_reason`. `decided_on`
    and `paid_until` are the day of the decision and the last day that is paid.
    """

    grant_id: str
    citizen: str
    section: str
    provider: str
    target_group: str
    status: GrantStatus
    lines: tuple[PriceLine, ...]
    law: str = "SEL"
    ends_kind: EndsKind = EndsKind.REVIEW
    end_reason: EndReason | None = None
    reason_end: date | None = None
    decided_on: date | None = None
    paid_until: date | None = None

    def __post_init__(self) -> None:
        assert self.lines, "a grant has at least one line"
        assert not list(overlapping(self.lines)), "base lines of a grant do not overlap"

    @property
    def start(self) -> date:
        return min(line.start for line in self.lines)

    @property
    def end(self) -> date | None:
        """The day after its last, None where a line is open."""
        ends = [line.end for line in self.lines]
        return None if None in ends else max(end for end in ends if end is not None)

    @property
    def left_on(self) -> date | None:
        """The day after the citizen's last, where the grant ended by death or moving away; else None."""
        left = self.end_reason is not None and self.end_reason.ends_all
        return (self.reason_end or self.end) if left else None


def overlapping(lines: Iterable[PriceLine]) -> Iterator[tuple[PriceLine, PriceLine]]:
    """Yield the pairs of running base lines, in the order of their start, that share a day."""
    running = sorted(
        (line for line in lines if line.kind is LineKind.BASE and line.runs and line.start != line.end),
        key=lambda line: line.start,
    )
    for one, other in pairwise(running):
        if one.end is None or other.start < one.end:
            yield one, other
