"""Grant rows as columns of whole numbers, which engines compute with.

A day is its ordinal (`date.toordinal`), so that no engine needs a calendar; `OPEN` stands for an open end. Codes of
citizens and grants are numbers without order; those of groups follow the code points of their texts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from effektspor.core.grants.cells import GrantRow
from effektspor.core.grants.price_line import LineKind, PriceUnit

Ints = NDArray[np.int64]
Group = tuple[str, ...]

UNITS = tuple(PriceUnit)
CODE_OF_UNIT = {unit: code for code, unit in enumerate(UNITS)}
# The day after the last date there is: later than the end of any period, and small enough to subtract from.
OPEN = date.max.toordinal() + 1


@dataclass(frozen=True, slots=True, eq=False)
class GrantColumns:
    """Price lines, a value of each column per line; `groups` are the texts of the group codes, in order.

    All columns are int64, but amounts and quantities that do not fit are Python's own whole numbers.
    """

    amount_ore: Ints
    unit: Ints
    quantity: Ints
    start: Ints
    end: Ints
    base: Ints
    group: Ints
    citizen: Ints
    grant: Ints
    groups: tuple[Group, ...]

    def __len__(self) -> int:
        return len(self.unit)

    @property
    def arrays(self) -> dict[str, Ints]:
        """The columns by name."""
        return {field.name: getattr(self, field.name) for field in fields(self) if field.name != "groups"}


def columns_of(rows: Sequence[GrantRow], by: Sequence[str]) -> GrantColumns:
    """Return rows as columns, grouped by what their columns `by` say."""
    lines = [row.line for row in rows]
    codes, groups = _ordered_codes([tuple([row.texts[name] for name in by]) for row in rows])
    return GrantColumns(
        amount_ore=_ints([line.amount_ore for line in lines]),
        unit=_ints([CODE_OF_UNIT[line.unit] for line in lines]),
        quantity=_ints([line.quantity for line in lines]),
        start=_ints([line.start.toordinal() for line in lines]),
        end=_ints([OPEN if line.end is None else line.end.toordinal() for line in lines]),
        base=_ints([line.kind is LineKind.BASE for line in lines]),
        group=codes,
        citizen=_codes([row.citizen for row in rows]),
        grant=_codes([row.grant_id for row in rows]),
        groups=groups,
    )


def of_groups(columns: GrantColumns, first: int, end: int) -> GrantColumns:
    """Return the lines of the groups from `first` up to `end`, which are numbered from 0 anew."""
    if first == 0 and end >= len(columns.groups):
        return columns
    chosen = np.flatnonzero((first <= columns.group) & (columns.group < end))
    arrays = {name: column[chosen] for name, column in columns.arrays.items()}
    return GrantColumns(**arrays | {"group": arrays["group"] - first}, groups=columns.groups[first:end])


def _ints(values: list[Any]) -> Ints:
    try:
        return np.array(values, dtype=np.int64)
    except OverflowError:
        return np.array(values, dtype=object)


def _codes(values: list[str]) -> Ints:
    """Number values in the order in which they are met."""
    numbers = {value: number for number, value in enumerate(dict.fromkeys(values))}
    return _ints([numbers[value] for value in values])


def _ordered_codes(values: Iterable[Group]) -> tuple[Ints, tuple[Group, ...]]:
    values = list(values)
    groups = tuple(sorted(set(values)))
    numbers = {group: number for number, group in enumerate(groups)}
    return _ints([numbers[value] for value in values]), groups
