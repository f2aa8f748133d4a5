"""Places with how many there were, how many came and went, and how many there are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from effektspor.core.number import Number, rounded_number


@dataclass(frozen=True, slots=True)
class FlowMove:
    """What came (tilgang) and went (afgang) in one period; None where it is not stated."""

    incoming: Number | None = None
    outgoing: Number | None = None

    @property
    def net(self) -> Number | None:
        """In minus out; None where neither is stated."""
        if self.incoming is None and self.outgoing is None:
            return None
        return _sum_of((self.incoming, 1), (self.outgoing, -1))


@dataclass(frozen=True, slots=True)
class FlowPlace:
    """A place: opening, one move per period of its table, and the closing that is stated."""

    name: str
    opening: Number | None
    moves: tuple[FlowMove, ...]
    stated_closing: Number | None = None

    @property
    def computed_closing(self) -> Number | None:
        """Opening + in − out; a move that is not stated moves nobody. None without an opening."""
        if self.opening is None:
            return None
        moves = [part for move in self.moves for part in ((move.incoming, 1), (move.outgoing, -1))]
        return _sum_of((self.opening, 1), *moves)

    @property
    def agrees(self) -> bool:
        """Whether the two closings are the same number; a closing that is missing contradicts none."""
        stated, computed = self.stated_closing, self.computed_closing
        return stated is None or computed is None or stated.value == computed.value

    def as_sum(self) -> str:
        """Return "50 + 0 − 0 + 3 − 2 + 3 − 0 = 54" of what is stated; "" without an opening."""
        if self.opening is None or self.computed_closing is None:
            return ""
        parts = [("+", move.incoming) for move in self.moves], [("−", move.outgoing) for move in self.moves]
        told = [f" {sign} {number.danish()}" for pair in zip(*parts, strict=True) for sign, number in pair if number]
        return f"{self.opening.danish()}{''.join(told)} = {self.computed_closing.danish()}"


@dataclass(frozen=True, slots=True)
class FlowTable:
    """A table of flows: its periods as printed, its places, and the row of totals it prints, if any."""

    title: str
    periods: tuple[str, ...]
    places: tuple[FlowPlace, ...]
    opening_on: date | None = None
    closing_on: date | None = None
    stated_total: FlowPlace | None = None

    @property
    def total(self) -> FlowPlace:
        """All places together, computed; a figure that no place states is None."""
        return FlowPlace(
            name="I alt",
            opening=_total(place.opening for place in self.places),
            moves=tuple(self._move(at) for at in range(len(self.periods))),
            stated_closing=_total(place.stated_closing for place in self.places),
        )

    def _move(self, at: int) -> FlowMove:
        moves = [place.moves[at] for place in self.places if at < len(place.moves)]
        return FlowMove(_total(move.incoming for move in moves), _total(move.outgoing for move in moves))


def _total(numbers: Iterable[Number | None]) -> Number | None:
    stated = [(number, 1) for number in numbers if number is not None]
    return _sum_of(*stated) if stated else None


def _sum_of(*signed: tuple[Number | None, int]) -> Number:
    """Return the sum with the decimals of the most precise; a number that is missing adds nothing."""
    stated = [(number, sign) for number, sign in signed if number is not None]
    value = sum((number.value * sign for number, sign in stated), Fraction(0))
    return rounded_number(value, max((number.decimals for number, _ in stated), default=0))
