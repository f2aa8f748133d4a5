import hashlib
from pathlib import Path

from effektspor.app.documents import File, PaperStores, load_documents
from tests.contracts.conftest import Stores
from tests.contracts.values import PAPER

DEMO = Path(__file__).parents[2] / "demo" / "documents"


def _load(stores: Stores, *files: File):  # type: ignore[no-untyped-def]
    recording = stores.recordings.record("documents.load")
    return load_documents(files, stores.files, PaperStores(stores.documents, stores.plans), recording)


def _demo() -> list[File]:
    return [File(path.name, path.read_bytes()) for path in sorted(DEMO.glob("*.txt"))]


def test_the_demo_papers_are_loaded_with_their_plan(stores: Stores) -> None:
    loaded = _load(stores, *_demo())
    assert (len(loaded.added), loaded.unchanged, loaded.unreadable) == (5, 0, ())
    current = stores.plans.current()
    assert current is not None
    assert len(current.plan.measures) == 10


def test_loading_again_makes_no_recording(stores: Stores) -> None:
    _load(stores, *_demo())
    before = stores.recordings.latest()
    loaded = _load(stores, *_demo())
    assert (len(loaded.added), loaded.unchanged) == (0, 5)
    assert stores.recordings.latest() == before


def test_what_a_paper_is_read_from_is_kept(stores: Stores) -> None:
    data = PAPER.format(total="300").encode()
    for _ in range(2):
        loaded = _load(stores, File("tom.txt", b"\n"), File("papir.txt", data))
        assert stores.files.read(hashlib.sha256(data).hexdigest()) == data
        assert stores.files.read(hashlib.sha256(b"\n").hexdigest()) is None
    assert loaded.unchanged == 1


def test_a_file_that_cannot_be_read_does_not_stop_the_others(stores: Stores) -> None:
    loaded = _load(stores, File("tom.txt", b""), File("papir.txt", PAPER.format(total="300").encode()))
    assert [reading.name for reading in loaded.added] == ["papir.txt"]
    assert "tom.txt" in str(loaded.unreadable[0])


def test_a_new_version_of_a_paper_is_read(stores: Stores) -> None:
    _load(stores, File("papir.txt", PAPER.format(total="350").encode()))
    loaded = _load(stores, File("papir.txt", PAPER.format(total="300").encode()))
    assert len(loaded.added) == 1
    assert [summary.finding_count for summary in stores.documents.summaries()] == [0]


def test_a_plan_that_is_taken_out_of_its_paper_is_closed(stores: Stores) -> None:
    name = "000_handleplan_status_2019.txt"
    _load(stores, File(name, (DEMO / name).read_bytes()))
    _load(stores, File(name, PAPER.format(total="300").encode()))
    assert stores.plans.current() is None
