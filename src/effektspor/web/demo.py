"""The demo: papers loaded into the configured database, idempotently, and a one-time link per role."""

import os
from dataclasses import dataclass
from pathlib import Path

import django
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from effektspor.app.documents import File, Loaded, PaperStores, load_documents
from effektspor.app.errors import NotPossible
from effektspor.app.ports import DocumentSummary
from effektspor.core.finding import Verdict
from effektspor.ingest.reading import MAX_BYTES, READABLE_SUFFIXES
from effektspor.web.configuration import ConfigurationError, read_configuration

# Beside the package in a checkout; an installed package has no demo papers and is told where they are.
OWN_PAPERS = Path(__file__).parents[3] / "demo" / "documents"


@dataclass(frozen=True, slots=True)
class DemoLoaded:
    """What loading came to: a Danish summary, and one line for each file that could not be read."""

    summary: str
    unreadable: tuple[str, ...]


def start() -> None:
    """Make Django ready for a command. Raises NotPossible when a setting is missing."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "effektspor.web.settings")
    try:
        django.setup()
    except ConfigurationError as error:
        raise NotPossible(str(error)) from error


def load(folder: Path) -> DemoLoaded:
    """Load a folder's papers and, in the demo, its users. Raises NotPossible when there is nothing to load."""
    from effektspor.web.accounts.demo import add_demo_users
    from effektspor.web.catalogue.store import DjangoCatalogueStore
    from effektspor.web.documents.files import DataFolderFiles
    from effektspor.web.documents.store import DjangoDocumentStore
    from effektspor.web.keep import keeps
    from effektspor.web.log.store import DjangoRecordings
    from effektspor.web.plans.store import DjangoPlanStore
    from effektspor.web.proposals.store import DjangoProposalStore

    _require_tables()
    store, recordings = DjangoDocumentStore(), DjangoRecordings()
    recording = recordings.record("documents.load", f"Mappen {folder.name}")
    stores = PaperStores(store, DjangoPlanStore(), keeps())
    known = len(DjangoProposalStore().summaries())
    loaded = load_documents(read_folder(folder), DataFolderFiles(), stores, recording)
    users = add_demo_users(recordings) if read_configuration().demo else 0
    proposals = _proposals(DjangoCatalogueStore().count(), len(DjangoProposalStore().summaries()), known)
    summary = _summary(loaded, store.summaries(), [*proposals, *_users(users)])
    return DemoLoaded(summary, tuple(str(error) for error in loaded.unreadable))


def _require_tables() -> None:
    """Say in one line that the database has not been made ready, instead of failing on its first table."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise NotPossible("Databasen er ikke gjort klar. Kør scripts/run, eller: python -m django migrate.")


def links() -> str:
    """Return a line per role with a link that works once, for this machine only."""
    from effektspor.web.accounts.demo import log_in_links

    if not read_configuration().demo:
        raise NotPossible("Log ind-links findes kun i demoen. Sæt EFFEKTSPOR_DEMO=1.")
    address = f"http://127.0.0.1:{os.environ.get('PORT') or '8000'}"
    return "".join(f"  {role:<18} {link}\n" for role, link in log_in_links(address))


def read_folder(folder: Path) -> list[File]:
    """Return the readable files of a folder by name; of one that is too large only so much that it is refused."""
    if not folder.is_dir():
        raise NotPossible(f"{folder}: Mappen findes ikke. Skriv --documents og en mappe med papirer.")
    paths = [path for path in sorted(folder.iterdir()) if path.is_file() and path.suffix.lower() in READABLE_SUFFIXES]
    if not paths:
        raise NotPossible(f"{folder}: Mappen har ingen papirer. Der læses {', '.join(READABLE_SUFFIXES)}.")
    return [File(path.name, _read_at_most(path)) for path in paths]


def _read_at_most(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _proposals(catalogues: int, proposals: int, known: int) -> list[str]:
    if not catalogues and not proposals:
        return []
    listed = "1 katalog" if catalogues == 1 else f"{catalogues} kataloger"
    return [f"{listed} og {proposals} forslag fra papirerne, {proposals - known} af forslagene er nye."]


def _users(users: int) -> list[str]:
    return [f"{users} demobrugere er oprettet."] if users else []


def _summary(loaded: Loaded, summaries: list[DocumentSummary], more: list[str]) -> str:
    papers = "1 papir" if len(loaded.added) == 1 else f"{len(loaded.added)} papirer"
    lines = [f"{papers} er læst ind, {loaded.unchanged} var kendt i forvejen."]
    lines += [_line(summary) for summary in summaries]
    return "\n".join([*lines, *more]) + "\n"


def _line(summary: DocumentSummary) -> str:
    counts = ", ".join(f"{summary.counts.get(verdict, 0)} {verdict.danish}" for verdict in Verdict)
    tables = "1 tabel" if summary.table_count == 1 else f"{summary.table_count} tabeller"
    return f"  {summary.name}: {tables}; {counts}"
