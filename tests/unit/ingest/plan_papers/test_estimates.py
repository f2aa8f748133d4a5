"""Estimates in other words and layouts than the ones the reader was made for."""

from datetime import date

import pytest

from effektspor.core.unit import MILLION
from effektspor.ingest.plan_papers.reading import PlanPapers
from tests.unit.ingest.plan_papers.short import MIO, T_KR, papers_of


def by_round(estimates):
    return {each.label: dict(each.amounts.pairs) for each in estimates.rounds}


OPFOLGNING = """
Forventet effekt af hjemtagelser, mio. kr.

mio. kr.                  | 2024 | 2025 | 2026
Budgetopfølgning 1, 2024  | 3,0  | 4,0  | 4,0
Budgetopfølgning 2, 2024  | 2,5  | 4,5  | 4,5
Budgetopfølgning 1, 2025  |      | 5,0  | 6,0
"""


def test_budget_follow_ups_with_their_number_behind():
    (estimates,) = papers_of(OPFOLGNING).estimates
    assert [(each.year, each.number) for each in estimates.rounds] == [(2024, 1), (2024, 2), (2025, 1)]
    assert estimates.printed.unit == MILLION and not estimates.printed.asked
    assert estimates.latest.amounts.at(2024) is None, "a cell that is empty is not 0"
    assert estimates.last_moved(2024).difference_ore == -5 * MIO // 10


@pytest.mark.parametrize(
    "first, second, third",
    [
        ("BO1 2024", "BO2 2024", "BO1 2025"),
        ("BO1-24", "BO2-24", "BO1-25"),
        ("Første budgetopfølgning 2024", "Anden budgetopfølgning 2024", "Første budgetopfølgning 2025"),
        ("2024, 1. økonomirapport", "2024, 2. økonomirapport", "2025, 1. økonomirapport"),
        ("Budgetrevision I 2024", "Budgetrevision II 2024", "Budgetrevision I 2025"),
        ("Opfølgning 1. kvartal 2024", "Opfølgning 2. kvartal 2024", "Opfølgning 1. kvartal 2025"),
    ],
)
def test_rounds_have_many_names(first, second, third):
    text = OPFOLGNING.replace("Budgetopfølgning 1, 2024", first).replace("Budgetopfølgning 2, 2024", second)
    (estimates,) = papers_of(text.replace("Budgetopfølgning 1, 2025", third)).estimates
    assert [(each.label, each.year, each.number) for each in estimates.rounds] == [
        (first, 2024, 1), (second, 2024, 2), (third, 2025, 1),
    ]  # fmt: skip


def test_rounds_that_are_listed_newest_first_come_out_oldest_first():
    lines = OPFOLGNING.strip().split("\n")
    turned = "\n".join([*lines[:3], *reversed(lines[3:])])
    assert papers_of(turned).estimates[0].rounds == papers_of(OPFOLGNING).estimates[0].rounds


def test_rounds_known_by_their_day_have_no_number():
    text = OPFOLGNING.replace("Budgetopfølgning 1, 2024", "Opfølgning pr. 31. marts 2024")
    text = text.replace("Budgetopfølgning 2, 2024", "Opfølgning pr. 30.9.2024")
    text = text.replace("Budgetopfølgning 1, 2025", "Opfølgning pr. 31/3 2025")
    (estimates,) = papers_of(text).estimates
    assert [each.as_of for each in estimates.rounds] == [date(2024, 3, 31), date(2024, 9, 30), date(2025, 3, 31)]
    assert {each.number for each in estimates.rounds} == {None}


def test_a_budget_among_the_rounds_is_kept_as_the_paper_lists_it():
    text = OPFOLGNING.replace(
        "Budgetopfølgning 1, 2024  |", "Vedtaget budget 2024 | 3,5 | 3,5 | 3,5\nBudgetopfølgning 1, 2024 |"
    )
    (estimates,) = papers_of(text).estimates
    assert (estimates.rounds[0].label, estimates.rounds[0].number) == ("Vedtaget budget 2024", None)
    assert estimates.moved(2024)[0].difference_ore == -5 * MIO // 10


