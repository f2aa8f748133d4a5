from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effektspor.core.audit.catalogue import audit_document
from effektspor.core.document import Document, Table
from effektspor.core.proposals.catalogue import Catalogue, CatalogueGroup, CatalogueRow, RowPurpose
from effektspor.core.unit import KRONE, MILLION, THOUSAND
from effektspor.core.year_amounts import YearAmounts
from effektspor.ingest.proposals.catalogue import read_catalogue
from effektspor.ingest.reading import read_document
from effektspor.reports.annex_sheet import render_annex_xlsx
from effektspor.reports.catalogue_annex import AnnexStyle, CatalogueAnnex, compute_catalogue_annex
from effektspor.reports.errors import PaperNotReleased
from effektspor.reports.papers import render_paper_docx, render_paper_pdf
from effektspor.reports.printed import release

from .cases import PRINTED_ON, case_tf03, case_tv01b, catalogue_2018, thousands
from .plans import WEIRD
from .round_trip import assert_tables_survive, docx_words, pdf_words, read_back, row_facts
from .sheets import formula_cells, opened

IN_2018 = AnnexStyle(price_level="2018")


def annex_of(catalogue: Catalogue) -> CatalogueAnnex:
    return compute_catalogue_annex(catalogue, PRINTED_ON, IN_2018, (case_tf03(), case_tv01b()))


@pytest.mark.parametrize("words_of", [docx_words, pdf_words])
def test_the_annex_of_2018_is_printed(words_of: Callable[[CatalogueAnnex], str]) -> None:
    words = words_of(annex_of(catalogue_2018()))
    for said in (
        "Bilag 1a: Omprioriteringskatalog for budget 2018",
        "7 forslag i 3 grupper · besparelser er minus",
        "Borgere med handicap Nr. Omprioriteringsforslag 1.000 kr., 2018 p/l 2017 2018 2019 2020 2021 HA02",
        "Nettoeffektivisering (service) 0 −18.300 −20.900 −20.900 −20.900",
        "Investeringsbehov fra investeringspuljer 300 700 0 0 0",
        "Investeringsbehov fra investeringspuljer 300 2.800 2.100 2.100 0",
        "Nettoeffektivisering (service) 0 −24.300 −27.400 −27.900 −27.900",
        "Note: Nettoeffektiviseringen er service alene",
        "Service −13.000 −13.500 −14.000 −14.000",
    ):
        assert said in words
    assert "HA07b – [REVIDERET]" in words.replace("HA07b –[", "HA07b – [")


def test_our_own_checks_find_nothing_in_it() -> None:
    assert audit_document(annex_of(catalogue_2018()).document)[1] == ()


def test_tables_are_read_back_equal() -> None:
    assert_tables_survive(annex_of(catalogue_2018()))


def xlsx_of(paper: CatalogueAnnex) -> Document:
    return read_document("bilag.xlsx", render_annex_xlsx(paper))


@pytest.mark.parametrize("read", [read_back, xlsx_of], ids=["docx", "xlsx"])
def test_the_catalogue_is_read_back_equal(read: Callable[[CatalogueAnnex], Document]) -> None:
    written = catalogue_2018()
    found = read_catalogue(read(annex_of(written)), ())
    assert found
    assert found.title == written.title
    assert [group.target_group for group in found.groups] == [group.target_group for group in written.groups]
    for mine, theirs in zip(written.rows, found.rows, strict=True):
        assert (theirs.code, theirs.revision, theirs.amounts) == (mine.code, mine.revision, mine.amounts)
        assert (theirs.purpose, theirs.control_area) == (mine.purpose, mine.control_area)
    nets = [group.stated_net for group in found.groups]
    assert nets == [group.net for group in written.groups]


def test_the_whole_catalogues_sums_are_read_back() -> None:
    found = read_catalogue(read_back(annex_of(catalogue_2018())), ())
    assert found
    assert (found.stated_net, found.stated_investment) == (catalogue_2018().net, catalogue_2018().investment)


