"""What a chart draws: a bar per measure and the scale that all bars share."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """A measure as drawn: realised as a bar, target as a tick; `label` is both as printed: "5,93 mod 0,75"."""

    number: str
    title: str
    target_ore: int | None
    realised_ore: int | None
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The amounts the width of a chart spans; it always holds zero, and has a width."""

    low_ore: int
    high_ore: int

    def __post_init__(self) -> None:
        assert self.low_ore <= 0 <= self.high_ore, "a bar starts at zero"
        assert self.low_ore < self.high_ore, "a scale has a width"


def scale_of(bars: Iterable[Bar]) -> Scale:
    """Return the scale that fits every bar and target, the same for all rows."""
    amounts = [amount for bar in bars for amount in (bar.target_ore, bar.realised_ore) if amount is not None]
    low, high = min([0, *amounts]), max([0, *amounts])
    return Scale(low, high if high > low else low + 1)
