"""Document → plan."""

from datetime import date

import pytest

from effektspor.core.plans.plan import MeasureStatus, StatedTotals
from effektspor.core.unit import MILLION, THOUSAND
from effektspor.ingest.plans import read_plan
from tests.papers import read

MIO = 100_000_000


@pytest.fixture
def plan(papers):
    return read_plan(papers.document("000"))


def test_the_measures_of_the_paper(plan):
    told = [(one.number, one.target_ore, one.realised_ore) for one in plan.measures]
    assert told == [
        ("1", 200_000_000, 149_000_000),
        ("2", 100_000_000, 106_000_000),
        ("3", 75_000_000, 593_000_000),
        ("4", 100_000_000, 74_000_000),
        ("5", -150_000_000, -150_000_000),
        ("6", 100_000_000, 5_000_000),
        ("7", 100_000_000, 27_000_000),
        ("8", 100_000_000, 0),
        ("9", 25_000_000, 0),
        ("10", 75_000_000, 133_000_000),
    ]


def test_the_statuses_follow_by_rule(plan):
    met, partly, not_met = MeasureStatus.MET, MeasureStatus.PARTLY, MeasureStatus.NOT_MET
    expected = [partly, met, met, partly, MeasureStatus.CARRIED_OUT, not_met, not_met, not_met, not_met, met]
    assert [one.status for one in plan.measures] == expected


def test_net_and_gross_agree_with_the_note_but_for_rounding(plan):
    realised = plan.realised
    assert (realised.gross.stated_ore, realised.gross.computed_ore) == (1_088_000_000, 1_087_000_000)
    assert (realised.net.stated_ore, realised.net.computed_ore) == (938_000_000, 937_000_000)
    assert realised.investment.stated_ore == realised.investment.computed_ore == -150_000_000
    assert realised.gross.agrees and realised.net.agrees and realised.net.rounded


def test_the_target_is_the_sum_of_its_column(plan):
    assert (plan.target.net.stated_ore, plan.target.net.computed_ore) == (725_000_000, 725_000_000)
    assert plan.stated_target == StatedTotals(net_ore=725_000_000)


def test_what_the_plan_says_of_itself(plan):
    assert (plan.as_of, plan.year, plan.unit, plan.decimals, plan.price_level) == (
        date(2019, 12, 31),
        2019,
        MILLION,
        2,
        None,
    )
    assert plan.title.startswith("Bilag 1 - status på den økonomiske handleplan")
    assert plan.note.startswith("*") or "netto" in plan.note.lower()


def test_a_measure_keeps_its_whole_label_and_text(plan):
    third = plan.measures[2]
    assert third.title == "Boligsociale indsatser. Overgang fra midlertidigt botilbud eller herberg til egen bolig."
    assert "2020" in third.status_text and "<" not in third.status_text


def test_the_investment_is_the_fifth_measure(plan):
    assert [one.number for one in plan.investments] == ["5"]


@pytest.mark.parametrize("number", ["001", "002", "003", "004"])
def test_other_papers_hold_no_plan(papers, number):
    assert read_plan(papers.document(number)) is None


GENERIC = """
Status på spareplan pr. 30.06.2026

1.000 kr. 2026-priser | Måltal 2026 | Realiseret  | Bemærkning
Takster               | 2.000       | 1.500       | Følger planen
Hjemtagelse           | 1.000       | 1.100       |
Konsulent             | -500        | -500        | Ansat
I alt                 | 2.500       | 2.100       |
"""


def test_another_plan_in_other_words():
    plan = read_plan(read(GENERIC))
    assert (plan.as_of, plan.unit, plan.price_level, plan.decimals) == (date(2026, 6, 30), THOUSAND, "2026", 0)
    assert [(one.number, one.title, one.realised_ore) for one in plan.measures] == [
        ("1", "Takster", 150_000_000),
        ("2", "Hjemtagelse", 110_000_000),
        ("3", "Konsulent", -50_000_000),
    ]
    assert plan.realised.net.stated_ore == plan.realised.net.computed_ore == 210_000_000


@pytest.mark.parametrize(
    "old, new",
    [
        ("Måltal 2026", "Sparekrav"),
        ("Måltal 2026", "Krav i 2026"),
        ("Realiseret  ", "Opnået effekt"),
        ("Realiseret  ", "Indfriet"),
        ("spareplan", "tiltag"),
        ("spareplan", "handleplanen"),
        (" | Bemærkning", ""),
        ("I alt ", "Netto "),
    ],
)
def test_the_words_may_differ(old, new):
    assert old in GENERIC
    assert len(read_plan(read(GENERIC.replace(old, new))).measures) == 3


@pytest.mark.parametrize(
    "old, new, why",
    [
        ("Måltal 2026", "Budget", "no target"),
        ("Realiseret  ", "Forventet", "nothing realised"),
        ("1.000 kr. 2026-priser", "Tiltag", "no unit: the amounts mean nothing"),
        ("Status på spareplan", "Oversigt", "not a plan by its title"),
    ],
)
def test_what_lacks_a_part_is_no_plan(old, new, why):
    assert read_plan(read(GENERIC.replace(old, new))) is None


def test_the_title_of_the_paper_may_be_what_says_that_it_is_a_plan():
    text = "Status på den økonomiske handleplan\n\nKort indledning.\n" + GENERIC.replace(
        "Status på spareplan pr. 30.06.2026", "Pr. 30.06.2026"
    )
    assert len(read_plan(read(text)).measures) == 3


def test_headings_parts_and_empty_rows_are_no_measures():
    text = GENERIC.replace("Konsulent", "Voksne |\nHeraf herberg | 1 | 1 |\nKommer | - | - |\nKonsulent")
    assert [one.title for one in read_plan(read(text)).measures] == ["Takster", "Hjemtagelse", "Konsulent"]


def test_an_amount_that_is_not_stated_is_not_reported():
    plan = read_plan(read(GENERIC.replace("| 1.100       |", "| -           |")))
    assert plan.measures[1].realised_ore is None and plan.measures[1].status is MeasureStatus.NOT_REPORTED
