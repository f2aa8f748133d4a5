"""Where a finding points, in the truth's terms, and whether that is a place of the planted fault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from benchmarks.audit.faults.truth import Fault, Spot
from benchmarks.audit.score.align import Alignment, norm

ALARMS = ("error", "ask")


@dataclass(frozen=True)
class Alarm:
    """A finding as the scorer sees it; `text` is the paragraph it stands at, where it stands at no row."""

    code: str
    verdict: str
    table: int | None
    row: int | None
    text: str
    columns: tuple[str, ...]
    stated: str | None
    computed: str | None
    message: str

    @property
    def key(self) -> tuple[object, ...]:
        """What makes it the same finding on the clean and the faulty version of a paper."""
        return (self.code, self.table, self.row, self.text if self.table is None else "", self.columns)


def alarm(finding: Any, document: Any, found: Alignment) -> Alarm:
    """Return a finding with its place in the truth's terms."""
    table, row = _row_of(finding, document)
    number = found.tables.get(table.id) if table is not None else None
    where = found.rows.get((table.id, row)) if table is not None and row is not None else None
    return Alarm(
        finding.code, str(finding.verdict.value), where[0] if where else number, where[1] if where else None,
        "" if row is not None else _text_at(finding.place, document), tuple(finding.columns),
        finding.stated, finding.computed, finding.message,
    )  # fmt: skip


def _row_of(finding: Any, document: Any) -> tuple[Any, int | None]:
    """Return the read table and row a finding stands at, as far as it says."""
    named = next((table for table in document.tables if table.id == finding.table), None)
    for table in (named,) if named is not None else document.tables:
        row = next((i for i, row in enumerate(table.rows) if row.place == finding.place), None)
        if row is not None:
            return table, row
    return named, getattr(finding, "row", None)


def _text_at(place: Any, document: Any) -> str:
    notes = [note for table in document.tables for note in table.footnotes]
    return next((p.text for p in (*document.paragraphs, *notes) if p.place == place), "")


def points_at(alarm: Alarm, fault: Fault) -> bool:
    """Whether a finding points at one of a fault's places and, where it names columns, at one of its columns."""
    return any(_at(alarm, spot) for spot in fault.places)


def _at(alarm: Alarm, spot: Spot) -> bool:
    if spot.text is not None:
        text = norm(alarm.text)
        return len(text) > 8 and (text in norm(spot.text) or norm(spot.text) in text)
    if alarm.table != spot.table or (spot.row is not None and alarm.row != spot.row):
        return False
    if spot.columns is None or not alarm.columns:
        return True
    mine, theirs = [norm(c) for c in spot.columns], [norm(c) for c in alarm.columns]
    return any(a in b or (b and b in a) for a in mine for b in theirs)
