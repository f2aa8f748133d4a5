"""Use cases on uploaded papers: receive a file, and read it later as a job that can be repeated without harm."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from effektspor.app.documents import File, Keep, PaperStores, Tell, store_readings
from effektspor.app.ports import (
    DocumentStore,
    Job,
    JobState,
    JobStore,
    PaperFiles,
    PlanStore,
    Reading,
    Recordings,
    Upload,
)
from effektspor.core.cpr import has_cpr
from effektspor.ingest.errors import UnreadableDocument
from effektspor.ingest.reading import READABLE_SUFFIXES, check_kind

# Reads and checks a file as a version of the paper with that name, and tells how far it has come.
Reader = Callable[[File, str, Tell], Reading]
LONGEST_NAME = 255
# The step of a reading that was cut off; it stands until someone takes it up.
INTERRUPTED = "Læsningen blev afbrudt og begynder forfra"


@dataclass(frozen=True, slots=True)
class UploadStores:
    """What reading an upload needs."""

    files: PaperFiles
    jobs: JobStore
    documents: DocumentStore
    plans: PlanStore
    keep: Sequence[Keep] = ()


def clean_name(name: str) -> str:
    """Return a file's name as it is shown and known by: one line, composed letters, nothing that cannot be seen.

    A name written with loose accents (as macOS does) is the same name, and no mark may turn its letters around.
    """
    shown = "".join(" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in _composed(name))
    return " ".join(shown.split())


def fault_of_name(name: str) -> str | None:
    """Return in Danish why a file cannot be received, by its name alone. A CPR number is never repeated."""
    if has_cpr(name):
        return "Filnavnet ligner et CPR-nummer. Giv filen et andet navn, og læg den op igen."
    try:
        check_kind(name)
    except UnreadableDocument as error:
        return str(error)
    return None


def kinds() -> str:
    """Return ".md, .txt og .docx"."""
    *firsts, last = READABLE_SUFFIXES
    return f"{', '.join(firsts)} eller {last}" if firsts else last


def receive_upload(file: File, name: str, files: PaperFiles, jobs: JobStore) -> Job:
    """Keep an uploaded file as a version of the paper with that name, and queue its reading."""
    return jobs.add(Upload(name, file.name, files.keep(file.data)))


def read_upload(
    job_id: int, stores: UploadStores, recordings_of: Callable[[Job], Recordings], read: Reader, stale_before: datetime
) -> None:
    """Do a queued reading: the paper is stored whole, or the job says why it could not be read.

    Doing it again changes nothing, and a job that someone else does is left alone.
    """
    job = stores.jobs.claim(job_id, stale_before)
    if job is None:
        return
    try:
        if stores.jobs.has_newer(job):
            raise UnreadableDocument(job.upload.file_name, "Filen er ikke læst.", "Der er lagt en nyere version op.")
        stores.jobs.save(_read_and_store(job, stores, recordings_of(job), read))
    except UnreadableDocument as error:
        fail_upload(job, str(error), stores)


def fail_upload(job: Job, message: str, stores: UploadStores) -> None:
    """End a job with the reason; its bytes are not kept, unless something else is read from them."""
    stores.jobs.save(replace(job, state=JobState.FAILED, message=message))
    waiting = {other.upload.sha256 for other in stores.jobs.unfinished()}
    if job.upload.sha256 not in waiting and not stores.documents.uses(job.upload.sha256):
        stores.files.discard(job.upload.sha256)


def _read_and_store(job: Job, stores: UploadStores, recordings: Recordings, read: Reader) -> Job:
    def tell(progress_pct: int, step: str) -> None:
        stores.jobs.save(replace(job, progress_pct=progress_pct, step=step))

    reading = read(File(job.upload.file_name, _bytes_of(job.upload, stores.files)), job.upload.name, tell)
    tell(90, "Gemmer")
    reason = "" if job.upload.file_name == job.upload.name else f"Lagt op som {job.upload.file_name}"
    recording = recordings.record("documents.upload", reason)
    fresh = store_readings([reading], PaperStores(stores.documents, stores.plans, stores.keep), recording)
    document_id = next(each.id for each in stores.documents.summaries() if each.name == reading.name)
    step = "Læst" if fresh else "Kendt i forvejen"
    return replace(job, state=JobState.DONE, progress_pct=100, step=step, document_id=document_id)


def _bytes_of(upload: Upload, files: PaperFiles) -> bytes:
    data = files.read(upload.sha256)
    if data is None:
        raise UnreadableDocument(upload.file_name, "Filen er ikke længere gemt.", "Læg den op igen.")
    return data


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
