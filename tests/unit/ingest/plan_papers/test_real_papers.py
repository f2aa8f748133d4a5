"""What the papers of the demo, and the real ones, hold of plans: every figure comes out."""

from datetime import date

import pytest

from effektspor.core.document import Table
from effektspor.core.plans.convention import Convention
from effektspor.core.plans.explained import explain_estimates
from effektspor.core.plans.outlook import DifferenceOrder, MeasureGroupKind
from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.plans.targets import Accumulation, SumReading
from effektspor.core.unit import KRONE, MILLION, THOUSAND
from effektspor.ingest.plan_papers.reading import read_plan_papers
from effektspor.ingest.plans import read_plan
from effektspor.ingest.reading import read_document
from tests.unit.ingest.formats import as_excel, as_word

KR, T_KR, MIO = 100, 100_000, 100_000_000


@pytest.fixture
def read(papers):
    return lambda number: read_plan_papers(papers.document(number))


def kr(amounts):
    return [ore // KR for _, ore in amounts.pairs]


def test_the_status_of_a_plan_is_read_as_before(papers, read):
    assert read("000").plan == read_plan(papers.document("000"))
    assert len(read("000").plan.measures) == 10
    assert not (read("000").estimates or read("000").effect_accounts or read("000").findings)


# The strategy note


def test_the_estimates_of_four_rounds(read):
    (estimates,) = read("001").estimates
    told = [(each.label, each.year, each.number, [ore for _, ore in each.amounts.pairs]) for each in estimates.rounds]
    assert told == [
        ("3. opfølgning 2015", 2015, 3, [240_000, 730_000, 1_220_000, 1_220_000]),
        ("1. opfølgning 2016", 2016, 1, [240_000, 730_000, 1_250_000, 1_360_000]),
        ("2. opfølgning 2016", 2016, 2, [240_000, 730_000, 1_250_000, 1_360_000]),
        ("3. opfølgning 2016", 2016, 3, [240_000, 730_000, 1_360_000, 1_600_000]),
    ]
    assert estimates.convention is Convention.LEVEL


def test_the_stated_unit_is_kept_and_the_asked_one_stands_beside_it(read):
    (estimates,) = read("001").estimates
    assert (estimates.printed.unit, estimates.printed.asked_unit) == (THOUSAND, MILLION)
    assert estimates.latest.amounts.at(2016) == 136 * T_KR // 10, "13,6 of 1.000 kr., as the table says"
    assert estimates.in_asked_unit().latest.amounts.at(2016) == 136 * MIO // 10


def test_what_moved_is_one_call(read):
    (estimates,) = read("001").estimates
    moved = estimates.last_moved(2016)
    assert moved.danish(estimates.printed) == "2. opfølgning 2016 sagde 12,5, 3. opfølgning 2016 sagde 13,6"


def test_the_cohorts_of_the_text_explain_the_table(read):
    (estimates,) = read("001").estimates
    told = [
        (each.year, each.citizens, [ore * 10 // MIO for _, ore in each.amounts.pairs]) for each in estimates.cohorts
    ]
    assert told == [(2014, 7, [24, 48]), (2015, 10, [25, 56]), (2016, None, [18])]
    explained = explain_estimates(estimates)
    sums = [each.danish(PrintedAs(MILLION, 1)) for each in explained]
    for expected in (
        "4,8 + 2,5 = 7,3", "4,8 + 5,6 + 1,8 = 12,2", "12,2 + 0,3 = 12,5", "12,2 + 1,4 = 13,6", "12,5 + 1,1 = 13,6",
        "13,6 + 2,4 = 16,0",
    ):  # fmt: skip
        assert expected in sums
    assert all(each.agrees for each in explained)


def test_the_adopted_savings_with_realised_until_august(read):
    (adopted,) = read("001").adopted
    assert (adopted.as_of, adopted.printed.unit, adopted.printed.asked) == (date(2016, 8, 31), THOUSAND, False)
    realised = [line.realised_ore and line.realised_ore // T_KR for line in adopted.lines]
    assert realised == [3228, 1200, 1069, None, 500, 150]
    assert [line.adopted.at(2015) for line in adopted.lines] == [513 * T_KR, None, None, None, None, None]
    assert adopted.adopted.computed == adopted.adopted.stated and kr(adopted.adopted.computed) == [513_000, 7_425_000]
    assert adopted.realised.computed_ore == adopted.realised.stated_ore == 6147 * T_KR
    assert adopted.note and not adopted.note.startswith("*")


def test_the_flow_of_four_places(read):
    (flow,) = read("001").flows
    assert (flow.opening_on, flow.closing_on) == (date(2016, 1, 1), date(2016, 9, 30))
    assert flow.periods == ("1. kv. 2016", "2. kv. 2016", "3. kv. 2016")
    told = [(place.name, place.opening.digits, place.stated_closing.digits) for place in flow.places]
    assert told == [
        ("Krumtappen", 18, 22),
        ("Bibliotekscaféen", 13, 13),
        ("Larsbjerggård", 9, 8),
        ("Det Nye Sted", 50, 54),
    ]
    assert all(place.agrees for place in flow.places)
    assert flow.places[-1].as_sum() == "50 + 0 − 0 + 3 − 2 + 3 − 0 = 54"


def test_the_note_says_its_day_and_holds_what_was_read(read):
    papers = read("001")
    assert (papers.strategy.title, papers.strategy.written_on) == ("Strateginotat ramme 50.54", date(2016, 10, 30))
    assert (papers.strategy.estimates, papers.strategy.flows) == (papers.estimates, papers.flows)
    assert papers.strategy.adopted == papers.adopted
    assert papers.findings == ()


def test_the_sections_of_the_real_note(real_papers):
    note = read_plan_papers(real_papers.document("001")).strategy
    assert note.case_number == "00.30.14-G01-5-16"
    sections = {section.heading: section for section in note.sections}
    assert len(sections) == len(note.sections) == 12
    strict = next(section for heading, section in sections.items() if heading.startswith("Stram visitation"))
    assert len(strict.indicators) == 2 and not any(text[0] in "-12" for text in strict.indicators)
    assert [(each.label, each.on) for each in strict.follow_ups] == [("Opfølgning sept. 2016", date(2016, 9, 30))]
    followed = [section for section in note.sections if section.follow_ups]
    assert len(followed) == 9 and all(each.text for section in followed for each in section.follow_ups)


# The budget


def test_the_outlook_of_the_year(read):
    outlook = read("003").outlooks[0]
    assert outlook.order is DifferenceOrder.CORRECTED_MINUS_EXPECTED
    assert [kr(line.difference(outlook.order).computed) for line in outlook.lines] == [[-10_835_729], [-1_928_000]]
    assert outlook.difference.computed == outlook.difference.stated and outlook.difference.computed.at(2017) < 0
    assert (kr(outlook.difference.stated), outlook.groups) == ([-12_763_729], ())


def test_the_budget_after_catalogue_and_measures(read):
    outlook = read("003").outlooks[1]
    assert [(group.kind, len(group.lines)) for group in outlook.groups] == [
        (MeasureGroupKind.CATALOGUE, 4), (MeasureGroupKind.OTHER, 2),
    ]  # fmt: skip
    assert kr(outlook.expected.shown) == [145_024_000] * 4
    assert kr(outlook.measures.computed) == [2_410_000, 3_631_000, 3_531_000, 3_531_000]
    assert kr(outlook.estimated_budget.computed) == [142_614_000, 141_393_000, 141_493_000, 141_493_000]
    assert kr(outlook.budget_difference.computed) == [-3_720_846, -2_499_846, -2_599_846, -2_599_846]
    sums = (outlook.corrected, outlook.expected, outlook.measures, outlook.estimated_budget, outlook.budget_difference)
    assert all(each.computed == each.stated for each in sums)
    assert (outlook.base_year, outlook.base_budget_ore) == (2018, 138_893_154 * KR)
    assert [each.label for each in outlook.stated_estimate] == [
        "Effektiviserings- og prioriteringskatalog", "Øvrige emner fra masterplaner",
    ]  # fmt: skip


def test_a_paper_without_units_is_read_as_kroner_and_says_so_once(read):
    papers = read("003")
    assert {(each.printed.unit, each.printed.unit_stated) for each in papers.outlooks} == {(KRONE, False)}
    (found,) = papers.findings
    assert (found.code, len(found.related)) == ("PLA-002", 5)


# The effect account


def test_realised_effect_against_targets(read):
    (account,) = read("004").effect_accounts
    assert [ore * 10 // MIO for _, ore in account.realised.pairs] == [41, 58]
    assert account.realised_sum.computed_ore == account.realised_sum.stated_ore == 99 * MIO // 10
    targets = account.targets
    assert (targets.stated, targets.said) == (targets.yearly, Accumulation.ACCUMULATED)
    assert (targets.computed_sum_ore, targets.stated_sum_ore) == (5 * MIO, 7 * MIO)
    assert targets.sum_readings() == (SumReading.LEVELS_ADDED,)
    assert account.title.startswith("Øget effekt af styrket opfølgning")
    assert [each.code for each in read("004").findings] == ["PLA-005"]


def test_a_catalogue_of_proposals_holds_nothing_of_a_plan(read):
    assert not read("002") and read("002").findings == ()


# Formats


def drawn(block):
    """Return a block as the renderers of formats take it: a line, or the rows of a table."""
    if not isinstance(block, Table):
        return block.text
    rows = [[row.label + "".join(row.marks), *(cell.text for cell in row.cells)] for row in block.rows]
    return [[block.unit or "", *block.columns], *rows]


@pytest.mark.parametrize("suffix, saved", [("docx", as_word), ("xlsx", as_excel)])
@pytest.mark.parametrize("number", ["001", "003", "004"])
def test_the_same_paper_in_word_and_excel_says_the_same(papers, number, suffix, saved):
    document = papers.document(number)
    told = read_plan_papers(read_document(f"papir.{suffix}", saved([drawn(block) for block in document.blocks])))
    expected = read_plan_papers(document)
    assert (told.estimates, told.flows) == (expected.estimates, expected.flows)
    assert [each.lines for each in told.adopted] == [each.lines for each in expected.adopted]
    assert [each.realised for each in told.effect_accounts] == [each.realised for each in expected.effect_accounts]
    assert [budget(each) for each in told.outlooks] == [budget(each) for each in expected.outlooks]
    assert [each.code for each in told.findings] == [each.code for each in expected.findings]


def budget(outlook):
    return outlook.lines, outlook.measures, outlook.estimated_budget, outlook.budget_difference
