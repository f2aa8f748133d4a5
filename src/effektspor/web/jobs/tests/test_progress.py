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


def test_without_a_worker_the_page_says_so(controller: Client) -> None:
    job = DjangoJobStore().add(Upload("papir.txt", "papir.txt", "0" * 64))
    assert "Du kan gå videre imens" in controller.get("/dokumenter/").content.decode()
    JobRow.objects.filter(pk=job.id).update(heartbeat_at=timezone.now() - timedelta(minutes=1))
    assert "det program, der læser papirer, kører ikke" in controller.get("/dokumenter/").content.decode()
