"""Equations along the rows: a column that is the total, the difference, or the end of a flow of the others.

A word in the head only proposes; the rows decide. A structure is believed when it holds in at least as many rows as it
fails in, and in more than could be chance.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import permutations

from effektspor.core.audit.equations import CellId, Equation, Kind, Structure, equation
from effektspor.core.document import Table

_TOTAL = re.compile(r"^(?:i alt|samlet|sum|total|hele perioden)\b|\b(?:i alt|total)\b", re.IGNORECASE)
_DIFFERENCE = re.compile(r"differen|forskel|afvig|ændring|\bmod\b|merforbrug|mindreforbrug|mer-|rest\b", re.IGNORECASE)
_INTO, _OUT = re.compile(r"tilgang|\bnye\b|\bind\b", re.IGNORECASE), re.compile(r"afgang|ophør|\bud\b", re.IGNORECASE)
_UNNAMED = re.compile(r"kolonne \d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
# Prices, shares and averages are not added along a row either.
_NOT_ADDED = re.compile(r"pris|takst|gennemsnit|gns\b|pct|procent|%|andel|nøgle|indeks|grad\b", re.IGNORECASE)
_Parts = tuple[tuple[int, int], ...]


def row_total_equations(table: Table) -> list[Equation]:
    """Return, for a column called a total, each row's total against the years (or all columns) before it."""
    for column, name in enumerate(table.columns):
        if _TOTAL.search(name) and (parts := _added_before(table, column)):
            return _believed(table, Kind.ROW_TOTAL, column, parts, least=1)
    return []


def _added_before(table: Table, total: int) -> _Parts:
    """The years before a total column, else all columns before it; one column is no sum."""
    if any(_UNNAMED.fullmatch(name) for name in table.columns[:total]):
        # A head that was not read in full may hide a year, or a column that is none.
        return ()
    before = [column for column in range(total) if _may_add(table, column, total)]
    years = [column for column in before if _YEAR.search(table.columns[column])]
    chosen = years if len(years) > 1 else before
    return tuple((column, 1) for column in chosen) if len(chosen) > 1 else ()


def _may_add(table: Table, column: int, total: int) -> bool:
    name = table.columns[column]
    other = _NOT_ADDED.search(name) or _DIFFERENCE.search(name) or _TOTAL.search(name)
    return not other and table.unit_of(column) == table.unit_of(total)


def difference_equations(table: Table) -> list[Equation]:
    """Return, for a column called a difference, each row's against the two columns that give it most often."""
    for column, name in enumerate(table.columns):
        if _DIFFERENCE.search(name) and len(table.columns) > 2:
            tried = [_believed(table, Kind.DIFFERENCE, column, parts, least=2) for parts in _pairs(table, column)]
            return max(tried, key=lambda equations: sum(each.holds for each in equations), default=[])
    return []


def _pairs(table: Table, difference: int) -> Iterator[_Parts]:
    """Every two other columns of the same unit, either way round: which is subtracted is the paper's choice."""
    others = [
        column
        for column in range(len(table.columns))
        if column != difference and table.unit_of(column) == table.unit_of(difference)
    ]
    return (((one, 1), (other, -1)) for one, other in permutations(others, 2))


def flow_equations(table: Table) -> list[Equation]:
    """Return, for columns of stock, in and out, each row's end against its start, plus in, minus out."""
    names = table.columns
    into = [column for column in range(1, len(names) - 1) if _INTO.search(names[column])]
    out = [column for column in range(1, len(names) - 1) if _OUT.search(names[column])]
    if not into or not out or len(into) + len(out) != len(names) - 2:
        return []
    parts = ((0, 1), *((column, 1) for column in into), *((column, -1) for column in out))
    return _believed(table, Kind.FLOW, len(names) - 1, parts, least=1)


def _believed(table: Table, kind: Kind, result: int, parts: _Parts, least: int) -> list[Equation]:
    """Return the equations of every row, where enough of them hold; else none."""
    stated_by = Structure(kind, f"{kind}:{table.id}:{result}")
    rows = (_along(table, stated_by, index, result, parts) for index in range(len(table.rows)))
    stated = [each for each in rows if each]
    telling = [each for each in stated if _tells(table, each)]
    holding = sum(each.holds for each in telling)
    failing = len(telling) - holding
    if holding < least or holding < failing:
        return []
    return [replace(each, certain=holding > failing) for each in stated]


def _along(table: Table, stated_by: Structure, index: int, result: int, parts: _Parts) -> Equation | None:
    row = table.rows[index]
    if _NOT_ADDED.search(row.label) or not any(row.cells[column].number for column, _ in parts):
        return None
    cells = tuple((CellId(table.id, index, column), sign) for column, sign in parts)
    stated = equation({table.id: table}, stated_by, CellId(table.id, index, result), cells)
    # Persons and places are counted, not rounded.
    counted = stated_by.kind is Kind.FLOW and table.unit_of(result) is None
    return replace(stated, bound=Fraction(0)) if stated and counted else stated


def _tells(table: Table, stated: Equation) -> bool:
    """A row in which at most one figure is not 0 would fit almost any structure; a column called total is believed."""
    figures = (table.rows[cell.row].cells[cell.column].number for cell, _ in stated.parts)
    least = 0 if stated.kind is Kind.ROW_TOTAL else 1
    return sum(1 for number in figures if number and number.digits) > least or not stated.holds
