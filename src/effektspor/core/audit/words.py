"""Small pieces of Danish that several checks say."""

from collections.abc import Sequence
from fractions import Fraction

from effektspor.core.number import Number, rounded_number
from effektspor.core.unit import KRONE, THOUSAND, Unit


def listed(words: Sequence[str], joint: str = "og") -> str:
    """Return "2024", "2024 og 2025", "2024, 2025 og 2026"."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def quoted(label: str, longest: int = 60) -> str:
    """Return a label in Danish quotes, cut where it is long."""
    cut = label if len(label) <= longest else label[: longest - 1].rstrip() + "…"
    return f"»{cut}«"


def danish_amount(number: Number, unit: Unit) -> str:
    """Return "1,5 mio. kr."; thousands are told in kroner, for "60.000 1.000 kr." cannot be read."""
    if unit != THOUSAND:
        return f"{number.danish()} {unit.name}"
    return f"{like(number.value * 1000, Number(0)).danish()} {KRONE.name}"


def like(value: Fraction, printed: Number) -> Number:
    """Return a computed value with the precision of a printed one, or more where it needs it."""
    decimals = printed.decimals
    while decimals < 6 and rounded_number(value, decimals).value != value:
        decimals += 1
    return rounded_number(value, decimals)
