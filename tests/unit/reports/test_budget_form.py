from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effektspor.core.audit.catalogue import audit_document
from effektspor.core.document import RowKind
from effektspor.core.number import Number
from effektspor.core.proposals.budget_proposal import BudgetChangeKind, BudgetChangeLine, BudgetProposal
from effektspor.core.unit import MILLION, THOUSAND
from effektspor.core.year_amounts import YearAmounts
from effektspor.ingest.proposals.budget_form import read_budget_proposal
from effektspor.reports.budget_form import BudgetForm, compute_budget_form
from effektspor.reports.errors import PaperNotReleased
from effektspor.reports.papers import render_paper_docx, render_paper_pdf
from effektspor.reports.printed import release

from .cases import PRINTED_ON, budget_004, thousands
from .plans import WEIRD
from .round_trip import assert_tables_survive, docx_words, pdf_words, read_back


def form_of(proposal: BudgetProposal) -> BudgetForm:
    return compute_budget_form(proposal, PRINTED_ON)


@pytest.mark.parametrize("words_of", [docx_words, pdf_words])
def test_seed_004_is_printed_in_its_form(words_of: Callable[[BudgetForm], str]) -> None:
    words = words_of(form_of(budget_004()))
    for said in (
        "Overskrift: Øget effekt af styrket opfølgning",
        "Udvalg: Socialudvalget",
        "Udgiftstype: Serviceudgifter",
        "1.000 kr., 2023 p/l 2023 2024 2025 2026 Nuværende budget 366.676 366.671 366.671 366.680",
        "Besparelse – – – – Effektivisering −7.300 −9.000 −9.000 −9.000 Udvidelse 250 175 175 175",
        "Samlet ændring (Netto) −7.050 −8.825 −8.825 −8.825 Personalekonsekvenser Ændring i antal årsværk – – – –",
        "Note: (−) = mindreudgift/merindtægt, (+) = merudgift/mindreindtægt",
        "1. Resumé",
        "6. Relevante dokumenter eller sammenhæng til andre bidrag",
    ):
        assert said in words


def test_it_is_read_back_equal() -> None:
    proposal = replace(budget_004(), staff=((2023, Number(15, 1)), (2024, Number(-1))))
    assert_tables_survive(form_of(proposal))
    read = read_budget_proposal(read_back(form_of(proposal)))
    assert read
    for name in ("title", "committee", "proposer", "spending_type", "price_level", "unit", "current_budget", "staff"):
        assert getattr(read, name) == getattr(proposal, name), name
    assert [(each.kind, each.amounts) for each in read.changes] == [(e.kind, e.amounts) for e in proposal.changes]
    assert read.stated_net == proposal.net


def test_every_line_has_a_row_and_each_section_its_heading() -> None:
    change, plant = thousands(2024, -100), thousands(2024, 1500)
    changes = (
        BudgetChangeLine(BudgetChangeKind.SAVING, change, "Færre møder"),
        BudgetChangeLine(BudgetChangeKind.SAVING, change, "Besparelse på rejser"),
        BudgetChangeLine(BudgetChangeKind.EXPANSION, plant, section="anlæg"),
    )
    proposal = BudgetProposal("Møder", years=(2024, 2025), price_level="2024", unit=MILLION, changes=changes, code="A1")
    form = form_of(proposal)
    assert form.title == "A1 Møder"
    assert [(row.label, *(cell.text for cell in row.cells)) for row in form.economy.rows if not row.empty] == [
        ("Besparelse: Færre møder", "−0,1", ""),
        ("Besparelse på rejser", "−0,1", ""),
        ("Udvidelse", "1,5", ""),
        ("Samlet ændring (Netto)", "1,3", ""),
    ]
    headings = [row.label for row in form.economy.rows if row.kind is RowKind.HEADING]
    assert headings == ["Budgetændring – drift", "Budgetændring – anlæg", "Personalekonsekvenser"]


