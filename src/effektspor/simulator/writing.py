"""The files of a simulation in a folder; rows are written as they come.

truth.json says that a folder holds a simulation: it is begun first, so that one that was broken off can be repeated.
"""

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from effektspor.simulator import budget, change_rows, grant_rows, ledger
from effektspor.simulator.ledger import Ledger, Row
from effektspor.simulator.month_costs import costs_of
from effektspor.simulator.municipality import Municipality
from effektspor.simulator.section_truth import section_truths
from effektspor.simulator.truth import Json, begun_truth, truth_of

TRUTH = "truth.json"
FILES = ("grants.csv", "changes.csv", "ledger.csv", "budget.csv", "population.csv", TRUTH)


def write_simulation(town: Municipality, folder: Path) -> None:
    """Write the six files; those of an earlier simulation are written over."""
    folder.mkdir(parents=True, exist_ok=True)
    _write_truth(folder, begun_truth(town))
    costs = costs_of(town)
    sections, posted = section_truths(town, costs), Ledger(town, costs)
    _write(folder / "grants.csv", grant_rows.COLUMNS, grant_rows.grant_rows(town))
    _write(folder / "changes.csv", change_rows.CHANGE_COLUMNS, change_rows.change_rows(town))
    _write(folder / "population.csv", change_rows.POPULATION_COLUMNS, change_rows.population_rows(town))
    _write(folder / "budget.csv", budget.COLUMNS, budget.budget_rows(town, sections))
    _write(folder / "ledger.csv", ledger.COLUMNS, posted.rows())
    _write_truth(folder, truth_of(town, sections, posted))


def _write_truth(folder: Path, truth: Json) -> None:
    text = json.dumps(truth, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (folder / TRUTH).write_text(text + "\n", encoding="utf-8", newline="\n")


def holds_simulation(folder: Path) -> bool:
    """Return whether a folder holds an earlier simulation and nothing else."""
    names = {path.name for path in folder.iterdir()}
    if TRUTH not in names or not names <= set(FILES):
        return False
    try:
        return "simulation" in json.loads((folder / TRUTH).read_text(encoding="utf-8"))
    except ValueError:
        return False


def _write(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
