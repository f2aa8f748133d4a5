"""Word and Excel files are zip archives of XML parts: opened with care, refused in Danish."""

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from typing import NamedTuple

from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.limits import Limits
from effektspor.ingest.markup import Element, NotXml, attribute, children, local, parse_xml

_MOST_BYTES = 200 * 1024 * 1024
_MOST_TIMES_LARGER = 200
_MOST_PARTS = 10_000
# A part is a tree in memory many times its size; a paper of 1.000 pages has one of 20 MB.
_LARGEST_PART = 60 * 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PART_HEAD = b"PK\x01\x02"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What zipfile raises on a broken file; NotImplementedError is its word for a compression it does not know.
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, NotImplementedError)


class Kind(NamedTuple):
    """A kind of office file: what users call it, and how its main part begins."""

    danish: str
    program: str
    suffix: str
    root: str
    main: str


WORD = Kind("et Word-dokument", "Word", ".docx", "document", "word/document.xml")
EXCEL = Kind("en Excel-projektmappe", "Excel", ".xlsx", "workbook", "xl/workbook.xml")


class Related(NamedTuple):
    """A part another part points to; `kind` is the last word of its type: "styles"."""

    kind: str
    path: str


@dataclass(frozen=True)
class Package:
    """An opened file: its main part's path and root, and the parts it points to."""

    kind: Kind
    limits: Limits
    archive: zipfile.ZipFile
    names: dict[str, str]

    def main(self) -> tuple[str, Element]:
        """Return the path and the root of the main part; raises UnreadableDocument when it is another kind of file."""
        found = [part.path for part in self.related("").values() if part.kind == "officeDocument"]
        path = found[0] if found else self.kind.main
        root = self.part(path)
        if root is None or local(root) != self.kind.root:
            raise _not_of_kind(self.limits.name, self.kind)
        return path, root

    def part(self, path: str) -> Element | None:
        """Return the root of a part, None when it is not there; raises UnreadableDocument when it is broken."""
        name = self.names.get(path.lower())
        if name is None:
            return None
        try:
            return parse_xml(self._read(name))
        except (NotXml, *_ZIP_ERRORS) as error:
            raise _broken(self.limits.name, self.kind) from error

    def _read(self, name: str) -> bytes:
        entry = self.archive.getinfo(name)
        if entry.file_size > _LARGEST_PART:
            raise _too_large(self.limits.name)
        data = self.archive.read(entry)
        self.limits.check_tags(data)
        return data

    def related(self, path: str) -> dict[str, Related]:
        """Return the parts that a part points to, by id; links out of the file are not followed."""
        folder, name = posixpath.split(path)
        links = children(self.part(posixpath.join(folder, "_rels", f"{name}.rels")), "Relationship")
        return {
            link.get("Id", ""): Related(
                link.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, link.get("Target", "").replace("\\", "/"))).lstrip("/"),
            )
            for link in links
            if attribute(link, "TargetMode") != "External"
        }

    def first_related(self, path: str, kind: str) -> Element | None:
        """Return the root of the first part of a kind that a part points to, or None."""
        found = (related.path for related in self.related(path).values() if related.kind == kind)
        return next((root for path in found if (root := self.part(path)) is not None), None)


def open_package(limits: Limits, data: bytes, kind: Kind) -> Package:
    """Return an office file opened; raises UnreadableDocument when it is none, is locked, or unpacks to too much."""
    if not data.strip():
        raise UnreadableDocument(limits.name, "Filen er tom.", "Vælg en fil med indhold.")
    if data.startswith(_OLE):
        raise _old_or_locked(limits.name, data, kind)
    if data.count(_PART_HEAD) > _MOST_PARTS:
        raise _too_large(limits.name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _ZIP_ERRORS as error:
        raise _broken(limits.name, kind) from error
    _check_archive(limits.name, archive.infolist(), len(data), kind)
    return Package(kind, limits, archive, {name.replace("\\", "/").lower(): name for name in archive.namelist()})


def _check_archive(name: str, entries: list[zipfile.ZipInfo], packed: int, kind: Kind) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > _MOST_PARTS or unpacked > min(_MOST_BYTES, _MOST_TIMES_LARGER * packed):
        raise _too_large(name)
    if any(entry.flag_bits & 1 for entry in entries):
        raise _locked(name, kind)
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise _broken(name, kind)


def _old_or_locked(name: str, data: bytes, kind: Kind) -> UnreadableDocument:
    if _ENCRYPTED in data:
        return _locked(name, kind)
    reason = f"Filen er i et gammelt format, som {kind.program} brugte før 2007."
    return UnreadableDocument(name, reason, f"Åbn den i {kind.program}, og gem den som {kind.suffix}.")


def _locked(name: str, kind: Kind) -> UnreadableDocument:
    remedy = f"Fjern adgangskoden i {kind.program}, og gem filen igen."
    return UnreadableDocument(name, "Filen er låst med en adgangskode.", remedy)


def _too_large(name: str) -> UnreadableDocument:
    return UnreadableDocument(name, "Filen fylder for meget, når den pakkes ud.", "Del papiret i mindre filer.")


def _broken(name: str, kind: Kind) -> UnreadableDocument:
    remedy = f"Åbn den i {kind.program}, gem den igen som {kind.suffix}, og prøv igen."
    return UnreadableDocument(name, f"Filen er beskadiget eller ikke {kind.danish}.", remedy)


def _not_of_kind(name: str, kind: Kind) -> UnreadableDocument:
    remedy = f"Åbn den, og gem den som {kind.suffix}, eller ret filens endelse."
    return UnreadableDocument(name, f"Filen er ikke {kind.danish}.", remedy)
