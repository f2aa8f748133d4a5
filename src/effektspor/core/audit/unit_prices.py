"""Tables of a number and a price for each, before and after: what the change comes to by the table's own figures."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from effektspor.core.audit.labels import stems
from effektspor.core.audit.pairs import unit_at
from effektspor.core.document import Row, RowKind, Table
from effektspor.core.number import Number
from effektspor.core.unit import Unit

_QUANTITY = re.compile(
    r"\bantal|\bpladser\b|\bpersoner\b|\bborgere\b|\bhelår\w*|\bmængde|\bforløb\b|\btimer\b|\bstk\b|\bdøgn\b"
    r"|\bårsværk\b|\båv\b|\bstillinger\b",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"enhedspris|\bpris\b|stykpris|\w+pris(?:en)?\b|\btakst|enhedsudgift"
    r"|\bpr\.?\s+(?:plads|person|borger|enhed|stk|forløb|time|døgn|år|helår|åv\b|stilling|medarbejder)",
    re.IGNORECASE,
)


class PriceChange(NamedTuple):
    """A row's change in number × price, in the price's unit; `spread` is what rounding of the prices may move."""

    row: Row
    quantity_change: Fraction
    change: Fraction
    spread: Fraction


class QuantityPrices(NamedTuple):
    """A table of numbers and prices before and after, its rows' changes and the unit its prices are stated in."""

    table: Table
    unit: Unit
    changes: tuple[PriceChange, ...]

    @property
    def total(self) -> Fraction:
        return sum((each.change for each in self.changes), Fraction(0))

    @property
    def spread(self) -> Fraction:
        return sum((each.spread for each in self.changes), Fraction(0))

    @property
    def words(self) -> frozenset[str]:
        return frozenset(word for each in self.changes for word in stems(each.row.label))


def is_quantity(name: str) -> bool:
    return bool(_QUANTITY.search(name)) and not is_price(name)


def is_price(name: str) -> bool:
    return bool(_PRICE.search(name))


def quantity_prices(table: Table) -> QuantityPrices | None:
    """Return a table's changes where it has two columns of numbers and two of prices, in turn; else None."""
    quantities = [at for at, name in enumerate(table.columns) if is_quantity(name)]
    prices = [at for at, name in enumerate(table.columns) if is_price(name)]
    if len(quantities) != 2 or len(prices) != 2:
        return None
    unit = unit_at(table, prices[0])
    if unit is None or unit != unit_at(table, prices[1]):
        return None
    changes = tuple(_changes(table, (quantities[0], prices[0]), (quantities[1], prices[1])))
    return QuantityPrices(table, unit, changes) if any(each.change for each in changes) else None


def _changes(table: Table, before: tuple[int, int], after: tuple[int, int]) -> Iterator[PriceChange]:
    for row in table.rows:
        numbers = [row.cells[at].number for at in (*before, *after)]
        if row.kind is RowKind.ROW and all(number is not None for number in numbers):
            yield _change(row, [number for number in numbers if number])


def _change(row: Row, numbers: list[Number]) -> PriceChange:
    quantity, price, new_quantity, new_price = (number.value for number in numbers)
    change = new_quantity * new_price - quantity * price
    moved = new_quantity - quantity
    if price == new_price:
        return PriceChange(row, moved, change, abs(moved) * numbers[1].half_unit)
    spread = abs(quantity) * numbers[1].half_unit + abs(new_quantity) * numbers[3].half_unit
    return PriceChange(row, moved, change, spread)
