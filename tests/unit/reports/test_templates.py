"""Our Word templates: built by a script, fillable, made for Word and for a screen reader, and refused when broken."""

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from tools.make_templates import TEMPLATE_BUILDERS, built

from effektspor.reports.budget_form import compute_budget_form
from effektspor.reports.case_paper import compute_case_paper
from effektspor.reports.catalogue_annex import compute_catalogue_annex
from effektspor.reports.errors import ReportError
from effektspor.reports.papers import TEMPLATE_NAMES, render_paper_docx, template_name
from effektspor.reports.printed import PrintedPaper, release
from effektspor.reports.strategy_note import compute_strategy_note
from effektspor.reports.word_file import TEMPLATES

from .cases import PRINTED_ON, budget_004, case_tf03, case_tv01b, catalogue_2018
from .test_case_paper import wrong_case
from .test_strategy_note import note_001

PAPERS: tuple[PrintedPaper, ...] = (
    compute_case_paper(case_tf03(), PRINTED_ON, 3),
    compute_case_paper(case_tv01b(), PRINTED_ON, 3),
    compute_budget_form(budget_004(), PRINTED_ON),
    compute_catalogue_annex(catalogue_2018(), PRINTED_ON),
    compute_strategy_note(note_001(), PRINTED_ON),
)
NAMES = pytest.mark.parametrize("name", TEMPLATE_BUILDERS)
ALL_PAPERS = pytest.mark.parametrize("paper", PAPERS, ids=["TF03", "TV01b", "budget", "annex", "note"])
# Some of the schema's order of what a cell, a row and a table look like; Word is strict about it.
CELL_ORDER = ["tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "vAlign"]


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


@NAMES
def test_a_template_is_what_the_script_builds(name: str) -> None:
    assert built(name) == (TEMPLATES / name).read_bytes(), "run tools/make_templates.py"


@ALL_PAPERS
def test_a_paper_is_a_danish_a4_document_with_headings(paper: PrintedPaper) -> None:
    document = opened(render_paper_docx(paper))
    assert document.core_properties.title == paper.title
    assert document.core_properties.language == "da-DK"
    assert document.styles["Normal"].element.xpath("./w:rPr/w:lang/@w:val") == ["da-DK"]
    section = document.sections[0]
    assert section.page_width and section.page_height
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert styles.count("Title") == 1
    assert "Caption" in styles
    assert "{" not in "".join(text.text or "" for text in document.element.body.iter(qn("w:t")))


@ALL_PAPERS
def test_tables_repeat_their_head_keep_rows_whole_and_fill_the_width(paper: PrintedPaper) -> None:
    document = opened(render_paper_docx(paper))
    assert document.tables
    for table in document.tables:
        rows = table._tbl.tr_lst
        assert len(rows[0].xpath("./w:trPr/w:tblHeader")) == 1
        assert all(len(row.xpath("./w:trPr/w:cantSplit")) == 1 for row in rows)
        grid = [int(column.w.twips) for column in table._tbl.tblGrid.gridCol_lst if column.w]
        assert abs(sum(grid) - 9412) < 20
        assert min(grid) > 500
        assert {sum(cell.grid_span for cell in row.tc_lst) for row in rows} == {len(grid)}
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None
    for look in document.element.body.iter(qn("w:tcPr")):
        names = [child.tag.rpartition("}")[2] for child in look]
        assert names == sorted(names, key=CELL_ORDER.index)


def test_a_short_table_keeps_with_its_title_on_one_page_and_a_long_one_may_break() -> None:
    whole, permanent = opened(render_paper_docx(PAPERS[0])).tables[:2]
    kept = [bool(row.xpath("./w:tc/w:p/w:pPr/w:keepNext")) for row in permanent._tbl.tr_lst]
    assert kept == [True] * (len(kept) - 1) + [False]
    assert not all(row.xpath("./w:tc/w:p/w:pPr/w:keepNext") for row in whole._tbl.tr_lst[:-1])


def test_every_kind_has_a_template_of_each_format() -> None:
    for kind, stem in TEMPLATE_NAMES.items():
        assert template_name(kind) in TEMPLATE_BUILDERS
        assert (TEMPLATES / f"{stem}.typ").is_file()


@NAMES
def test_the_readme_names_every_field(name: str) -> None:
    told = (TEMPLATES / "README.md").read_text(encoding="utf-8")
    said = "".join(text.text or "" for text in opened(built(name)).element.body.iter(qn("w:t")))
    fields = set(re.findall(r"(?:\{\{|in|if|elif) (\w+)", said)) - {"loop", "not", "part", "row", "column", "cell"}
    assert fields
    assert [field for field in fields if f"`{field}`" not in told] == []


def edited(folder: Path, name: str, old: str, new: str) -> Path:
    """Return our template as a user has changed it in Word."""
    path = folder / name
    with zipfile.ZipFile(TEMPLATES / name) as source, zipfile.ZipFile(path, "w") as target:
        for part in source.namelist():
            data = source.read(part)
            changed = data.replace(old.encode(), new.encode()) if part == "word/document.xml" else data
            assert changed != data or part != "word/document.xml"
            target.writestr(part, changed)
    return path


def test_a_users_own_template_is_used(tmp_path: Path) -> None:
    template = edited(tmp_path, "forslag.docx", "BUSINESS CASE", "FORSLAG TIL BUDGET 2027")
    texts = [paragraph.text for paragraph in opened(render_paper_docx(PAPERS[0], template)).paragraphs]
    assert "FORSLAG TIL BUDGET 2027" in texts


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("{{ title }}", "{{ titel }}", "felt, der ikke findes: »titel«.*Papirets felter er .*economy"),
        ("{{ summary }}", "{{ summary }", "kan ikke læses.*er lukket"),
        ("{{ summary }}", "{{ summary.__class__.__mro__ }}", "Et felt"),
    ],
)
def test_a_broken_template_is_explained(tmp_path: Path, old: str, new: str, words: str) -> None:
    with pytest.raises(ReportError, match=rf"^forslag\.docx: .*{words}"):
        render_paper_docx(PAPERS[0], edited(tmp_path, "forslag.docx", old, new))


def test_a_template_that_hides_an_open_error_is_refused(tmp_path: Path) -> None:
    template = edited(tmp_path, "forslag.docx", "{{ mark }}", "")
    assert render_paper_docx(PAPERS[0], template)
    paper = release(compute_case_paper(wrong_case(), PRINTED_ON, 3), "Det haster")
    with pytest.raises(ReportError, match=r"^forslag\.docx: Skabelonen viser ikke.*for mark in marks"):
        render_paper_docx(paper, template)
