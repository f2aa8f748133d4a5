"""The payback that a paper prints under its economy."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from effektspor.core.document import Paragraph, Row
from effektspor.core.proposals.business_case import StatedCase
from effektspor.ingest.proposals.cells import filled_cells

_PAYBACK = re.compile(r"tilbagebetalingstid", re.IGNORECASE)
_SERVICE = re.compile(r"service", re.IGNORECASE)
_YEARS = re.compile(r"(?<![\d,.])(\d{1,3})(?:\s*år)?\s*$")


def read_payback(row: Row) -> Callable[[StatedCase], StatedCase] | None:
    """Return what a row adds to the stated sums, or None where it is about something else."""
    if not _PAYBACK.search(row.label):
        return None
    years = _years_in(row)
    return lambda stated: stated if years is None else _with_years(stated, row.label, years)


def read_payback_lines(lines: Sequence[Paragraph]) -> StatedCase | None:
    """Return the payback that lines beside the table state, or None where one of them is about something else."""
    stated = StatedCase()
    for line in lines:
        cells = filled_cells(line)
        if len(cells) < 2 or not _PAYBACK.search(cells[0]) or not (found := _YEARS.search(cells[1])):
            return None
        stated = _with_years(stated, cells[0], int(found[1]))
    return stated


def _with_years(stated: StatedCase, label: str, years: int) -> StatedCase:
    if _SERVICE.search(label):
        return replace(stated, payback_service=years)
    return replace(stated, payback_total=years)


def _years_in(row: Row) -> int | None:
    printed = [row.text or "", *(cell.text for cell in row.cells)]
    return next((int(match[1]) for text in printed if (match := _YEARS.search(text.strip()))), None)
