"""The code by which a paper names a proposal: "HA02", "TV01b", "S-101", "4A", "2027-03"."""

import re

from effektspor.core.document import Row

_CODE = re.compile(r"(?<!\w)[A-ZÆØÅ]{1,3}\d{2,3}[a-z]?(?!\w)")
# Where a code is expected, in a column of numbers or before the dash of a title, more is one: "S-101", "ØU 7".
_NUMBER = re.compile(r"([A-ZÆØÅ]{1,4})[- ]?(\d{1,4}[a-z]?)(?!\w)")
_LEADING = re.compile(rf"{_NUMBER.pattern}\s*[:·–-]\s")
# A code without letters before it, or a year and a number. "2027" alone is a year, and "24-30" is a range.
_FIGURES = r"(?:(?:19|20)\d\d-\d{1,3}|\d{1,2}(?:\.\d{1,2})+|\d{1,3}[A-Za-z]?)(?![\w,])"
_LEADING_FIGURES = re.compile(rf"({_FIGURES})\s*[:·–-]\s+(?=[^\W\d])")
# Any code, as it stands after the word that says that a proposal begins: "Forslag nr. 4A", "Businesscase AN-4".
PRINTED_CODE = rf"(?:[A-ZÆØÅ]{{1,4}}[- ]?\d{{1,4}}[A-Za-z]?(?!\w)|{_FIGURES})"


def code_in(title: str) -> str | None:
    """Return the code a title begins with, else the only one it names."""
    if match := _LEADING.match(title):
        return match[1] + match[2]
    if match := _CODE.match(title) or _LEADING_FIGURES.match(title):
        return match[1] if match.re is _LEADING_FIGURES else match[0]
    named = set(_CODE.findall(title))
    return named.pop() if len(named) == 1 else None


def compared_code(printed: str) -> str:
    """Return a code as it is compared: "E-12" and "E 12" are "E12"; without letters it stays as it is printed."""
    return re.sub(r"(?<=[A-ZÆØÅ])[- ](?=\d)", "", printed)


def is_certain(code: str) -> bool:
    """Return whether a code is one by itself: it has letters first, or a year and a number; "7" and "4A" are not."""
    return code[:1].isalpha() or bool(re.match(r"(?:19|20)\d\d-", code))


def code_of_row(row: Row) -> str | None:
    """Return the proposal's code that a row carries in its number, or at the beginning of its label."""
    if match := _NUMBER.match((row.number or "").strip()):
        return match[1] + match[2]
    led = _CODE.match(row.label)
    return led[0] if led else None


def number_of_row(row: Row) -> str | None:
    """Return the code without letters before it that a row carries: one only where a proposal has it too."""
    match = re.fullmatch(rf"({_FIGURES})\.?", (row.number or "").strip())
    return match[1] if match else None