def test_the_sheet_reads_as_one_table_of_the_same_rows() -> None:
    paper = annex_of(catalogue_2018())
    catalogue, areas = xlsx_of(paper).tables
    rows = [row_facts(row) for table in (*paper.groups, paper.summaries[0]) for row in table.rows]
    assert [row_facts(row) for row in catalogue.rows if row.label not in _captions(paper)] == rows
    assert (catalogue.unit, catalogue.price_level, catalogue.columns) == ("1.000 kr.", "2018", paper.groups[0].columns)
    assert row_facts(areas.rows[-1]) == row_facts(paper.summaries[1].rows[-1])


def _captions(paper: CatalogueAnnex) -> set[str | None]:
    tables: tuple[Table, ...] = (*paper.groups, *paper.summaries)
    return {table.caption for table in tables}


def test_sums_are_formulas_with_their_values() -> None:
    sheet = opened(render_annex_xlsx(annex_of(catalogue_2018())), "Katalog")
    net, invested, whole = (
        sheet.row_of("Nettoeffektivisering (service)"),
        sheet.row_of("Investeringsbehov fra investeringspuljer"),
        sheet.row_of("Nettoeffektivisering (service)", 3),
    )
    assert sheet.formulas.cell(net, 4).value == "=SUM(D5:D7)"
    assert sheet.values.cell(net, 4).value == -18300
    assert sheet.formulas.cell(invested, 4).value == f"={sheet.formulas.cell(invested - 1, 4).coordinate}"
    assert str(sheet.formulas.cell(whole, 4).value).count("D") == 3
    assert sheet.values.cell(whole, 4).value == -24300
    assert sheet.values.cell(net, 4).number_format == "#,##0"


def test_the_sheet_is_set_up_for_print() -> None:
    page = opened(render_annex_xlsx(annex_of(catalogue_2018())), "Katalog").formulas
    head = next(row for row in range(1, 9) if page.cell(row, 1).value == "Nr.")
    assert page.freeze_panes == f"C{head + 1}"
    assert page.print_title_rows == f"${head}:${head}"
    assert (page.page_setup.orientation, int(page.page_setup.paperSize)) == ("landscape", 9)
    assert "Beløb i 1.000 kr., 2018 p/l. Besparelser er angivet med minus." in [
        page.cell(row, 1).value for row in (2, 3)
    ]
    for column in range(3, page.max_column + 1):
        letter = page.cell(1, column).column_letter
        longest = max(len(f"{page.cell(row, column).value or ''}") for row in range(head, head + 3))
        assert page.column_dimensions[letter].width > longest + 2


def test_a_sum_that_does_not_hold_is_an_error_and_no_formula() -> None:
    group = replace(catalogue_2018().groups[0], stated_net=thousands(2017, 0, -18300, -20800, -20900, -20900))
    paper = annex_of(replace(catalogue_2018(), groups=(group, *catalogue_2018().groups[1:])))
    with pytest.raises(PaperNotReleased):
        render_annex_xlsx(paper)
    released = release(paper, "Trykt sådan")
    sheet = opened(render_annex_xlsx(released), "Katalog")
    net = sheet.row_of("Nettoeffektivisering (service)")
    assert sheet.formulas.cell(net, 5).value == sheet.values.cell(net, 5).value == -20800
    assert "Begrundelse: Trykt sådan" in [sheet.values.cell(row, 1).value for row in range(1, 9)]
    assert "Begrundelse: Trykt sådan" in docx_words(released)


FORMULAS = ("=1+1", "+1", "-1", "@SUM(1)", '=HYPERLINK("http://x","y")', "http://eksempel.dk", f"={WEIRD}")


