"""`effektspor cost GRANTS.csv --from 2026-01 --to 2026-12 [--by ...] [--json]`: cost by month and group."""

import argparse
import sys
from collections.abc import Sequence
from typing import Any

from effektspor.cli.cost_text import cost_as_text
from effektspor.cli.errors import CLEAN, ERRORS_FOUND
from effektspor.cli.grants_arguments import CostRequest, add_arguments, read_request
from effektspor.cli.printing import canonical_json, finding_as_json
from effektspor.core.grants.cells import CostRow


def add_command(commands: Any) -> None:
    says = "Regner bevillingers udgift, persondage, borgere og antal for hver måned og gruppe."
    parser = commands.add_parser("cost", help="regn ud, hvad bevillinger koster pr. måned", description=says)
    add_arguments(parser)
    parser.add_argument("--json", action="store_true", help="skriv svaret som JSON")
    parser.set_defaults(run=run_cost)


def run_cost(arguments: argparse.Namespace) -> int:
    """Compute cost by month and group; with a faulty line nothing is used unless the rest is accepted."""
    request = read_request(arguments)
    rows = request.cost(request.grants.rows, request.period) if request.usable else None
    if arguments.json:
        sys.stdout.write(_as_json(request, rows))
    else:
        sys.stdout.write(cost_as_text(arguments.grants, request, rows))
    return ERRORS_FOUND if request.grants.has_errors else CLEAN


def _as_json(request: CostRequest, rows: Sequence[CostRow] | None) -> str:
    return canonical_json({
        "findings": [finding_as_json(finding) for finding in request.grants.findings],
        "rows": [_row(request.by, row) for row in rows or ()],
        "total_ore": None if rows is None else sum(row.cost_ore for row in rows),
    })  # fmt: skip


def _row(by: Sequence[str], row: CostRow) -> dict[str, object]:
    figures = {"month": row.month, "cost_ore": row.cost_ore, "person_days": row.person_days,
               "citizens": row.citizens, "grants": row.grants}  # fmt: skip
    return figures | dict(zip(by, row.group, strict=True))
