"""The bytes of uploaded papers, in the data folder by their sha256: implements app.ports.PaperFiles."""

import hashlib
import os
import re
from pathlib import Path
from tempfile import mkstemp

from effektspor.web.settings import CONFIGURATION

FOLDER = CONFIGURATION.data / "papirer"
_SHA256 = re.compile(r"[0-9a-f]{64}")


class DataFolderFiles:
    """A folder for the one who runs the program and no one else; never the name a file came with."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or FOLDER

    def keep(self, data: bytes) -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        path = self._path(sha256)
        if not path.is_file():
            _write_whole(path, data)
        return sha256

    def read(self, sha256: str) -> bytes | None:
        try:
            return self._path(sha256).read_bytes()
        except FileNotFoundError:
            return None

    def discard(self, sha256: str) -> None:
        self._path(sha256).unlink(missing_ok=True)

    def _path(self, sha256: str) -> Path:
        assert _SHA256.fullmatch(sha256), "a hash, so that no path can be made of anything else"
        # A folder per first two digits: no folder grows too large to list.
        return self._folder / sha256[:2] / sha256


def _write_whole(path: Path, data: bytes) -> None:
    """Write beside and rename: a power cut leaves no half file under the right name."""
    for folder in (path.parents[1], path.parent):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # mkstemp's files are for their owner only, whatever the umask.
    handle, beside = mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
