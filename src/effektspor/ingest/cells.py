"""The figures in a cell: one, a stack of several, or none that is certain."""

import re
from functools import lru_cache

from effektspor.core.document import Cell
from effektspor.core.number import Number, parse_number
from effektspor.core.unit import KRONE, THOUSAND, Quantity, find_unit_span, parse_quantity

# Bounded: a cell of nothing but stars must not be gone through again from each of them.
_MARKS = re.compile(r"\s*(?:\\?\*{1,6}\)?|[⁰¹²³⁴-⁹ᵃ-ᶻ]{1,6}\)?|\[\d{1,2}\])\s*$")
# Where nothing can stand raised, the mark is "1)" after a space; in "(§ 85 og 86)" the bracket is the label's own.
_PLAIN_MARK = re.compile(r"(?<=\S)\s(\d{1,2})\)\s*$")
_RAISED = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")
_DASHES = "-−–"
# What a workbook prints where a formula has no value: nobody can tell whether it is a figure.
NOT_COMPUTED = "(formlen er ikke beregnet)"
# Two figures side by side in one cell; a digit group of three after a space is not a second figure ("1 234").
_STACK = re.compile(r"[-−–+]?\(?\d[\d.,]*\)?|[-−–]")


@lru_cache(maxsize=32_768)
def strip_marks(text: str) -> str:
    """Return a text without the footnote marks at its end: "9,38*" → "9,38", "Egenbetaling 1)" → "Egenbetaling"."""
    plain = _PLAIN_MARK.search(text)
    if plain and text.count("(", 0, plain.start()) == text.count(")", 0, plain.start()):
        return text[: plain.start()]
    return _MARKS.sub("", text)


def mark_of(text: str) -> str:
    """Return the footnote mark at the end of a text as it is compared: "Botilbud*" → "*", "Botilbud¹" → "1"."""
    return text[len(strip_marks(text)) :].strip(" \\)[]").translate(_RAISED)


def read_cell(text: str) -> Cell:
    """Return an amount cell with its figures; what is not certain is left as text without a figure."""
    plain = strip_marks(text)
    quantity = parse_quantity(plain) or _exactly_thousand(plain)
    if quantity and not quantity.percent:
        return Cell(text, (quantity.number,))
    return Cell(text, _read_stack(plain))


def _exactly_thousand(text: str) -> Quantity | None:
    """In a head "1.000 kr." is a unit; in a cell of amounts it is an amount."""
    span = find_unit_span(text)
    return Quantity(Number(1000), KRONE) if span == (THOUSAND, 0, len(text)) and "1" in text else None


def _read_stack(text: str) -> tuple[Number | None, ...]:
    parts = text.split()
    # Lines of a cell are figures of their own; only a space may stand inside one.
    one_line = "\n" not in text
    if len(parts) < 2 or not all(_STACK.fullmatch(part) for part in parts) or (one_line and _is_spaced_group(parts)):
        return ()
    numbers = tuple(None if part in _DASHES else parse_number(part) for part in parts)
    certain = all(number or part in _DASHES for number, part in zip(numbers, parts, strict=True))
    return numbers if certain else ()


def read_stack_of(text: str, count: int) -> Cell:
    """Return a cell of as many figures as its neighbours stack: "-300 150" beside "-900 0" is two, and no thousands."""
    parts = text.split()
    numbers = tuple(None if part in _DASHES else parse_number(part) for part in parts)
    # "000" is the end of a figure and never one itself.
    certain = len(parts) == count and all(n or part in _DASHES for n, part in zip(numbers, parts, strict=True))
    certain = certain and not any(re.match(r"0\d", part) for part in parts)
    return Cell(text, numbers if certain else ())


def _is_spaced_group(parts: list[str]) -> bool:
    """Spaces may separate thousands (1 234 567): not certain, so not read. No figure begins with a zero group."""
    first = parts[0].lstrip("-−–+(")
    grouped = all(re.fullmatch(r"\d{3}(?:,\d+)?\)?", part) for part in parts[1:])
    return grouped and 0 < len(first) <= 3 and first[0] in "123456789"


def unit_of_cells(texts: list[str]) -> str | None:
    """Return the unit printed in every filled cell of a column ("4,1 mio. kr."), as printed; else None."""
    spans = [(text, find_unit_span(text)) for text in texts if text and parse_quantity(strip_marks(text))]
    units = {text[span[1] : span[2]].strip() if span else None for text, span in spans}
    return units.pop() if len(units) == 1 else None
