from dataclasses import replace
from datetime import UTC, datetime, timedelta

from effektspor.app.ports import Job, JobState, Upload
from tests.contracts.conftest import Stores

LONG_AGO, SOON = datetime(2020, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


def _add(stores: Stores, name: str = "papir.txt") -> Job:
    return stores.jobs.add(Upload(name, name, "0" * 64))


def _states(stores: Stores, since: datetime = LONG_AGO) -> list[tuple[str, JobState]]:
    return [(job.upload.name, job.state) for job in stores.jobs.since(since)]


def test_a_job_is_queued_and_then_claimed_once(stores: Stores) -> None:
    job = _add(stores)
    claimed = stores.jobs.claim(job.id, LONG_AGO)
    assert claimed is not None
    assert (claimed.upload, claimed.state) == (job.upload, JobState.RUNNING)
    assert stores.jobs.claim(job.id, LONG_AGO) is None


def test_a_job_without_a_sign_of_life_can_be_claimed_again(stores: Stores) -> None:
    job = _add(stores)
    stores.jobs.claim(job.id, LONG_AGO)
    assert stores.jobs.claim(job.id, SOON) is not None


def test_a_finished_job_is_never_claimed(stores: Stores) -> None:
    job = _add(stores)
    stores.jobs.save(replace(job, state=JobState.DONE))
    assert stores.jobs.claim(job.id, SOON) is None


def test_how_far_it_has_come_is_kept_with_a_sign_of_life(stores: Stores) -> None:
    job = _add(stores)
    stores.jobs.save(replace(job, state=JobState.FAILED, progress_pct=60, step="Kontrollerer", message="Kan ikke."))
    (kept,) = stores.jobs.since(LONG_AGO)
    assert (kept.state, kept.progress_pct, kept.step, kept.message) == (
        JobState.FAILED, 60, "Kontrollerer", "Kan ikke.",
    )  # fmt: skip
    assert kept.heartbeat_at >= job.heartbeat_at


def test_the_unfinished_come_in_the_order_they_were_queued(stores: Stores) -> None:
    first, second, third = _add(stores, "a.txt"), _add(stores, "b.txt"), _add(stores, "c.txt")
    stores.jobs.claim(second.id, LONG_AGO)
    stores.jobs.save(replace(third, state=JobState.DONE))
    assert [job.id for job in stores.jobs.unfinished()] == [first.id, second.id]


def test_a_later_upload_that_is_read_makes_an_earlier_one_old(stores: Stores) -> None:
    first, second = _add(stores), _add(stores)
    assert not stores.jobs.has_newer(first)
    stores.jobs.save(replace(second, state=JobState.DONE))
    assert stores.jobs.has_newer(first)
    assert not stores.jobs.has_newer(second)


def test_only_the_latest_job_of_a_paper_is_told_of(stores: Stores) -> None:
    failed = _add(stores)
    stores.jobs.save(replace(failed, state=JobState.FAILED))
    _add(stores, "andet.txt")
    _add(stores)
    assert _states(stores) == [("papir.txt", JobState.QUEUED), ("andet.txt", JobState.QUEUED)]


def test_what_was_finished_before_is_not_told_of(stores: Stores) -> None:
    stores.jobs.save(replace(_add(stores, "gammel.txt"), state=JobState.DONE))
    _add(stores, "venter.txt")
    later = datetime.now(UTC) + timedelta(minutes=1)
    assert _states(stores, later) == [("venter.txt", JobState.QUEUED)]
