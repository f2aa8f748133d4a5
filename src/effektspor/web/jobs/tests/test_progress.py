from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from effektspor.app.documents import File
from effektspor.app.ports import Job, JobState, Upload
from effektspor.web.documents.progress import current_progress
from effektspor.web.documents.store import DjangoDocumentStore
from effektspor.web.jobs.models import JobRow
from effektspor.web.jobs.store import DjangoJobStore

pytestmark = pytest.mark.django_db


def _running(name: str = "papir.txt") -> Job:
    store = DjangoJobStore()
    job = store.add(Upload(name, name, "0" * 64))
    store.save(replace(job, state=JobState.RUNNING, progress_pct=60, step="Kontrollerer tallene"))
    return job


def test_what_is_under_way_is_shown_and_asked_for_every_second(controller: Client) -> None:
    _running()
    page = controller.get("/dokumenter/").content.decode()
    assert '<div id="laesninger" class="es-reads" role="status">' in page
    assert "Kontrollerer tallene · 60 pct." in page
    assert 'hx-trigger="every 1s"' in page


def test_a_page_that_knows_is_told_nothing(controller: Client) -> None:
    job = _running()
    known = current_progress().known
    assert controller.get("/dokumenter/laesninger", {"kendt": known}).status_code == 204
    DjangoJobStore().save(replace(job, state=JobState.RUNNING, progress_pct=90, step="Gemmer"))
    answer = controller.get("/dokumenter/laesninger", {"kendt": known})
    assert answer.status_code == 200
    assert "Gemmer · 90 pct." in answer.content.decode()
    assert "HX-Trigger" not in answer


def test_when_all_is_read_the_page_is_told_to_fetch_its_list(controller: Client, demo_papers: list[File]) -> None:
    document = DjangoDocumentStore().summaries()[0]
    DjangoJobStore().save(replace(_running(), state=JobState.DONE, step="Læst", document_id=document.id))
    answer = controller.get("/dokumenter/laesninger")
    assert answer["HX-Trigger"] == "laest"
    assert f'href="/dokumenter/{document.id}"' in answer.content.decode()
    assert "hx-trigger" not in answer.content.decode()


def test_a_papers_page_tells_of_its_own_uploads(controller: Client, demo_papers: list[File]) -> None:
    first, second, *_ = DjangoDocumentStore().summaries()
    _running(first.name)
    assert "Kontrollerer tallene" in controller.get(f"/dokumenter/{first.id}").content.decode()
    assert "Kontrollerer tallene" not in controller.get(f"/dokumenter/{second.id}").content.decode()
    assert controller.get(f"/dokumenter/{second.id}/laesning").content.decode().strip() == ""


@pytest.mark.parametrize(
    ("step", "words"), [("Læst", "Vis den nye version af 000_"), ("Kendt i forvejen", "intet er ændret")]
)
def test_on_a_papers_page_the_new_version_is_offered(
    step: str, words: str, controller: Client, demo_papers: list[File]
) -> None:
    paper = DjangoDocumentStore().summaries()[0]
    DjangoJobStore().save(replace(_running(paper.name), state=JobState.DONE, step=step, document_id=paper.id))
    assert words in controller.get(f"/dokumenter/{paper.id}/laesning").content.decode()


def test_without_a_worker_the_page_says_so(controller: Client) -> None:
    job = DjangoJobStore().add(Upload("papir.txt", "papir.txt", "0" * 64))
    assert "Du kan gå videre imens" in controller.get("/dokumenter/").content.decode()
    JobRow.objects.filter(pk=job.id).update(heartbeat_at=timezone.now() - timedelta(minutes=1))
    assert "det program, der læser papirer, kører ikke" in controller.get("/dokumenter/").content.decode()


def test_a_paper_whose_reader_died_is_said_to_begin_again(controller: Client) -> None:
    job = _running()
    JobRow.objects.filter(pk=job.id).update(heartbeat_at=timezone.now() - timedelta(seconds=15))
    page = controller.get("/dokumenter/").content.decode()
    assert "Læsningen blev afbrudt og begynder forfra" in page
    assert "Kontrollerer tallene" not in page
    assert "Du kan gå videre imens" in page


def test_when_no_reader_comes_the_page_says_so_of_a_paper_that_was_begun(controller: Client) -> None:
    job = _running()
    JobRow.objects.filter(pk=job.id).update(heartbeat_at=timezone.now() - timedelta(minutes=1))
    assert "det program, der læser papirer, kører ikke" in controller.get("/dokumenter/").content.decode()


def test_between_two_papers_nobody_is_called_for(controller: Client) -> None:
    store = DjangoJobStore()
    first, second = (store.add(Upload(name, name, "0" * 64)) for name in ("a.txt", "b.txt"))
    JobRow.objects.update(heartbeat_at=timezone.now() - timedelta(minutes=1))
    store.save(replace(first, state=JobState.FAILED, message="a.txt: Filen er tom."))
    assert not current_progress().waits_long
    assert not current_progress(second.upload.name).waits_long
