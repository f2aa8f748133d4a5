"""A file of changes (CONTRACT, `effektspor effect`) → changes, and what is wrong with the others, by line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from effektspor.core.cpr import has_cpr
from effektspor.core.effects.change import Change, ChangeKind
from effektspor.core.finding import Finding, Place, Verdict
from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.grants.records import Record, decode, records_of
from effektspor.ingest.grants.rows import iso_date

REQUIRED = ("change_id", "measure", "citizen", "kind", "before_grants", "after_grants", "effective_on",
            "baseline_ends_on")  # fmt: skip
OPTIONAL = ("accounts", "ore_by_year", "evidence")
# What can be wrong with a line: its code, the manual's title, and what to do.
FAULTS: Mapping[str, tuple[str, str]] = {
    "CHG-001": ("Linjen har noget, der ligner et CPR-nummer.", "Brug borgerens nøgle, aldrig CPR."),
    "CHG-002": ("Ændringen mangler nummer eller tiltag.", "Skriv begge: change_id og measure."),
    "CHG-003": ("Ændringen står to gange.", "Giv hver ændring sit eget nummer."),
    "CHG-004": ("Linjen kan ikke deles i felter.", "Se efter skilletegn og citationstegn i linjen."),
    "CHG-005": ("Ændringens art kendes ikke.", f"Skriv en af disse: {', '.join(kind.value for kind in ChangeKind)}."),
    "CHG-006": ("En dag kan ikke læses.", "Skriv dagen som 2026-09-01."),
    "CHG-007": ("Et beløb pr. år kan ikke læses.", "Skriv som 2026:150000 2027:300000, i hele øre."),
}
_YEAR_AMOUNT = re.compile(r"([0-9]{4}):(-?[0-9]{1,15})")
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ReadChanges:
    """The changes that nothing is wrong with, where each stands, and what is wrong with the other lines."""

    changes: list[Change]
    places: Mapping[str, Place]
    findings: list[Finding]


class _Fault(Exception):
    """What is wrong with a line; the message is the code's title unless more can be said."""

    def __init__(self, code: str, message: str = "") -> None:
        title, self.remedy = FAULTS[code]
        self.code, self.message = code, message or title
        super().__init__(self.message)


def read_changes(file: str, data: bytes, path: str | None = None) -> ReadChanges:
    """Return the changes of a file. Raises UnreadableDocument where it is empty, no text, or lacks a column."""
    records = records_of(decode(file, data))
    names = _names(file, next(records))
    changes: dict[str, Change] = {}
    places: dict[str, Place] = {}
    findings: list[Finding] = []
    for record in records:
        place = Place(line=record.line, path=path)
        try:
            change = _change(names, record, known=changes)
            changes[change.change_id], places[change.change_id] = change, place
        except _Fault as fault:
            findings.append(Finding(fault.code, Verdict.ERROR, place, fault.message, fault.remedy))
    return ReadChanges(list(changes.values()), places, findings)


def _names(file: str, head: Record) -> list[str]:
    names = [name.strip() for name in head.fields or ()]
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise UnreadableDocument(file, f"Filen mangler {', '.join(missing)} i sin første linje.",
                                 f"Første linje skal navngive kolonnerne {', '.join(REQUIRED)}.")  # fmt: skip
    return names


def _change(names: list[str], record: Record, known: Mapping[str, Change]) -> Change:
    texts = _texts(names, record)
    if not texts["change_id"] or not texts["measure"]:
        raise _Fault("CHG-002")
    if texts["change_id"] in known:
        raise _Fault("CHG-003", f"Ændringen {texts['change_id']} står to gange.")
    return Change(
        change_id=texts["change_id"],
        measure=texts["measure"],
        citizen=texts["citizen"],
        kind=_kind(texts["kind"]),
        before=tuple(dict.fromkeys(texts["before_grants"].split())),
        after=tuple(dict.fromkeys(texts["after_grants"].split())),
        effective_on=_day(texts["effective_on"], "effective_on"),
        baseline_end=_day_after(texts["baseline_ends_on"]),
        accounts=tuple(texts["accounts"].split()),
        ore_by_year=dict(_amounts(texts["ore_by_year"])),
        evidence=texts["evidence"],
    )  # fmt: skip


def _texts(names: list[str], record: Record) -> dict[str, str]:
    fields = [field.strip() for field in record.fields or ()]
    if any(has_cpr(field) for field in fields):
        raise _Fault("CHG-001")
    if record.fields is None or len(fields) > len(names):
        raise _Fault("CHG-004", "Linjen har flere felter end første linje, eller et citationstegn uden mage.")
    texts = dict.fromkeys((*REQUIRED, *OPTIONAL), "")
    return texts | dict(zip(names, fields, strict=False))


def _kind(text: str) -> ChangeKind:
    try:
        return ChangeKind(text)
    except ValueError:
        raise _Fault("CHG-005", f"Arten »{text}« kendes ikke.") from None


def _day_after(text: str) -> date | None:
    """The file states the last day; empty is open."""
    return _day(text, "baseline_ends_on") + _ONE_DAY if text else None


def _day(text: str, column: str) -> date:
    day = iso_date(text)
    if day is None or (column == "baseline_ends_on" and day == day.max):
        raise _Fault("CHG-006", f"»{text}« i {column} er ikke en dag.")
    return day


def _amounts(text: str) -> Iterator[tuple[int, int]]:
    for part in text.split():
        match = _YEAR_AMOUNT.fullmatch(part)
        if match is None:
            raise _Fault("CHG-007", f"»{part}« i ore_by_year er ikke et år og et beløb.")
        yield int(match[1]), int(match[2])
