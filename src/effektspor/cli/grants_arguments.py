"""What `cost` and `explain cost` are asked for: a file of grants, months, columns, statuses and an engine."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from effektspor.app.cost import DEFAULT_ENGINE, ENGINE_NAMES, compute_cost, engine_called
from effektspor.app.errors import NotPossible
from effektspor.cli.files import read_bytes
from effektspor.cli.months import read_months
from effektspor.cli.progress import told_progress
from effektspor.core.grants.cells import CostRow, GrantRow
from effektspor.core.grants.grant import GrantStatus
from effektspor.core.period import Period
from effektspor.ingest.grants import ReadGrants, read_grants

# Names that a row of the answer has of its own.
OWN_NAMES = ("month", "cost_ore", "person_days", "citizens", "grants")


@dataclass(frozen=True, slots=True)
class CostRequest:
    """What was asked for, with the file read; of a file with a faulty line nothing is usable unless it was accepted."""

    grants: ReadGrants
    period: Period
    by: tuple[str, ...]
    statuses: Sequence[GrantStatus]
    engine: str
    usable: bool

    def cost(self, rows: Sequence[GrantRow], period: Period) -> list[CostRow]:
        """Return what rows cost in a period; raises NotPossible where the engine cannot answer."""
        return compute_cost(rows, period, self.by, self.statuses, self.engine)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("grants", metavar="BEVILLINGER", help="CSV med bevillinger")
    parser.add_argument("--from", dest="first", metavar="MÅNED", required=True, help="første måned: 2026-01")
    parser.add_argument("--to", dest="last", metavar="MÅNED", required=True, help="sidste måned: 2026-12")
    parser.add_argument("--by", metavar="KOLONNER", default="section", help="kolonner med komma imellem (section)")
    parser.add_argument("--status", metavar="STATUS", help="kun bevillinger med disse status, med komma imellem")
    parser.add_argument("--engine", metavar="MOTOR", default=DEFAULT_ENGINE, help=f"{', '.join(ENGINE_NAMES)}")
    parser.add_argument("--accept-valid", action="store_true", help="regn på de linjer, der ikke er noget galt med")


def read_request(arguments: argparse.Namespace) -> CostRequest:
    """Return the request; raises NotPossible for an argument, and UnreadableDocument for the file."""
    period, statuses = read_months(arguments.first, arguments.last), _statuses(arguments.status)
    engine_called(arguments.engine)
    with told_progress() as tell:
        grants = read_grants(arguments.grants, read_bytes(arguments.grants), tell=tell)
    by = _columns(arguments.by, grants.columns)
    usable = bool(arguments.accept_valid) or not grants.has_errors
    return CostRequest(grants, period, by, statuses, arguments.engine, usable)


def _statuses(given: str | None) -> Sequence[GrantStatus]:
    known = {status.value: status for status in GrantStatus}
    if given is None:
        return tuple(GrantStatus)
    names = _listed(given)
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        raise NotPossible(f"--status kan ikke være '{', '.join(unknown)}'. Brug {', '.join(known)}.")
    return [known[name] for name in names]


def _columns(given: str, columns: Sequence[str]) -> tuple[str, ...]:
    names = _listed(given)
    unknown = [name for name in names if name not in columns]
    if unknown or not names:
        raise NotPossible(f"--by '{', '.join(unknown)}' er ikke en kolonne i filen. Brug {', '.join(columns)}.")
    if own := [name for name in names if name in OWN_NAMES]:
        raise NotPossible(f"--by kan ikke være {', '.join(own)}: svaret har sit eget felt af det navn.")
    return names


def _listed(given: str) -> tuple[str, ...]:
    """Names with commas between, each once and in order."""
    return tuple(dict.fromkeys(name for part in given.split(",") if (name := part.strip())))
