"""An xlsx opened twice: as it calculates, and as a reader that does not calculate sees it."""

import io
from dataclasses import dataclass

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet


@dataclass(frozen=True)
class Opened:
    """A sheet's formulas, and the values that are kept beside them."""

    formulas: Worksheet
    values: Worksheet

    def row_of(self, label: str, nth: int = 0) -> int:
        rows = [row for row in range(1, self.values.max_row + 1) if label in self._words(row)]
        return rows[nth]

    def _words(self, row: int) -> list[object]:
        return [cell.value for cell in self.values[row]]


def opened(xlsx: bytes, sheet: str) -> Opened:
    formulas, values = load_workbook(io.BytesIO(xlsx)), load_workbook(io.BytesIO(xlsx), data_only=True)
    return Opened(formulas[sheet], values[sheet])


def formula_cells(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
