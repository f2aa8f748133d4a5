"""Rows of a table: labels continued after a page break are joined; words hint at what is a sum."""

import re
from collections.abc import Iterable
from dataclasses import replace

from effektspor.core.document import Row, RowKind

# Words only hint: whether a row is the sum of others is decided by the figures (core.audit).
_TOTAL = re.compile(r"^(?:i alt|total\w*|samle(?:t|de|t\s)|sum|sammenlagt|subtotal)\b|\b(?:i alt|totalt?)\b", re.IGNORECASE)
_NET = re.compile(r"netto", re.IGNORECASE)
_PART = re.compile(r"^(?:-\s*)?heraf\b", re.IGNORECASE)


def join_continued(rows: Iterable[Row]) -> list[Row]:
    """Return the rows with every continued label and status text joined to the row it belongs to."""
    joined: list[Row] = []
    for row in rows:
        if joined and _continues(joined[-1], row):
            joined[-1] = _join(joined[-1], row)
        else:
            joined.append(row)
    return joined


def _continues(last: Row, row: Row) -> bool:
    if not row.empty or row.number or row.category:
        return False
    if last.number and row.label:
        return True
    return row.label[:1].islower() or (row.label.startswith("(") and row.label.endswith(")"))


def _join(last: Row, row: Row) -> Row:
    return replace(last, label=f"{last.label} {row.label}".strip(), text=_join_texts(last.text, row.text))


def _join_texts(first: str | None, second: str | None) -> str | None:
    """A sentence broken by the page goes on; after a full stop the next text is a line of its own."""
    if not first or not second:
        return first or second
    return f"{first}{chr(10) if first.rstrip()[-1:] in '.:;!?' else ' '}{second}"


def with_kinds(rows: list[Row]) -> tuple[Row, ...]:
    """Return the rows with their kinds: the last sum is the total, earlier ones are sub-totals."""
    hinted: list[Row] = []
    for index, row in enumerate(rows):
        previous = hinted[-1].kind if hinted else None
        hinted.append(replace(row, kind=_kind(row, previous, last=index == len(rows) - 1)))
    sums = [index for index, row in enumerate(hinted) if row.kind is RowKind.TOTAL]
    return tuple(
        replace(row, kind=RowKind.SUBTOTAL) if index in sums[:-1] else row for index, row in enumerate(hinted)
    )


def _kind(row: Row, previous: RowKind | None, *, last: bool) -> RowKind:
    if row.empty:
        printed = row.text or any(cell.text for cell in row.cells)
        titles = bool(row.label) and not printed and not last and previous is not RowKind.HEADING
        return RowKind.HEADING if titles else RowKind.ROW
    if _PART.search(row.label):
        return RowKind.PART
    if _NET.search(row.label):
        return RowKind.NET
    return RowKind.TOTAL if _TOTAL.search(row.label) else RowKind.ROW
