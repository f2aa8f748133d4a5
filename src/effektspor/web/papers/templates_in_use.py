"""Which Word template each paper is set in: one that was uploaded, else one in the settings' folder, else ours."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from effektspor.app.errors import NotPossible
from effektspor.app.paper_ports import StoredTemplate
from effektspor.reports.template_check import TEMPLATE_TITLES, built_in
from effektspor.web.documents.files import DataFolderFiles
from effektspor.web.papers.store import DjangoTemplateStore
from effektspor.web.settings import CONFIGURATION

FOLDER = CONFIGURATION.data / "skabeloner"


class Origin(StrEnum):
    """Where a template comes from, the first that is there wins."""

    UPLOADED = "lagt op her"
    FOLDER = "fra mappen i EFFEKTSPOR_TEMPLATES"
    BUILT_IN = "programmets egen"


@dataclass(frozen=True, slots=True)
class TemplateInUse:
    """The template that papers of a kind are set in now; `stored` says who put it there, where it was uploaded."""

    name: str
    origin: Origin
    path: Path | None = None
    stored: StoredTemplate | None = None

    def read(self) -> bytes:
        """Return its bytes. Raises NotPossible when the file of an uploaded one is gone: no other takes its place."""
        if self.stored is None:
            assert self.path, "a template that was not uploaded is a file in a folder"
            return self.path.read_bytes()
        data = template_files().read(self.stored.sha256)
        if data is None:
            raise NotPossible(
                f"{self.name}: Skabelonens fil mangler i datamappen. Læg skabelonen op igen, eller tag den ud af brug."
            )
        return data


def template_files() -> DataFolderFiles:
    """Return where the bytes of uploaded templates are: beside the papers, never where static files are sent from."""
    return DataFolderFiles(FOLDER)


def templates_in_use() -> Mapping[str, TemplateInUse]:
    """Return what each template of ours is or has been given place to, by name."""
    uploaded = DjangoTemplateStore().current()
    return {name: _in_use(name, uploaded.get(name)) for name in TEMPLATE_TITLES}


@contextmanager
def as_file(name: str) -> Iterator[Path]:
    """Give the template in use as a file under its own name, which is what an error in it is said of."""
    data = _in_use(name, DjangoTemplateStore().current().get(name)).read()
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        yield path


def _in_use(name: str, stored: StoredTemplate | None) -> TemplateInUse:
    if stored:
        return TemplateInUse(name, Origin.UPLOADED, stored=stored)
    folder = CONFIGURATION["EFFEKTSPOR_TEMPLATES"]
    path = Path(folder) / name
    if folder and path.is_file():
        return TemplateInUse(name, Origin.FOLDER, path)
    return TemplateInUse(name, Origin.BUILT_IN, built_in(name))
