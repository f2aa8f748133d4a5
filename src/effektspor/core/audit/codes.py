"""The code by which a paper names a proposal: "HA02", "TV01b", "S-101"."""

import re

from effektspor.core.document import Row

_CODE = re.compile(r"(?<!\w)[A-ZÆØÅ]{1,3}\d{2,3}[a-z]?(?!\w)")
# Where a code is expected, in a column of numbers or before the dash of a title, more is one: "S-101", "ØU 7".
_NUMBER = re.compile(r"([A-ZÆØÅ]{1,4})[- ]?(\d{1,4}[a-z]?)(?!\w)")
_LEADING = re.compile(rf"{_NUMBER.pattern}\s*[:·–-]\s")


def code_in(title: str) -> str | None:
    """Return the code a title begins with, else the only one it names."""
    if match := _LEADING.match(title):
        return match[1] + match[2]
    if match := _CODE.match(title):
        return match[0]
    named = set(_CODE.findall(title))
    return named.pop() if len(named) == 1 else None


def code_of_row(row: Row) -> str | None:
    """Return the proposal's code that a row carries in its number, or at the beginning of its label."""
    if match := _NUMBER.match((row.number or "").strip()):
        return match[1] + match[2]
    led = _CODE.match(row.label)
    return led[0] if led else None


def number_of_row(row: Row) -> str | None:
    """Return the bare number a row carries: a code only where a proposal has it too."""
    match = re.fullmatch(r"(\d{1,3})\.?", (row.number or "").strip())
    return match[1] if match else None
