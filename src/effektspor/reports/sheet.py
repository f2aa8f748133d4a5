"""A sheet of figures as a value: its words, its numbers, and which of them are sums of others."""

from dataclasses import dataclass, replace
from fractions import Fraction

from effektspor.core.document import RowKind
from effektspor.core.number import Number

SheetValue = str | Number | None
At = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column's head and, for words, its width in characters; one of figures is as wide as its longest.

    `signed` prints a plus on what is more than 0.
    """

    head: str
    width: int = 0
    signed: bool = False

    @property
    def has_figures(self) -> bool:
        return self.width == 0


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of words and figures; its kind decides its look."""

    values: tuple[SheetValue, ...]
    kind: RowKind = RowKind.ROW


@dataclass(frozen=True, slots=True)
class SheetSum:
    """A figure that is the sum of others, `less` subtracted; all are (row, column), 0-based below the head."""

    result: At
    parts: tuple[At, ...]
    less: tuple[At, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `lines` stand under its title (unit, price level, what minus means), `notes` under its table."""

    name: str
    title: str
    lines: tuple[str, ...]
    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...]
    sums: tuple[SheetSum, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        assert all(len(row.values) == len(self.columns) for row in self.rows), "one value per column in every row"

    def value_of(self, at: At) -> SheetValue:
        return self.rows[at[0]].values[at[1]]


def sum_holds(sheet: Sheet, added: SheetSum) -> bool:
    """Return whether a sum comes out exactly; what is empty adds nothing, and a sum of nothing is none."""
    result = sheet.value_of(added.result)
    parts = [value for at in added.parts if isinstance(value := sheet.value_of(at), Number)]
    less = [value for at in added.less if isinstance(value := sheet.value_of(at), Number)]
    if not isinstance(result, Number) or not parts or len(less) != len(added.less):
        return False
    zero = Fraction(0)
    return result.value == sum((part.value for part in parts), zero) - sum((part.value for part in less), zero)


def shifted(added: SheetSum, rows: int) -> SheetSum:
    """Return a sum that many rows further down."""

    def moved(cells: tuple[At, ...]) -> tuple[At, ...]:
        return tuple((row + rows, column) for row, column in cells)

    (result,) = moved((added.result,))
    return replace(added, result=result, parts=moved(added.parts), less=moved(added.less))
