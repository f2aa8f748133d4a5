"""Units and the printing of figures: Danish thousands and decimals, and the ways of writing a minus or nothing."""

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from random import Random

KR, TKR, MIO = 100, 100_000, 100_000_000


@dataclass(frozen=True)
class Unit:
    """A unit as a head prints it, how many øre it is and how many decimals are printed."""

    text: str
    ore: int
    decimals: int

    def rounded(self, ore: int | Decimal, decimals: int | None = None) -> Decimal:
        """Return an amount of øre as it is printed in this unit, rounded on its own; never minus zero."""
        places = self.decimals if decimals is None else decimals
        value = (Decimal(ore) / self.ore).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        return abs(value) if value == 0 else value


@dataclass(frozen=True)
class Style:
    """How a table prints its figures."""

    unit: Unit
    minus: str = "-"
    parentheses: bool = False
    blank: str = ""
    zero_as_blank: bool = False
    thousands: str = "."

    def print(self, value: Decimal | None, *, prose: bool = False) -> str:
        """Return a figure as printed; prose never uses parentheses or an empty text."""
        if value is None:
            return "0" if prose else self.blank
        whole, _, decimals = f"{abs(value):,f}".partition(".")
        text = whole.replace(",", self.thousands) + ("," + decimals if decimals else "")
        if value >= 0:
            return text
        return f"({text})" if self.parentheses and not prose else self.minus + text

    def with_unit(self, unit: Unit) -> "Style":
        return replace(self, unit=unit)


def draw_unit(rng: Random) -> Unit:
    """Return one of the units of real papers."""
    name = rng.choices(("tkr", "mio1", "mio2", "kr"), (60, 14, 14, 12))[0]
    if name == "tkr":
        return Unit(rng.choices(("1.000 kr.", "t.kr.", "1000 kr.", "tkr."), (70, 14, 10, 6))[0], TKR, 0)
    if name == "kr":
        return Unit("kr.", KR, 0)
    return Unit(rng.choices(("mio. kr.", "mio.kr."), (80, 20))[0], MIO, 1 if name == "mio1" else 2)


def draw_style(rng: Random, unit: Unit) -> Style:
    """Return how a paper prints its figures."""
    return Style(
        unit,
        minus=rng.choices(("-", "−"), (75, 25))[0],
        parentheses=rng.random() < 0.05,
        blank=rng.choices(("", "-", "–"), (55, 35, 10))[0],
        zero_as_blank=rng.random() < 0.35,
        thousands="." if rng.random() < 0.96 else "",
    )


def half_unit(value: Decimal) -> Decimal:
    """Return half a unit of a figure's last printed digit: what honest rounding may have moved it."""
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int), "a printed figure is finite"
    return Decimal(1).scaleb(exponent) / 2


def plain(value: Decimal | None) -> str | None:
    """Return a figure as a plain decimal string, None where nothing is printed."""
    return None if value is None else f"{value:f}"
