"""Effect accounts, adopted savings, plans and notes in other words; and the same paper in every format."""

from datetime import date

import pytest

from effektspor.core.plans.targets import Accumulation
from effektspor.core.unit import THOUSAND
from effektspor.ingest.plan_papers.reading import PlanPapers, read_plan_papers
from effektspor.ingest.reading import read_document
from tests.unit.ingest.formats import as_excel, as_text, as_word
from tests.unit.ingest.plan_papers.short import MIO, T_KR, papers_of

ACCOUNT = """
Effektregnskab for styrket visitation

1.000 kr.          | Måltal | Realiseret effekt
2023               | 1.000  | 800
2024               | 2.000  | 2.600
I alt              | 3.000  | 3.400
"""


def test_an_effect_account_with_years_down():
    (account,) = papers_of(ACCOUNT).effect_accounts
    assert (account.title, account.printed.unit) == ("Effektregnskab for styrket visitation", THOUSAND)
    assert dict(account.realised.pairs) == {2023: 800 * T_KR, 2024: 2600 * T_KR}
    assert account.realised_sum.agrees and account.target_sum.agrees
    assert papers_of(ACCOUNT).plan is None and papers_of(ACCOUNT).findings == ()


def test_a_plan_by_name_with_years_for_rows_is_an_account_and_no_plan():
    papers = papers_of(ACCOUNT.replace("Effektregnskab for styrket visitation", "Handleplan for visitation"))
    assert papers.plan is None and len(papers.effect_accounts) == 1


def test_figures_that_are_accumulated_are_taken_apart():
    text = """
    Effekt af tiltag

    mio. kr.                | 2023 | 2024 | 2025
    Opnået, akkumuleret     | 1,0  | 3,0  | 4,5
    Målsætning: mål (akk.)  | 2,0  | 4,0  | 6,0
    """
    (account,) = papers_of(text).effect_accounts
    assert [ore * 10 // MIO for _, ore in account.realised.pairs] == [10, 20, 15]
    assert (account.targets.accumulation, account.targets.said) == (Accumulation.ACCUMULATED, Accumulation.ACCUMULATED)
    assert account.targets.computed_sum_ore == 6 * MIO and papers_of(text).findings == ()


TARGETS = """
{title}

mio. kr.            | 2023 | 2024 | 2025
Årlig effekt        | 2,2  | 1,5  | 4,1
Effekt akkumuleret  | 2,2  | 3,7  | 7,9
"""


def test_an_effect_that_the_paper_accumulates_itself_is_kept_beside_the_computed():
    (account,) = papers_of(TARGETS.format(title="Effekt af tilsyn")).effect_accounts
    assert [ore * 10 // MIO for _, ore in account.realised.pairs] == [22, 15, 41]
    assert [ore * 10 // MIO for _, ore in account.accumulated.computed.pairs] == [22, 37, 78]
    assert account.accumulated.stated.at(2025) == 79 * MIO // 10 and account.accumulated.agrees


def test_effects_under_a_title_of_targets_are_targets():
    (account,) = papers_of(TARGETS.format(title="Måltal for tilsyn")).effect_accounts
    assert not account.realised and account.targets.computed_sum_ore == 78 * MIO // 10
    assert [year.target_ore * 10 // MIO for year in account.years] == [22, 15, 41]


def test_adopted_savings_in_other_words():
    text = """
    Vedtagne effektiviseringer

    1.000 kr.     | 2024 | 2025 | Realiseret ultimo 2025
    Tættere tilsyn | 100 | 200  | 150
    Ny leverandør |      | 300  | 300
    Sum           | 100  | 500  | 450
    """
    (adopted,) = papers_of(text).adopted
    assert (adopted.as_of, adopted.title) == (date(2025, 12, 31), "Vedtagne effektiviseringer")
    assert [adopted.difference_ore(line) for line in adopted.lines] == [-50 * T_KR, 0]
    assert adopted.realised.computed_ore == adopted.realised.stated_ore


def test_a_plan_with_what_is_expected_at_year_end():
    text = """
    Status på handleplan pr. 31.08.2025

    1.000 kr.   | Mål 2025 | Realiseret | Forventet ultimo
    Takster     | 2.000    | 900        | 1.800
    Hjemtagelse | 1.000    | 500        |
    I alt       | 3.000    | 1.400      | 1.800
    """
    plan = papers_of(text).plan
    assert [measure.expected_ore for measure in plan.measures] == [1800 * T_KR, None]
    assert plan.expected.net.computed_ore == plan.expected.net.stated_ore == 1800 * T_KR
    assert [measure.status.value for measure in plan.measures] == ["not_met", "partly"], (
        "realised decides, not expected"
    )


NOTE = """
Opfølgning på strategi for bosteder

Dateret: 4. maj 2025

Sagsnr.: 27.00-25

# Færre i herberg

Kommunen vil have flere i egen bolig.

Indikator: Antal i herberg

Status pr. 1. april 2025:

Otte er flyttet.

Status pr. maj 2025

Ti er flyttet.

# Uden opfølgning

Intet nyt.
"""


def test_a_strategy_note_in_other_words():
    note = papers_of(NOTE).strategy
    assert (note.written_on, note.case_number) == (date(2025, 5, 4), "27.00-25")
    hostels, other = note.sections
    assert (hostels.heading, hostels.text) == ("Færre i herberg", "Kommunen vil have flere i egen bolig.")
    assert hostels.indicators == ("Antal i herberg",)
    assert [(each.on, each.text) for each in hostels.follow_ups] == [
        (date(2025, 4, 1), "Otte er flyttet."), (date(2025, 5, 31), "Ti er flyttet."),
    ]  # fmt: skip
    assert (other.heading, other.text, other.follow_ups) == ("Uden opfølgning", "Intet nyt.", ())


def test_a_paper_about_something_else_is_nothing():
    text = "Besparelser i 1.000 kr. | 2024 | 2025\nBostøtte | 100 | 100\nBotilbud | 200 | 200\nI alt | 300 | 300\n"
    assert papers_of(text) == PlanPapers()
    assert not papers_of(text)


@pytest.mark.parametrize("suffix, saved", [("txt", as_text), ("docx", as_word), ("xlsx", as_excel)])
def test_every_format_gives_the_same(suffix, saved):
    paper = [
        "# Forventet effekt",
        [["mio. kr.", "2024", "2025"], ["1. opfølgning 2024", "3,0", "4,0"], ["2. opfølgning 2024", "2,5", "4,5"]],
        "# Borgere i botilbud",
        [
            ["Sted", "Primo 2025", "Tilgang", "Afgang", "Ultimo 2025"],
            ["Nord", "50", "3", "2", "51"],
            ["Syd", "9", "0", "1", "8"],
        ],
        "# Effekt af opfølgning",
        [
            ["1.000 kr.", "2020", "2021", "Samlet"],
            ["Realiseret effekt", "4.100", "5.800", "9.900"],
            ["Måltal", "2.000", "3.000", "5.000"],
        ],
    ]
    papers = read_plan_papers(read_document(f"papir.{suffix}", saved(paper)))
    (estimates,), (flow,), (account,) = papers.estimates, papers.flows, papers.effect_accounts
    assert estimates.last_moved(2025).difference_ore == 5 * MIO // 10
    assert [place.as_sum() for place in flow.places] == ["50 + 3 − 2 = 51", "9 + 0 − 1 = 8"]
    assert account.realised_sum.stated_ore == account.realised_sum.computed_ore == 9900 * T_KR
    assert papers.findings == ()
