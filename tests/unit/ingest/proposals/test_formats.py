"""The same business case in text, Word, Excel, a web page and PDF says the same."""

import json
from dataclasses import replace

import pytest
import typst

from effektspor.core.proposals.details import BudgetBase, Criterion
from effektspor.ingest.grid import clean_text
from effektspor.ingest.proposals.catalogue import read_catalogue
from effektspor.ingest.proposals.reading import read_cases
from effektspor.ingest.reading import read_document
from tests.unit.ingest.formats import as_excel, as_page, as_text, as_word

from .made import GROUP_RELIEF, lines_of, thousands


def as_pdf(paper):
    parts = ['#set page(paper: "a4", margin: 2cm)', '#set text(font: "IBM Plex Sans", size: 9pt, lang: "da")']
    parts += [_typed(part) for part in paper]
    return typst.compile("\n".join(parts).encode(), format="pdf", timestamp=0)


def _typed(part):
    if isinstance(part, str):
        return f"#heading({_string(part.lstrip('# '))})" if part.startswith("#") else f"#par({_string(part)})"
    width = max(map(len, part))
    cells = ", ".join(_string(cell) for row in part for cell in [*row, *[""] * (width - len(row))])
    return f"#table(columns: {width}, stroke: 0.4pt, {cells})"


def _string(text):
    return json.dumps(text, ensure_ascii=False)


RENDER = {"a.txt": as_text, "a.docx": as_word, "a.xlsx": as_excel, "a.html": as_page, "a.pdf": as_pdf}


def read_as(name, paper):
    cases, findings = read_cases(read_document(name, RENDER[name](paper)))
    assert findings == ()
    (case,) = cases
    return case


def test_the_case_is_read_as_it_is_written():
    case = read_as("a.txt", GROUP_RELIEF)
    assert (case.code, case.title) == ("VO07", "Aflastning i grupper")
    assert case.departments == ("Velfærdsforvaltningen", "Børneforvaltningen")
    assert lines_of(case) == [
        ("permanent", "Service", "", "Færre enkeltophold", {2026: -900, 2027: -1900, 2028: -1900}),
        ("permanent", "Service", "", "Gruppeleder", {2026: 450, 2027: 450, 2028: 450}),
        ("implementation", "Anlæg", "", "Indretning", {2026: 600}),
    ]
    assert thousands(case.stated.total) == {2026: 150, 2027: -1450, 2028: -1450}
    assert case.criteria == (
        Criterion("Færre enkeltophold", "Træk fra fagsystemet", "Centerlederen", "Hvert kvartal"),
        Criterion("Tilfredse familier", "Spørgeskema til familierne", "Udviklingsteamet", "En gang om året"),
    )
    assert case.budgets == (BudgetBase("Aflastning", 1_250_000_000, 2025),)
    assert [section.heading for section in case.sections] == [
        "Baggrund og formål", "Forslagets indhold", "Risikovurdering",
    ]  # fmt: skip
    assert case.risk.level == "middel"


@pytest.mark.parametrize("name", [name for name in RENDER if name != "a.txt"])
def test_every_format_says_the_same(name):
    assert read_as(name, GROUP_RELIEF) == read_as("a.txt", GROUP_RELIEF)


def test_a_web_pages_own_boxes():
    page = as_page(GROUP_RELIEF).decode()
    page = page.replace("☐", '<input type="checkbox">').replace("☒", '<input type="checkbox" checked>')
    (case,), _ = read_cases(read_document("a.html", page.encode()))
    assert case.departments == ("Velfærdsforvaltningen", "Børneforvaltningen")


def _as_parts(text):
    """Return a text's lines and tables, as a converter would put them into another format."""
    parts, rows = [], []
    for line in [*text.split("\n"), ""]:
        if "\t" in line.strip("\n "):
            rows.append([clean_text(cell) for cell in line.split("\t")])
            continue
        parts += [rows] if rows else []
        parts += [clean_text(line.strip())] if line.strip() else []
        rows = []
    return parts


def _figures(case):
    parts = (case.lines, case.stated, case.allocations, case.pools, case.staff, case.unit_prices)
    return (case.code, case.target_group, case.departments, case.criteria, case.risk.level, *parts)


@pytest.mark.parametrize("name", ["a.docx", "a.html", "a.xlsx"])
def test_a_whole_catalogue_says_the_same_in_another_format(papers, name):
    text = papers.path("002").read_text(encoding="utf-8")
    document = read_document(name, RENDER[name](_as_parts(text)))
    cases, _ = read_cases(document)
    expected, _ = read_cases(papers.document("002"))
    assert [_figures(case) for case in cases] == [_figures(case) for case in expected]
    read, known = read_catalogue(document, cases), read_catalogue(papers.document("002"), expected)
    assert _without_ids(read) == _without_ids(known)


def _without_ids(catalogue):
    """The ids of tables depend on how a format splits them."""
    groups = tuple(
        replace(group, table_id="", rows=tuple(replace(row, case_table_ids=()) for row in group.rows))
        for group in catalogue.groups
    )
    return replace(catalogue, groups=groups)
