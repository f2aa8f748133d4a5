"""`effektspor explain cost ...`: how one figure comes about, as a tree."""

import argparse
import sys
from collections.abc import Sequence
from typing import Any

from effektspor.app.cost import of_status
from effektspor.app.errors import NotPossible
from effektspor.app.explained_cost import explain_cell
from effektspor.cli.cost_text import NOTHING_USED, findings_as_lines
from effektspor.cli.errors import CLEAN, ERRORS_FOUND
from effektspor.cli.explain_effect import add_figure
from effektspor.cli.explain_text import cell_as_lines
from effektspor.cli.grants_arguments import CostRequest, add_arguments, read_request
from effektspor.cli.months import read_month
from effektspor.cli.parser import DanishParser
from effektspor.core.grants.cells import GrantRow
from effektspor.core.grants.month import Month


def add_command(commands: Any) -> None:
    parser = commands.add_parser("explain", help="vis, hvordan et tal kommer frem",
                                 description="Viser som et træ, hvordan et tal kommer frem.")  # fmt: skip
    figures = parser.add_subparsers(title="tal", required=True, metavar="TAL", parser_class=DanishParser)
    _add_cost(figures)
    add_figure(figures)


def _add_cost(figures: Any) -> None:
    says = "Viser bevillinger, linjer, dage og beløb bag én celle af cost."
    parser = figures.add_parser("cost", help="udgiften i én måned og gruppe", description=says)
    add_arguments(parser)
    parser.add_argument("--month", metavar="MÅNED", required=True, help="cellens måned: 2026-03")
    says = "cellens gruppe; har --by flere kolonner, så en --group for hver, eller komma imellem"
    parser.add_argument("--group", metavar="GRUPPE", action="append", required=True, help=says)
    parser.set_defaults(run=run_explain_cost)


def run_explain_cost(arguments: argparse.Namespace) -> int:
    """Print the cell as a tree that adds up to it; with a faulty line nothing is used unless the rest is accepted."""
    month, request = read_month("--month", arguments.month), read_request(arguments)
    if not request.period.start <= month.start < request.period.end:
        raise NotPossible(f"--month {month} ligger ikke mellem --from og --to.")
    group = _group(arguments.group, request.by)
    lines = [*findings_as_lines(arguments.grants, request.grants.findings)]
    lines += _explained(request, month, group) if request.usable else [NOTHING_USED]
    sys.stdout.write("\n".join(lines) + "\n")
    return ERRORS_FOUND if request.grants.has_errors else CLEAN


def _explained(request: CostRequest, month: Month, group: tuple[str, ...]) -> list[str]:
    """The cell as the engine gives it, and the tree of it, line by line."""
    rows = [row for row in of_status(request.grants.rows, request.statuses) if _group_of(row, request.by) == group]
    cells = request.cost(rows, month.period)
    named = ", ".join(f"{name} {text or '(tom)'}" for name, text in zip(request.by, group, strict=True))
    if not cells:
        raise NotPossible(f"Der er ingen bevillinger i {month} med {named}.")
    explained = explain_cell(rows, month)
    assert explained.cost_ore == cells[0].cost_ore, "the tree adds up to the cell"
    return list(cell_as_lines(month, named, cells[0], explained))


def _group(given: Sequence[str], by: Sequence[str]) -> tuple[str, ...]:
    """A value may hold a comma itself: where each column has its own --group, none is split."""
    texts = given if len(given) == len(by) else [text.strip() for text in ",".join(given).split(",")]
    if len(texts) != len(by):
        raise NotPossible(f"--group har {len(texts)} værdier, men --by har {len(by)} kolonner: {', '.join(by)}.")
    return tuple(texts)


def _group_of(row: GrantRow, by: Sequence[str]) -> tuple[str, ...]:
    return tuple(row.texts[name] for name in by)
