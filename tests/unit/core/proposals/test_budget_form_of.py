"""One proposal in two templates: nothing is lost on the way."""

from hypothesis import given, settings
from hypothesis import strategies as st

from effektspor.core.number import Number
from effektspor.core.proposals.budget_form_of import budget_of_case, case_of_budget
from effektspor.core.proposals.budget_proposal import BudgetChangeKind, BudgetChangeLine, BudgetProposal
from effektspor.core.proposals.details import TextSection
from effektspor.core.proposals.totals import compute_totals
from effektspor.core.year_amounts import sum_years
from tests.unit.core.proposals.made import business_cases, crisis_centres, years, young_people

SAVING, EFFICIENCY, EXPANSION = BudgetChangeKind
PURCHASES = BudgetProposal(
    title="Styrket opfølgning",
    committee="Socialudvalget",
    proposer="Administrationen",
    spending_type="Serviceudgifter",
    price_level="2023",
    years=(2023, 2024),
    current_budget=years(2023, 366_676, 366_671),
    changes=(
        BudgetChangeLine(EFFICIENCY, years(2023, -7_300, -9_000)),
        BudgetChangeLine(EXPANSION, years(2023, 250, 175)),
        BudgetChangeLine(EXPANSION, years(2023, 40), "Ombygning", "anlæg"),
        BudgetChangeLine(SAVING, years(2023, -10), "Besparelse på tolke"),
    ),
    staff=((2023, Number(15, 1)),),
    sections=(TextSection("Resumé", "Der spares."),),
    related=("ØU01 Indkøb",),
    works_council="Ingen bemærkninger.",
    stated_net=years(2023, -7_050, -7_125),
)


def test_a_budget_proposal_is_the_same_after_being_a_case() -> None:
    case = case_of_budget(PURCHASES, "BF05")
    assert budget_of_case(case) == BudgetProposal(**{**_fields(PURCHASES), "code": "BF05"})
    assert compute_totals(case).permanent == PURCHASES.net


def test_what_saves_is_an_efficiency_and_what_costs_an_expansion() -> None:
    form = budget_of_case(crisis_centres())
    assert [line.kind for line in form.changes] == [EXPANSION, EFFICIENCY, EFFICIENCY, EXPANSION]
    assert (form.spending_type, form.code) == ("Service, Overførsler", "TF02")


def test_capital_stands_in_its_own_section() -> None:
    sections = {line.label: line.section for line in budget_of_case(young_people()).changes}
    assert (sections["Indretning"], sections["Vejleder"]) == ("anlæg", "drift")


@settings(max_examples=60, deadline=None)
@given(business_cases)
def test_no_krone_is_lost(case) -> None:
    assert budget_of_case(case).net == sum_years((compute_totals(case).permanent, compute_totals(case).implementation))


@given(st.sampled_from(BudgetChangeKind))
def test_a_kind_is_known_again(kind: BudgetChangeKind) -> None:
    form = BudgetProposal("A", changes=(BudgetChangeLine(kind, years(2026, -1)),))
    assert budget_of_case(case_of_budget(form, "A1")).changes == form.changes


def _fields(proposal: BudgetProposal) -> dict[str, object]:
    return {name: getattr(proposal, name) for name in proposal.__slots__}
