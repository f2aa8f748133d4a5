"""Rows of forms and lists, as a document keeps them: a line of text with the cells it came from."""

import re

from effektspor.core.document import Paragraph

_BETWEEN = re.compile(r"\t| · ")


def cells_of(line: Paragraph) -> tuple[str, ...]:
    """Return the cells of a line: those it was read from, else the parts it is printed in."""
    return line.cells or tuple(part.strip() for part in _BETWEEN.split(line.text))


def filled_cells(line: Paragraph) -> tuple[str, ...]:
    """Return the cells in which something is printed, each on one line."""
    return tuple(" ".join(cell.split()) for cell in cells_of(line) if cell.strip())


def is_row(line: Paragraph) -> bool:
    """Return whether a line was printed in several columns, also where only one of them is filled."""
    return len(cells_of(line)) > 1
