"""Running the product on the papers of a seed, clean and faulty, through its Python entry."""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.audit.faults.plant import make_pair, proposal_class_of
from benchmarks.audit.faults.truth import Fault
from benchmarks.audit.model import Paper
from benchmarks.audit.papers import make_paper
from benchmarks.audit.score.align import Alignment, align
from benchmarks.audit.score.locate import ALARMS, Alarm, alarm, points_at
from benchmarks.audit.writers.formats import suffix, writer
from effektspor.app.documents import File, read_and_check
from effektspor.app.ports import Reading
from effektspor.ingest.errors import UnreadableDocument


@dataclass
class Outcome:
    """What came of one version of a paper in one format.

    `readable` is False where no reader takes the format; `crash` is the error where the product broke down.
    """

    seed: int
    format: str
    kind: str
    variant: str
    readable: bool = True
    crash: str = ""
    rows: dict[str, tuple[int, int]] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    alarms: list[Alarm] = field(default_factory=list)
    fault: Fault | None = None
    hits: list[Alarm] = field(default_factory=list)
    strays: list[Alarm] = field(default_factory=list)


def run_seed(seed: int, formats: tuple[str, ...]) -> list[Outcome]:
    """Return the outcomes of a seed: its clean paper, the pair with a fault and one of a business case, each format."""
    return [*_run_pair(seed, formats, None), *_run_pair(seed, formats, proposal_class_of(seed))]


def _run_pair(seed: int, formats: tuple[str, ...], kind: str | None) -> list[Outcome]:
    first = make_paper(seed)
    clean, faulty, fault = make_pair(seed, kind)
    outcomes: list[Outcome] = []
    for name in formats:
        before = check(clean, name)
        outcomes.append(before)
        if first.seed != clean.seed and kind is None:
            outcomes.append(check(first, name))
        if before.readable:  # a format without a reader is not tried again
            outcomes.append(_judged(check(faulty, name), before, fault, seed))
    return outcomes


def check(paper: Paper, name: str) -> Outcome:
    """Return what the product reads of a paper and says about it."""
    outcome = Outcome(paper.seed, name, paper.kind, paper.text_variant if name == "txt" else name.partition("-")[2])
    reading = _reading(outcome, File(f"papir-{paper.seed}{suffix(name)}", writer(name)(paper)))
    if reading is None:
        return outcome
    found = align(paper, reading.document.tables)
    _count_rows(outcome, paper, found)
    outcome.alarms = [alarm(finding, reading.document, found) for finding in reading.findings]
    return outcome


def _reading(outcome: Outcome, file: File) -> Reading | None:
    """Return what the product makes of a file, or say in the outcome why there is nothing."""
    try:
        return read_and_check(file)
    except UnreadableDocument as error:
        outcome.readable, outcome.crash = False, "" if "Filtypen" in str(error) else str(error)
    except Exception as error:  # a benchmark counts breakdowns, it does not stop at them
        outcome.readable, outcome.crash = False, f"{type(error).__name__}: {error}"
    return None


def _count_rows(outcome: Outcome, paper: Paper, found: Alignment) -> None:
    """Count the rows with figures by kind of table: all, and those that were read."""
    for number, table in enumerate(paper.tables):
        rows = [i for i, row in enumerate(table.rows) if row.has_figures]
        read = [i for i in rows if (number, i) in found.read]
        all_before, read_before = outcome.rows.get(table.kind, (0, 0))
        outcome.rows[table.kind] = (all_before + len(rows), read_before + len(read))
        outcome.unread += [f"{table.kind}: {table.rows[i].label}" for i in rows if i not in read]


def _judged(outcome: Outcome, clean: Outcome, fault: Fault, seed: int) -> Outcome:
    """Sort the alarms beyond the clean version's into those that point at the fault and those that do not."""
    known = {alarm.key for alarm in clean.alarms}
    new = [alarm for alarm in outcome.alarms if alarm.verdict in ALARMS and alarm.key not in known]
    outcome.fault, outcome.seed = fault, seed
    outcome.hits = [alarm for alarm in new if points_at(alarm, fault)]
    outcome.strays = [alarm for alarm in new if alarm not in outcome.hits]
    return outcome
