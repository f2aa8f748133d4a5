"""The commands on files and their arguments."""

import argparse
from typing import Any

from effektspor.cli import audit, bench, catalogue, cost, effect, explain, simulate
from effektspor.cli.parser import DanishParser

Commands = Any  # argparse keeps the type of what add_subparsers returns private


def build_parser() -> tuple[DanishParser, Commands]:
    """Return the parser with the commands on files, and where to add more."""
    parser = DanishParser(prog="effektspor", description="Følg hver besparelse fra forslag til regnskab.")
    commands = parser.add_subparsers(title="kommandoer", required=True, metavar="KOMMANDO", parser_class=DanishParser)
    audit.add_command(commands)
    bench.add_command(commands)
    catalogue.add_command(commands)
    cost.add_command(commands)
    effect.add_command(commands)
    explain.add_command(commands)
    simulate.add_command(commands)
    return parser, commands


def run(arguments: argparse.Namespace) -> int:
    """Run the chosen command and return its exit status."""
    status: int = arguments.run(arguments)
    return status
