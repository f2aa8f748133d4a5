"""Rows of a table: labels continued after a page break are joined; words hint at what is a sum."""

import re
from collections.abc import Iterable
from dataclasses import replace

from effektspor.core.document import Row, RowKind
from effektspor.core.sum_words import NET, TOTAL

_PART = re.compile(r"^[-–•\s]*(?:heraf|deraf|herunder)\b", re.IGNORECASE)
_OPEN = re.compile(r"(?:§|[,/]|\b(?:og|eller|samt|til|af|på|for|i|med|ved|fra|under|om|efter|pr\.))$", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)")


def join_continued(rows: Iterable[Row]) -> list[Row]:
    """Return the rows with every continued label and status text joined to the row it belongs to."""
    joined: list[Row] = []
    for row in rows:
        if joined and _continues(joined[-1], row, titled=_is_heading(joined[0])):
            joined[-1] = _join(joined[-1], row)
        else:
            joined.append(row)
    return joined


def _continues(last: Row, row: Row, *, titled: bool) -> bool:
    if not row.empty or row.number or row.category:
        return False
    if not row.label:
        # A status over several lines stands alone on all but the first.
        return bool(row.text)
    if _is_open(last.label):
        return True
    # A table of numbered rows that begins with a heading has headings: a label alone is one more.
    if last.number and row.label and not (titled and _is_heading(row) and last.label):
        return True
    return row.label[:1].islower() or (row.label.startswith("(") and row.label.endswith(")"))


def _is_heading(row: Row) -> bool:
    return row.kind is RowKind.HEADING and not row.number and row.label[:1].isupper()


def _is_open(label: str) -> bool:
    """Whether a label cannot end here: a bracket is open, or the last word asks for another ("§§ 107 og")."""
    return label.count("(") > label.count(")") or bool(_OPEN.search(label))


def _join(last: Row, row: Row) -> Row:
    return replace(last, label=f"{last.label} {row.label}".strip(), text=_join_texts(last.text, row.text))


def _join_texts(first: str | None, second: str | None) -> str | None:
    """A sentence broken by the page goes on; after a full stop the next text is a line of its own."""
    if not first or not second:
        return first or second
    return f"{first}{chr(10) if first.rstrip()[-1:] in '.:;!?' else ' '}{second}"


def with_kinds(rows: list[Row]) -> tuple[Row, ...]:
    """Return the rows with their kinds: the last sum is the total, or the net, and earlier ones are sub-totals.

    A row comes in as a heading when its label is all it prints; an empty template row looks just like one.
    """
    hinted: list[Row] = []
    for row in rows:
        hinted.append(replace(row, kind=_kind(row, hinted[-1].kind if hinted else None)))
    hinted = [
        replace(row, kind=RowKind.ROW) if _titles_nothing(hinted, index) else row for index, row in enumerate(hinted)
    ]
    last = max((index for index, row in enumerate(hinted) if row.kind.sums), default=0)
    return tuple(
        replace(row, kind=RowKind.SUBTOTAL) if row.kind is RowKind.TOTAL and index < last else row
        for index, row in enumerate(hinted)
    )


def _titles_nothing(rows: list[Row], index: int) -> bool:
    return rows[index].kind is RowKind.HEADING and (index + 1 == len(rows) or rows[index + 1].kind.sums)


def _kind(row: Row, previous: RowKind | None) -> RowKind:
    if row.empty:
        titles = row.kind is RowKind.HEADING and (previous is not RowKind.HEADING or row.label.endswith(":"))
        return RowKind.HEADING if row.label and titles else RowKind.ROW
    if _PART.search(row.label):
        return RowKind.PART
    if NET.search(row.label):
        return RowKind.NET
    # "(I alt 38 borgere)" explains a row; it does not name it.
    return RowKind.TOTAL if TOTAL.search(_ASIDE.sub("", row.label)) else RowKind.ROW
