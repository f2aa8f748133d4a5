"""The Word templates: fetched as they are used, tried before they are used, and taken out again."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document as Word

from effektspor.app.documents import File
from effektspor.reports.template_check import TEMPLATE_TITLES, built_in
from effektspor.web.accounts.models import Role
from effektspor.web.log.models import RecordingRow
from effektspor.web.papers.store import DjangoReleaseStore, DjangoTemplateStore

PLACE = "/rapporter/skabeloner/forslag.docx"
OWN = "FORSLAG TIL BUDGET 2027"


@pytest.fixture(autouse=True)
def kept_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Uploaded templates are kept in a folder of this test's."""
    monkeypatch.setattr("effektspor.web.papers.templates_in_use.FOLDER", tmp_path / "skabeloner")
    return tmp_path / "skabeloner"


def edited(old: str, new: str) -> bytes:
    """Return our template as a user has changed it in Word."""
    target = BytesIO()
    with zipfile.ZipFile(built_in("forslag.docx")) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as to:
        for part in source.namelist():
            data = source.read(part)
            to.writestr(part, data.replace(old.encode(), new.encode()) if part == "word/document.xml" else data)
    return target.getvalue()


def _upload(client: Client, data: bytes, name: str = "min egen.docx") -> Any:
    return client.post(f"{PLACE}/laeg-op", {"file": SimpleUploadedFile(name, data)})


def _title(client: Client) -> str:
    document = Word(BytesIO(client.get("/forslag/HA04/bilag.docx").content))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_every_template_is_fetched_as_it_is_used(controller: Client, db: None) -> None:
    page = controller.get("/rapporter/skabeloner/").content.decode()
    for name, title in TEMPLATE_TITLES.items():
        assert title in page
        assert controller.get(f"/rapporter/skabeloner/{name}").content == built_in(name).read_bytes()
    assert page.count("programmets egen. <a") == len(TEMPLATE_TITLES)
    assert "det, papiret siger om åbne fejl" in page
    assert controller.get("/rapporter/skabeloner/anden.docx").status_code == 404


@pytest.mark.parametrize("role", [Role.CONTROLLER, Role.ADMINISTRATOR])
def test_an_own_template_is_used_at_once_and_taken_out_again(
    role: Role, as_role: Callable[[Role], Client], demo_papers: list[File], kept_here: Path
) -> None:
    owner, reader = as_role(role), as_role(Role.MANAGER)
    data = edited("BUSINESS CASE", OWN)
    answer = _upload(owner, data)
    assert answer["Location"] == "/rapporter/skabeloner/#forslag"
    assert owner.get(PLACE).content == data
    assert OWN in _title(reader)
    assert f"lagt op her af {role.value}" in owner.get("/rapporter/skabeloner/").content.decode()
    assert [path.stat().st_mode & 0o077 for path in kept_here.rglob("*") if path.is_file()] == [0]
    assert owner.post(f"{PLACE}/tag-ud").status_code == 302
    assert OWN not in _title(reader)
    use_cases = list(RecordingRow.objects.order_by("-pk").values_list("use_case", "reason")[:2])
    assert use_cases == [("papers.template_out", "forslag.docx"), ("papers.template", "forslag.docx")]


def test_uploaded_goes_before_the_folder_and_the_folder_before_ours(
    controller: Client, demo_papers: list[File], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "egne"
    folder.mkdir()
    (folder / "forslag.docx").write_bytes(edited("BUSINESS CASE", "FRA MAPPEN"))
    monkeypatch.setattr("effektspor.web.papers.templates_in_use.CONFIGURATION", {"EFFEKTSPOR_TEMPLATES": str(folder)})
    assert "FRA MAPPEN" in _title(controller)
    assert "fra mappen i EFFEKTSPOR_TEMPLATES" in controller.get("/rapporter/skabeloner/").content.decode()
    _upload(controller, edited("BUSINESS CASE", OWN))
    assert OWN in _title(controller)
    controller.post(f"{PLACE}/tag-ud")
    assert "FRA MAPPEN" in _title(controller)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (edited("{{ title }}", "{{ titel }}"), "forslag.docx: Skabelonen bruger et felt, der ikke findes: »titel«."),
        (edited("{{ mark }}", ""), "forslag.docx: Skabelonen viser ikke, at papiret er frigivet med en åben fejl."),
        (edited("{{ summary }}", "{{ summary }"), "Et felt i skabelonen kan ikke læses"),
        (b"tekst", "forslag.docx: "),
        (b"", "Filen er tom."),
    ],
)
def test_one_that_cannot_be_used_is_said_why_and_not_kept(
    data: bytes, words: str, controller: Client, db: None, kept_here: Path
) -> None:
    answer = _upload(controller, data)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert DjangoTemplateStore().current() == {}
    assert not RecordingRow.objects.exists()
    assert not kept_here.exists()


def test_one_whose_file_is_gone_is_said_and_not_replaced_in_silence(
    controller: Client, demo_papers: list[File], kept_here: Path
) -> None:
    _upload(controller, edited("BUSINESS CASE", OWN))
    for path in [path for path in kept_here.rglob("*") if path.is_file()]:
        path.unlink()
    answer = controller.get("/forslag/HA04/bilag.docx")
    assert answer.status_code == 422
    assert "Skabelonens fil mangler" in answer.content.decode()
    assert controller.get("/rapporter/skabeloner/").status_code == 200


def test_the_administrator_reaches_the_templates_and_no_paper(as_role: Callable[[Role], Client], db: None) -> None:
    administrator = as_role(Role.ADMINISTRATOR)
    assert 'href="/rapporter/skabeloner/"' in administrator.get("/").content.decode()
    assert 'href="/rapporter/"' not in administrator.get("/rapporter/skabeloner/").content.decode()
    assert 'href="/rapporter/skabeloner/"' not in as_role(Role.MANAGER).get("/").content.decode()


def test_a_release_keeps_which_template_it_was_set_in(
    as_role: Callable[[Role], Client], demo_papers: list[File]
) -> None:
    leader = as_role(Role.MANAGER)
    leader.post("/rapporter/forslag/HA04/frigiv", {"suffix": "docx"})
    _upload(as_role(Role.CONTROLLER), edited("BUSINESS CASE", OWN))
    leader.post("/rapporter/forslag/HA04/frigiv", {"suffix": "docx"})
    after, before = DjangoReleaseStore().all()
    assert after.template_sha256 != before.template_sha256
    assert after.sha256 != before.sha256
    assert after.data_sha256 == before.data_sha256
