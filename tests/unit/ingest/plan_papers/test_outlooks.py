"""Outlooks in other words and orders than the ones the reader was made for."""

import pytest

from effektspor.core.plans.outlook import DifferenceOrder, MeasureGroupKind
from tests.unit.ingest.plan_papers.short import T_KR, papers_of

OUTLOOK = """
Forventet regnskab 2025, 1.000 kr.

1.000 kr.  | Oprindeligt budget | Korrigeret budget | Forbrug 31/8 | Forventet regnskab | Afvigelse
Botilbud   | 90.000             | 92.000            | 61.000       | 95.000             | 3.000
Bostøtte   | 20.000             | 20.000            | 13.000       | 19.500             | -500
I alt      | 110.000            | 112.000           | 74.000       | 114.500            | 2.500

Katalog for 2025

1.000 kr.  | 2025
Rammeaftale | -400
Egen bolig | -600
I alt      | -1.000

Nyt budget

1.000 kr.               | 2025
Nyt budget              | 113.500
Forskel til budget 2025 | 1.500
"""


def test_an_outlook_that_subtracts_the_other_way_and_prints_savings_as_minus():
    (outlook,) = papers_of(OUTLOOK).outlooks
    assert (outlook.order, outlook.savings_are_minus) == (DifferenceOrder.EXPECTED_MINUS_CORRECTED, True)
    assert outlook.corrected.shown.at(2025) == 112_000 * T_KR, "the corrected budget, not the original one"
    assert outlook.difference.computed == outlook.difference.stated
    assert outlook.measures.computed.at(2025) == 1000 * T_KR
    assert outlook.groups[0].kind is MeasureGroupKind.CATALOGUE
    assert outlook.estimated_budget.computed == outlook.estimated_budget.stated
    assert outlook.budget_difference.computed == outlook.budget_difference.stated
    assert outlook.order.meaning(outlook.budget_difference.computed.at(2025)) == "Merforbrug"


def test_an_outlook_without_any_year_is_told_and_not_read():
    papers = papers_of(OUTLOOK.partition("Katalog")[0].replace("regnskab 2025,", "regnskab,"))
    assert papers.outlooks == () and [each.code for each in papers.findings] == ["PLA-001"]
    assert "kolonnerne har intet år" in papers.findings[0].message


def test_a_summary_that_names_what_has_no_table_is_noted():
    summary = """
Samlet estimat

1.000 kr.  | 2025
Katalog    | -1.000
Puljer     | -200
I alt      | -1.200

Nyt budget

"""
    papers = papers_of(OUTLOOK.replace("\nNyt budget\n\n", summary, 1))
    assert [each.code for each in papers.findings] == ["PLA-008"] and "»Puljer« står i" in papers.findings[0].message
    outlook = papers.outlooks[0]
    assert (outlook.stated_measures.at(2025), outlook.measures.computed.at(2025)) == (1200 * T_KR, 1000 * T_KR)
    assert outlook.measures.differing_years == (2025,)


def test_the_whole_years_forecast_is_the_expected_and_counts_are_not():
    text = """
    Prognose for 2026

    1.000 kr. | Korrigeret budget | Forbrug jan-jul | Forventet tilgang | Prognose | Afvigelse | Afv. pct. | Antal
    § 107     | 46.210            | 31.842          | 2.910             | 57.070   | 10.860    | 23,5      | 71,0
    § 108     | 38.640            | 22.305          | 490               | 38.950   | 310       | 0,8       | 42,5
    """
    (outlook,) = papers_of(text).outlooks
    assert [line.expected.at(2026) for line in outlook.lines] == [57_070 * T_KR, 38_950 * T_KR]
    assert all(line.difference(outlook.order).agrees for line in outlook.lines)
    assert outlook.order is DifferenceOrder.EXPECTED_MINUS_CORRECTED


TWO_BUDGETS = """
Temadrøftelse

Budget og forventet forbrug 2022

1.000 kr. | Budget 2022 | Forbrug 2022 | Mer-/mindreforbrug
Kørsel    | 100.000     | 104.000      | -4.000

Indsatser for flere år

1.000 kr. | 2022 | 2023 | 2024
Tilsyn    | -100 | -200 | -200
I alt     | -100 | -200 | -200

Budget for flere år

1.000 kr.  | Korrigeret 2022 | Forventet 2022 | Forventet 2023 | Forventet 2024
Botilbud   | 40.000          | 42.000         | 42.000         | 42.000

Efter indsatser

1.000 kr.                  | 2022   | 2023   | 2024
Estimeret budget           | 41.900 | 41.800 | 41.800
Difference til korrigeret  | 1.900  | 1.800  | 1.800
"""


def test_measures_belong_to_the_budget_that_has_their_years_also_where_it_stands_after_them():
    year, years = papers_of(TWO_BUDGETS).outlooks
    assert (year.order, years.order) == (
        DifferenceOrder.CORRECTED_MINUS_EXPECTED,
        DifferenceOrder.EXPECTED_MINUS_CORRECTED,
    )
    assert year.groups == () and len(years.groups) == 1
    assert years.estimated_budget.computed == years.estimated_budget.stated
    assert years.budget_difference.computed == years.budget_difference.stated
    assert year.difference.computed == year.lines[0].stated_difference


def test_months_are_no_lines_of_a_budget():
    text = """
    Forbrug måned for måned i 2026, mio. kr.

    mio. kr. | Budget | Forbrug | Prognose
    jan      | 11,05  | 11,32   | 11,32
    feb      | 10,65  | 11,05   | 11,05
    """
    assert papers_of(text).outlooks == ()


@pytest.mark.parametrize(
    "figures, read",
    [
        ("46.210 | 57.070", False),
        ("46.000 | 57.000", True),
        ("146.210.115 | 1.257.070", True),
        ("46 | 57", False),
        ("400 | 12.000", False),
    ],
)
def test_a_unit_that_is_not_stated_is_kroner_only_where_nothing_else_is_likely(figures, read):
    papers = papers_of(f"Budget 2026\n\nOmråde | Korrigeret | Forventet\nBotilbud | {figures}\n")
    assert [each.code for each in papers.findings] == ["PLA-002" if read else "PLA-003"]
    assert bool(papers.outlooks) is read


def test_measures_about_following_up_are_no_rounds():
    text = """
    Handleplan

    1.000 kr. | 2025 | 2026
    1 | Opfølgning på takster | 100 | 200
    2 | Opfølgning på botilbud | 100 | 200
    """
    assert papers_of(text).estimates == () and papers_of(text).findings == ()
