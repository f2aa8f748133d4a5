import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from django.test import Client
from docx import Document as Word

from effektspor.app.documents import File
from effektspor.web.log.store import DjangoRecordings
from effektspor.web.plans.store import DjangoPlanStore
from effektspor.web.settings import CONFIGURATION


def test_the_plan_shows_gross_net_and_every_measure(controller: Client, demo_papers: list[File]) -> None:
    page = controller.get("/handleplan/").content.decode()
    for figure in ("10,88", "9,38", "7,25", "−1,50", "5,93"):
        assert figure in page
    assert page.count('class="es-barcell"><svg') == 10


def test_the_page_says_that_the_rows_are_rounded(controller: Client, demo_papers: list[File]) -> None:
    page = controller.get("/handleplan/").content.decode()
    assert "9,37" in page
    assert "Afrundet hver for sig" in page


@pytest.mark.django_db
def test_without_a_plan_the_page_says_where_it_comes_from(controller: Client) -> None:
    assert "Gå til Dokumenter" in controller.get("/handleplan/").content.decode()
    assert controller.get("/handleplan/bilag.pdf").status_code == 404


def test_the_word_paper_has_the_plans_figures(controller: Client, demo_papers: list[File]) -> None:
    answer = controller.get("/handleplan/bilag.docx")
    assert "handleplan-status-2019-12-31.docx" in answer["Content-Disposition"]
    cells = [cell.text for table in Word(BytesIO(answer.content)).tables for row in table.rows for cell in row.cells]
    assert {"9,38", "10,88", "7,25"} <= set(cells)


def test_the_pdf_paper_has_the_plans_figures(controller: Client, demo_papers: list[File]) -> None:
    answer = controller.get("/handleplan/bilag.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(answer.content))
    assert answer["Content-Type"] == "application/pdf"
    assert "9,38" in text
    assert "10,88" in text


def test_a_template_of_ones_own_is_used(
    controller: Client, demo_papers: list[File], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own: Any = Word()
    own.add_paragraph("Vores egen: {{ title }}")
    own.save(tmp_path / "handleplan.docx")
    monkeypatch.setitem(CONFIGURATION.values, "EFFEKTSPOR_TEMPLATES", str(tmp_path))
    paper = Word(BytesIO(controller.get("/handleplan/bilag.docx").content))
    assert paper.paragraphs[0].text.startswith("Vores egen: ")


def test_a_broken_template_of_ones_own_is_said_in_danish(
    controller: Client, demo_papers: list[File], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "handleplan.docx").write_bytes(b"ikke et dokument")
    monkeypatch.setitem(CONFIGURATION.values, "EFFEKTSPOR_TEMPLATES", str(tmp_path))
    answer = controller.get("/handleplan/bilag.docx")
    assert answer.status_code == 422
    assert "handleplan.docx" in answer.content.decode()


@pytest.mark.parametrize("number", ["", " ", "1\n2", "1/2", "5*", "æ ø"])
def test_a_measure_with_an_odd_number_breaks_nothing(number: str, controller: Client, demo_papers: list[File]) -> None:
    stored = DjangoPlanStore().current()
    assert stored is not None
    plan = replace(stored.plan, measures=(replace(stored.plan.measures[0], number=number), *stored.plan.measures[1:]))
    with DjangoRecordings().record("test") as recording_id:
        DjangoPlanStore().add(recording_id, stored.document_id, plan)
    page = controller.get("/handleplan/").content.decode()
    addresses = re.findall(r'href="(/handleplan/\d+/tiltag/[^"]+)"', page)
    assert len(addresses) == (10 if number in ("1/2", "5*", "æ ø") else 9)
    assert {controller.get(address).status_code for address in addresses} == {200}