@pytest.mark.parametrize("said", FORMULAS)
def test_what_users_write_is_never_a_formula(said: str) -> None:
    rows = (CatalogueRow("A01", said, thousands(2024, -1), "", RowPurpose.OTHER, said),)
    paper = annex_of(Catalogue(said, (CatalogueGroup(said, rows),)))
    sheet = opened(render_annex_xlsx(paper), "Katalog").formulas
    assert all(cell.startswith(("=SUM(", "=C", "=D", "=E")) for cell in formula_cells(sheet))
    words = [cell for row in sheet.iter_rows(max_col=2) for cell in row if said in str(cell.value)]
    assert len(words) >= 3
    assert {cell.data_type for cell in words} == {"s"}
    assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("render", [render_paper_docx, render_paper_pdf, render_annex_xlsx])
def test_the_same_catalogue_and_day_give_the_same_bytes(render: Callable[[CatalogueAnnex], bytes]) -> None:
    paper = annex_of(catalogue_2018())
    assert render(paper) == render(annex_of(catalogue_2018()))
    assert render(paper) != render(replace(paper, made_on=PRINTED_ON.replace(day=5)))


def test_a_catalogue_without_groups_is_printed() -> None:
    paper = compute_catalogue_annex(Catalogue("", ()), PRINTED_ON)
    assert "Note: Papiret siger ikke prisniveau." in docx_words(paper)
    assert render_annex_xlsx(paper)
    assert render_paper_pdf(paper)


@st.composite
def small_catalogues(draw: st.DrawFn) -> tuple[Catalogue, AnnexStyle]:
    unit = draw(st.sampled_from((KRONE, THOUSAND, MILLION)))
    step = draw(st.sampled_from((unit.ore, unit.ore // 10)))

    def row(group: int, at: int) -> CatalogueRow:
        invests = draw(st.booleans())
        numbers = draw(st.lists(st.integers(1, 9999), min_size=2, max_size=2))
        amounts = YearAmounts.of({2024 + n: (ore if invests else -ore) * step for n, ore in enumerate(numbers)})
        purpose = RowPurpose.INVESTMENT if invests else RowPurpose.NET
        return CatalogueRow(
            f"SO{group}{at}", f"Forslag om støtte {at}", amounts, draw(st.sampled_from(("", "REVIDERET"))), purpose
        )

    sizes = draw(st.lists(st.integers(2, 4), min_size=1, max_size=3))
    groups = [CatalogueGroup(f"Målgruppe {g}", tuple(row(g, at) for at in range(size))) for g, size in enumerate(sizes)]
    return Catalogue("Katalog for budget 2024", tuple(groups)), AnnexStyle(unit, "2024")


@settings(max_examples=40, deadline=None)
@given(small_catalogues())
def test_any_catalogue_is_read_back_equal(given_catalogue: tuple[Catalogue, AnnexStyle]) -> None:
    catalogue, style = given_catalogue
    paper = release(compute_catalogue_annex(catalogue, PRINTED_ON, style), "prøve")
    assert paper.released.marks == ()
    assert_tables_survive(paper)
    sheet = opened(render_annex_xlsx(paper), "Katalog")
    sums = [
        row for table in (*paper.groups, *paper.summaries) for row in table.rows if not row.number and not row.empty
    ]
    cells = sum(cell.number is not None for row in sums for cell in row.cells)
    assert len(formula_cells(sheet.formulas)) == cells


def test_what_is_to_be_said_of_its_rows_is_printed_in_place_of_no_level() -> None:
    note = "Note: Kataloget har flere prisniveauer: HA02 er i 2017-priser; TF03 er i 2018-priser."
    paper = compute_catalogue_annex(catalogue_2018(), PRINTED_ON, AnnexStyle(notes=(note,)), (case_tf03(),))
    words = docx_words(paper)
    assert note in words
    assert "Papiret siger ikke prisniveau" not in words
    other = compute_catalogue_annex(catalogue_2018(), PRINTED_ON, AnnexStyle(notes=("Note: Hele TF03.",)))
    assert "Papiret siger ikke prisniveau" in docx_words(other)
