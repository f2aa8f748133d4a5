"""Choices by chance, the same for the same seed in every Python.

Only `random()` is used: its stream is what Python promises to keep, while `choice` and `shuffle` have changed.
No logarithm either, since it may differ in the last digit between machines.
"""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """Draws from one generator, in whole numbers."""

    def __init__(self, generator: random.Random) -> None:
        self._random = generator.random

    def below(self, limit: int) -> int:
        """Return one of 0, 1, …, limit − 1."""
        return int(self._random() * limit)

    def between(self, low: int, high: int) -> int:
        """Return a whole number from low to high, both included."""
        return low + int(self._random() * (high - low + 1))

    def happens(self, per_mille: int) -> bool:
        return self._random() * 1000 < per_mille

    def choose(self, options: Sequence[T]) -> T:
        return options[int(self._random() * len(options))]

    def weighted(self, options: Sequence[tuple[T, int]]) -> T:
        """Return an option, each as likely as its weight says."""
        left = self.below(sum(weight for _, weight in options))
        for option, weight in options:
            if left < weight:
                return option
            left -= weight
        raise AssertionError("weights are positive")

    def times(self, per_mille: int) -> int:
        """Return how often something happens that is expected so many thousandths of times."""
        return per_mille // 1000 + self.happens(per_mille % 1000)
