"""Flows in other words and layouts than the ones the reader was made for."""

from datetime import date

from effektspor.core.number import Number
from tests.unit.ingest.plan_papers.short import papers_of

FLOW = """
Botilbud i alt, til- og afgang

Sted    | Primo 2025 | Tilgang 1. halvår | Afgang 1. halvår | Tilgang 2. halvår | Afgang 2. halvår | Ultimo 2025
Nord    | 10         | 2                 | 1                | 0                 | 1                | 10
Syd     | 5          | 1                 | -                | 2                 | 1                | 7
I alt   | 15         | 3                 | 1                | 2                 | 2                | 17
"""


def test_a_flow_of_half_years_with_a_total():
    (flow,) = papers_of(FLOW).flows
    assert flow.periods == ("1. halvår", "2. halvår")
    assert (flow.opening_on, flow.closing_on) == (date(2025, 1, 1), date(2025, 12, 31))
    assert [place.name for place in flow.places] == ["Nord", "Syd"]
    assert flow.places[1].moves[0].outgoing is None and flow.places[1].agrees
    assert flow.stated_total.stated_closing == flow.total.computed_closing == Number(17)


def test_a_flow_with_all_that_came_before_all_that_went():
    text = """
    Dagtilbud

    Sted | 1/1 2025 | Nye 1. kvt. | Nye 2. kvt. | Ophørt 1. kvt. | Ophørt 2. kvt. | 30/6 2025
    Nord | 10       | 2           | 1           | 3              | 0              | 10
    """
    (flow,) = papers_of(text).flows
    assert [(move.incoming.digits, move.outgoing.digits) for move in flow.places[0].moves] == [(2, 3), (1, 0)]
    assert flow.closing_on == date(2025, 6, 30) and flow.places[0].agrees


def test_a_merged_head_over_the_wrong_column_parts_no_period():
    text = """
    Dagtilbud

    Sted | 1/1 2025 | 1. kv. Tilgang | 2. kv. Afgang | 2. kv. Tilgang | 2. kv. Afgang | 30/6 2025
    Nord | 10       | 2              | 1             | 3              | 0             | 14
    """
    (flow,) = papers_of(text).flows
    assert flow.periods == ("1. kv.", "2. kv.")
    assert [(move.incoming.digits, move.outgoing.digits) for move in flow.places[0].moves] == [(2, 1), (3, 0)]


def test_a_flow_down_the_columns():
    text = """
    Borgere i botilbud

                  | Nord | Syd
    Antal primo   | 10   | 5
    Tilgang       | 2    | 3
    Afgang        | 1    | 1
    Antal ultimo  | 11   | 7
    """
    (flow,) = papers_of(text).flows
    assert [(place.name, place.computed_closing.digits) for place in flow.places] == [("Nord", 11), ("Syd", 7)]


def test_a_closing_that_does_not_follow_is_kept():
    (flow,) = papers_of(FLOW.replace("| 10\nSyd", "| 11\nSyd")).flows
    assert (flow.places[0].stated_closing, flow.places[0].computed_closing) == (Number(11), Number(10))


def test_a_flow_without_its_end_is_told_and_not_read():
    text = "\n".join(line.rpartition("|")[0] or line for line in FLOW.strip().split("\n"))
    papers = papers_of(text)
    assert papers.flows == () and [each.code for each in papers.findings] == ["PLA-001"]
