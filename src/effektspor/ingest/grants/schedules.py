"""Price lines of a file → grants: a header and all its lines."""

from collections.abc import Iterable, Sequence
from datetime import date

from effektspor.core.grants.cells import GrantRow
from effektspor.core.grants.grant import EndReason, EndsKind, Grant, GrantStatus, overlapping
from effektspor.core.grants.price_line import LineKind, PriceLine
from effektspor.ingest.grants.rows import iso_date


def overlapping_ids(rows: Iterable[GrantRow]) -> frozenset[str]:
    """Return the grants whose running base lines share a day: no schedule, before it is known which line is meant."""
    by_grant: dict[str, list[PriceLine]] = {}
    for row in rows:
        by_grant.setdefault(row.grant_id, []).append(row.line)
    return frozenset(grant_id for grant_id, lines in by_grant.items() if any(True for _ in overlapping(lines)))


def grants_of(rows: Iterable[GrantRow]) -> list[Grant]:
    """Return the grants of lines that were read without faults and do not overlap, in the order the file has them.

    The reason it ended is that of the last line with one, the decision and the last day paid are the latest there are.
    """
    by_grant: dict[str, list[GrantRow]] = {}
    for row in rows:
        by_grant.setdefault(row.grant_id, []).append(row)
    return [_grant(lines) for lines in by_grant.values()]


def _grant(rows: Sequence[GrantRow]) -> Grant:
    texts, stated = rows[0].texts, _with_reason(rows)
    return Grant(
        grant_id=texts["grant_id"],
        citizen=texts["citizen"],
        section=texts["section"],
        provider=texts["provider"],
        target_group=texts["target_group"],
        status=GrantStatus(texts["status"]),
        lines=tuple(row.line for row in rows),
        law=texts["law"],
        ends_kind=_ends_kind(rows),
        end_reason=EndReason(stated.texts["end_reason"]) if stated else None,
        reason_end=stated.line.end if stated else None,
        decided_on=_latest(rows, "decided_on"),
        paid_until=_latest(rows, "paid_until"),
    )


def _ends_kind(rows: Sequence[GrantRow]) -> EndsKind:
    """That of what runs: an add-on or a one-off that is silent about its end says nothing of the grant's."""
    running = [row for row in rows if row.line.kind is LineKind.BASE and row.line.runs]
    return EndsKind(max(running or rows, key=_when).texts["ends_kind"])


def _with_reason(rows: Sequence[GrantRow]) -> GrantRow | None:
    """The last line that states why the grant ended."""
    return max((row for row in rows if row.texts["end_reason"]), key=_when, default=None)


def _latest(rows: Sequence[GrantRow], column: str) -> date | None:
    return max((day for row in rows if (day := iso_date(row.texts[column]))), default=None)


def _when(row: GrantRow) -> tuple[date, date, int]:
    """Lines in the order they end, an open one last."""
    return row.line.end or date.max, row.line.start, row.place_line
