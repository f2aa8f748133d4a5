"""One simulation of the standard municipality, as files, shared by the tests."""

import csv
import json
import random
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from effektspor.core.grants.price_line import LineKind, PriceLine, PriceUnit
from effektspor.simulator.chance import Chance
from effektspor.simulator.municipality import Municipality
from effektspor.simulator.parameters import Parameters
from effektspor.simulator.simulation import simulate
from effektspor.simulator.writing import write_simulation
from tests.unit.simulator.reading import day, end


@dataclass
class Simulated:
    """A simulation: its folder, read back from the files alone, and the municipality it came of."""

    folder: Path
    town: Municipality

    def rows(self, name: str) -> list[dict[str, str]]:
        with (self.folder / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, delimiter=";"))

    @cached_property
    def grants(self) -> list[dict[str, str]]:
        return self.rows("grants.csv")

    @cached_property
    def changes(self) -> list[dict[str, str]]:
        return self.rows("changes.csv")

    @cached_property
    def truth(self) -> dict:
        return json.loads((self.folder / "truth.json").read_text(encoding="utf-8"))

    @cached_property
    def lines(self) -> list[tuple[dict[str, str], PriceLine]]:
        """The lines that are paid, as the core has them."""
        real = set(self.truth["simulation"]["statuses"])
        return [(row, line_of(row)) for row in self.grants if row["status"] in real]


def line_of(row: dict[str, str]) -> PriceLine:
    return PriceLine(int(row["amount_ore"]), PriceUnit(row["unit"]), int(row["quantity"]), day(row["starts_on"]),
                     end(row["ends_on"]), LineKind(row["kind"]), row["line_id"])  # fmt: skip


def simulated(folder: Path, parameters: Parameters) -> Simulated:
    town = simulate(parameters, Chance(random.Random(parameters.seed)))
    write_simulation(town, folder)
    return Simulated(folder, town)


@pytest.fixture(scope="session")
def standard(tmp_path_factory: pytest.TempPathFactory) -> Simulated:
    return simulated(tmp_path_factory.mktemp("standard"), Parameters())


@pytest.fixture
def make(tmp_path: Path):
    """Simulate into a folder of its own."""
    return lambda name, **asked: simulated(tmp_path / name, Parameters(**asked))
