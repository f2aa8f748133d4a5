"""The score as Markdown tables, and the misses in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.audit.faults.plant import FURTHER, MAIN, PROPOSAL
from benchmarks.audit.score.locate import Alarm
from benchmarks.audit.score.run import Outcome
from benchmarks.audit.score.tally import Counts, Tally


def render(tallies: dict[str, Tally]) -> str:
    """Return all tables; formats that no reader takes are named as such."""
    read = [tally for tally in tallies.values() if tally.clean_papers]
    lines = [*_overview(list(tallies.values())), "", *_classes(read), "", *_rows(read), "", *_codes(read)]
    return "\n".join(lines)


def _overview(tallies: list[Tally]) -> Iterator[str]:
    yield "| format | papers | rows read | error, clean | ask / 20 papers | note, clean | precision | recall | F1 |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---:|"
    for tally in tallies:
        if not tally.clean_papers:
            why = "broke down" if tally.crashes else "not read"
            yield f"| {tally.format} | {tally.not_read} | {why} |  |  |  |  |  |  |"
            continue
        main = tally.measures(MAIN)
        asks = 20 * tally.alarms("ask") / tally.clean_papers
        yield (
            f"| {tally.format} | {tally.clean_papers} | {_share(tally.all_rows())} | {tally.alarms('error')} "
            f"| {asks:.2f} | {tally.alarms('note')} | {_pct(main['precision'])} | {_pct(main['recall'])} "
            f"| {_pct(main['f1'])} |"
        )


def _classes(tallies: list[Tally]) -> Iterator[str]:
    yield "| class | " + " | ".join(f"{t.format} found" for t in tallies) + " | codes |"
    yield "|---|" + "---:|" * len(tallies) + "---|"
    for kind in MAIN:
        yield _class_row(kind, tallies)
    yield "| **main** | " + " | ".join(_share(t.found(MAIN)) for t in tallies) + " | |"
    for kind in FURTHER:
        yield _class_row(kind, tallies)
    yield "| **further** | " + " | ".join(_share(t.found(FURTHER)) for t in tallies) + " | |"
    for kind in PROPOSAL:
        yield _class_row(kind, tallies)
    yield "| **proposal** | " + " | ".join(_share(t.found(PROPOSAL)) for t in tallies) + " | |"


def _class_row(kind: str, tallies: list[Tally]) -> str:
    codes = sorted({code for t in tallies for found, code in t.hits_by_code if found == kind})
    cells = (f"{_share(t.classes.get(kind, (0, 0)))} (error {t.by_error[kind]})" for t in tallies)
    return f"| {kind} | " + " | ".join(cells) + f" | {' '.join(codes)} |"


def _rows(tallies: list[Tally]) -> Iterator[str]:
    yield "| rows read | " + " | ".join(t.format for t in tallies) + " |"
    yield "|---|" + "---:|" * len(tallies)
    variants = sorted({f for t in tallies for f in t.variants if f})
    for variant in variants:
        yield f"| txt: {variant} | " + " | ".join(_share(t.variants.get(variant, (0, 0))) for t in tallies) + " |"
    for kind in sorted({kind for t in tallies for kind in t.rows}):
        yield f"| {kind} | " + " | ".join(_share(t.rows.get(kind, (0, 0))) for t in tallies) + " |"


def _codes(tallies: list[Tally]) -> Iterator[str]:
    yield "| on clean papers | " + " | ".join(t.format for t in tallies) + " |"
    yield "|---|" + "---:|" * len(tallies)
    for verdict, code in sorted({key for t in tallies for key in t.false_alarms}):
        yield f"| {verdict} {code} | " + " | ".join(str(t.false_alarms[verdict, code]) for t in tallies) + " |"
    strays = [f"{t.format}: {sum(t.strays.values())}" for t in tallies]
    yield f"| elsewhere on faulty papers | {' | '.join(strays)} |"


def _share(counts: Counts) -> str:
    return f"{counts[1]}/{counts[0]} ({100 * counts[1] / counts[0]:.1f} %)" if counts[0] else "–"


def _pct(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f} %"


def misses(outcomes: Iterable[Outcome], limit: int) -> Iterator[str]:
    """Yield false alarms, unfound faults, stray alarms and unread rows, at most `limit` of each."""
    listed = list(outcomes)
    crashes = (f"{o.format} seed {o.seed} {o.variant} {o.crash}" for o in listed if o.crash)
    yield from _section("broke down", crashes, limit)
    yield from _section("false alarm", (_alarm(o, a) for o in listed if not o.fault for a in _loud(o.alarms)), limit)
    yield from _section("not found", (_fault(o) for o in listed if o.fault and o.readable and not o.hits), limit)
    yield from _section("elsewhere", (_fault(o) + " << " + _alarm(o, a) for o in listed for a in o.strays), limit)
    unread = (f"{o.format} {o.seed} {o.variant} {row}" for o in listed if not o.fault for row in o.unread)
    yield from _section("unread", unread, limit)


def _loud(alarms: list[Alarm]) -> list[Alarm]:
    return [alarm for alarm in alarms if alarm.verdict != "note"]


def _section(name: str, lines: Iterable[str], limit: int) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number == limit:
            return
        yield f"{name}: {line}"


def _alarm(o: Outcome, a: Alarm) -> str:
    where = f"table {a.table} row {a.row} {list(a.columns)}"
    return f"{o.format} seed {o.seed} {o.variant} {a.verdict} {a.code} at {where} {a.stated}/{a.computed}: {a.message}"


def _fault(o: Outcome) -> str:
    f = o.fault
    assert f is not None, "only faulty outcomes come here"
    where = f"table {f.table} row {f.row} {f.label!r} {list(f.columns)}"
    return f"{o.format} seed {o.seed} {o.variant} {f.kind} ({f.variant}) at {where} printed {f.stated}, true {f.true}"
