"""What a rule's value may be: how each kind is read from YAML, strictly, and shown to a person.

A number with decimals or thousands is a text as Danes print it ("2,14", "860.000"): YAML's own decimals are floats, and
floats carry no figure here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

from effektspor.core.number import Number, parse_number, rounded_number

T = TypeVar("T")


class WrongValue(ValueError):
    """A value that is not of its kind; the Danish text says what it should be."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """How a value is read, and shown to a person."""

    read: Callable[[object], T]
    show: Callable[[T], str]


def read_number(raw: object) -> Fraction:
    """Return a whole number, or a text with a Danish number, exactly."""
    if isinstance(raw, int) and not isinstance(raw, bool):
        return Fraction(raw)
    number: Number | None = parse_number(raw) if isinstance(raw, str) else None
    if number is None:
        raise WrongValue(f'{raw!r} er ikke et tal. Skriv decimaler og tusinder som tekst: "2,14".')
    return number.value


def read_whole(raw: object) -> int:
    """Return a whole number that is not negative: days, weeks, months."""
    number = read_number(raw)
    if number.denominator != 1 or number < 0:
        raise WrongValue(f"{raw!r} er ikke et helt antal.")
    return number.numerator


def read_ore(raw: object) -> int:
    """Return an amount in kroner as whole øre."""
    ore = read_number(raw) * 100
    if ore.denominator != 1:
        raise WrongValue(f"{raw!r} kr. er ikke et helt antal øre.")
    return ore.numerator


def read_text(raw: object) -> str:
    if not isinstance(raw, str) or not raw:
        raise WrongValue(f'{raw!r} er ikke en tekst. Skriv paragraffer i anførselstegn: "107".')
    return raw


def read_flag(raw: object) -> bool:
    if not isinstance(raw, bool):
        raise WrongValue(f"{raw!r} er ikke true eller false.")
    return raw


def read_list(raw: object) -> list[object]:
    if not isinstance(raw, list) or not raw:
        raise WrongValue(f"{raw!r} er ikke en liste.")
    return raw


def read_fields(raw: object, must: set[str], may: frozenset[str] = frozenset()) -> Mapping[str, object]:
    """Return the fields of an entry that has all it must have and none it may not."""
    if not isinstance(raw, dict) or not must <= raw.keys() <= must | may:
        raise WrongValue(f"{raw!r} skal have felterne {', '.join(sorted(must))} og ingen ukendte.")
    return raw


def read_distinct(raw: object, read: Callable[[object], T], key: Callable[[T], object]) -> tuple[T, ...]:
    """Return the entries of a list; one that stands twice is refused."""
    entries = tuple(read(each) for each in read_list(raw))
    keys = [key(each) for each in entries]
    if twice := [each for each in keys if keys.count(each) > 1]:
        raise WrongValue(f"{twice[0]} står to gange.")
    return entries


def show_number(value: Fraction) -> str:
    """Return a number as Danes print it, with the decimals it was written with."""
    decimals = next(places for places in range(20) if (value * 10**places).denominator == 1)
    return rounded_number(value, decimals).danish()


NUMBER = Kind(read_number, show_number)
WHOLE = Kind(read_whole, str)
