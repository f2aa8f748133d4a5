"""The stores of our own papers: releases that are never changed, and own templates in recorded time."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from effektspor.app.errors import NotPossible
from effektspor.app.paper_ports import PaperKind, PaperRelease, ReleaseStore, TemplateStore
from effektspor.app.papers import TemplateStores, release_paper, stop_using_template, use_template
from effektspor.app.ports import PaperFiles, Recordings
from effektspor.core.finding import Finding, Place, Verdict
from effektspor.reports.errors import PaperNotReleased, ReportError
from effektspor.reports.template_check import built_in
from effektspor.web.documents.files import DataFolderFiles
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.papers.store import DjangoReleaseStore, DjangoTemplateStore
from tests.contracts.memory import Memory, MemoryPaperFiles, MemoryRecordings
from tests.contracts.memory_papers import MemoryReleaseStore, MemoryTemplateStore

FORSLAG = "forslag.docx"
CASE = PaperRelease(
    PaperKind.CASE, "HA04", 2, "HA04 – Mestringsstøtte", "pdf", date(2026, 11, 26), "a" * 64, "b" * 64, 0, "",
    "Haster", ("Frigivet med en åben fejl: TAB-003", "Begrundelse: Haster"),
)  # fmt: skip


@dataclass(frozen=True)
class PaperStores:
    recordings: Recordings
    releases: ReleaseStore
    templates: TemplateStore
    files: PaperFiles

    @property
    def of_templates(self) -> TemplateStores:
        return TemplateStores(self.files, self.templates, self.recordings)


# Marked, so that the file can be run alone: what a fixture asks for only while it runs makes no database ready.
@pytest.fixture(params=["memory", pytest.param("database", marks=pytest.mark.django_db)])
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> PaperStores:
    if request.param == "memory":
        memory = Memory()
        return PaperStores(
            MemoryRecordings(memory), MemoryReleaseStore(memory), MemoryTemplateStore(memory), MemoryPaperFiles()
        )
    request.getfixturevalue("only_recorded_writes")
    files = DataFolderFiles(tmp_path / "skabeloner")
    return PaperStores(DjangoRecordings(), DjangoReleaseStore(), DjangoTemplateStore(), files)


def _add(stores: PaperStores, *releases: PaperRelease) -> list[int]:
    ids = []
    for each in releases:
        with stores.recordings.record("papers.release", each.reason) as recording_id:
            stores.releases.add(recording_id, each)
            ids.append(recording_id)
    return ids


def test_a_release_comes_back_as_it_was_with_who_and_when(stores: PaperStores) -> None:
    with stores.recordings.record("documents.load") as loaded:
        pass
    asked = replace(CASE, data_id=loaded)
    (recording_id,) = _add(stores, asked)
    (found,) = stores.releases.all()
    assert found.at is not None
    assert found == replace(asked, recording_id=recording_id, by="systemet", at=found.at)


def test_the_latest_of_each_paper_is_its_own(stores: PaperStores) -> None:
    again = replace(CASE, version=3, sha256="c" * 64, reason="", marks=())
    form = replace(CASE, kind=PaperKind.BUDGET)
    _add(stores, CASE, form, again)
    latest = stores.releases.latest()
    assert {paper: (each.version, each.sha256) for paper, each in latest.items()} == {
        (PaperKind.CASE, "HA04"): (3, "c" * 64),
        (PaperKind.BUDGET, "HA04"): (2, "a" * 64),
    }


def test_all_are_kept_the_newest_first_and_in_pages(stores: PaperStores) -> None:
    _add(stores, *(replace(CASE, version=number) for number in range(1, 6)))
    assert [each.version for each in stores.releases.all()] == [5, 4, 3, 2, 1]
    assert [each.version for each in stores.releases.all(1, 3)] == [4, 3]
    assert stores.releases.count() == 5


def test_without_releases_there_are_none(stores: PaperStores) -> None:
    assert (stores.releases.latest(), stores.releases.all(), stores.releases.count()) == ({}, [], 0)


def test_releasing_makes_the_file_and_keeps_its_hash(stores: PaperStores) -> None:
    written: list[str] = []

    def write(reason: str) -> bytes:
        written.append(reason)
        return b"papir"

    asked = replace(CASE, sha256="")
    assert release_paper(asked, write, stores.releases, stores.recordings) == b"papir"
    assert written == ["Haster"]
    sha256 = hashlib.sha256(b"papir").hexdigest()
    assert stores.releases.all()[0].sha256 == sha256
    latest = stores.recordings.latest()
    assert latest is not None
    assert (latest.use_case, latest.reason) == (
        "papers.release",
        f"HA04 – Mestringsstøtte (pdf, sha256 {sha256}): Haster",
    )


def test_a_paper_that_is_stopped_leaves_nothing(stores: PaperStores) -> None:
    stopped = PaperNotReleased("HA04", [Finding("TAB-003", Verdict.ERROR, Place(table=1), "Galt.", "Ret.")])

    def write(reason: str) -> bytes:
        raise stopped

    with pytest.raises(PaperNotReleased):
        release_paper(CASE, write, stores.releases, stores.recordings)
    assert stores.releases.count() == 0
    assert stores.recordings.latest() is None


# Own templates


def test_a_template_is_used_until_it_is_taken_out(stores: PaperStores) -> None:
    data = built_in(FORSLAG).read_bytes()
    use_template(FORSLAG, data, stores.of_templates)
    (used,) = stores.templates.current().values()
    assert (used.name, used.by) == (FORSLAG, "systemet")
    assert stores.files.read(used.sha256) == data
    stop_using_template(FORSLAG, stores.of_templates)
    assert stores.templates.current() == {}
    assert stores.files.read(used.sha256) == data, "what was used is kept"


def test_a_new_template_takes_the_place_of_the_one_before(stores: PaperStores) -> None:
    with stores.recordings.record("test") as recording_id:
        stores.templates.add(recording_id, FORSLAG, "a" * 64)
        stores.templates.add(recording_id, "handleplan.docx", "b" * 64)
    with stores.recordings.record("test") as recording_id:
        stores.templates.add(recording_id, FORSLAG, "c" * 64)
    current = stores.templates.current()
    assert {name: each.sha256 for name, each in current.items()} == {FORSLAG: "c" * 64, "handleplan.docx": "b" * 64}


def test_taking_out_what_is_not_in_use_makes_no_recording(stores: PaperStores) -> None:
    stop_using_template(FORSLAG, stores.of_templates)
    assert stores.recordings.latest() is None


@pytest.mark.parametrize(
    ("name", "data", "error", "words"),
    [
        (FORSLAG, built_in("handleplan.docx").read_bytes(), ReportError, "felt, der ikke findes: »meta«"),
        ("egen.docx", built_in(FORSLAG).read_bytes(), NotPossible, "ingen skabelon af det navn"),
    ],
)
def test_what_cannot_be_used_leaves_nothing(
    name: str, data: bytes, error: type[Exception], words: str, stores: PaperStores
) -> None:
    with pytest.raises(error, match=words):
        use_template(name, data, stores.of_templates)
    assert stores.templates.current() == {}
    assert stores.recordings.latest() is None
