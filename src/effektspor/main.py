"""The command `effektspor`: demo goes to web, the rest to cli."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from effektspor.app.errors import NotPossible
from effektspor.cli.commands import build_parser, run
from effektspor.cli.errors import report_error
from effektspor.ingest.errors import UnreadableDocument


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 nothing wrong, 1 errors found, 2 could not be done."""
    parser, commands = build_parser()
    _add_demo(commands)
    try:
        return run(parser.parse_args(arguments))
    except (NotPossible, UnreadableDocument) as error:
        return report_error(str(error))


def _add_demo(commands: Any) -> None:
    parser = commands.add_parser("demo", help="læs papirer ind i databasen, eller vis demoens log ind-links",
                                 description="Læser papirer ind i databasen; kendte papirer røres ikke.")  # fmt: skip
    parser.add_argument("--documents", metavar="MAPPE", type=Path, help="mappe med papirer (ellers demoens egne)")
    parser.add_argument("--links", action="store_true", help="vis et log ind-link pr. rolle; hvert virker én gang")
    parser.set_defaults(run=_run_demo)


def _run_demo(arguments: argparse.Namespace) -> int:
    from effektspor.web import demo

    demo.start()
    if arguments.links:
        sys.stdout.write(demo.links())
        return 0
    loaded = demo.load(arguments.documents or demo.OWN_PAPERS)
    sys.stdout.write(loaded.summary)
    return max([0, *(report_error(line) for line in loaded.unreadable)])


if __name__ == "__main__":
    sys.exit(main())
