"""From broken equations to causes: which cells, changed, make everything agree.

A cause is a set of equations that fail together. A repair must mend all of them and break none that holds: where there
is exactly one such repair it is told, and it is what is wrong; where there are several, the paper cannot tell.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from effektspor.core.audit.equations import CellId, Equation, Kind, number_at
from effektspor.core.audit.slips import Slip, is_proof, slip_between
from effektspor.core.audit.years_as_rows import rows_are_years
from effektspor.core.document import Table

_MAIN_FIRST = tuple(Kind)
# Of two parts one is always what the sum lacks when it repeats the other.
_FEW = 2
_Tables = Mapping[str, Table]
_Around = Mapping[CellId, list[Equation]]


@dataclass(frozen=True, slots=True)
class Repair:
    """Cells and what each should say; `slip` is how the printed figures came about, where that is known."""

    cells: tuple[CellId, ...]
    right: tuple[Fraction, ...]
    slip: Slip | None = None


@dataclass(frozen=True, slots=True)
class Cause:
    """Equations that fail for one reason: `main` tells it; the same structure may fail alike in more columns.

    `repair` is the only one that makes everything agree, `likely` one that a pattern speaks for but nothing proves.
    """

    failing: tuple[Equation, ...]
    repair: Repair | None = None
    likely: Repair | None = None

    @property
    def main(self) -> Equation:
        return min(self.failing, key=lambda each: _MAIN_FIRST.index(each.kind))

    @property
    def slip(self) -> Slip | None:
        """How the wrong figure was mistyped, where it was."""
        return self.repair.slip if self.repair and not self.lacks_part else None

    @property
    def lacks_part(self) -> bool:
        """Whether the sum is right but for one part that was not counted."""
        return self.repair is not None and self.repair.slip is Slip.LEFT_OUT

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns of the main structure's table in which it fails, for one and the same reason."""
        main = self.main
        return tuple(dict.fromkeys(each.result.column for each in self.failing if each.group == main.group))


def diagnose(tables: _Tables, equations: Iterable[Equation]) -> tuple[Cause, ...]:
    """Return the causes of what fails, each with its repair where there is exactly one."""
    known = tuple(equations)
    around = _by_cell(known)
    components = _components([each for each in known if not each.holds])
    causes = [_cause(tables, component, around) for component in components]
    return tuple(_merged(causes))


def _by_cell(known: Iterable[Equation]) -> _Around:
    """The equations each cell takes part in, so that a repair is held against these alone."""
    around: dict[CellId, list[Equation]] = {}
    for each in known:
        for cell in each.cells:
            around.setdefault(cell, []).append(each)
    return around


def _components(failing: list[Equation]) -> list[tuple[Equation, ...]]:
    """Group failing equations that share a cell, in the order of their first."""
    group_of: dict[CellId, int] = {}
    groups: dict[int, list[Equation]] = {}
    for number, each in enumerate(failing):
        touching = sorted({group_of[cell] for cell in each.cells if cell in group_of})
        groups[number] = [other for group in touching for other in groups.pop(group)] + [each]
        group_of |= {cell: number for other in groups[number] for cell in other.cells}
    return [tuple(group) for group in groups.values()]


def _cause(tables: _Tables, failing: tuple[Equation, ...], around: _Around) -> Cause:
    if turned := _turned_signs(tables, failing, around):
        return Cause(failing, repair=turned)
    repairs = list(_single_repairs(tables, failing, around))
    slips = [repair for repair in repairs if repair.slip]
    proven = repairs if len(repairs) == 1 else slips if len(slips) == 1 and _is_proof(tables, slips[0]) else []
    patterned = [repair for repair in repairs if _follows_pattern(tables, repair)]
    return Cause(failing, proven[0] if proven else None, patterned[0] if len(patterned) == 1 else None)


def _single_repairs(tables: _Tables, failing: tuple[Equation, ...], around: _Around) -> Iterator[Repair]:
    """Yield each cell whose change alone mends all that fails and breaks nothing that holds."""
    for cell in dict.fromkeys(failing[0].cells):
        printed = number_at(tables, cell)
        if printed is None or any(cell not in each.cells for each in failing):
            continue
        change = failing[0].change_of(cell)
        if all(_mended(each, cell, change) for each in around[cell]):
            bound = max(each.bound for each in failing)
            right = printed.value + change
            slip = _slip(tables, cell, right, bound) or _left_out(tables, failing, cell)
            yield Repair((cell,), (right,), slip)


def _slip(tables: _Tables, cell: CellId, right: Fraction, bound: Fraction) -> Slip | None:
    """The slip that explains a figure; a sign that the rest of the row has is not turned."""
    printed = number_at(tables, cell)
    slip = slip_between(printed, right, bound) if printed else None
    return None if slip is Slip.SIGN and _has_its_rows_sign(tables, cell) else slip