def with_stated_net(*amounts: int) -> BudgetForm:
    return form_of(replace(budget_004(), stated_net=thousands(2023, *amounts)))


def test_a_stated_net_with_swapped_digits_needs_a_reason() -> None:
    wrong = with_stated_net(-7050, -8825, -8825, -8852)
    with pytest.raises(PaperNotReleased, match=r"Papiret er ikke frigivet.*Samlet ændring"):
        render_paper_docx(wrong)
    paper = release(wrong, "Byrådet har besluttet det")
    assert "Frigivet med en åben fejl: TAB-008 ved tabel 1, række 6: " in docx_words(paper)
    assert "Begrundelse: Byrådet har besluttet det" in pdf_words(paper)


def test_what_is_only_to_be_settled_does_not_stop_it_and_the_stated_net_is_printed() -> None:
    paper = release(with_stated_net(-7050, -7125, -7125, -7125))
    assert paper.released.marks == ()
    assert "Samlet ændring (Netto) −7.050 −7.125 −7.125 −7.125" in docx_words(paper)


def test_our_own_checks_find_nothing_in_it() -> None:
    assert audit_document(form_of(budget_004()).document)[1] == ()


def test_a_form_without_anything_is_printed() -> None:
    form = form_of(BudgetProposal("", sections=(), works_council=f"{WEIRD}\n\n- {WEIRD}"))
    assert "Note: Papiret siger ikke prisniveau." in docx_words(form)
    assert docx_words(form).count("{{ 7 * 7 }}") == 2
    assert render_paper_pdf(form) == render_paper_pdf(form)
    assert render_paper_docx(form) == render_paper_docx(form)


@st.composite
def small_proposals(draw: st.DrawFn) -> BudgetProposal:
    years = tuple(range(2025, 2025 + draw(st.integers(2, 5))))
    unit = draw(st.sampled_from((THOUSAND, MILLION)))

    def amounts(low: int, high: int) -> YearAmounts:
        numbers = draw(st.lists(st.integers(low, high), min_size=len(years), max_size=len(years)))
        return YearAmounts.of({y: n * unit.ore for y, n in zip(years, numbers, strict=True)})

    labels = st.sampled_from(("", "Færre møder", "Støtte efter § 85"))
    changes = tuple(
        BudgetChangeLine(
            kind, amounts(1, 999) if kind is BudgetChangeKind.EXPANSION else amounts(-999, -1), draw(labels)
        )
        for kind in draw(st.lists(st.sampled_from(BudgetChangeKind), min_size=1, max_size=4))
    )
    staff = tuple((year, Number(draw(st.integers(-99, 99)), 1)) for year in years[: draw(st.integers(0, 2))])
    return BudgetProposal(
        "Et budgetforslag", "Socialudvalget", price_level="2025", unit=unit, years=years,
        current_budget=amounts(1, 99_999), changes=changes, staff=staff,
    )  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(small_proposals())
def test_any_proposal_is_read_back_equal(proposal: BudgetProposal) -> None:
    paper = release(form_of(proposal))
    assert paper.released.marks == ()
    assert_tables_survive(paper)
    read = read_budget_proposal(read_back(paper))
    assert read
    assert (read.current_budget, read.staff, read.stated_net) == (proposal.current_budget, proposal.staff, proposal.net)
    by_kind = sorted(proposal.changes, key=lambda each: list(BudgetChangeKind).index(each.kind))
    assert [(each.kind, each.amounts) for each in read.changes] == [(each.kind, each.amounts) for each in by_kind]


def test_its_related_documents_come_back_as_a_list() -> None:
    proposal = replace(budget_004(), related=("Strategi for voksne", "Budgetforslag A2", "Analyse – 2022"))
    proposal = replace(proposal, sections=tuple(each for each in proposal.sections if "Relevante" not in each.heading))
    read = read_budget_proposal(read_back(form_of(proposal)))
    assert read
    assert read.related == proposal.related
