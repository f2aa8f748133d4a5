"""Adding outcomes up: rows read, false alarms, recall per class, precision and F1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.audit.faults.plant import FURTHER, MAIN, PROPOSAL
from benchmarks.audit.score.run import Outcome

Counts = tuple[int, int]


@dataclass
class Tally:
    """The sums of one format."""

    format: str
    clean_papers: int = 0
    not_read: int = 0
    crashes: Counter[str] = field(default_factory=Counter)
    rows: dict[str, Counts] = field(default_factory=dict)
    variants: dict[str, Counts] = field(default_factory=dict)
    false_alarms: Counter[tuple[str, str]] = field(default_factory=Counter)
    papers_with_alarm: int = 0
    classes: dict[str, Counts] = field(default_factory=dict)
    by_error: Counter[str] = field(default_factory=Counter)
    hits_by_code: Counter[tuple[str, str]] = field(default_factory=Counter)
    strays: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def all_rows(self) -> Counts:
        return sum(n for n, _ in self.rows.values()), sum(k for _, k in self.rows.values())

    def alarms(self, verdict: str) -> int:
        return sum(count for (found, _), count in self.false_alarms.items() if found == verdict)

    def found(self, classes: Iterable[str]) -> Counts:
        """Return faulty papers and those found, of some classes."""
        counts = [self.classes.get(kind, (0, 0)) for kind in classes]
        return sum(n for n, _ in counts), sum(k for _, k in counts)

    def measures(self, classes: Sequence[str]) -> dict[str, float | None]:
        """Return recall, precision and F1. False are all alarms on clean papers and those on faulty ones elsewhere."""
        planted, found = self.found(classes)
        false = self.alarms("error") + self.alarms("ask")
        false += sum(count for (kind, *_), count in self.strays.items() if kind in classes)
        recall, precision = _ratio(found, planted), _ratio(found, found + false)
        f1 = 2 * recall * precision / (recall + precision) if recall and precision else 0.0 if planted else None
        return {"recall": recall, "precision": precision, "f1": f1}

    def as_json(self) -> dict[str, Any]:
        total, read = self.all_rows()
        return {
            "format": self.format, "clean_papers": self.clean_papers, "not_read": self.not_read,
            "crashes": self.crashes,
            "rows": total, "rows_read": read, "rows_by_kind": self.rows, "rows_by_variant": self.variants,
            "false_alarms": {f"{v} {c}": n for (v, c), n in sorted(self.false_alarms.items())},
            "papers_with_alarm": self.papers_with_alarm, "classes": self.classes, "found_by_error": self.by_error,
            "hits_by_code": {f"{k} {c}": n for (k, c), n in sorted(self.hits_by_code.items())},
            "strays": {" ".join(key): n for key, n in sorted(self.strays.items())},
            "main": self.measures(MAIN), "further": self.measures(FURTHER),
            "proposal": self.measures(PROPOSAL),
        }  # fmt: skip


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def add_up(outcomes: Iterable[Outcome]) -> dict[str, Tally]:
    """Return a tally per format; a clean paper that came twice counts once."""
    tallies: dict[str, Tally] = {}
    seen: set[tuple[str, int]] = set()
    for outcome in outcomes:
        tally = tallies.setdefault(outcome.format, Tally(outcome.format))
        if outcome.fault is not None:
            _add_faulty(tally, outcome)
        elif (outcome.format, outcome.seed) not in seen:
            seen.add((outcome.format, outcome.seed))
            _add_clean(tally, outcome)
    return tallies


def _add_clean(tally: Tally, outcome: Outcome) -> None:
    if not outcome.readable:
        tally.not_read += 1
        tally.crashes.update([outcome.crash] if outcome.crash else [])
        return
    tally.clean_papers += 1
    tally.false_alarms.update((alarm.verdict, alarm.code) for alarm in outcome.alarms)
    tally.papers_with_alarm += any(alarm.verdict != "note" for alarm in outcome.alarms)
    for kind, counts in outcome.rows.items():
        tally.rows[kind] = _plus(tally.rows.get(kind, (0, 0)), counts)
        tally.variants[outcome.variant] = _plus(tally.variants.get(outcome.variant, (0, 0)), counts)


def _add_faulty(tally: Tally, outcome: Outcome) -> None:
    assert outcome.fault is not None, "a faulty outcome has its truth"
    kind = outcome.fault.kind
    tally.crashes.update([outcome.crash] if outcome.crash else [])
    tally.classes[kind] = _plus(tally.classes.get(kind, (0, 0)), (1, bool(outcome.hits)))
    tally.by_error[kind] += any(alarm.verdict == "error" for alarm in outcome.hits)
    tally.hits_by_code.update({(kind, alarm.code) for alarm in outcome.hits})
    tally.strays.update((kind, alarm.verdict, alarm.code) for alarm in outcome.strays)


def _plus(a: Counts, b: Counts) -> Counts:
    return a[0] + b[0], a[1] + b[1]
