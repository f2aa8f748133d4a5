"""`effektspor simulate --citizens N --seed S --months M --out DIR`: a made-up municipality with a known truth."""

import argparse
import gc
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from effektspor.app.errors import NotPossible
from effektspor.cli.errors import CLEAN
from effektspor.simulator.chance import Chance
from effektspor.simulator.municipality import Municipality
from effektspor.simulator.parameters import STANDARD_CITIZENS, Parameters
from effektspor.simulator.simulation import simulate
from effektspor.simulator.writing import FILES, holds_simulation, write_simulation

_SAYS = "Laver en opdigtet kommune ud fra et frø: bevillinger, ændringer, regnskab, budget og den sande effekt."
_MOST_CITIZENS, _MOST_MONTHS = 200_000, 240


def add_command(commands: Any) -> None:
    parser = commands.add_parser("simulate", help="lav en opdigtet kommune, hvis sandhed kendes", description=_SAYS)
    parser.add_argument("--citizens", type=int, default=STANDARD_CITIZENS, metavar="ANTAL", help="borgere ad gangen")
    parser.add_argument("--seed", type=int, default=1, metavar="FRØ", help="samme frø giver de samme filer")
    parser.add_argument("--months", type=int, default=48, metavar="MÅNEDER", help="måneder fra januar 2023")
    parser.add_argument(
        "--out", required=True, metavar="MAPPE", help="en ny mappe, eller en med en tidligere simulering"
    )
    parser.set_defaults(run=run_simulate)


def run_simulate(arguments: argparse.Namespace) -> int:
    """Simulate and write the files; a folder that holds anything else is not touched."""
    parameters = _parameters(arguments)
    folder = Path(arguments.out)
    try:
        _check_folder(folder, arguments.out)
        with _without_collection():
            town = simulate(parameters, Chance(random.Random(parameters.seed)))  # noqa: S311 - made-up, no secret
            write_simulation(town, folder)
    except OSError as error:
        raise NotPossible(f"{arguments.out}: Mappen kan ikke skrives. Se efter, om du har lov til det.") from error
    sys.stdout.write(_summary(town, arguments.out))
    return CLEAN


@contextmanager
def _without_collection() -> Iterator[None]:
    """Nearly all that is made lives to the end, so looking for what does not takes a third of the time for nothing."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _parameters(arguments: argparse.Namespace) -> Parameters:
    for name, value, most in (("--citizens", arguments.citizens, _MOST_CITIZENS),
                              ("--months", arguments.months, _MOST_MONTHS)):  # fmt: skip
        if not 1 <= value <= most:
            raise NotPossible(f"{name} skal være fra 1 til {most}, ikke {value}.")
    if arguments.seed < 0:
        raise NotPossible(f"--seed skal være 0 eller mere, ikke {arguments.seed}.")
    return Parameters(arguments.citizens, arguments.seed, arguments.months)


def _check_folder(folder: Path, shown: str) -> None:
    if folder.exists() and not folder.is_dir():
        raise NotPossible(f"{shown}: Det er en fil. Vælg en mappe.")
    if folder.is_dir() and any(folder.iterdir()) and not holds_simulation(folder):
        raise NotPossible(f"{shown}: Mappen er ikke tom og har ingen tidligere simulering. Vælg en anden mappe.")


def _summary(town: Municipality, shown: str) -> str:
    parameters = town.parameters
    lines = sum(len(stay.lines) for stay in town.stays)
    return (
        f"{shown}: {', '.join(FILES)}\n"
        f"  {len(town.citizens)} borgere, {len(town.stays)} bevillinger, {lines} prislinjer, "
        f"{parameters.months} måneder fra {parameters.start:%d.%m.%Y}\n"
        f"  {len(town.changes)} ændringer, heraf {len(town.faults)} med en indlagt fejl\n"
    )
