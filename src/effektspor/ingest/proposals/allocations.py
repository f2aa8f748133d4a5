"""How a proposal is shared between committees (fordeling på udvalg), and what it asks of the investment pools."""

import re
from collections.abc import Iterator

from effektspor.core.document import Row, RowKind, Table
from effektspor.core.number import Number, parse_number
from effektspor.core.proposals.details import Allocation, AllocationRole, PoolLine
from effektspor.core.unit import Unit
from effektspor.ingest.proposals.economy import control_area, is_stated_sum
from effektspor.ingest.proposals.group_names import group_name
from effektspor.ingest.proposals.year_columns import amounts_of, year_columns

_ROLES = (
    (AllocationRole.SAVING, re.compile(r"\b(?:besparelse|effektivisering)(?:r|er)?\s*$", re.IGNORECASE)),
    (AllocationRole.COST, re.compile(r"\b(?:omkostning|udgift)(?:er)?\s*$", re.IGNORECASE)),
    (AllocationRole.INVESTMENT, re.compile(r"\binvestering(?:er)?\s*$", re.IGNORECASE)),
)
_TOTAL = re.compile(r"total|i alt|samlet", re.IGNORECASE)
_INVESTMENT = re.compile(r"(?P<area>\w*?)s?investering", re.IGNORECASE)
_POOL_MARK = re.compile(r"\(?\s*s[æa]t\s+(?:kryds|x)\s*\)?", re.IGNORECASE)
_CROSS = re.compile(r"^[xX×☒✓✔]$|\[x\]", re.IGNORECASE)


def read_allocations(table: Table, unit: Unit, sign: int) -> Iterator[Allocation]:
    """Yield what a table gives each committee; a total, and a row that states nothing, give none."""
    caption = table.caption or ""
    invests = _INVESTMENT.search(caption)
    area = area_in(caption)
    years = year_columns(table)
    committee, over = "", False
    for row in table.rows:
        named, role = _named(row.label)
        committee, over = named or committee, over or bool(_TOTAL.match(row.label))
        amounts = amounts_of(row, years, unit, sign=1 if invests else sign)
        key = key_in(row)
        if not over and committee and (amounts or key) and row.kind is not RowKind.HEADING:
            kind = AllocationRole.INVESTMENT if invests else role or AllocationRole.SAVING
            yield Allocation(committee, kind, area, key, amounts)


def _named(label: str) -> tuple[str, AllocationRole | None]:
    """Return a row's committee, "" where it goes on from the row above, and its role."""
    for role, words in _ROLES:
        if match := words.search(label):
            return label[: match.start()].strip(" ,–-"), role
    return label.strip(), None


def key_in(row: Row) -> Number | None:
    """Return a row's key in per cent."""
    return parse_number((row.key_pct or "").replace("pct.", "").strip(" %"))


def area_in(caption: str) -> str:
    """Return the control area a caption ends with, or that its investments are of; service where it names none.

    The unit and the price level, "(1.000 kr., 2027-p/l)", are no part of it.
    """
    _, comma, named = group_name(caption).rpartition(",")
    if comma and named.strip():
        return control_area(named)
    found = _INVESTMENT.search(caption)
    return control_area(found["area"] if found else "")


def read_pools(table: Table, unit: Unit) -> Iterator[PoolLine]:
    """Yield what a table asks of the pools; a pool is named where its column is crossed."""
    area, years = area_in(table.caption or ""), year_columns(table)
    name = _POOL_MARK.sub("", table.text_head or "").replace(" -", "-").strip()
    for row in table.rows:
        amounts = amounts_of(row, years, unit)
        if amounts and not is_stated_sum(row) and row.kind is not RowKind.HEADING:
            crossed = bool(_CROSS.search((row.text or "").strip()))
            yield PoolLine(row.label.strip(), amounts, area, name if crossed else "")
