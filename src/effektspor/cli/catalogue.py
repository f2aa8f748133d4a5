"""`effektspor catalogue PATH [--json]`: the proposals of a paper, and the catalogue that lists them."""

import argparse
import sys
from datetime import UTC, datetime
from typing import Any

from effektspor.app.documents import File, read_and_check
from effektspor.app.proposals_in_papers import discount_rate, find_proposals, rate_notes
from effektspor.cli.catalogue_json import catalogue_as_json, pays_back
from effektspor.cli.catalogue_text import catalogue_as_text
from effektspor.cli.errors import CLEAN, ERRORS_FOUND
from effektspor.cli.files import read_bytes
from effektspor.core.finding import Verdict
from effektspor.ingest.reading import check_kind

_SAYS = "Læser forslagene i et papir: linjer, summer, tilbagebetalingstid, opfølgning og kataloget, der samler dem."


def add_command(commands: Any) -> None:
    parser = commands.add_parser("catalogue", help="læs forslagene og kataloget i et papir", description=_SAYS)
    parser.add_argument("path", metavar="STI", help="et papir med forslag")
    parser.add_argument("--json", action="store_true", help="skriv svaret som JSON")
    parser.set_defaults(run=run_catalogue)


def run_catalogue(arguments: argparse.Namespace) -> int:
    """Read one paper; payback is computed with the rate in force today."""
    check_kind(arguments.path)
    reading = read_and_check(File(arguments.path, read_bytes(arguments.path)))
    found = find_proposals(reading.document, reading.findings)
    rate = discount_rate(datetime.now(UTC).date())
    notes = rate_notes(rate.notes) if pays_back(found) else []
    findings = (*reading.findings, *found.findings, *notes)
    if arguments.json:
        sys.stdout.write(catalogue_as_json(found, findings, rate.value))
    else:
        sys.stdout.write(catalogue_as_text(arguments.path, found, findings, rate.value))
    return ERRORS_FOUND if any(each.verdict is Verdict.ERROR for each in findings) else CLEAN
