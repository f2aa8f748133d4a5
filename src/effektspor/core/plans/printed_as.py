"""How a paper prints its amounts: the unit it states, and the unit the check asks about where the two differ."""

from dataclasses import dataclass

from effektspor.core.unit import KRONE, Unit


@dataclass(frozen=True, slots=True)
class PrintedAs:
    """Unit, decimals and price level of a table. `unit_stated` is False where the paper names no unit and kr. is read.

    `asked_unit` is set where the paper contradicts its own unit (TAB-012): the amounts beside it stay in the stated
    unit, and a page shows a mark with the other.
    """

    unit: Unit = KRONE
    decimals: int = 0
    price_level: str | None = None
    unit_stated: bool = True
    asked_unit: Unit | None = None

    @property
    def asked(self) -> bool:
        """Whether the unit is in doubt, so that a mark is due wherever an amount is shown."""
        return self.asked_unit is not None

    def bound_ore(self, count: int) -> int:
        """Return how far a stated sum of `count` figures may lie from theirs by rounding alone, in øre."""
        steps: int = 2 * 10**self.decimals
        return (count + 1) * self.unit.ore // steps

    def danish(self, ore: int) -> str:
        """Return an amount as the paper prints it, without its unit: 12,5."""
        return self.unit.to_number(ore, self.decimals).danish()
