"""Tables of number, price and amount: a row whose amount is not its number times its price, where others' are."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from effektspor.core.audit.pairs import has_one_figure_a_cell, unit_at
from effektspor.core.audit.unit_prices import is_price, is_quantity
from effektspor.core.document import Row, RowKind, Table
from effektspor.core.number import Number

_COLUMNS = 3
_FACTORS = (Fraction(1), Fraction(1, 1000), Fraction(1, 1_000_000))
_STAFF = re.compile(r"årsværk|\båv\b|stilling|fuldtids|medarbejder", re.IGNORECASE)
# What a single row's product may be called; a budget or an account is more than one product.
_AMOUNT = re.compile(r"besparelse|udgift|beløb|gevinst|effekt|\bi alt\b|samlet", re.IGNORECASE)
_PER_TIME = re.compile(r"pr\.?\s*(?:døgn|dag|uge|måned|md|time|kvartal)", re.IGNORECASE)


class RowProduct(NamedTuple):
    """A row, its amount as printed, and its number times its price in the amount's unit."""

    table: Table
    at: int
    column: int
    amount: Number
    product: Fraction
    bound: Fraction
    counted: str = "antal"
    alone: bool = False

    @property
    def row(self) -> Row:
        return self.table.rows[self.at]

    @property
    def holds(self) -> bool:
        return abs(abs(self.amount.value) - abs(self.product)) <= self.bound


def wrong_products(table: Table) -> list[RowProduct]:
    """Return the rows that fail, where at least as many hold in the one unit that lets any hold."""
    columns = _columns(table)
    only = _only_row(table, columns) if columns else None
    if only:
        return [only] if not only.holds else []
    for factor in _FACTORS if columns else ():
        found = list(_products(table, columns or (0, 0, 0), factor))
        holding = sum(each.holds for each in found)
        if holding and 2 * holding >= len(found):
            return [each for each in found if not each.holds]
    return []


def is_of_staff(table: Table) -> bool:
    """Whether the numbers and prices of a table are of man-years."""
    return any(_STAFF.search(name) for name in table.columns)


def _only_row(table: Table, columns: tuple[int, int, int]) -> RowProduct | None:
    """Return the one product of a table that has one, where both units are printed and nothing else can be meant."""
    quantity, price, amount = columns
    names = " ".join([table.caption or "", *table.columns, *(row.label for row in table.rows)])
    units = unit_at(table, price), unit_at(table, amount)
    found = list(_products(table, columns, Fraction(1)))
    sure = all(units) and _AMOUNT.search(table.columns[amount]) and not _PER_TIME.search(names)
    whole = sum(not row.empty for row in table.rows) == 1 and unit_at(table, quantity) != units[1]
    return found[0]._replace(alone=True) if sure and whole and len(found) == 1 else None


def _columns(table: Table) -> tuple[int, int, int] | None:
    """Return the columns of the number, the price and the amount, where there are these three and no other."""
    quantities = [at for at, name in enumerate(table.columns) if is_quantity(name)]
    prices = [at for at, name in enumerate(table.columns) if is_price(name)]
    others = [at for at in range(len(table.columns)) if at not in (*quantities, *prices)]
    if len(table.columns) != _COLUMNS or not len(quantities) == len(prices) == len(others) == 1:
        return None
    return quantities[0], prices[0], others[0]


def _products(table: Table, columns: tuple[int, int, int], factor: Fraction) -> Iterator[RowProduct]:
    units = unit_at(table, columns[1]), unit_at(table, columns[2])
    scale = Fraction(units[0].ore, units[1].ore) if units[0] and units[1] else factor
    for index, row in enumerate(table.rows):
        numbers = [row.cells[at].number for at in columns]
        if row.kind is RowKind.ROW and has_one_figure_a_cell(row):
            quantity, price, amount = numbers
            if quantity and price and amount and quantity.digits and price.digits and amount.digits:
                bound = amount.half_unit + abs(quantity.value) * price.half_unit * scale
                if quantity.decimals:
                    bound += quantity.half_unit * abs(price.value) * scale
                product = quantity.value * price.value * scale
                counted = "årsværk" if is_of_staff(table) else "antal"
                yield RowProduct(table, index, columns[2], amount, product, bound, counted)