def test_rounds_across_give_each_row_its_estimates():
    text = """
    Tiltag i handlingsplanen 2024, 1.000 kr.

    1.000 kr.   | BO1 2024 | BO2 2024 | BO3 2024
    Hjemtagelse | 2.000    | 1.500    | 1.600
    Takster     | 500      | 500      |
    """
    home, rates = papers_of(text).estimates
    assert (home.title, home.last_moved(2024).difference_ore) == ("Hjemtagelse", 100 * T_KR)
    assert [len(rates.rounds), rates.years] == [2, (2024,)]


def test_what_was_spent_in_each_quarter_is_no_estimate():
    text = """
    Besparelser pr. kvartal 2027

    1.000 kr. | 1. kvartal | 2. kvartal | Året i alt
    Vikarer   | 450        | 850        | 1.300
    """
    assert papers_of(text) == PlanPapers()


def test_years_down_and_rounds_across_are_one_thing():
    text = """
    Effekt af plan, mio. kr.

    mio. kr. | 1. opfølgning 2024 | 2. opfølgning 2024
    2024     | 3,0                | 2,5
    2025     | 4,0                | 4,5
    """
    (estimates,) = papers_of(text).estimates
    assert by_round(estimates) == {
        "1. opfølgning 2024": {2024: 3 * MIO, 2025: 4 * MIO},
        "2. opfølgning 2024": {2024: 25 * MIO // 10, 2025: 45 * MIO // 10},
    }


TOLD = """
Forventninger

I 2023 flyttede 4 unge hjem, og det gav 1,2 mio. kr. i 2023 og 2,0 mio. kr. i 2024.

I 2024 flyttede 6 unge hjem, og det giver 1,5 mio. kr. i 2024, stigende til 3,0 mio. kr. i 2025.

BO1 2024 nedjusterede forventningen med 0,4 mio. kr. i 2024 og 0,6 mio. kr. i 2025.

Skøn over effekt:

mio. kr.        | 2023 | 2024 | 2025
3. opfølgning 2023 | 1,2 | 3,5 | 5,0
BO1 2024        | 1,2  | 3,1  | 4,4
"""


def test_cohorts_and_adjustments_in_other_words():
    (estimates,) = papers_of(TOLD).estimates
    assert [(each.year, each.citizens) for each in estimates.cohorts] == [(2023, 4), (2024, 6)]
    (adjustment,) = estimates.adjustments
    assert (adjustment.at(2024), adjustment.at(2025), adjustment.at(2023)) == (-4 * MIO // 10, -6 * MIO // 10, None)
    assert papers_of(TOLD).findings == ()


def test_text_and_table_that_disagree_on_an_adjustment_are_noted():
    (found,) = papers_of(TOLD.replace("| 4,4", "| 4,1")).findings
    assert found.code == "PLA-006"
    assert "BO1 2024 ændrede 2025 med −0,6, men i tabellen er ændringen −0,9" in found.message


def test_cohorts_that_give_nothing_of_the_table_are_noted_and_not_used():
    papers = papers_of(TOLD.replace("| 3,5 | 5,0", "| 9,5 | 9,0").replace("BO1 2024 nedjusterede", "Man nedjusterede"))
    assert [each.code for each in papers.findings] == ["PLA-007"]
    assert papers.estimates[0].cohorts == () and papers.estimates[0].convention is None


def test_a_row_that_names_no_round_is_noted_and_left_out():
    text = OPFOLGNING.replace("Budgetopfølgning 1, 2025 ", "Sidste gæt")
    papers = papers_of(text)
    assert [each.code for each in papers.findings] == ["PLA-004"]
    assert "»Sidste gæt« nævner ikke" in papers.findings[0].message
    assert len(papers.estimates[0].rounds) == 2


def test_rounds_without_years_are_told_and_not_read():
    papers = papers_of(OPFOLGNING.replace("2024 | 2025 | 2026\n", "Året | Næste | Derefter\n"))
    assert papers.estimates == () and [each.code for each in papers.findings] == ["PLA-001"]
    assert "ingen kolonne er et år" in papers.findings[0].message
    assert papers.findings[0].remedy == "Skriv et år over hver kolonne med beløb."


def test_small_figures_without_a_unit_are_told_and_not_read():
    papers = papers_of(OPFOLGNING.replace("mio. kr.", "Runde").replace(", mio. kr.", ""))
    assert papers.estimates == () and [each.code for each in papers.findings] == ["PLA-003"]
    assert "så den er ikke læst som skøn fra flere opfølgninger" in papers.findings[0].message
