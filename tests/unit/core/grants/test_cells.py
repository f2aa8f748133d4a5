"""Cost by month and group: the reference that every engine is held to."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from effektspor.core.grants.cells import CostRow, GrantRow, cost_rows
from effektspor.core.grants.cost import cost_ore
from effektspor.core.grants.price_line import LineKind, PriceLine, PriceUnit
from effektspor.core.period import Period
from tests.unit.core.grants.lines import LINES

QUARTER = Period(date(2026, 1, 1), date(2026, 4, 1))


def row(line, grant_id="A", citizen="B1", section="107"):
    return GrantRow(2, {"grant_id": grant_id, "citizen": citizen, "section": section, "area": ""}, line)


def day(first, last=None, kind=LineKind.BASE, ore=100):
    return PriceLine(ore, PriceUnit.DAY, 1, first, last, kind)


def test_a_row_for_each_month_and_group_in_order():
    rows = [row(day(date(2026, 2, 15))), row(day(date(2026, 1, 1), date(2026, 2, 1)), "C", "B2", "85")]
    assert cost_rows(rows, QUARTER, ("section",)) == [
        CostRow("2026-01", ("85",), 3100, 31, 1, 1),
        CostRow("2026-02", ("107",), 1400, 14, 1, 1),
        CostRow("2026-03", ("107",), 3100, 31, 1, 1),
    ]


def test_days_and_citizens_are_counted_once():
    lines = [day(date(2026, 1, 1)), day(date(2026, 1, 10)), day(date(2026, 1, 1), kind=LineKind.ADDON)]
    rows = [row(line, f"G{number}") for number, line in enumerate(lines)]
    assert cost_rows(rows, Period(date(2026, 1, 1), date(2026, 2, 1)), ()) == [CostRow("2026-01", (), 8400, 31, 1, 3)]


def test_a_line_without_a_day_in_a_month_makes_no_row():
    same_day = day(date(2026, 1, 5), date(2026, 1, 5))
    assert cost_rows([row(same_day), row(day(date(2026, 4, 1)))], QUARTER, ("section",)) == []


def test_a_line_that_costs_nothing_makes_a_row():
    (found,) = cost_rows([row(day(date(2026, 3, 31), ore=0))], QUARTER, ("area", "section"))
    assert found == CostRow("2026-03", ("", "107"), 0, 1, 1, 1)


@given(st.lists(LINES, max_size=6))
def test_the_cells_add_up_to_the_cost_of_the_lines(lines):
    period = Period(date(2024, 1, 1), date(2025, 7, 1))
    rows = [row(line, f"G{number}", f"B{number % 2}", f"{number % 3}") for number, line in enumerate(lines)]
    assert sum(cell.cost_ore for cell in cost_rows(rows, period, ("section",))) == cost_ore(lines, period)
