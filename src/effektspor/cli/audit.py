"""`effektspor audit PATH... [--json]`: read papers and check them."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from effektspor.app.documents import File, read_and_check
from effektspor.app.ports import Reading
from effektspor.cli.errors import CLEAN, ERRORS_FOUND, report_error
from effektspor.cli.printing import audit_as_json, reading_as_text
from effektspor.core.finding import Verdict
from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.reading import READABLE_SUFFIXES, check_size


@dataclass(frozen=True, slots=True)
class Audited:
    """A path as it was given, and its paper as it was read and checked."""

    path: str
    reading: Reading


def add_command(commands: Any) -> None:
    parser = commands.add_parser("audit", help="læs papirer, og kontrollér deres tal",
                                 description="Læser papirer og kontrollerer deres tal.")  # fmt: skip
    parser.add_argument("paths", metavar="STI", nargs="+", help="en fil eller en mappe med papirer")
    parser.add_argument("--json", action="store_true", help="skriv svaret som JSON")
    parser.set_defaults(run=run_audit)


def run_audit(arguments: argparse.Namespace) -> int:
    """Check every paper; a file that cannot be read is told after the others are answered, and gives status 2."""
    audited: list[Audited] = []
    unreadable: list[UnreadableDocument] = []
    for path, shown in _files(arguments.paths):
        try:
            audited.append(Audited(shown, _read(path, shown)))
        except UnreadableDocument as error:
            unreadable.append(error)
    _print(audited, as_json=arguments.json)
    statuses = [report_error(str(error)) for error in unreadable]
    return max([_status(audited), *statuses])


def _print(audited: list[Audited], *, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(audit_as_json([(each.path, each.reading) for each in audited]))
        return
    for each in audited:
        sys.stdout.write(reading_as_text(each.path, each.reading))


def _status(audited: list[Audited]) -> int:
    verdicts = {finding.verdict for each in audited for finding in each.reading.findings}
    return ERRORS_FOUND if Verdict.ERROR in verdicts else CLEAN


def _files(paths: list[str]) -> Iterator[tuple[Path, str]]:
    """Yield each file with its path as given; a folder's readable files by name, not those in folders below."""
    for given in paths:
        path = Path(given)
        if not path.is_dir():
            yield path, given
            continue
        for file in sorted(path.iterdir(), key=lambda each: each.name):
            if file.is_file() and file.suffix.lower() in READABLE_SUFFIXES:
                yield file, str(Path(given) / file.name)


def _read(path: Path, shown: str) -> Reading:
    try:
        check_size(shown, path.stat().st_size)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableDocument(shown, "Filen findes ikke.", "Se efter, om stien er skrevet rigtigt.") from error
    except OSError as error:
        raise UnreadableDocument(shown, "Filen kan ikke åbnes.", "Se efter, om du har lov til at læse den.") from error
    return read_and_check(File(shown, data))
