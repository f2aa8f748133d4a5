from datetime import UTC, datetime

import pytest

from effektspor.app.documents import File, Tell, read_and_check
from effektspor.app.ports import Job, JobState, Reading, Upload
from effektspor.app.uploads import UploadStores, read_upload, receive_upload
from effektspor.ingest.errors import UnreadableDocument
from tests.contracts.conftest import Stores
from tests.contracts.values import PAPER

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
GOOD, OTHER = PAPER.format(total="300").encode(), PAPER.format(total="350").encode()


def _read(file: File, name: str, tell: Tell) -> Reading:
    return read_and_check(file, name, tell)


def _do(stores: Stores, job: Job) -> Job:
    """Do a job and return what became of it."""
    used = UploadStores(stores.files, stores.jobs, stores.documents, stores.plans)
    read_upload(job.id, used, lambda _: stores.recordings, _read, LONG_AGO)
    done = {each.id: each for each in stores.jobs.since(LONG_AGO)}
    return done.get(job.id, job)


def _receive(stores: Stores, data: bytes, file_name: str = "papir.txt", name: str = "papir.txt") -> Job:
    return receive_upload(File(file_name, data), name, stores.files, stores.jobs)


def test_an_uploaded_paper_is_read(stores: Stores) -> None:
    done = _do(stores, _receive(stores, GOOD))
    (summary,) = stores.documents.summaries()
    assert (done.state, done.progress_pct, done.document_id) == (JobState.DONE, 100, summary.id)
    latest = stores.recordings.latest()
    assert latest is not None
    assert latest.use_case == "documents.upload"


def test_doing_it_again_changes_nothing(stores: Stores) -> None:
    _do(stores, _receive(stores, GOOD))
    before = stores.recordings.latest()
    assert _do(stores, _receive(stores, GOOD)).step == "Kendt i forvejen"
    assert stores.recordings.latest() == before


def test_a_version_under_another_name_stays_the_same_paper(stores: Stores) -> None:
    _do(stores, _receive(stores, OTHER))
    _do(stores, _receive(stores, GOOD, "papir_rettet.md"))
    (summary,) = stores.documents.summaries()
    assert (summary.name, summary.finding_count) == ("papir.txt", 0)
    latest = stores.recordings.latest()
    assert latest is not None
    assert latest.reason == "Lagt op som papir_rettet.md"


def test_the_same_bytes_under_another_name_are_nothing_new(stores: Stores) -> None:
    _do(stores, _receive(stores, GOOD))
    assert _do(stores, _receive(stores, GOOD, "kopi.txt")).step == "Kendt i forvejen"


def test_what_cannot_be_read_is_told_and_not_kept(stores: Stores) -> None:
    job = _receive(stores, b"\x00\x01")
    failed = _do(stores, job)
    assert failed.state is JobState.FAILED
    assert "papir.txt: Filen er ikke ren tekst" in failed.message
    assert stores.documents.summaries() == []
    assert stores.recordings.latest() is None
    assert stores.files.read(job.upload.sha256) is None


def test_bytes_that_something_else_is_read_from_are_kept(stores: Stores) -> None:
    job = _receive(stores, GOOD)
    _do(stores, job)
    failed = _do(stores, _receive(stores, GOOD, "papir.exe", "andet.txt"))
    assert failed.state is JobState.FAILED
    assert stores.files.read(job.upload.sha256) == GOOD


def test_a_file_that_is_gone_is_told(stores: Stores) -> None:
    failed = _do(stores, stores.jobs.add(Upload("papir.txt", "papir.txt", "0" * 64)))
    assert "ikke længere gemt. Læg den op igen." in failed.message


def test_an_old_version_does_not_overtake_a_new(stores: Stores) -> None:
    old = _receive(stores, OTHER)
    _do(stores, _receive(stores, GOOD))
    _do(stores, old)
    assert [summary.finding_count for summary in stores.documents.summaries()] == [0]


def test_a_job_that_someone_else_does_is_left_alone(stores: Stores) -> None:
    job = _receive(stores, GOOD)
    stores.jobs.claim(job.id, LONG_AGO)
    _do(stores, job)
    assert stores.documents.summaries() == []


def test_steps_are_told(stores: Stores) -> None:
    told: list[tuple[int, str]] = []
    read_and_check(File("papir.txt", GOOD), tell=lambda progress_pct, step: told.append((progress_pct, step)))
    assert [step for _, step in told] == ["Læser papiret", "Kontrollerer tallene"]


def test_the_error_names_the_file_that_came(stores: Stores) -> None:
    with pytest.raises(UnreadableDocument, match=r"^nyt\.txt: "):
        _read(File("nyt.txt", b""), "papir.txt", lambda *_: None)
