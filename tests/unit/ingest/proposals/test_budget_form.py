"""A proposal in the form of a council's budget."""

from effektspor.core.proposals.budget_proposal import BudgetChangeKind
from effektspor.ingest.proposals.budget_form import read_budget_proposal, read_budget_proposals
from tests.papers import read

from .made import thousands

FORM = """
    Overskrift | {title}
    Udvalg | Socialudvalget
    Forslagsstiller | Centerchefen
    Udgiftstype | Serviceudgifter

    1.000 kr. (2027-priser) | 2027 | 2028
    Nuværende budget | 5.000 | 5.000
    Budgetændring - drift | |
    Besparelse | -200 | -300
    Effektivisering | |
    Udvidelse | 50 | 50
    Samlet ændring (Netto) | -150 | -250
    Personalekonsekvenser | |
    Ændring i antal årsværk | -0,5 | -1

    1. Resumé

    To hold lægges sammen.

    2. Relevante dokumenter

    - Rapport om dagtilbud
    - ØU07 Indkøb

    3. Bemærkninger fra HU

    HU tager forslaget til efterretning.
"""


def test_the_form_of_the_budget_of_2023(papers):
    proposal = read_budget_proposal(papers.document("004"))
    assert proposal.title.startswith("Øget effekt") and proposal.committee == "Socialudvalget"
    assert (proposal.spending_type, proposal.price_level, proposal.years) == (
        "Serviceudgifter", "2023", (2023, 2024, 2025, 2026),
    )  # fmt: skip
    assert thousands(proposal.current_budget) == {2023: 366_676, 2024: 366_671, 2025: 366_671, 2026: 366_680}
    assert [(each.kind, thousands(each.amounts)[2024]) for each in proposal.changes] == [
        (BudgetChangeKind.EFFICIENCY, -9000), (BudgetChangeKind.EXPANSION, 175),
    ]  # fmt: skip
    assert thousands(proposal.net) == {2023: -7050, 2024: -8825, 2025: -8825, 2026: -8825}
    assert thousands(proposal.stated_net) == {2023: -7050, 2024: -7125, 2025: -7125, 2026: -7125}


def test_its_headings_and_what_it_hangs_together_with(real_papers):
    proposal = read_budget_proposal(real_papers.document("004"))
    assert [section.heading for section in proposal.sections] == [
        "Resumé", "Status", "Ændringsforslag", "Konsekvens", "Investeringsbehov",
        "Relevante dokumenter eller sammenhæng til andre bidrag",
    ]  # fmt: skip
    assert [each[:12] for each in proposal.related] == ["ØU01 Indkøb ", "M - Status p"]
    assert (proposal.works_council, proposal.staff) == ("", ())


def test_every_field_of_a_form():
    proposal = read_budget_proposal(read(FORM.format(title="Fælles dagtilbud")))
    assert (proposal.title, proposal.proposer) == ("Fælles dagtilbud", "Centerchefen")
    assert [(each.kind.value, each.section, thousands(each.amounts)) for each in proposal.changes] == [
        ("saving", "drift", {2027: -200, 2028: -300}), ("expansion", "drift", {2027: 50, 2028: 50}),
    ]  # fmt: skip
    assert [(year, number.plain()) for year, number in proposal.staff] == [(2027, "-0.5"), (2028, "-1")]
    assert proposal.related == ("Rapport om dagtilbud", "ØU07 Indkøb")
    assert proposal.works_council == "HU tager forslaget til efterretning."
    assert thousands(proposal.new_budget) == {2027: 4850, 2028: 4750}


def test_a_paper_with_several_forms():
    paper = FORM.format(title="Fælles dagtilbud") + FORM.format(title="Nye takster")
    assert [each.title for each in read_budget_proposals(read(paper))] == ["Fælles dagtilbud", "Nye takster"]


def test_the_other_papers_have_no_such_form(papers):
    assert [read_budget_proposal(papers.document(number)) for number in ("000", "001", "002", "003")] == [None] * 4
