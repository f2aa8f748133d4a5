"""The scorer counts what is right as right, and holds a finding to the fault's own places."""

from dataclasses import dataclass
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from benchmarks.audit.faults.plant import make_pair
from benchmarks.audit.faults.truth import Fault, Spot
from benchmarks.audit.figures import plain
from benchmarks.audit.model import Paper
from benchmarks.audit.papers import make_paper
from benchmarks.audit.score.align import align
from benchmarks.audit.score.locate import Alarm, points_at
from benchmarks.audit.score.run import Outcome
from benchmarks.audit.score.tally import add_up


@dataclass(frozen=True)
class Printed:
    """A figure as a reader gives it."""

    value: Decimal

    def plain(self) -> str:
        return plain(self.value) or ""


def _read_perfectly(paper: Paper) -> tuple[Any, ...]:
    """Return the tables as a reader without faults gives them."""
    return tuple(_table(f"t{i}", table) for i, table in enumerate(paper.tables, 1))


def _table(name: str, table: Any) -> Any:
    rows = [
        SimpleNamespace(label=row.label, cells=[_cell(row, i) for i in range(len(row.figures))]) for row in table.rows
    ]
    return SimpleNamespace(id=name, columns=tuple(column.name for column in table.columns), rows=rows)


def _cell(row: Any, col: int) -> Any:
    values = [row.figures[col], *([] if row.second is None else [row.second[col]])]
    return SimpleNamespace(numbers=tuple(None if value is None else Printed(value) for value in values))


def test_a_perfect_reader_has_read_every_row() -> None:
    for seed in range(1, 80):
        paper = make_paper(seed)
        true = {(t, r) for t, table in enumerate(paper.tables) for r, row in enumerate(table.rows) if row.has_figures}
        assert true <= align(paper, _read_perfectly(paper)).read, seed


def test_a_row_with_two_figures_swapped_is_not_read() -> None:
    paper = next(p for p in map(make_paper, range(1, 50)) if p.kind == "follow_up")
    read = _read_perfectly(paper)
    row = next(row for row in read[0].rows if row.cells[0].numbers != row.cells[1].numbers)
    row.cells[0], row.cells[1] = row.cells[1], row.cells[0]
    assert (0, read[0].rows.index(row)) not in align(paper, read).read


def _alarm(**fields: Any) -> Alarm:
    return Alarm(**{"code": "X", "verdict": "error", "table": 0, "row": 1, "text": "", "columns": ("2024",),
                    "stated": None, "computed": None, "message": ""} | fields)  # fmt: skip


def test_a_finding_must_stand_at_the_row_and_in_the_column_of_the_fault() -> None:
    fault = Fault("digit", "", 0, 1, "a", ("2024",), "1", "2", (Spot(0, 1, "a", ("2024",)),))
    assert points_at(_alarm(), fault)
    assert points_at(_alarm(columns=("Budget 2024", "2025")), fault)
    assert not points_at(_alarm(row=2), fault)
    assert not points_at(_alarm(columns=("2025",)), fault)
    assert not points_at(_alarm(table=1), fault)


def test_precision_recall_and_f1() -> None:
    """Of two faults one is found; one alarm stands elsewhere and one on a clean paper: 1 of 2, and 1 of 3."""
    _, _, fault = make_pair(1, "digit")
    found = Outcome(1, "txt", "", "", fault=fault, hits=[_alarm()], strays=[_alarm()])
    missed = Outcome(2, "txt", "", "", fault=fault)
    clean = Outcome(3, "txt", "", "", alarms=[_alarm(), _alarm(verdict="note")])
    measures = add_up([found, missed, clean])["txt"].measures(("digit",))
    assert measures == {"recall": 0.5, "precision": 1 / 3, "f1": 0.4}
