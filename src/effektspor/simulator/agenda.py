"""What is to happen later: things by day, those of a day in the order they were put down."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from heapq import heappop, heappush
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class Agenda(Generic[T]):
    """A queue by day."""

    _items: list[tuple[date, int, T]] = field(default_factory=list)
    _put: int = 0

    def put(self, day: date, thing: T) -> None:
        self._put += 1
        heappush(self._items, (day, self._put, thing))

    def due(self, before: date) -> Iterator[tuple[date, T]]:
        """Yield what is due before a day, also what is put down meanwhile."""
        while self._items and self._items[0][0] < before:
            day, _, thing = heappop(self._items)
            yield day, thing
