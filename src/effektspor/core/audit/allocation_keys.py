"""Keys by which an amount is shared between committees: what they add up to, and whether the shares follow them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from effektspor.core.audit.case_figures import printed_step
from effektspor.core.audit.pairs import has_one_figure_a_cell
from effektspor.core.document import Row, RowKind, Table
from effektspor.core.number import Number, parse_number

_WHOLE = Fraction(100)
_ALLOCATION = re.compile(r"fordel(?:t|ing)|nøgle", re.IGNORECASE)
_SHARING = re.compile(r"udvalg(?:et)?\b|forvaltning(?:en)?\b", re.IGNORECASE)
_TOTAL = re.compile(r"\s*(?:total|i alt|samlet|sum)\b", re.IGNORECASE)
_LAST_WORD = re.compile(r"[^\W\d_]+$")


@dataclass(frozen=True, slots=True)
class KeyedSharing:
    """A sum and the rows that share it, each with its key in per cent; `stated`: the sum prints 100 itself."""

    table: Table
    total: int
    keys: Mapping[int, Number]
    stated: bool

    @property
    def keys_pct(self) -> Fraction:
        return sum((key.value for key in self.keys.values()), Fraction(0))

    @property
    def add_up(self) -> bool:
        """Whether the keys make a hundred, within what rounding of each may move."""
        bound = sum((key.half_unit for key in self.keys.values()), Fraction(0)) if len(self.keys) > 1 else Fraction(0)
        return abs(self.keys_pct - _WHOLE) <= bound

    def share_pct(self, row: int, column: int) -> Fraction | None:
        """Return what a row is of the sum in a column, in per cent."""
        part, whole = (self.table.rows[at].cells[column].number for at in (row, self.total))
        return 100 * part.value / whole.value if part and whole and whole.digits else None

    def follows(self, row: int, column: int) -> bool:
        """Whether a row is its key's share of the sum: half a step of both, and half a unit of the key."""
        part, whole = (self.table.rows[at].cells[column].number for at in (row, self.total))
        if part is None or whole is None:
            return True
        key, half_step = self.keys[row], printed_step(self.table) / 2
        share = abs(key.value) / 100
        bound = half_step * (1 + share) + abs(whole.value) * key.half_unit / 100
        return abs(part.value - whole.value * key.value / 100) <= bound

    def follows_in_all(self, row: int) -> bool:
        """Whether a row is its key's share over all the years together: the key may have been made of them."""
        cells = [
            (self.table.rows[row].cells[at].number, self.table.rows[self.total].cells[at].number) for at in self._years
        ]
        part = sum((number.value for number, _ in cells if number), Fraction(0))
        whole = sum((number.value for _, number in cells if number), Fraction(0))
        return bool(whole) and abs(100 * part / whole - self.keys[row].value) <= self.keys[row].half_unit

    @property
    def _years(self) -> range:
        return range(len(self.table.columns))


def keyed_sharings(table: Table) -> Iterator[KeyedSharing]:
    """Yield the sums that a table shares out by keys: each with the rows above that have a key and are of its kind.

    A percentage in a table of something else is a growth or a share of one column; only committees have keys.
    """
    keyed = {index: key for index, row in enumerate(table.rows) if not row.empty and (key := _key(row))}
    totals = [index for index, row in enumerate(table.rows) if row.kind.sums and not row.empty]
    for total in totals if _is_allocation(table) else ():
        kind = _kind_of(table.rows[total]) if len(_totals_called(table)) > 1 else None
        keys = {at: key for at, key in keyed.items() if at < total and _is_part(table.rows[at], kind)}
        alone = keyed.get(total, Number(100)).value == _WHOLE and (len(totals) == 1 or kind is not None)
        if keys and alone and all(has_one_figure_a_cell(table.rows[index]) for index in (*keys, total)):
            yield KeyedSharing(table, total, keys, stated=total in keyed)


def _is_allocation(table: Table) -> bool:
    sharing = sum(_SHARING.search(row.label) is not None for row in table.rows)
    return _ALLOCATION.search(table.caption or "") is not None or sharing > 1


def _totals_called(table: Table) -> list[Row]:
    """The rows called a total, with and without figures: one for the savings and one for the costs."""
    return [row for row in table.rows if _TOTAL.match(row.label)]


def _is_part(row: Row, kind: str | None) -> bool:
    return row.kind is RowKind.ROW and (kind is None or _kind_of(row) == kind)


def _key(row: Row) -> Number | None:
    return parse_number(row.key_pct.rstrip(" %").removesuffix("pct.").strip()) if row.key_pct else None


def _kind_of(row: Row) -> str:
    """The last word of a label: "Socialudvalget Besparelse" shares "Total Besparelse", not "Total Omkostninger"."""
    last = _LAST_WORD.search(row.label.strip())
    return last[0].casefold() if last else ""
