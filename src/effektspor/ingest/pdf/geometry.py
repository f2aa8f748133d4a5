"""What stands on a page, in points from its upper left corner: characters, words and drawn rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

# Points: what stands at the left of a cell may touch what stands at the right of the cell before, and is not over it.
TOUCHING = 1.0


class Char(NamedTuple):
    """A character with its advance box; `base` is the line it stands on, `raised` a footnote's mark.

    `height` is the size it is set in: one em.
    """

    text: str
    x0: float
    x1: float
    base: float
    height: float
    raised: bool


class Word(NamedTuple):
    """Characters without a gap between them."""

    text: str
    x0: float
    x1: float
    base: float
    height: float


class Rule(NamedTuple):
    """A line drawn along an axis: `at` is where it crosses the other. `fill` is the edge of a coloured area."""

    at: float
    start: float
    end: float
    fill: bool = False

    def covers(self, start: float, end: float) -> float:
        """Return how much of a stretch the rule runs along, in points."""
        return max(0.0, min(self.end, end) - max(self.start, start))


class Span(NamedTuple):
    """A stretch along the x axis, such as a column."""

    x0: float
    x1: float

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2

    def overlap(self, other: "Span") -> float:
        return min(self.x1, other.x1) - max(self.x0, other.x0)


def nearest(span: Span, columns: Sequence[Span]) -> int:
    """Return the column a phrase stands in: the one it overlaps most, else the one that is nearest."""
    return max(range(len(columns)), key=lambda index: columns[index].overlap(span))


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its words, the rules drawn along and down it, and how much of it its largest picture fills."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    picture_share: float
