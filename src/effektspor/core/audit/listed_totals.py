"""The rows of a catalogue that list proposals, each with the total of the proposal it is for."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from effektspor.core.audit.cases import Case
from effektspor.core.audit.codes import code_of_row
from effektspor.core.audit.listed_cases import permanent_total
from effektspor.core.audit.pairs import same_years
from effektspor.core.document import Row, Table


class ListedCase(NamedTuple):
    """A catalogue's row and the case it lists; `total` is the case's own permanent change."""

    catalogue: Table
    at: int
    case: Case
    table: Table
    total: int

    @property
    def row(self) -> Row:
        return self.catalogue.rows[self.at]

    @property
    def years(self) -> tuple[tuple[int, int], ...]:
        """The columns of the same year, in the catalogue and in the case."""
        return same_years(self.catalogue, self.table)

    @property
    def repeats(self) -> bool:
        """Whether the row is the case's total as it stands, in every year both have."""
        figures = [
            (figure_of(self.row, first), figure_of(self.table.rows[self.total], second)) for first, second in self.years
        ]
        return any(first for first, _ in figures) and all(first == second for first, second in figures)


def listed_cases(cases: tuple[Case, ...]) -> Iterator[ListedCase]:
    """Yield the rows outside every case that begin with the code of exactly one case."""
    codes = Counter(case.code for case in cases)
    by_code = {case.code: case for case in cases if case.title is not None and case.code and codes[case.code] == 1}
    for outside in (case for case in cases if case.title is None):
        for catalogue in outside.tables:
            for index, row in enumerate(catalogue.rows):
                case = by_code.get(code_of_row(row) or "")
                if case and (total := permanent_total(case)):
                    yield ListedCase(catalogue, index, case, *total)


def figure_of(row: Row, column: int) -> Fraction:
    """Return a row's one figure in a column; an empty cell is 0, and so is one that stacks several."""
    cell = row.cells[column]
    return cell.number.value if cell.number and len(cell.numbers) == 1 else Fraction(0)