def _has_its_rows_sign(tables: _Tables, cell: CellId) -> bool:
    """Whether a figure has the sign of its line's others; where the rows are years, the lines are the columns."""
    table = tables[cell.table]
    row, own_at = table.rows[cell.row].cells, cell.column
    if rows_are_years(table):
        row, own_at = tuple(each.cells[cell.column] for each in table.rows), cell.row
    others = [c.number.digits for at, c in enumerate(row) if at != own_at and c.number and c.number.digits]
    own = number_at(tables, cell)
    return own is not None and len(others) > 1 and all((other > 0) == (own.digits > 0) for other in others)


def _left_out(tables: _Tables, failing: tuple[Equation, ...], cell: CellId) -> Slip | None:
    """A sum that lacks exactly one of its parts, to the last digit."""
    for each in failing:
        parts = (number_at(tables, part) for part, _ in each.parts) if each.result == cell else ()
        if len(each.parts) > _FEW and any(part and part.digits and part.value == -each.residual for part in parts):
            return Slip.LEFT_OUT
    return None


def _is_proof(tables: _Tables, repair: Repair) -> bool:
    printed = number_at(tables, repair.cells[0])
    return repair.slip is not None and printed is not None and is_proof(repair.slip, printed)


def _mended(stated: Equation, cell: CellId, change: Fraction) -> bool:
    return abs(stated.change_of(cell) - change) <= 2 * stated.bound


def _turned_signs(tables: _Tables, failing: tuple[Equation, ...], around: _Around) -> Repair | None:
    """Return the cells whose sign alone differs from their row's other figures, where turning all of them mends all."""
    # In the order the paper states them: the first cell is where the finding is told.
    near = dict.fromkeys(cell for each in failing for cell in each.cells)
    neighbours = dict.fromkeys(c for cell in near for each in around[cell] for c in each.cells)
    outliers = [cell for cell in neighbours if _is_outlier(tables, cell)]
    if not outliers or not any(cell in near for cell in outliers):
        return None
    touched = [each for cell in outliers for each in around[cell]] + list(failing)
    if not all(_holds_turned(tables, each, set(outliers)) for each in touched):
        return None
    right = tuple(-number.value for cell in outliers if (number := number_at(tables, cell)))
    return Repair(tuple(outliers), right, Slip.SIGN)


def _is_outlier(tables: _Tables, cell: CellId) -> bool:
    """A figure against at least two others in its row, all of the other sign, one of about its size."""
    row = tables[cell.table].rows[cell.row]
    own = row.cells[cell.column].number
    figures = (each.number for index, each in enumerate(row.cells) if index != cell.column)
    others = [number.value for number in figures if number and number.digits]
    if own is None or not own.digits or len(others) < 2:
        return False
    opposite = all((value > 0) != (own.digits > 0) for value in others)
    return opposite and any(abs(value) <= 2 * abs(own.value) <= 4 * abs(value) for value in others)


def _holds_turned(tables: _Tables, stated: Equation, turned: set[CellId]) -> bool:
    shift = sum((_turn(tables, cell) * sign for cell, sign in stated.parts if cell in turned), Fraction(0))
    result = _turn(tables, stated.result) if stated.result in turned else Fraction(0)
    return abs(stated.residual + result - shift) <= stated.bound


def _turn(tables: _Tables, cell: CellId) -> Fraction:
    number = number_at(tables, cell)
    return -2 * number.value if number else Fraction(0)


def _follows_pattern(tables: _Tables, repair: Repair) -> bool:
    """A repair is likely when it makes its row say what the row says in another column."""
    (cell,) = repair.cells
    row = tables[cell.table].rows[cell.row]
    others = {c.number.value for index, c in enumerate(row.cells) if index != cell.column and c.number}
    return repair.right[0] in others and repair.right[0] != 0


def _merged(causes: list[Cause]) -> Iterator[Cause]:
    """Merge causes that one structure shows alike in several columns: the same rows, the same difference."""
    waiting = list(causes)
    while waiting:
        first, *rest = waiting
        alike = [other for other in rest if _alike(first, other)]
        waiting = [other for other in rest if other not in alike]
        yield _joined(first, alike) if alike else first


def _alike(one: Cause, other: Cause) -> bool:
    same = one.main.group == other.main.group and one.main.result.row == other.main.result.row
    apart = abs(one.main.residual - other.main.residual)
    return same and apart <= one.main.bound + other.main.bound and _rows(one) == _rows(other)


def _rows(cause: Cause) -> list[tuple[str, int]]:
    return [(cell.table, cell.row) for cell in (cause.repair.cells if cause.repair else ())]


def _joined(first: Cause, alike: list[Cause]) -> Cause:
    failing = tuple(each for cause in (first, *alike) for each in cause.failing)
    return Cause(failing, _all_repairs([first, *alike], "repair"), _all_repairs([first, *alike], "likely"))


def _all_repairs(causes: list[Cause], name: str) -> Repair | None:
    repairs: list[Repair | None] = [getattr(cause, name) for cause in causes]
    kept = [repair for repair in repairs if repair]
    if len(kept) < len(causes) or len({repair.cells[0].row for repair in kept}) != 1:
        return None
    cells = tuple(cell for repair in kept for cell in repair.cells)
    return replace(kept[0], cells=cells, right=tuple(value for repair in kept for value in repair.right))
