"""Both files of the paper: what they say, that they are the same every time, and what users write stays text."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from docx.document import Document as DocxDocument

from effektspor.core.plans.plan import Measure
from effektspor.reports.docx import render_docx
from effektspor.reports.errors import PaperNotReleased, ReportError
from effektspor.reports.pdf import render_pdf
from effektspor.reports.plan_status import PlanStatusReport, compute_plan_status
from effektspor.reports.sentence import plain

from .plans import MADE_ON, PAPER_000, WEIRD, plan_of, report_000

MILLION_ORE = 100_000_000
TEMPLATE = Path(render_docx.__code__.co_filename).parent / "templates" / "handleplan.docx"


def opened(docx: bytes) -> DocxDocument:
    return Document(io.BytesIO(docx))


def docx_text(report: PlanStatusReport) -> str:
    """Return the text of the body, its tables and its footer, on one line."""
    document = opened(render_docx(report))
    footer = [paragraph.text for paragraph in document.sections[0].footer.paragraphs]
    return one_line(" ".join([*document.element.body.xpath(".//w:t/text()"), *footer]))


def pdf_text(report: PlanStatusReport) -> str:
    pdf = pypdfium2.PdfDocument(render_pdf(report))
    texts = [page.get_textpage().get_text_range() for page in pdf]
    pdf.close()
    return one_line(" ".join(texts))


def one_line(text: str) -> str:
    return " ".join(text.split())


BOTH = pytest.mark.parametrize("text_of", [docx_text, pdf_text])


@BOTH
def test_the_papers_say_what_paper_000_says(text_of: Callable[[PlanStatusReport], str]) -> None:
    report, text = report_000(), text_of(report_000())
    for said in (report.title, report.meta, report.caption, report.chart_sentence, report.rule, *report.notes):
        assert said in text
    assert re.search(r"3 Boligsociale indsatser\. .{60,80} 0,75 5,93 \+5,18 Nået", text)
    assert re.search(r"Brutto 8,75 10,88 \+2,13 5 Investeringscase", text)
    assert re.search(r"Netto 7,25 9,38 \+2,13 Nået", text)
    assert "Jagten på billige boliger går videre i 2020." in text
    assert f"Kilde: {PAPER_000.name}" in text
    assert "Udarbejdet 14.01.2020 · Lavet med Effektspor" in text


@BOTH
def test_the_key_sentence_stands_whole(text_of: Callable[[PlanStatusReport], str]) -> None:
    text = text_of(report_000()).replace(" .", ".")
    assert plain(report_000().key) in re.sub(r" +", " ", text)


@pytest.mark.parametrize("render", [render_docx, render_pdf])
def test_the_same_report_gives_the_same_bytes(render: Callable[[PlanStatusReport], bytes]) -> None:
    assert render(report_000()) == render(report_000())
    assert render(report_000()) != render(replace(report_000(), made_on=MADE_ON.replace(day=15)))


@pytest.mark.parametrize("render", [render_docx, render_pdf])
def test_a_paper_with_an_error_is_not_written(render: Callable[[PlanStatusReport], bytes]) -> None:
    report = report_000()
    *above, netto = report.table.rows
    wrong = replace(netto, cells=(netto.cells[0], above[2].cells[1], netto.cells[2]))
    with pytest.raises(PaperNotReleased):
        render(replace(report, table=replace(report.table, rows=(*above, wrong))))


def weird_report() -> PlanStatusReport:
    measure = Measure("1<", f"{WEIRD}\nny linje\x07", MILLION_ORE, MILLION_ORE, f"{WEIRD}\n• {WEIRD}\n- punkt")
    return compute_plan_status(plan_of(measures=(measure,), title=f"Titel {WEIRD}"), MADE_ON, WEIRD)


@BOTH
def test_what_users_write_stays_text(text_of: Callable[[PlanStatusReport], str]) -> None:
    text = text_of(weird_report())
    assert f"Titel {WEIRD}" in text
    assert f"{WEIRD} ny linje 1,00 1,00 0,00 Nået" in text
    assert f"Kilde: {WEIRD}" in text
    assert text.count(WEIRD) >= 5


@BOTH
def test_a_very_long_label_is_printed_to_its_end(text_of: Callable[[PlanStatusReport], str]) -> None:
    label = "ord " * 1500 + "slut"
    text = text_of(compute_plan_status(plan_of(measures=(Measure("1", label, MILLION_ORE, None, label),)), MADE_ON))
    assert text.count("ord slut") >= 2


@BOTH
@pytest.mark.parametrize("rows", [(), ("1 | | 1,00",), ("1 | −1,00 | −1,00",), ("1 | | ",)])
def test_plans_at_the_edge_are_printed(text_of: Callable[[PlanStatusReport], str], rows: tuple[str, ...]) -> None:
    report = compute_plan_status(plan_of(*rows), MADE_ON)
    text = text_of(report)
    assert report.notes[-1] in text
    assert "Kilde" not in text
    assert ("Realiseret og mål" in text) is bool(rows)


def test_a_long_plan_repeats_its_head_on_every_page_and_keeps_its_chart_on_one() -> None:
    report = compute_plan_status(plan_of(*(f"{number} | 1,00 | 1,00" for number in range(1, 61))), MADE_ON)
    pdf = pypdfium2.PdfDocument(render_pdf(report))
    pages = [page.get_textpage().get_text_range() for page in pdf]
    pdf.close()
    assert sum("Mod mål" in page for page in pages) == sum("Tiltag nummer" in page for page in pages) - 1 == 2
    assert sum("1,00 mod mål 1,00" in page for page in pages) == 1


def test_the_pdf_is_tagged_for_screen_readers() -> None:
    data = render_pdf(report_000())
    pdf = pypdfium2.PdfDocument(data)
    assert pdf.is_tagged()
    assert pdf.get_metadata_dict()["Title"] == report_000().title
    assert pdf.get_metadata_dict()["CreationDate"].startswith("D:20200114")
    pdf.close()
    assert b"/StructTreeRoot" in data
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert b"/Lang(da-DK)" in data.replace(b" ", b"")


def test_the_docx_is_a_document_for_word() -> None:
    document = opened(render_docx(report_000()))
    assert document.core_properties.title == report_000().title
    assert document.core_properties.created
    assert document.core_properties.created.date() == MADE_ON
    (picture,) = document.inline_shapes
    assert "3 Boligsociale indsatser: 5,93 mod mål 0,75" in picture._inline.docPr.get("descr")
    assert len(document.tables[0]._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader")) == 1
    assert document.styles["Normal"].element.xpath("./w:rPr/w:lang/@w:val") == ["da-DK"]
    assert [run.text for run in document.tables[0].rows[-1].cells[3].paragraphs[0].runs if run.bold] == ["9,38"]
    instructions = "".join(document.sections[0].footer._element.xpath(".//w:instrText/text()"))
    assert instructions.split() == ["PAGE", "NUMPAGES"]


def edited(folder: Path, old: str, new: str) -> Path:
    """Return our template as a user has changed it in Word."""
    path = folder / "vores skabelon.docx"
    with zipfile.ZipFile(TEMPLATE) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            changed = data.replace(old.encode(), new.encode()) if name == "word/document.xml" else data
            assert changed != data or name != "word/document.xml"
            target.writestr(name, changed)
    return path


def test_a_users_own_template_is_used(tmp_path: Path) -> None:
    template = edited(tmp_path, "Status for hvert tiltag", "Sådan går det")
    assert "Sådan går det" in [paragraph.text for paragraph in opened(render_docx(report_000(), template)).paragraphs]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("{{ meta }}", "{{ metta }}", r"felt, der ikke findes: »metta«.*Ret navnet i Word.* meta, "),
        ("{{ row.label }}", "{{ row.tekst }}", r"felt, der ikke findes: »tekst«"),
        ("{%tr endfor %}", "{%tr %}", r"kan ikke læses.*begynd forfra"),
        ("{{ meta }}", "{{ meta }", r"kan ikke læses.*er lukket"),
        ("{{ meta }}", "{{ meta.__class__.__mro__ }}", r"Et felt"),
        ("{{ meta }}", "{{ meta + 1 }}", r"kan ikke læses"),
        ("<w:body>", "<w:bod>", r"Skabelonen|skabelonen"),
    ],
)
def test_a_broken_template_is_explained(tmp_path: Path, old: str, new: str, words: str) -> None:
    template = edited(tmp_path, old, new)
    with pytest.raises(ReportError, match=rf"^vores skabelon\.docx: .*{words}"):
        render_docx(report_000(), template)


def test_a_template_that_is_no_word_file_or_not_there_is_explained(tmp_path: Path) -> None:
    text = tmp_path / "skabelon.docx"
    text.write_text("tekst")
    with pytest.raises(ReportError, match=r"^skabelon\.docx: Skabelonen er ikke et Word-dokument .*Gem den igen"):
        render_docx(report_000(), text)
    with pytest.raises(ReportError, match=r"^væk\.docx: Skabelonen findes ikke\."):
        render_docx(report_000(), tmp_path / "væk.docx")
