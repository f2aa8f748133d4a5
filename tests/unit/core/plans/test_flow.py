"""Flows: opening plus in minus out is closing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.number import Number
from effektspor.core.plans.flow import FlowMove, FlowPlace, FlowTable


def place(opening, *moves, closing=None, name="Det nye hus"):
    def number(value):
        return None if value is None else Number(value)

    told = tuple(FlowMove(number(into), number(out)) for into, out in moves)
    return FlowPlace(name, number(opening), told, number(closing))


HOUSE = place(50, (0, 0), (3, 2), (3, 0), closing=54)


def test_fifty_and_three_and_three_less_two_is_fifty_four():
    assert HOUSE.computed_closing == Number(54) and HOUSE.agrees
    assert HOUSE.as_sum() == "50 + 0 − 0 + 3 − 2 + 3 − 0 = 54"
    assert [move.net for move in HOUSE.moves] == [Number(0), Number(1), Number(3)]


def test_a_closing_that_does_not_follow_is_kept_beside_the_computed():
    wrong = replace(HOUSE, stated_closing=Number(55))
    assert not wrong.agrees and (wrong.stated_closing, wrong.computed_closing) == (Number(55), Number(54))


@pytest.mark.parametrize(
    "told, computed, text",
    [
        (place(None, (1, 1), closing=5), None, ""),
        (place(10, (None, 1)), Number(9), "10 − 1 = 9"),
        (place(10, (None, None)), Number(10), "10 = 10"),
    ],
)
def test_what_is_not_stated_is_none_and_moves_nobody(told, computed, text):
    assert (told.computed_closing, told.as_sum()) == (computed, text)
    assert told.agrees, "a missing figure contradicts none"
    assert FlowMove().net is None


def test_the_total_of_the_places_is_computed_beside_the_stated():
    table = FlowTable("Dagtilbud", ("1. kv.",), (place(9, (0, 1), closing=8), place(13, (2, None), closing=15)))
    total = table.total
    assert (total.opening, total.stated_closing, total.computed_closing) == (Number(22), Number(23), Number(23))
    assert total.moves == (FlowMove(Number(2), Number(1)),)
    assert FlowTable("Tom", ("1. kv.",), ()).total == FlowPlace("I alt", None, (FlowMove(),), None)


def test_half_persons_keep_their_decimals():
    half = FlowPlace("Helårspersoner", Number(125, 1), (FlowMove(Number(1), Number(5, 1)),), Number(13))
    assert half.computed_closing == Number(130, 1) and half.agrees


COUNT = st.integers(0, 500)


@given(COUNT, st.lists(st.tuples(COUNT | st.none(), COUNT | st.none()), max_size=6))
def test_the_closing_is_the_opening_and_every_net_move(opening, moves):
    told = place(opening, *moves)
    nets = sum(move.net.value for move in told.moves if move.net)
    assert told.computed_closing.value == opening + nets


@given(st.lists(st.tuples(COUNT, COUNT, COUNT), min_size=1, max_size=5))
def test_the_total_closes_where_its_places_close(rows):
    places = tuple(place(opening, (into, out)) for opening, into, out in rows)
    total = FlowTable("Steder", ("året",), places).total
    assert total.computed_closing.value == sum(each.computed_closing.value for each in places)
