import hashlib
from pathlib import Path

import pytest

from effektspor.web.documents.files import DataFolderFiles
from tests.contracts.conftest import Stores


def test_bytes_come_back_by_their_hash(stores: Stores) -> None:
    sha256 = stores.files.keep(b"papir")
    assert sha256 == hashlib.sha256(b"papir").hexdigest()
    assert stores.files.read(sha256) == b"papir"


def test_the_same_bytes_are_kept_once(stores: Stores) -> None:
    assert stores.files.keep(b"papir") == stores.files.keep(b"papir")


def test_what_is_discarded_is_gone_and_can_be_discarded_again(stores: Stores) -> None:
    sha256 = stores.files.keep(b"papir")
    stores.files.discard(sha256)
    stores.files.discard(sha256)
    assert stores.files.read(sha256) is None


def test_only_the_owner_can_read_the_folder(tmp_path: Path) -> None:
    DataFolderFiles(tmp_path / "papirer").keep(b"papir")
    modes = {path.stat().st_mode & 0o077 for path in [tmp_path / "papirer", *(tmp_path / "papirer").rglob("*")]}
    assert modes == {0}


def test_a_write_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="space"):
        DataFolderFiles(tmp_path).keep(b"papir")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("name", ["../secret-key", "papir.txt", "0" * 63, "A" * 64])
def test_nothing_but_a_hash_becomes_a_path(name: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        DataFolderFiles(tmp_path).read(name)
